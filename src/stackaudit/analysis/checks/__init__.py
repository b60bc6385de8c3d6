"""The checks: named questions of the graph that a rule may ask, one file each, in this one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.checks import (
    counterpart_missing,
    islands,
    not_joined,
    one_way,
    path_broken,
    personal_data_onward,
    rings,
    same_job,
    single_points,
    two_contracts,
    two_masters,
    unagreed_spend,
)

if TYPE_CHECKING:
    from stackaudit.analysis.checks.check import Check

CHECKS: dict[str, Check] = {
    "counterpart-missing": counterpart_missing.CHECK,
    "islands": islands.CHECK,
    "not-joined": not_joined.CHECK,
    "one-way": one_way.CHECK,
    "path-broken": path_broken.CHECK,
    "personal-data-onward": personal_data_onward.CHECK,
    "rings": rings.CHECK,
    "same-job": same_job.CHECK,
    "single-points": single_points.CHECK,
    "two-contracts": two_contracts.CHECK,
    "two-masters": two_masters.CHECK,
    "unagreed-spend": unagreed_spend.CHECK,
}
