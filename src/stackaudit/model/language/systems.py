"""Keys of one system: an application or service that the organisation uses."""

from stackaudit.model.language.fields import (
    Field,
    Kind,
    day,
    day_or_no,
    flag,
    many,
    money,
    number,
    record,
    span,
    span_or_no,
    team,
    text,
    whole,
    word,
)
from stackaudit.model.language.taxonomy import DATA_CATEGORIES, DATA_SUBJECTS
from stackaudit.model.language.words import (
    CERTIFICATIONS,
    CRITICALITIES,
    ENCRYPTIONS,
    ENVIRONMENTS,
    HOSTINGS,
    LEGAL_BASES,
    LIFECYCLES,
    PURCHASES,
    SUPPORTS,
)

_DATA = record(
    "What data the system holds.",
    categories=many(
        "Kinds of data, with the keys of the Fides taxonomy; `contact` stands for `user.contact`.",
        Field(Kind.WORD, "A kind of data.", words=DATA_CATEGORIES, open_words=True),
    ),
    subjects=many(
        "The groups of people that the data is about.",
        Field(Kind.WORD, "A group of people.", words=DATA_SUBJECTS, open_words=True),
    ),
    records=whole("How many records."),
    master_of=many(
        "Kinds of record for which this system's version wins, such as customer.", text("A kind of record.")
    ),
    retention=span_or_no("How long personal data is kept, such as 36mo; false where it is never deleted."),
    production=flag("Whether it is real data; false for invented or masked test data."),
    cleaned=day_or_no("When doubles and dead records were last cleared out; false where they never were."),
)

_SECURITY = record(
    "How the system is protected.",
    sso=flag("Whether people sign in through the organisation's single sign-on."),
    mfa=flag("Whether a second factor is needed to sign in."),
    shared_accounts=flag("Whether several people use one account."),
    audit_log=flag("Whether it is recorded who did what."),
    encrypted=many("Where data is encrypted; an empty list says nowhere.", word("A place.", ENCRYPTIONS)),
    monitoring=flag("Whether somebody watches for attacks and misuse."),
    backup=flag("Whether the data is backed up outside the system."),
    certifications=many(
        "Certificates and reports that the vendor holds; an empty list says none.",
        Field(Kind.WORD, "A certificate.", words=CERTIFICATIONS, open_words=True),
    ),
    reviewed=day_or_no("When the security of the system was last reviewed; false for never."),
    admins=whole("How many people are administrators."),
    keys=flag("Whether access keys or service accounts exist."),
    key_custodian=team("The team that keeps the access keys."),
    key_deputy=team("The team that can take the keys over; `nobody` says that nobody can."),
)

SYSTEM: dict[str, Field] = {
    "name": text("The name that people use; a product's name is looked up in the catalogue.", required=True),
    "product": text("The product's name in the catalogue, where `name` is the organisation's own."),
    "aliases": many(
        "Other names under which evidence shows it: on statements, in the sign-on list; `*` stands for any ending.",
        text("A name."),
    ),
    "vendor": text("Who sells it; comes from the catalogue for known products."),
    "category": Field(Kind.CATEGORY, "What it is for: an id of `stackaudit catalogue categories`."),
    "capabilities": many(
        "Other jobs that it does here, as ids of categories; overrides what the catalogue says.",
        Field(Kind.CATEGORY, "A category's id."),
    ),
    "description": text("What it is used for, in a sentence."),
    "environment": word("Which copy of a product this is.", ENVIRONMENTS, default="production"),
    "brand": text("The brand, market or business unit that it serves, where there are several."),
    "url": text("Where people find it."),
    "public": flag("Whether customers and visitors see it."),
    "owner": record(
        "Who answers for it; `nobody` says that nobody does.",
        business=team("The team that decides what it is for and pays."),
        technical=team("The team that keeps it running and connected."),
    ),
    "bought": record(
        "How it came into the house.",
        by=team("The team that bought it."),
        approved_by=many("The teams that agreed; an empty list says that nobody was asked.", team("A team.")),
        how=word("How it is paid.", PURCHASES),
        on=day("When it was bought."),
    ),
    "cost": record(
        "What it costs.",
        annual=money("Per year; 0 for a free plan."),
        seats=whole("How many seats are paid."),
        seats_used=whole("How many of them were used lately."),
        seats_counted=day("When the used seats were last counted."),
        renews=day("When the contract renews or ends."),
        notice=span("How long before that date notice must be given."),
        auto_renews=flag("Whether it renews by itself."),
        paid_by=team("The team whose budget pays, where it is not the one that bought it."),
    ),
    "lifecycle": word("Where it stands in its life; live unless stated.", LIFECYCLES, default="live"),
    "since": day("Since when it is in this state of its life."),
    "ends": day("When the sandbox, the evaluation or the retirement ends."),
    "end_of_life": day("When the vendor stops looking after it, as announced."),
    "hosting": word("Who runs it where.", HOSTINGS),
    "regions": many("Where its data lives, such as eu or us.", text("A region.")),
    "data": _DATA,
    "privacy": record(
        "What privacy law asks for.",
        agreement=day_or_no("When the data-processing agreement was signed; false where there is none."),
        legal_basis=word("Why the organisation may process this data.", LEGAL_BASES),
        transfer=text("The safeguard for data that leaves the allowed regions, such as standard contractual clauses."),
    ),
    "security": _SECURITY,
    "service": record(
        "What is promised.",
        criticality=word("How much an outage hurts.", CRITICALITIES),
        uptime=number("Promised availability in percent, such as 99.9; 0 where nothing is promised.", high=100),
        support=word("Who helps when it breaks.", SUPPORTS),
        monitored=flag("Whether somebody is told when it is down."),
        on_call=team("The team that is called when it is down; `nobody` says that none is."),
        status_page=flag("Whether customers can see elsewhere whether it is up."),
        load_time=number("Seconds until most visitors (three in four) see the main content of its pages.", high=3600),
    ),
    "fit": record(
        "How well it fits, from 1 (badly) to 4 (very well).",
        business=whole("For the people who use it.", low=1, high=4),
        technical=whole("For the people who run and connect it.", low=1, high=4),
        rated=day("When both sides last gave these ratings."),
    ),
    "exit": record(
        "How one gets out of it.",
        export=flag("Whether all of its data can be taken out in a form that another system reads."),
    ),
    "if_gone": text("What happens if it is switched off tomorrow."),
    "verified": record(
        "When somebody last confirmed this entry.",
        on=day("The date."),
        by=team("The team that confirmed it."),
    ),
    "notes": text("Anything else worth knowing."),
}
