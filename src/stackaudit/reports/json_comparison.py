"""A comparison of two stories as JSON: a versioned contract, with one statement on a line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from stackaudit import __version__
from stackaudit.model.money import Money
from stackaudit.reports.json_spelling import amount, encode, in_lines, report_text
from stackaudit.reports.schemas.comparison import COMPARISON_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.model.comparison import (
        Agreement,
        Comparison,
        Contradiction,
        Match,
        Statement,
        Story,
        Telling,
        Unclear,
    )
    from stackaudit.model.inventory import Subject


def comparison_json(comparison: Comparison) -> str:
    """The whole comparison as `stackaudit schema comparison` describes it; ends with a line feed."""
    sums = comparison.sums
    money = {
        "alone": [_moneys(each) for each in sums.alone],
        "apart": _moneys(sums.apart),
        "disputed": _moneys(sums.disputed),
    }
    return report_text(
        [
            f'"schema": {encode(COMPARISON_VERSION)}',
            f'"stackaudit": {encode(__version__)}',
            f'"stories": {in_lines(encode(_story(story)) for story in comparison.stories)}',
            f'"tolerance": {encode(comparison.tolerance)}',
            f'"counts": {encode(_counts(comparison))}',
            f'"money": {encode(money)}',
            f'"contradictions": {in_lines(encode(_contradiction(item)) for item in comparison.contradictions)}',
            f'"told": {in_lines(encode(_telling(item)) for item in comparison.told)}',
            f'"agreed": {in_lines(encode(_agreement(item)) for item in comparison.agreed)}',
            f'"unclear": {in_lines(encode(_unclear(item)) for item in comparison.unclear)}',
            f'"matches": {in_lines(encode(_match(item)) for item in comparison.matches)}',
        ],
    )


def _story(story: Story) -> dict[str, object]:
    return {
        "name": story.name,
        "organization": story.organization,
        "currency": story.currency,
        "systems": story.systems,
        "integrations": story.integrations,
        "files": story.files,
        "annual": _moneys(story.annual),
    }


def _counts(comparison: Comparison) -> dict[str, object]:
    told = comparison.told
    systems = [item.story for item in told if item.subject.kind == "system" and not item.fact]
    return {
        "contradictions": len(comparison.contradictions),
        "told": [sum(1 for item in told if item.story == story) for story in (0, 1)],
        "agreed": len(comparison.agreed),
        "unclear": len(comparison.unclear),
        "systems_in_both": sum(1 for match in comparison.matches if match.kind == "system"),
        "systems_in_one": [systems.count(story) for story in (0, 1)],
    }


def _contradiction(item: Contradiction) -> dict[str, object]:
    return {**_agreement(item), "money": _money(item.money)}


def _agreement(item: Agreement | Contradiction) -> dict[str, object]:
    return {**_named(item.match), "fact": item.fact, "says": [_statement(says) for says in item.says]}


def _telling(item: Telling) -> dict[str, object]:
    other = item.match.subjects[1 - item.story] if item.match else None
    return {
        "story": item.story,
        "kind": item.subject.kind,
        "subject": _subject(item.subject),
        "fact": item.fact,
        "says": _statement(item.says),
        "other": _placed(other) if other else None,
        "note": item.note,
        "money": _money(item.money),
    }


def _unclear(item: Unclear) -> dict[str, object]:
    return {
        "reason": item.reason,
        "fact": item.fact,
        "subjects": [[_placed(subject, item.fact) for subject in subjects] for subjects in item.subjects],
    }


def _match(match: Match) -> dict[str, object]:
    placed = [_placed(subject) if subject else None for subject in match.subjects]
    return {"kind": match.kind, "reason": match.reason, "subjects": placed}


def _named(match: Match) -> dict[str, object]:
    return {
        "kind": match.kind,
        "subjects": [_subject(subject) if subject else None for subject in match.subjects],
        "reason": match.reason,
    }


def _subject(subject: Subject) -> dict[str, object]:
    return {"id": subject.id, "name": subject.name}


def _placed(subject: Subject, fact: str = "") -> dict[str, object]:
    return {**_subject(subject), "place": subject.place(fact)._asdict()}


def _statement(says: Statement) -> dict[str, object]:
    return {"value": _plain(says.value), "text": says.text, "place": says.place._asdict()}


def _plain(value: object) -> object:
    """A fact's value as JSON can hold it: a date as text, an amount in another currency with that currency."""
    if isinstance(value, Money):
        return _money(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return amount(value)
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _money(money: Money | None) -> dict[str, object] | None:
    return {"amount": amount(money.amount), "currency": money.currency} if money else None


def _moneys(amounts: Iterable[Money]) -> list[dict[str, object] | None]:
    return [_money(money) for money in amounts]
