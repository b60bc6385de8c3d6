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
    Ink("blue", "#1f24aa", "blue", "#6386de"),
    Ink("orange", "#f74b04", "orange", "#e08200"),
    Ink("green", "#056845", "green", "#5db69a"),
    Ink("rose", "#a73184", "rose", "#ba52a4"),
    Ink("sky", "#5c6cbb", "sky", "#b9e3fe"),
    Ink("wine", "#4e0013", "red", "#e81a69"),
    Ink("violet", "#7e10dd", "violet", "#754ef4"),
    Ink("sage", "#798e5a", "yellow", "#f3e30a"),
    Ink("lilac", "#c057fa", "lilac", "#dd96fe"),
    Ink("brown", "#563d00", "brown", "#8b6a0c"),
    Ink("teal", "#1d979e", "teal", "#7dd2c0"),
    Ink("navy", "#002d50", "white", "#fffefc"),
)
"""Twelve, each at least 0.09 from every other in OKLab, for normal, red-, green- and blue-blind eyes.

Each stands out from the paper and from the ground of every neighbourhood by a contrast of 3.
"""


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
    ("#f8ecef", "#261a24"),
    ("#e9f2f6", "#142730"),
    ("#f5f0f8", "#221e30"),
    ("#ecf0f9", "#182136"),
    ("#f4f4e3", "#23251b"),
    ("#e7f4f1", "#132927"),
    ("#f9f1e5", "#28231b"),
    ("#ebf4e9", "#17271b"),
    ("#fbece9", "#2a1d1c"),
    ("#edf0f3", "#1b242d"),
    ("#f0ecfa", "#1e1d33"),
    ("#f7f2de", "#272419"),
    ("#f1f1ec", "#1f2428"),
)
"""Of neighbourhoods in the order of the model, and of others: calm, on light and dark ground."""

TERMINAL = (33, 208, 35, 169, 74, 124, 99, 107, 141, 137, 37, 245)
"""The lines' colours among a terminal's 256, which stand on dark and light ground."""
