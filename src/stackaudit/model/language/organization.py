"""Keys of the organisation, its teams and its kinds of data."""

from stackaudit.model.language.fields import Field, Kind, day, flag, many, money, record, team, text, whole, word
from stackaudit.model.language.words import SIDES

_REGION = text("A region, such as eu, uk, us or ch.")

ORGANIZATION: dict[str, Field] = {
    "name": text("The organisation's name, as it should stand on reports."),
    "currency": text("The three-letter code of the currency in which plain amounts are meant, such as EUR."),
    "exchange_rates": Field(
        Kind.NUMBERS,
        "For each other currency, what one unit of it is worth in the organisation's currency.",
        low=0,
    ),
    "revenue": money("Revenue per year."),
    "employees": whole("How many people work here."),
    "regions": many("Where personal data may live.", _REGION),
    "spend": record(
        "What is spent on technology per year, as the books say.",
        marketing_technology=money("Technology that marketing pays for."),
        it=money("IT's whole budget."),
        marketing=money("Marketing's whole budget."),
    ),
}

TEAM: dict[str, Field] = {
    "name": text("The team's name, where the id does not say it."),
    "side": word("The side of the house that the team belongs to.", SIDES),
    "lead": text("The role that leads the team, such as cmo. A role, not a person's name."),
    "embeds": many(
        "Sides whose people sit inside this team; an empty list says that none do.", word("A side of the house.", SIDES)
    ),
    "size": whole("How many people the team has."),
    "part_of": team("The team that this one belongs to."),
    "cost_centres": many(
        "What ledgers call this team: its cost centres or departments; `*` stands for any ending.",
        text("A cost centre, as it is written in the ledgers."),
    ),
}

DATA_KIND: dict[str, Field] = {
    "name": text("What the kind is called, where the id does not say it."),
    "definition": text("What counts as one of these, in a sentence."),
    "also": many("Other words that people use for it.", text("A word.")),
    "personal": flag("Whether it is about people."),
    "shared": flag(
        "Whether other departments may work with it; false for data that must stay where it is, such as pay."
    ),
    "owner": record(
        "Who answers for this kind of data.",
        business=team("The team that decides about it."),
        technical=team("The team that keeps it."),
    ),
    "defined": day("When the definition was last agreed."),
}
