"""The colours of lines can be told apart, whatever colours one sees."""

from __future__ import annotations

from itertools import combinations

import pytest

from stackaudit.drawing.palette import DARK, LIGHT, LINES, SHADES, Ground
from stackaudit.drawing.styles import styles

Matrix = tuple[tuple[float, ...], ...]

SIMULATED: dict[str, Matrix] = {  # Machado, Oliveira and Fernandes 2009, at full severity
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "red-blind": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "green-blind": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "blue-blind": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}


def linear(colour: str) -> tuple[float, ...]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def times(matrix: Matrix, colour: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sum(factor * part for factor, part in zip(row, colour, strict=True)) for row in matrix)


def oklab(colour: tuple[float, ...]) -> tuple[float, ...]:
    cones = times(
        (
            (0.4122214708, 0.5363325363, 0.0514459929),
            (0.2119034982, 0.6806995451, 0.1073969566),
            (0.0883024619, 0.2817188376, 0.6299787005),
        ),
        colour,
    )
    return times(
        (
            (0.2104542553, 0.793617785, -0.0040720468),
            (1.9779984951, -2.428592205, 0.4505937099),
            (0.0259040371, 0.7827717662, -0.808675766),
        ),
        tuple(max(0.0, cone) ** (1 / 3) for cone in cones),
    )


def contrast(one: str, two: str) -> float:
    light, dark = sorted((sum(times(((0.2126, 0.7152, 0.0722),), linear(each))) for each in (one, two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("sight", SIMULATED)
@pytest.mark.parametrize("ground", ["light", "dark"])
def test_no_two_lines_look_alike(ground: str, sight: str) -> None:
    seen = {
        ink: oklab(tuple(min(1.0, max(0.0, part)) for part in times(SIMULATED[sight], linear(getattr(ink, ground)))))
        for ink in LINES
    }

    alike = [
        (getattr(one, ground), getattr(two, ground))
        for one, two in combinations(LINES, 2)
        if sum((a - b) ** 2 for a, b in zip(seen[one], seen[two], strict=True)) ** 0.5 < 0.09
    ]

    assert alike == []


GROUNDS = {
    "light": [LIGHT.paper, *(light for light, _ in SHADES)],
    "dark": [DARK.paper, *(dark for _, dark in SHADES)],
}


@pytest.mark.parametrize("ground", GROUNDS)
def test_lines_stand_out_from_the_paper_and_from_every_neighbourhood(ground: str) -> None:
    faint = [
        (getattr(ink, ground), below)
        for ink in LINES
        for below in GROUNDS[ground]
        if contrast(getattr(ink, ground), below) < 3
    ]

    assert faint == []


@pytest.mark.parametrize(("name", "ground"), [("light", LIGHT), ("dark", DARK)])
def test_names_can_be_read_on_the_paper_and_on_every_neighbourhood(name: str, ground: Ground) -> None:
    faint = [(ink, below) for ink in ground for below in GROUNDS[name] if contrast(ink, below) < 4.5]

    assert [each for each in faint if each[0] in (ground.ink, ground.faint)] == []
    assert contrast(ground.warning, ground.paper) > 4.5


@pytest.mark.parametrize("ground", GROUNDS)
def test_letters_can_be_read_on_their_badge(ground: str) -> None:
    rules = styles(dark=ground == "dark")
    faint = [
        ink
        for number, ink in enumerate(LINES)
        if contrast(rules[f"letter.line-{number}"]["fill"], getattr(ink, ground)) < 4.5
    ]

    assert faint == []


def test_every_colour_has_a_name_of_its_own() -> None:
    assert len({ink.light_name for ink in LINES}) == len(LINES)
    assert len({ink.dark_name for ink in LINES}) == len(LINES)
