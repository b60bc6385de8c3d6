"""The checks: named questions of the graph that a rule may ask, one file each, in this one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.checks import (
    counterpart_missing,
    crossing_links,
    customer_not_reached,
    dear_seats,
    defined_twice,
    facts_missing,
    islands,
    no_master,
    not_joined,
    one_department,
    one_way,
    path_broken,
    personal_data_onward,
    rings,
    same_job,
    single_points,
    two_contracts,
    two_masters,
    unagreed_spend,
    unexplained_spend,
    unknown_product,
    vendor_share,
)

if TYPE_CHECKING:
    from stackaudit.analysis.checks.check import Check

CHECKS: dict[str, Check] = {
    "counterpart-missing": counterpart_missing.CHECK,
    "customer-not-reached": customer_not_reached.CHECK,
    "crossing-links": crossing_links.CHECK,
    "dear-seats": dear_seats.CHECK,
    "defined-twice": defined_twice.CHECK,
    "facts-missing": facts_missing.CHECK,
    "islands": islands.CHECK,
    "no-master": no_master.CHECK,
    "not-joined": not_joined.CHECK,
    "one-department": one_department.CHECK,
    "one-way": one_way.CHECK,
    "path-broken": path_broken.CHECK,
    "personal-data-onward": personal_data_onward.CHECK,
    "rings": rings.CHECK,
    "same-job": same_job.CHECK,
    "single-points": single_points.CHECK,
    "two-contracts": two_contracts.CHECK,
    "two-masters": two_masters.CHECK,
    "unagreed-spend": unagreed_spend.CHECK,
    "unexplained-spend": unexplained_spend.CHECK,
    "unknown-product": unknown_product.CHECK,
    "vendor-share": vendor_share.CHECK,
}
