"""Causes: which findings are told as one gap, what sets them right, and how much work that is."""

from __future__ import annotations

from typing import NamedTuple


class Cause(NamedTuple):
    """One reason for findings of several rules.

    A finding of one of `rules` belongs to it; one of `follows` does so where one of its systems is concerned already.
    `effort` is a key of `EFFORTS`; `sides` have to act besides the teams that the findings name.
    """

    title: str
    rules: tuple[str, ...]
    fix: str
    effort: str
    sides: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()


def _of(theme: str, ids: str) -> tuple[str, ...]:
    return tuple(f"{theme}/{each}" for each in ids.split())


CAUSES = (
    Cause(
        "Leads do not get through to sales",
        (
            *_of("integration", "lead-path-broken crm-automation-not-linked crm-automation-one-way"),
            *_of("integration", "automation-without-crm crm-without-automation"),
            *_of("experience", "leads-arrive-late"),
        ),
        "Let leads run by themselves from marketing's tools to the CRM, and let their outcome run back. Agree on one "
        "team that answers for the link.",
        "weeks",
        ("it",),
        _of("integration", "flow-by-hand flow-without-owner sync-stale"),
    ),
    Cause(
        "In use without IT's agreement",
        _of(
            "shadow-it",
            "bought-without-it paid-by-card personal-data-without-it live-without-security-review "
            "marketing-spends-alone",
        ),
        "Sit down with IT for each of these: review its security and its contract, connect it to single sign-on and "
        "move it from the card to a contract; or retire it.",
        "days",
        ("it",),
        (
            *_of("security", "no-single-sign-on no-second-factor shared-accounts no-audit-log never-reviewed"),
            *_of("privacy", "no-agreement no-legal-basis no-retention"),
        ),
    ),
    Cause(
        "Used, and not in the inventory",
        _of(
            "shadow-it",
            "paid-not-declared signed-in-not-declared access-granted-not-declared seen-not-declared "
            "listed-not-declared domain-record-not-declared agreed-elsewhere used-not-paid many-cards-pay "
            "paid-by-two-teams tag-nobody-owns",
        ),
        "Ask the teams that evidence names what each tool is for. Then declare it with an owner, or cancel it and "
        "close its accounts.",
        "days",
        ("it",),
    ),
    Cause(
        "Personal data where it may not be",
        (
            *_of("privacy", "region-not-allowed personal-data-flows-on sensitive-data-misplaced data-left-behind"),
            *_of("security", "production-data-in-sandbox"),
        ),
        "Agree on a safeguard with the vendor or move the data, mask what is only tried out, and cut flows that pass "
        "personal data on to such places.",
        "weeks",
        ("it",),
        _of("shadow-it", "sandbox-past-its-end sandbox-too-long"),
    ),
    Cause(
        "Visitors tracked without a yes",
        _of("privacy", "tracking-without-consent tracker-without-consent"),
        "Ask visitors before these tags load, or take the tags out.",
        "days",
    ),
    Cause(
        "Personal data without the papers",
        _of("privacy", "no-agreement agreement-outdated no-legal-basis no-retention"),
        "Sign or renew the agreement with the vendor, name the legal basis, and decide how long the data is kept.",
        "days",
    ),
    Cause(
        "The customer is not the same everywhere",
        (
            *_of("experience", "customer-record-not-shared customer-news-arrives-late"),
            *_of("integration", "service-desk-not-joined"),
            *_of("governance", "customer-master-disputed customer-not-defined customer-without-live-master"),
            *_of("duplicates", "two-masters"),
        ),
        "Decide which record of a customer wins, connect sales, service and marketing to it, and let the other systems "
        "read from it.",
        "weeks",
        ("marketing", "it"),
    ),
    Cause(
        "Shop and back office do not meet",
        (*_of("integration", "storefront-not-joined"), *_of("experience", "orders-arrive-late")),
        "Connect the shop with orders, logistics and billing, so that nobody types orders or stock.",
        "weeks",
        ("it",),
    ),
    Cause(
        "Stopped on paper only",
        (
            *_of("shadow-it", "rejected-still-paid rejected-still-connected retired-still-tagged retired-still-used"),
            *_of("shadow-it", "sandbox-past-its-end sandbox-too-long evaluation-never-ended"),
            *_of("portfolio", "retired-still-paid retiring-renews"),
            *_of("integration", "retired-still-connected"),
            *_of("inventory", "retirement-overdue retirement-undated"),
        ),
        "Carry the decision out: cancel the payment, take out tags and flows and close the accounts; or decide anew.",
        "days",
    ),
    Cause(
        "Outages that nobody would answer for",
        (
            *_of("experience", "nobody-on-call not-monitored uptime-too-low no-uptime-target no-status-page"),
            *_of("portfolio", "critical-without-support critical-on-free-plan own-hosting-without-care"),
            *_of("integration", "single-point-not-critical"),
        ),
        "Agree on who is called at night, have it watched from outside, and buy the availability that an outage is "
        "worth.",
        "days",
        ("it",),
    ),
    Cause(
        "Plans that are too large to stop",
        _of("governance", "roadmap-item-too-dear roadmap-item-too-long first-delivery-far-off"),
        "Cut each plan so that a first useful part is in use within months, and ask for the money of that part only.",
        "days",
        ("marketing", "it"),
    ),
    Cause(
        "Marketing and IT do not decide together",
        _of(
            "governance",
            "no-joint-group joint-group-of-one-side joint-group-not-met no-liaison no-roadmap roadmap-of-one-side "
            "roadmap-not-reviewed roadmap-item-without-owner no-shared-metrics no-architect hiring-by-one-side "
            "no-it-inside-marketing survey-far-apart no-survey survey-outdated",
        ),
        "Settle it at one table: a group that both sides lead, one roadmap that both own, and figures that both are "
        "measured by.",
        "days",
        ("marketing", "it"),
    ),
    Cause(
        "Nobody answers for it",
        (
            *_of("ownership", "no-business-owner no-technical-owner owner-undeclared owned-by-one-side"),
            *_of("ownership", "data-without-owner data-without-keeper data-owner-undeclared flow-owner-undeclared"),
            *_of("integration", "flow-without-owner"),
        ),
        "Name a team that decides and a team that keeps it running, and write both into the inventory.",
        "hours",
    ),
    Cause(
        "Doors without good locks",
        _of(
            "security",
            "no-single-sign-on no-second-factor shared-accounts key-without-custodian too-many-administrators "
            "single-administrator",
        ),
        "Connect it to single sign-on with a second factor, give everyone an account of their own, and name who keeps "
        "keys and administrators' rights.",
        "days",
        ("it",),
    ),
    Cause(
        "Data that can be read or lost",
        _of("security", "not-encrypted-at-rest not-encrypted-in-transit unencrypted-integration master-without-backup"),
        "Encrypt it where it lies and on its way, and back up the records that win outside their system.",
        "days",
        ("it",),
    ),
    Cause(
        "Security that nobody has looked at",
        _of(
            "security",
            "never-reviewed security-review-overdue no-audit-log no-monitoring personal-data-uncertified",
        ),
        "Plan a review, the gravest systems first; turn logs on and send them to those who watch for attacks.",
        "days",
        ("it",),
    ),
    Cause(
        "The same job paid for twice",
        _of("duplicates", "same-job-twice capability-bought-again two-contracts"),
        "Choose one of them together, move the data over, and let the other contract end.",
        "weeks",
    ),
    Cause(
        "Contracts that renew or end before anybody decides",
        _of(
            "portfolio",
            "notice-missed notice-near contract-ends-soon underused-renews unfit-renews unfit-without-end "
            "end-of-life-near",
        ),
        "Decide on each before the last day of notice, and write the decision down.",
        "hours",
    ),
    Cause(
        "Paid for and not used as agreed",
        _of("portfolio", "seats-unused seats-dear seats-overdrawn paid-more-than-declared"),
        "Count the seats, compare the bills with the contract, and ask for fewer seats at the next renewal.",
        "hours",
    ),
    Cause(
        "Data that stops or travels by hand",
        _of("integration", "flow-by-hand sync-stale ring-of-syncs"),
        "Replace files and typing by a connection that somebody watches, and repair what has stopped.",
        "weeks",
    ),
    Cause(
        "Spend that the inventory does not explain",
        _of("inventory", "spend-unexplained cost-missing cost-not-converted"),
        "Go through the ledger with finance, add the systems that are missing, and state what the others cost.",
        "days",
        ("finance",),
    ),
    Cause(
        "What the inventory does not say, or says no more",
        _of(
            "inventory",
            "facts-missing data-not-stated criticality-missing regions-not-stated contract-end-missing "
            "if-gone-missing no-category unknown-product not-verified flow-not-verified fit-missing "
            "fit-rated-long-ago seats-counted-long-ago renewal-date-past team-without-lead team-without-side",
        ),
        "Go through the open questions with the teams that are named there; an afternoon with both owners fills most "
        "of an entry.",
        "hours",
    ),
)
"""Causes that cross rules; a rule that stands in none is a cause of its own."""

EFFORT_OF_THEMES = {
    "shadow-it": "days",
    "integration": "weeks",
    "security": "days",
    "privacy": "days",
    "duplicates": "weeks",
    "ownership": "hours",
    "governance": "days",
    "portfolio": "days",
    "experience": "days",
    "data": "days",
    "inventory": "hours",
}
"""The effort where a rule stands in no cause; themes of users' rules take days."""
