"""Holds an audit against a baseline: what is new, and what no longer occurs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from stackaudit.analysis.auditing import fingerprint
from stackaudit.analysis.totalling import at_stake, missing_facts
from stackaudit.model.audit import SinceBaseline
from stackaudit.model.baselines import Baseline, Known

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from stackaudit.model.audit import Audit, Finding, Undetermined


def baseline_of(audit: Audit, file: str, *, undetermined: bool = False) -> Baseline:
    """The baseline that knows everything in an audit; the `undetermined` questions only where they are asked for."""
    questions = audit.undetermined if undetermined else ()
    return Baseline(file, _known(audit.findings), {_mark(item): _entry(item) for item in questions})


def new_since(audit: Audit, baseline: Baseline, known_rules: Collection[str]) -> Audit:
    """The audit with what the baseline does not know, and with what that leaves aside and what is gone.

    Money at stake and missing facts are those of what is new; scores stay those of the whole stack. An entry is gone
    where its rule was asked and found nothing of the kind, or is none of `known_rules` any more.
    """
    findings = tuple(f for f in audit.findings if f.fingerprint not in baseline.findings)
    known = tuple(f for f in audit.findings if f.fingerprint in baseline.findings)
    questions = audit.undetermined
    if baseline.undetermined:
        questions = tuple(item for item in questions if _mark(item) not in baseline.undetermined)
    return replace(
        audit,
        findings=findings,
        undetermined=questions,
        missing=missing_facts(questions) if baseline.undetermined else audit.missing,
        totals=replace(audit.totals, at_stake=at_stake(findings)),
        baseline=SinceBaseline(
            baseline.file,
            known,
            len(audit.undetermined) - len(questions),
            _gone(audit, baseline, known_rules),
        ),
    )


def without_the_gone(audit: Audit, baseline: Baseline, known_rules: Collection[str]) -> Baseline:
    """The baseline without the entries that no longer occur, and with the present names of the others.

    What is new is not taken in, and what rules that were not asked have found stays.
    """
    present = _known(audit.findings)
    open_now = {_mark(item): _entry(item) for item in audit.undetermined} if baseline.undetermined else {}
    return Baseline(
        baseline.file,
        _kept(baseline.findings, present, audit, known_rules),
        _kept(baseline.undetermined, open_now, audit, known_rules),
    )


def _gone(audit: Audit, baseline: Baseline, known_rules: Collection[str]) -> tuple[Known, ...]:
    left = without_the_gone(audit, baseline, known_rules)
    gone = [entry for mark, entry in baseline.findings.items() if mark not in left.findings]
    gone += [entry for mark, entry in baseline.undetermined.items() if mark not in left.undetermined]
    return tuple(sorted(gone))


def _kept(
    entries: Mapping[str, Known],
    present: Mapping[str, Known],
    audit: Audit,
    known_rules: Collection[str],
) -> dict[str, Known]:
    """The entries that are still present, and those whose rules were left out."""
    kept = {}
    for mark, entry in entries.items():
        if mark in present:
            kept[mark] = present[mark]
        elif entry.rule in known_rules and entry.rule not in audit.rules:
            kept[mark] = entry
    return kept


def _known(findings: tuple[Finding, ...]) -> dict[str, Known]:
    return {finding.fingerprint: _entry(finding) for finding in findings}


def _mark(item: Undetermined) -> str:
    return fingerprint(item.rule, item.subjects)


def _entry(item: Finding | Undetermined) -> Known:
    return Known(item.rule, tuple(subject.name for subject in item.subjects))
