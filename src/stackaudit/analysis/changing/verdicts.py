"""Findings and scores of two audits, told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.changing.renames import id_now
from stackaudit.model.changes import ScoreMove
from stackaudit.model.rules import THEMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.audit import Audit, Finding, Score


class FindingsMoved(NamedTuple):
    """Findings as `Changes` tells them apart, each group with the worst first."""

    appeared: tuple[Finding, ...]
    resolved: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    returned: tuple[Finding, ...]
    reweighed: tuple[tuple[Finding, Finding], ...]
    unchanged: int


def findings_moved(old: Audit, new: Audit, renames: Mapping[str, str]) -> FindingsMoved:
    """What of the findings is new, gone, behind an exception now or no longer, and of another severity."""
    was = {finding.fingerprint: finding for finding in old.findings}
    now = {finding.fingerprint: finding for finding in new.findings}
    was_excepted, now_excepted = ({item.finding.fingerprint for item in audit.excepted} for audit in (old, new))
    pairs = [(was[mark], finding) for mark, finding in now.items() if mark in was]
    came = [finding for mark, finding in now.items() if mark not in was and mark not in was_excepted]
    went = [finding for mark, finding in was.items() if mark not in now and mark not in now_excepted]
    again = _told_again(went, came, renames)
    pairs += again
    was_told, is_told = ({pair[end].fingerprint for pair in again} for end in (0, 1))
    return FindingsMoved(
        appeared=tuple(finding for finding in came if finding.fingerprint not in is_told),
        resolved=tuple(finding for finding in went if finding.fingerprint not in was_told),
        accepted=tuple(finding for mark, finding in was.items() if mark in now_excepted),
        returned=tuple(finding for mark, finding in now.items() if mark in was_excepted),
        reweighed=tuple((before, after) for before, after in pairs if before.severity is not after.severity),
        unchanged=len(pairs),
    )


def scores_moved(old: Audit, new: Audit) -> tuple[ScoreMove, ...]:
    """Every score before and after, in the order of the rulebook, the one over all themes last."""
    was, now = ({score.theme: score for score in _scores(audit)} for audit in (old, new))
    order = {theme: index for index, theme in enumerate(THEMES)}
    overall = {audit.overall.theme for audit in (old, new) if audit.overall}
    themes = sorted({*was, *now}, key=lambda theme: (theme in overall, order.get(theme, len(order)), theme))
    return tuple(ScoreMove(theme, _interval(was.get(theme)), _interval(now.get(theme))) for theme in themes)


def _told_again(went: list[Finding], came: list[Finding], renames: Mapping[str, str]) -> list[tuple[Finding, Finding]]:
    """Findings that went and came only because a system they are about goes by another id now."""
    waiting: dict[tuple[str, tuple[tuple[str, str], ...]], list[Finding]] = {}
    for finding in went if renames else ():
        key = _about(finding, renames)
        if key != _about(finding, {}):
            waiting.setdefault(key, []).append(finding)
    pairs = []
    for finding in came if waiting else ():
        known = waiting.get(_about(finding, {}))
        if known:
            pairs.append((known.pop(0), finding))
    return pairs


def _about(finding: Finding, renames: Mapping[str, str]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The rule and the subjects, by the ids that they go by now."""
    subjects = sorted((each.kind, id_now(each.kind, each.id, renames)) for each in finding.subjects)
    return finding.rule, tuple(subjects)


def _scores(audit: Audit) -> tuple[Score, ...]:
    return (*audit.scores, audit.overall) if audit.overall else audit.scores


def _interval(score: Score | None) -> tuple[float, float] | None:
    return (score.low, score.high) if score else None
