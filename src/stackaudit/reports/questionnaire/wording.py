"""Questions in plain sentences, made from what the language says of each fact, and how to answer them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.language.fields import Kind
from stackaudit.model.language.words import RHYTHMS
from stackaudit.model.questionnaire import asked_for
from stackaudit.reports.brief.writing import LONGEST_NAME
from stackaudit.reports.ci.wording import shown

if TYPE_CHECKING:
    from collections.abc import Collection

    from stackaudit.model.language.fields import Field
    from stackaudit.model.questionnaire import Ask, Asked, Letter, Questionnaire

NOBODY = "nobody who would know is named"
_MOST_WORDS = 12
_MOST_IDS = 12
_FOR_EXAMPLE = """
contact name account behavior location payment order finance analytics
customer prospect employee visitor job_applicant supplier_vendor
""".split()
_REGIONS = "such as eu, uk, us or ch, parted by commas"
_FRAGMENTS = ("Per year", "For the ", "Percent among ")
_THE_WHOLE = "The date"
_ASIDE = ", with the keys of the Fides taxonomy"
_PLAIN = {
    Kind.FLAG: "yes or no",
    Kind.DAY: "a date such as 2026-11-21",
    Kind.DAY_OR_NO: "a date such as 2026-11-21",
    Kind.SPAN: "a duration such as 90d, 8w, 36mo or 2y",
    Kind.SPAN_OR_NO: "a duration such as 90d, 8w, 36mo or 2y",
    Kind.RHYTHM: f"one of: {', '.join(RHYTHMS)}; or a duration such as 2d",
    Kind.CATEGORY: "a category of `stackaudit catalogue categories`, such as crm or web-analytics",
    Kind.TEXT: "a few words",
}


def addressee(letter: Letter) -> str:
    """Whom a letter is for: `Web and shop (head-of-web)`; a team that is called by the id `it` reads as IT."""
    if not letter.team:
        return NOBODY
    name = "IT" if letter.name == "it" else shown(letter.name, LONGEST_NAME)
    return f"{name} ({shown(letter.lead, LONGEST_NAME)})" if letter.lead else name


def about(ask: Ask, questionnaire: Questionnaire) -> str:
    """What a question is about: the name of its subject on one line, cut to a length."""
    is_house = ask.subject.kind == "organization"
    return shown((questionnaire.name or "The organisation") if is_house else ask.subject.name, LONGEST_NAME)


def question(ask: Ask, questionnaire: Questionnaire) -> str:
    """A sentence: `HubSpot Marketing Hub: whether people sign in through the organisation's single sign-on`."""
    asked = asked_for(ask.subject.kind, ask.fact)
    assert asked is not None
    return f"{about(ask, questionnaire)}: {_clause(ask.fact, asked)}"


def how_to_answer(ask: Ask, questionnaire: Questionnaire) -> str:
    """What to write into the cell: `yes or no`, `a date such as 2026-11-21`, the words that are known."""
    asked = asked_for(ask.subject.kind, ask.fact)
    assert asked is not None
    if ask.fact.endswith("regions"):
        return _REGIONS
    return f"{_expected(asked.field, asked, questionnaire)}{_note(asked)}"


def _clause(fact: str, asked: Asked) -> str:
    """What is asked, without what stands for an absence."""
    whole, part = _head(asked.record), _head(asked.field.about)
    if part == _THE_WHOLE:
        return _lower(whole)
    if part.startswith(_FRAGMENTS):
        rest = _lower(part.removeprefix("Percent "))
        return f"{_lower(whole)}, {rest}" if "," in whole else f"{_lower(whole)} {rest}"
    if fact.startswith("governance.") and fact.count(".") + asked.or_none > 1:
        return f"{_lower(whole)}: {_lower(part)}"
    return _lower(part)


def _expected(field: Field, asked: Asked, questionnaire: Questionnaire) -> str:
    """What the cell holds, before what stands for an absence."""
    match field.kind:
        case Kind.MANY if field.item is not None:
            item = _expected(field.item, asked, questionnaire)
            any_of = item.replace("a team:", "any of:").replace("one of:", "any of:")
            return any_of if any_of != item else f"{item}, parted by commas"
        case Kind.WORD:
            return _words(field)
        case Kind.TEAM:
            return f"a team: {_some(questionnaire.teams, _MOST_IDS) or 'marketing, it, …'}"
        case Kind.SYSTEM:
            return f"a system: {_some(questionnaire.systems, _MOST_IDS) or 'its id'}"
        case Kind.MONEY:
            yearly = " a year" if "per year" in f"{asked.record} {field.about}".lower() else ""
            currency = questionnaire.currency
            return f"an amount in {currency}{yearly}" if currency else f"an amount{yearly}, such as 1200 EUR"
        case Kind.WHOLE | Kind.NUMBER:
            bounds = f" from {field.low or 0:g} to {field.high:g}" if field.high is not None else ""
            return f"a whole number{bounds}" if field.kind is Kind.WHOLE else f"a number{bounds}"
        case _:
            return _PLAIN[field.kind]


def _words(field: Field) -> str:
    """The words of a closed vocabulary, or those of a long one that are met most."""
    if len(field.words) > _MOST_WORDS:
        return f"such as {', '.join(word for word in _FOR_EXAMPLE if word in field.words)}"
    return f"such as {', '.join(field.words)}" if field.open_words else f"one of: {', '.join(field.words)}"


def _note(asked: Asked) -> str:
    """What to write for an absence, as far as the language has a word for it, and for a nought that means something.

    Of most lists one can say that they are empty; where something is, it is always somewhere.
    """
    field = asked.field
    rest = field.about.removesuffix(".").split("; ")[1:]
    if field.kind in (Kind.DAY_OR_NO, Kind.SPAN_OR_NO):
        meant = next((part.removeprefix("false") for part in rest if part.startswith("false")), "")
        return f"; or no{meant}"
    said = any(part.startswith(("`none`", "an empty list")) for part in rest)
    if asked.or_none or said or (field.kind is Kind.MANY and not field.about.startswith("Where")):
        return "; or none"
    if any(part.startswith("`nobody`") for part in (*rest, *asked.record.split("; ")[1:])):
        return "; or nobody"
    return "".join(f"; {part}" for part in rest if part.startswith("0 "))


def _some(words: Collection[str], most: int) -> str:
    listed = ", ".join(list(words)[:most])
    return f"{listed}, …" if len(words) > most else listed


def _head(sentence: str) -> str:
    """What a description says before its first semicolon, colon or further sentence, without the language's aside."""
    first = sentence.removesuffix(".").partition(". ")[0].partition("; ")[0].partition(": ")[0]
    return first.removesuffix(_ASIDE)


def _lower(clause: str) -> str:
    """A sentence's beginning inside another one; `IT` stays what it is."""
    return clause[:1].lower() + clause[1:] if clause[1:2].islower() or clause[1:2] == " " else clause
