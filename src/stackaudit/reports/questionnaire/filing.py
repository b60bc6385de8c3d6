"""One file of a questionnaire for each team, under names that every file system takes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from stackaudit.model.ids import id_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.questionnaire import Questionnaire


def one_file_each(questionnaire: Questionnaire, ending: str) -> Iterator[tuple[str, Questionnaire]]:
    """For each letter a name such as `questions-marketing.md`, and a questionnaire of that letter alone."""
    taken: set[str] = set()
    for letter in questionnaire.letters:
        wanted = f"questions-{id_of(letter.team) or 'to-nobody-named'}"
        name, number = wanted, 1
        while name in taken:
            number += 1
            name = f"{wanted}-{number}"
        taken.add(name)
        yield f"{name}.{ending}", replace(questionnaire, letters=(letter,))
