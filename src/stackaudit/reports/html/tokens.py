"""Numbers for teams and sides, which stand in the page in place of strangers' words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stackaudit.reports.html.belonging import Belonging


class Choice(NamedTuple):
    """One entry of a filter: what rows carry, and what readers choose."""

    token: int
    name: str


class Tokens:
    """Numbers the teams that anything belongs to, and their sides."""

    def __init__(self, belonging: Belonging) -> None:
        self._belonging = belonging
        self._teams: dict[str, int] = {}
        self._sides: dict[str, int] = {}
        self._given: dict[tuple[str, ...], str] = {}

    def of(self, teams: tuple[str, ...]) -> str:
        """The numbers of some teams and of their sides, parted by spaces."""
        known = self._given.get(teams)
        if known is None:
            known = self._given[teams] = " ".join(map(str, self._numbers(teams)))
        return known

    def teams(self) -> tuple[Choice, ...]:
        """The teams that were numbered, by their names."""
        named = [Choice(number, self._belonging.name(team)) for team, number in self._teams.items()]
        return tuple(sorted(named, key=lambda choice: (choice.name.casefold(), choice)))

    def sides(self) -> tuple[Choice, ...]:
        """The sides that were numbered, by their names."""
        return tuple(sorted(self.choices(self._sides), key=lambda choice: choice.name))

    @staticmethod
    def choices(numbers: Mapping[str, int]) -> tuple[Choice, ...]:
        """Numbered words as entries of a filter."""
        return tuple(Choice(number, word) for word, number in numbers.items())

    def _numbers(self, teams: Iterable[str]) -> Iterable[int]:
        found: dict[int, None] = {}
        for team in teams:
            found[self._number(self._teams, team)] = None
            if side := self._belonging.side(team):
                found[self._number(self._sides, side)] = None
        return found

    def _number(self, numbers: dict[str, int], key: str) -> int:
        return numbers.setdefault(key, len(self._teams) + len(self._sides) + 1)
