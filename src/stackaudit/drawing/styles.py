"""Which colours and strokes each role has, on light and on dark ground."""

from __future__ import annotations

from stackaudit.drawing.palette import DARK, LIGHT, LINES, SHADES, Ground
from stackaudit.drawing.tracks import WIDTH

Style = dict[str, str]


def style_sheet(theme: str) -> str:
    """The rules of a theme as CSS; `auto` is light and becomes dark for readers who have set that."""
    rules = _css(styles(dark=theme == "dark"))
    if theme == "auto":
        rules += f"@media (prefers-color-scheme:dark){{{_css(styles(dark=True))}}}"
    return rules


def styles(*, dark: bool) -> dict[str, Style]:
    """The style of each selector of classes, a later one winning over an earlier."""
    ground = DARK if dark else LIGHT
    return {
        **_of_ground(ground, dark),
        **_of_track(ground),
        **_of_stations(ground),
        **_of_lines(dark),
        **_of_states(ground),
    }


def style_of(role: str, rules: dict[str, Style]) -> Style:
    """The style of a role, as a reader of the style sheet would have it."""
    classes = set(role.split())
    found: Style = {}
    for count in (1, 2):  # two classes are stronger than one
        for selector, style in rules.items():
            names = selector.split(".")
            if len(names) == count and classes.issuperset(names):
                found |= style
    return found


def _of_ground(ground: Ground, dark: bool) -> dict[str, Style]:
    shades = {
        f"shade-{number}": {"fill": dark_shade if dark else light_shade}
        for number, (light_shade, dark_shade) in enumerate(SHADES)
    }
    return {
        "paper": {"fill": ground.paper},
        **shades,
        "part": {"fill": ground.faint, "letter-spacing": "0"},
        "title": {"fill": ground.ink},
        "subtitle": {"fill": ground.faint},
        "heading": {"fill": ground.ink},
        "text": {"fill": ground.ink},
        "rule": {"fill": "none", "stroke": ground.rule, "stroke-width": "1.5"},
        "fare-zone": {
            "fill": "none",
            "stroke": ground.faint,
            "stroke-width": "2",
            "stroke-dasharray": "2 7",
            "stroke-linecap": "round",
        },
        "warning": {"fill": ground.warning},
        "strike": {"fill": "none", "stroke": ground.faint, "stroke-width": "1.2"},
    }


def _of_track(ground: Ground) -> dict[str, Style]:
    return {
        "track": {"fill": "none", "stroke-width": f"{WIDTH:g}", "stroke-linejoin": "round", "stroke-linecap": "butt"},
        "sample": {"stroke": ground.faint},
        "missing": {"stroke-dasharray": "9 7"},
        "unknown": {"stroke-dasharray": "2.5 4"},
        "sign": {"fill": ground.panel, "stroke": ground.ink, "stroke-width": "2"},
        "figure": {"fill": ground.ink},
        "hole": {"fill": ground.panel},
        "dial": {"fill": "none", "stroke": ground.ink, "stroke-width": "1.6"},
        "hand": {
            "fill": "none",
            "stroke": ground.ink,
            "stroke-width": "1.5",
            "stroke-linecap": "round",
            "stroke-linejoin": "round",
        },
    }


def _of_stations(ground: Ground) -> dict[str, Style]:
    return {
        "station": {"fill": ground.station, "stroke": ground.ink, "stroke-width": "3"},
        "interchange": {"stroke-width": "3.5"},
        "hub": {"fill": ground.ink, "stroke": ground.ink, "stroke-width": "4"},
        "name": {"fill": ground.ink},
        "cross": {"fill": "none", "stroke": ground.faint, "stroke-width": "2", "stroke-linecap": "round"},
    }


def _of_lines(dark: bool) -> dict[str, Style]:
    found: dict[str, Style] = {}
    for number, ink in enumerate(LINES):
        colour = ink.dark if dark else ink.light
        found[f"track.line-{number}"] = {"stroke": colour}
        found[f"stop.line-{number}"] = {"stroke": colour}
        found[f"sign.line-{number}"] = {"stroke": colour}
        found[f"badge.line-{number}"] = {"fill": colour}
        found[f"letter.line-{number}"] = {"fill": _on(colour)}
    return found


def _of_states(ground: Ground) -> dict[str, Style]:
    return {
        "track.closed": {"stroke": ground.faint, "stroke-dasharray": "1.5 6"},
        "station.planned": {"stroke-dasharray": "3 2.5"},
        "station.closing": {"stroke": ground.faint},
        "station.closed": {"stroke": ground.faint, "fill": ground.paper},
        "station.outside": {"stroke": ground.warning, "stroke-dasharray": "3 2.5"},
        "name.closed": {"fill": ground.faint},
        "name.closing": {"fill": ground.faint},
        "inside-hub": {"fill": ground.paper},
    }


def _on(colour: str) -> str:
    """White or black, whichever is easier to read on a colour."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#ffffff" if 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 else "#000000"


def _css(rules: dict[str, Style]) -> str:
    return "".join(
        f".transit .{selector}{{{';'.join(f'{name}:{value}' for name, value in style.items())}}}"
        for selector, style in rules.items()
    )
