"""What an inventory says about evidence, and the facts of a tool that evidence shows."""

from stackaudit.model.evidence import MARK_KINDS, RISKS, SOURCES
from stackaudit.model.language.fields import (
    Field,
    Kind,
    day,
    flag,
    many,
    money,
    number,
    record,
    text,
    whole,
    word,
)

IGNORED: dict[str, Field] = {
    "name": text(
        "What evidence calls it: a merchant, an app, a host, or a product; `*` stands for anything.", required=True
    ),
    "reason": text("Why it is no business of this inventory.", required=True),
}

TRACE: dict[str, Field] = {
    "paid": text("A payment: the merchant, as it stands on the statement."),
    "signed_in": text("An app that people sign in to: its name."),
    "granted": text("An app that was granted access: its name."),
    "tag": text("A tag on a page: the host, or what `mark` says."),
    "record": text("A record in the domain name system: its value."),
    "listed": text("A name on a list."),
    "on": day("The day of it."),
    "times": whole("How often it was recorded.", low=1),
    "amount": number("What was paid; negative for a refund.", low=-1e12),
    "currency": text("The three-letter code of the amount's currency, where it is not the organisation's."),
    "team": text("The cost centre or team."),
    "payer": text("The card, masked."),
    "users": whole("How many people use it."),
    "scopes": many("The permissions that were granted.", text("A permission.")),
    "risk": word("The class of the access that was granted.", RISKS),
    "mark": word("What kind of text a tag or a record is.", MARK_KINDS),
    "site": text("The website or domain that it was seen on."),
    "via": text("The tag manager's container that brings it."),
}
"""A trace that somebody noted by hand: exactly one of the first six keys says what was seen."""

EVIDENCE_FILE: dict[str, Field] = {
    "reader": text("The reader that knows this file, where its content does not tell; `none` leaves the file out."),
    "columns": record(
        "The names of a ledger's columns, where its headers do not tell.",
        date=text("The column of the day."),
        merchant=text("The column of the merchant or supplier."),
        description=text("The column that says more, where the merchant is only a payment provider."),
        amount=text("The column of the amount."),
        debit=text("The column of what was paid, where credits have a column of their own."),
        credit=text("The column of what came back."),
        direction=text("The column that says whether a line is a debit or a credit."),
        currency=text("The column of the currency."),
        team=text("The column of the cost centre or team."),
        payer=text("The column of the card."),
    ),
    "currency": text("The three-letter code of the currency, where no column says it."),
    "days": word("How days are written.", dict.fromkeys(("day-first", "month-first", "year-first"), "")),
    "decimal": word("What parts the cents.", dict.fromkeys(("comma", "point"), "")),
    "sign": word("Which sign a payment has.", dict.fromkeys(("paid-is-positive", "paid-is-negative"), "")),
}

EVIDENCE: dict[str, Field] = {
    "files": Field(
        Kind.KEYED,
        "What the content of files does not tell, by the files' names; `*` stands for anything.",
        fields=EVIDENCE_FILE,
    ),
    "traces": Field(Kind.LISTED, "Traces that were noted by hand.", fields=TRACE),
}
"""The keys of YAML files in a folder of evidence."""

TOOL: dict[str, Field] = {
    "name": text("The product's name, or what evidence calls it."),
    "declared": flag("Whether a system of the inventory is it, in whatever state of its life."),
    "systems": many("The systems of the inventory that it is.", Field(Kind.SYSTEM, "A system.")),
    "owned": flag("Whether one of these systems has an owner; unknown where none says."),
    "sureness": word("How sure it is which tool this is.", {"likely": "", "certain": ""}),
    "sources": many("What shows it.", word("A source.", dict.fromkeys(SOURCES, ""))),
    "shown_by": word(
        "The trace that weighs most of those that show it, in the order of these words.",
        dict.fromkeys(("payment", "sign-on", "grant", "tag", "record", "listing"), ""),
    ),
    "product": record("The product.", id=text("Its id in the catalogue."), known=flag("Whether the catalogue has it.")),
    "vendor": text("Who sells it."),
    "category": Field(Kind.CATEGORY, "What it is for."),
    "group": text("The group of the category, such as social or business."),
    "central": flag("Whether tools of its category keep central records: customers, orders, money, staff, passwords."),
    "paid": record(
        "What ledgers say; unknown where none was read.",
        found=flag("Whether a ledger shows it."),
        current=flag("Whether more was paid than came back in the last twelve months that ledgers cover."),
        annual=money("What was paid in the last twelve months that ledgers cover, less what was refunded."),
        times=whole("How many payments there were in that time."),
        first=day("The first payment."),
        last=day("The last payment."),
        teams=many("The teams or cost centres that paid, the largest amount first.", text("A team.")),
        team_count=whole("How many teams or cost centres paid."),
        cards=whole("How many cards paid; unknown where ledgers do not tell cards apart."),
    ),
    "signed_in": record(
        "What identity providers say; unknown where no list of theirs was read.",
        found=flag("Whether people sign in to it or granted it access."),
        users=whole("How many people do, as far as the lists say."),
        last=day("When it was used last, as far as the lists say."),
    ),
    "granted": record(
        "Access to data that people granted.",
        found=flag("Whether somebody granted any."),
        risk=word("The worst class of access.", RISKS),
        scopes=many("The permissions, as the provider names them.", text("A permission.")),
    ),
    "seen": record(
        "What websites and domains show of it.",
        found=flag("Whether a tag or a record shows it; unknown where no website and no domain was looked at."),
        on_pages=flag("Whether a tag on a page shows it."),
        last=day("When it was seen last."),
        sites=many("The websites whose pages show it, or else the domains.", text("A site.")),
        sites_not_asking=many("Those on which no known consent tool was seen.", text("A site.")),
        by_tag_manager=flag("Whether only a tag manager's container brings it."),
        needs_consent=flag("Whether its tags follow visitors, so that they must be asked."),
        consent_asked=flag("Whether a consent tool stands on every site where its tags are."),
        plumbing=flag("Whether it only delivers: libraries, fonts, content delivery, hosting."),
    ),
    "listed": record(
        "What lists of names say.",
        found=flag("Whether a list names it."),
    ),
    "agreed": record(
        "What IT has agreed to for the same job.",
        found=flag("Whether the inventory has such a system."),
        systems=many("These systems.", text("A system's name.")),
    ),
}
"""The facts of a tool that evidence shows. They are worked out, not written down: no file has these keys."""
