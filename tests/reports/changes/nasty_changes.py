"""Changes and a trend in which all that strangers write is one nasty text."""

from __future__ import annotations

from datetime import date

from reports.nasty import nasty_audit
from stackaudit.model.audit import SubjectName
from stackaudit.model.changes import Changes, Edit, Moment, Moved, ScoreMove, Trend


def nasty_changes(text: str) -> Changes:
    """Changes with something of every kind; a finding each is new, returned, resolved, accepted and reweighed."""
    audit = nasty_audit(text)
    one, two = audit.findings
    system = SubjectName("system", text, text)
    return Changes(
        old=text,
        new=text,
        before=audit,
        after=audit,
        moved=(Moved("system", (system,), (system,)),),
        edits=(Edit(system, "regions", text, ""), Edit(system, "name", "", text)),
        flows_added=((text, text, text),),
        flows_removed=((text, text, text),),
        regions_added=((text, (system,)),),
        regions_removed=((text, (system,)),),
        scores=(ScoreMove(text, (1.0, 2.0), (3.0, 4.0)), ScoreMove("overall", None, (5.0, 5.0))),
        appeared=(one,),
        resolved=(two,),
        unchanged=1,
        renamed=((system, system),),
        accepted=(two,),
        returned=(one,),
        reweighed=((one, two),),
    )


def nasty_trend(text: str) -> Trend:
    """Two states that could be audited and a broken one."""
    counts = (("critical", 0), ("high", 2), ("medium", 1), ("low", 0), ("info", 0))
    sound = Moment("a" * 40, date(2026, 1, 5), 3, 1200, counts, 40, 60, "", text, text)
    later = sound._replace(on=date(2026, 2, 9), systems=9, annual_cost=2_400_000, low=50.9)
    return Trend((sound, later, sound._replace(revision="b" * 40, problem=text)))
