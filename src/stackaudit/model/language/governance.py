"""Keys that say how marketing and IT work together."""

from stackaudit.model.language.fields import (
    Field,
    Kind,
    day,
    day_or_no,
    many,
    money,
    number,
    record,
    record_or_none,
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
    "first_delivery": day_or_no(
        "When the first useful part is in use; false where nothing is before all of it is done."
    ),
    "ends": day("When all of it is done."),
    "cost": money("What all of it costs."),
    "owner": team("The team that answers for it."),
}

GOVERNANCE: dict[str, Field] = {
    "joint_group": record_or_none(
        "The group in which marketing and IT decide together; `none` where there is no such group.",
        name=text("What the group is called."),
        leads=many(
            "The roles that lead it; each is the `lead` of a team, or a team's id.", text("A role, such as cmo.")
        ),
        meets=word("How often it meets.", dict.fromkeys(MEETINGS, "")),
        last_met=day_or_no("When it met last; false for never."),
    ),
    "liaison": record_or_none(
        "The person between IT and marketing, by role; `none` where there is nobody.",
        name=text("The role's name."),
        team=team("The team that the role belongs to."),
    ),
    "architect": record_or_none(
        "The person who sees to it that marketing's systems fit together, by role; `none` where there is nobody.",
        name=text("The role's name, such as solution architect."),
        team=team("The team that the role belongs to."),
    ),
    "hiring": record(
        "How the people between marketing and IT are hired, such as the head of marketing technology.",
        decided_by=many("The teams that choose them.", team("A team.")),
    ),
    "roadmap": record_or_none(
        "The common plan; `none` where there is no plan.",
        owners=many("The teams that own it; an empty list says nobody.", team("A team.")),
        reviewed=day_or_no("When both sides last went through it; false for never."),
        items=Field(Kind.LISTED, "What is planned.", fields=ROADMAP_ITEM),
    ),
    "shared_metrics": many(
        "Figures that both sides are measured by; an empty list says that there are none.", text("A figure's name.")
    ),
    "customer": record_or_none(
        "The one customer; `none` where nobody has agreed on one.",
        definition=text("Who counts as a customer, in a sentence; `none` where there is none that all agree on."),
        master=system("The system whose record of a customer wins; `nobody` where none does."),
    ),
    "survey": record_or_none(
        "What both sides said when asked; `none` where nobody asked them.",
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
