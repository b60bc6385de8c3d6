"""Colours on light and dark ground: of lines, told apart with any kind of colour vision, and of all else."""

from __future__ import annotations

from typing import NamedTuple


class Ink(NamedTuple):
    """The colour of a line with its name, on light and on dark ground."""

    light_name: str
    light: str
    dark_name: str
    dark: str


LINES = (
    Ink("blue", "#1f24aa", "blue", "#717bde"),
    Ink("orange", "#fd4d04", "orange", "#e08200"),
    Ink("green", "#0a6a4b", "green", "#5ab49a"),
    Ink("rose", "#ab4285", "rose", "#c14ea1"),
    Ink("sky", "#5474bf", "sky", "#b9e3fe"),
    Ink("wine", "#4e0013", "red", "#e61d5f"),
    Ink("violet", "#7e10dd", "violet", "#673bf3"),
    Ink("sage", "#7d925d", "yellow", "#f3e30a"),
    Ink("lilac", "#c358fe", "lilac", "#dd96fe"),
    Ink("brown", "#563d00", "brown", "#885e02"),
    Ink("teal", "#299fa1", "teal", "#7dd2c0"),
    Ink("navy", "#002d50", "white", "#fffefc"),
)
"""Twelve, each at least 0.09 from every other in OKLab, for normal, red-, green- and blue-blind eyes."""


class Ground(NamedTuple):
    """What is not a line: paper, ink for names and outlines, faint ink, the white of stations, panels."""

    paper: str
    ink: str
    faint: str
    station: str
    panel: str
    rule: str
    warning: str


LIGHT = Ground("#fbfaf7", "#1b2430", "#5d6875", "#ffffff", "#ffffff", "#d9d6cd", "#b3261e")
DARK = Ground("#10161e", "#eef1f4", "#9aa7b4", "#10161e", "#18212c", "#2f3b48", "#ff8a7a")

SHADES = (
    ("#f7e9ee", "#2a1b25"),
    ("#e6f1f6", "#152a33"),
    ("#f4eef8", "#251f33"),
    ("#e9eef9", "#19233a"),
    ("#f3f3e0", "#26281a"),
    ("#e4f3f0", "#142c29"),
    ("#f9efe2", "#2c251a"),
    ("#e8f3e6", "#182a1b"),
    ("#fbeae6", "#2e1e1c"),
    ("#eaeef2", "#1d2630"),
    ("#eeeafa", "#211e37"),
    ("#f6f0da", "#2b2718"),
    ("#efefea", "#22262a"),
)
"""Of neighbourhoods in the order of the model, and of others: calm, on light and dark ground."""

TERMINAL = (33, 208, 35, 169, 74, 124, 99, 107, 141, 137, 37, 245)
"""The lines' colours among a terminal's 256, which stand on dark and light ground."""
