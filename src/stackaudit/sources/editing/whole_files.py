"""A whole new inventory, as if written by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.edits import Put
from stackaudit.model.language import INVENTORY
from stackaudit.sources.editing.comments import comment_lines
from stackaudit.sources.editing.editing import edited

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from stackaudit.model.imports import Value

_NAME = "the new inventory"


def written_inventory(sections: Mapping[str, Value], above: Sequence[str] = ()) -> str:
    """The text of an inventory with these sections, in the language's order, each entry in the order that it has.

    `above` are comment lines at the top. Systems stand on a line each where all of them fit, otherwise on lines of
    their own with blank lines between. Where comments belong to entries, `edited` with an empty text writes the same.
    """
    order = {section: index for index, section in enumerate(INVENTORY)}
    known = sorted(sections, key=lambda section: order.get(section, len(order)))
    head = "".join(f"{line}\n" for text in above for line in comment_lines(text, 0))
    body = edited(_NAME, "", [Put((section,), sections[section]) for section in known])
    return f"{head}{body}"
