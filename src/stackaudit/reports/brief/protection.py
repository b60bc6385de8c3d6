"""How systems are protected: a row for each that holds personal data or of which something was found."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from stackaudit.reports.brief.writing import further, name, plain, table
from stackaudit.reports.terminal.lines import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.briefing import Briefing, SystemSheet
    from stackaudit.model.inventory import Subject

_MOST = 80
_MOST_REGIONS = 6
_THEMES = frozenset({"security", "privacy"})
_HEADINGS = ["System", "Personal data", "Data in", "Single sign-on", "Second factor", "Encrypted", "Agreement"]
_HEADINGS += ["Reviewed", "Findings:", "Open:"]


def protection_chapter(briefing: Briefing) -> Iterator[str]:
    """The table, the worst first, and what it leaves out."""
    used = [sheet for sheet in briefing.sheets if sheet.system.facts.get("in_use")]
    told = [sheet for sheet in used if _concerns(sheet)]
    told.sort(key=_worst_first)
    if not told:
        yield "No system in use is known to hold personal data, and nothing was found about security or privacy."
        yield ""
        return
    yield "A `?` is not a no: nobody has stated it. **Bold** is what needs a look."
    yield ""
    yield from table(_HEADINGS, (_row(sheet) for sheet in told[:_MOST]))
    yield from further(len(told) - _MOST, "systems")
    rest = len(used) - len(told)
    if rest:
        yield (
            f"Not in the table: {counted(rest, 'system')} in use that state no personal data, and of which nothing was "
            "found."
        )
        yield ""


def _concerns(sheet: SystemSheet) -> bool:
    """Whether personal data lies in a system, or something about its security or privacy was found or stayed open."""
    return sheet.system.facts.get("data.personal") is True or any(_counts(sheet))


def _counts(sheet: SystemSheet) -> tuple[int, int]:
    return (
        sum(finding.theme in _THEMES for finding in sheet.findings),
        sum(item.theme in _THEMES for item in sheet.undetermined),
    )


def _worst_first(sheet: SystemSheet) -> tuple[int, int, str, str]:
    worst = max((finding.severity for finding in sheet.findings if finding.theme in _THEMES), default=-1)
    return -worst, -_counts(sheet)[0], sheet.system.name.casefold(), sheet.system.id


def _row(sheet: SystemSheet) -> tuple[str, ...]:
    system = sheet.system
    found, still_open = _counts(sheet)
    return (
        name(system.name),
        "sensitive" if system.facts.get("data.sensitive") is True else _yes(system, "data.personal", wanted=None),
        _regions(system),
        _yes(system, "security.sso"),
        _yes(system, "security.second_factor"),
        _encrypted(system),
        _day(system, "privacy.agreement", never="**no**"),
        _day(system, "security.reviewed", never="**never**"),
        str(found) if found else "",
        str(still_open) if still_open else "",
    )


def _yes(system: Subject, fact: str, *, wanted: bool | None = True) -> str:
    """A yes, a no or a question mark; bold where it is not what is wanted."""
    value = system.facts.get(fact)
    if not isinstance(value, bool):
        return "?"
    word = "yes" if value else "no"
    return f"**{word}**" if wanted is not None and value is not wanted else word


def _regions(system: Subject) -> str:
    regions = system.facts.get("regions")
    if not isinstance(regions, tuple):
        return "?"
    outside = system.facts.get("regions.outside")
    outside = outside if isinstance(outside, tuple) and "privacy.transfer" not in system.facts else ()
    told = ((name(region) or "?", region in outside) for region in regions[:_MOST_REGIONS])
    return ", ".join(f"**{region}**" if is_outside else region for region, is_outside in told)


def _encrypted(system: Subject) -> str:
    places = system.facts.get("security.encrypted")
    if not isinstance(places, tuple):
        return "?"
    return plain(" and ".join(place.replace("-", " ") for place in places)) if places else "**no**"


def _day(system: Subject, fact: str, *, never: str) -> str:
    """A day, a bold word where it is stated that there is none, or a question mark."""
    value = system.facts.get(fact)
    return value.isoformat() if isinstance(value, date) else never if value is False else "?"
