"""A scorecard as JSON: a versioned contract."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stackaudit import __version__
from stackaudit.model.scorecard import GRADES
from stackaudit.reports.json_spelling import amount, encode, in_lines, report_text
from stackaudit.reports.schemas.score import SCORE_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackaudit.model.audit import SubjectName
    from stackaudit.model.scorecard import Dispute, Holdings, LinkHealth, Scorecard, Share, Spent


def scorecard_json(card: Scorecard) -> str:
    """The whole scorecard as the schema of `stackaudit schema score` describes it; ends with a line feed."""
    audit = card.audit
    return report_text(
        [
            f'"schema": {encode(SCORE_VERSION)}',
            f'"stackaudit": {encode(__version__)}',
            f'"today": {encode(audit.today.isoformat())}',
            f'"organization": {encode(audit.organization)}',
            f'"currency": {encode(audit.currency)}',
            f'"scores": {in_lines(encode(score._asdict()) for score in audit.scores)}',
            f'"overall": {encode(audit.overall._asdict() if audit.overall else None)}',
            f'"spending": {in_lines(_spending(card), "{}")}',
            f'"crm_links": {in_lines(_crm_links(card), "{}")}',
            f'"ownership": {in_lines(_ownership(card), "{}")}',
        ],
    )


def _spending(card: Scorecard) -> Iterator[str]:
    spending = card.spending
    yield f'"total": {encode(_spent(spending.total))}'
    for name in ("sides", "teams", "categories", "outside_it"):
        yield f'"{name}": {in_lines(encode(_spent(each)) for each in getattr(spending, name))}'
    yield f'"switched_off": {encode(_spent(spending.switched_off))}'
    yield f'"shares": {in_lines(encode(_share(share)) for share in spending.shares)}'


def _spent(spent: Spent) -> dict[str, object]:
    foreign = [{"amount": amount(money.amount), "currency": money.currency} for money in spent.foreign]
    return {**spent._asdict(), "amount": amount(spent.amount), "foreign": foreign}


def _share(share: Share) -> dict[str, object]:
    ends = {"part": share.part, "whole": share.whole}
    return {**share._asdict(), **{end: None if value is None else amount(value) for end, value in ends.items()}}


def _crm_links(card: Scorecard) -> Iterator[str]:
    crm_links = card.crm_links
    grades = Counter(link.grade for link in crm_links.links)
    yield f'"crm": {encode(_subjects(crm_links.crm))}'
    yield f'"grades": {encode({grade: grades[grade] for grade in GRADES})}'
    yield f'"links": {in_lines(encode(_link(link)) for link in crm_links.links)}'
    yield f'"unsorted": {encode(_subjects(crm_links.unsorted))}'


def _link(link: LinkHealth) -> dict[str, object]:
    return {
        "system": link.system._asdict(),
        "category": link.category,
        "grade": link.grade,
        "worst": link.worst,
        "best": link.best,
        "path": link.path,
        "note": link.note,
        "missing": [{"subject": subject, "fact": fact} for subject, fact in link.missing],
    }


def _ownership(card: Scorecard) -> Iterator[str]:
    ownership = card.ownership
    yield f'"teams": {in_lines(encode(_holdings(team)) for team in ownership.teams)}'
    yield f'"disputes": {in_lines(encode(_dispute(dispute)) for dispute in ownership.disputes)}'
    yield f'"without_business": {encode(_subjects(ownership.without_business))}'
    yield f'"without_technical": {encode(_subjects(ownership.without_technical))}'


def _holdings(team: Holdings) -> dict[str, object]:
    owned = ("business", "technical", "data_business", "data_technical")
    return {**team._asdict(), **{name: _subjects(getattr(team, name)) for name in owned}, "amount": amount(team.amount)}


def _dispute(dispute: Dispute) -> dict[str, object]:
    return {**dispute._asdict(), "subjects": _subjects(dispute.subjects)}


def _subjects(subjects: Iterable[SubjectName]) -> list[dict[str, object]]:
    return [subject._asdict() for subject in subjects]
