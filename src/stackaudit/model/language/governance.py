"""Keys that say how marketing and IT work together."""

from stackaudit.model.language.fields import (
    Field,
    Kind,
    day,
    many,
    money,
    number,
    record,
    span,
    system,
    team,
    text,
    word,
)
from stackaudit.model.language.words import MEETINGS

ROADMAP_ITEM: dict[str, Field] = {
    "name": text("What will be there when it is done.", required=True),
    "starts": day("When work starts or started."),
    "first_delivery": day("When the first useful part is in use."),
    "ends": day("When all of it is done."),
    "cost": money("What all of it costs."),
    "owner": team("The team that answers for it."),
}

GOVERNANCE: dict[str, Field] = {
    "joint_group": record(
        "The group in which marketing and IT decide together.",
        name=text("What the group is called."),
        leads=many("The roles that lead it.", text("A role, such as cmo.")),
        meets=word("How often it meets.", dict.fromkeys(MEETINGS, "")),
        last_met=day("When it met last."),
    ),
    "liaison": record(
        "The person between IT and marketing, by role.",
        name=text("The role's name."),
        team=team("The team that the role belongs to."),
    ),
    "roadmap": record(
        "The common plan.",
        owners=many("The teams that own it.", team("A team.")),
        reviewed=day("When both sides last went through it."),
        items=Field(Kind.LISTED, "What is planned.", fields=ROADMAP_ITEM),
    ),
    "shared_metrics": many("Figures that both sides are measured by.", text("A figure's name.")),
    "customer": record(
        "The one customer.",
        definition=text("Who counts as a customer, in a sentence."),
        master=system("The system whose record of a customer wins."),
    ),
    "survey": record(
        "What both sides said when asked.",
        asked=day("When they were asked."),
        shared_ownership=record(
            "Percent who see technology as owned together.",
            it=number("Percent among IT.", high=100),
            marketing=number("Percent among marketing.", high=100),
        ),
    ),
    "sandbox": record(
        "The fast lane: what a team may try without the full procedure.",
        longest=span("How long a sandbox may live."),
        most_cost=money("What a sandbox may cost per year."),
    ),
}
