"""Keys of one integration: a directed flow of data from one system to another."""

from stackaudit.model.language.fields import Field, Kind, day, day_or_no, flag, many, system, team, text, word
from stackaudit.model.language.taxonomy import DATA_CATEGORIES
from stackaudit.model.language.words import DIRECTIONS, METHODS, RHYTHMS

INTEGRATION: dict[str, Field] = {
    "from": system("The system that sends.", required=True),
    "to": system("The system that receives.", required=True),
    "via": system("The integration platform that carries it."),
    "name": text("What people call this flow."),
    "data": many(
        "The kinds of data that flow.",
        Field(Kind.WORD, "A kind of data.", words=DATA_CATEGORIES, open_words=True),
    ),
    "method": word("How the data gets across.", METHODS),
    "direction": word("Whether data flows back as well; one-way unless stated.", DIRECTIONS, default="one-way"),
    "runs": Field(Kind.RHYTHM, "How often it runs: a word or a duration such as 2d.", words=dict.fromkeys(RHYTHMS, "")),
    "last_ran": day("When it last ran to its end."),
    "owner": team("The team that answers for it."),
    "encrypted": flag("Whether the data is encrypted on its way."),
    "monitored": flag("Whether somebody is told when it fails."),
    "verified": day_or_no("When somebody last looked whether this is still so."),
    "notes": text("Anything else worth knowing."),
}
