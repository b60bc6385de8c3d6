"""The inventory language: every key, what it holds and what it means.

This table is the one source of the language: the reader checks files against it, the published JSON Schema is
written from it, and rules may only ask for facts that stand in it.
"""

from stackaudit.model.language.evidence import IGNORED, TOOL
from stackaudit.model.language.fields import Field, Kind
from stackaudit.model.language.governance import GOVERNANCE, ROADMAP_ITEM
from stackaudit.model.language.integrations import INTEGRATION
from stackaudit.model.language.journeys import JOURNEY
from stackaudit.model.language.organization import DATA_KIND, ORGANIZATION, TEAM
from stackaudit.model.language.systems import SYSTEM

VERSION = 1

INVENTORY: dict[str, Field] = {
    "stackaudit": Field(Kind.WHOLE, "Version of the inventory language; 1 today.", low=1, high=VERSION),
    "organization": Field(Kind.RECORD, "Who the inventory is about.", fields=ORGANIZATION),
    "teams": Field(Kind.KEYED, "The teams that own, buy and run systems; each key is the team's id.", fields=TEAM),
    "governance": Field(Kind.RECORD, "How marketing and IT work together.", fields=GOVERNANCE),
    "data": Field(
        Kind.KEYED,
        "Kinds of data that the organisation names, such as customer or order; each key is the kind's id.",
        fields=DATA_KIND,
    ),
    "systems": Field(
        Kind.SYSTEMS,
        "The applications and services in use; each key is the system's id. A plain list of product names will do.",
        fields=SYSTEM,
    ),
    "integrations": Field(
        Kind.LISTED,
        "Flows of data from one system to another. Once this key is there, what is not listed does not exist.",
        fields=INTEGRATION,
    ),
    "journeys": Field(
        Kind.KEYED,
        "Lines of the transit map as you know them, such as from lead to order; each key is the line's id.",
        fields=JOURNEY,
    ),
    "ignore": Field(Kind.LISTED, "Names in the evidence that are no business of this inventory.", fields=IGNORED),
}

SUBJECTS: dict[str, dict[str, Field]] = {
    "organization": {
        "organization": INVENTORY["organization"],
        "governance": INVENTORY["governance"],
    },
    "team": TEAM,
    "system": SYSTEM,
    "integration": INTEGRATION,
    "roadmap item": ROADMAP_ITEM,
    "data kind": DATA_KIND,
    "evidence": TOOL,
}
"""What a rule may be for, and the keys whose values are facts of such a subject; `evidence` is a tool that evidence
shows."""

__all__ = ["INVENTORY", "SUBJECTS", "VERSION", "Field", "Kind"]
