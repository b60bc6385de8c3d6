"""Keys of a journey: systems that serve one purpose one after the other, a line of the transit map."""

from stackaudit.model.language.fields import Field, Kind, many, text

JOURNEY: dict[str, Field] = {
    "name": text("What people call it, where the id does not say it."),
    "description": text("What it is for, in a sentence."),
    "systems": many("The systems in the order in which data passes them.", Field(Kind.SYSTEM, "A system.")),
}
