"""Settings as lines for a terminal, in the form of a settings file: what each is for, its value and its source."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from stackaudit.model.settings import CHOICES, THRESHOLDS
from stackaudit.reports.terminal.lines import Line, line, padded, width_of, wrapped
from stackaudit.reports.visible import visible

if TYPE_CHECKING:
    from stackaudit.model.settings import Setting, Settings


def settings_lines(settings: Settings, searched: str, width: int) -> list[Line]:
    """Where settings were looked for, then every choice and every threshold; the whole is a valid settings file."""
    chosen = {**settings.choices, **settings.thresholds}
    stated = {name: visible(f"{name} = {toml(choice.written)}") for name, choice in chosen.items()}
    column = min(max(width_of(text) for text in stated.values()), width // 2)
    lines = _comment(searched, width, "title")
    for name, setting in CHOICES.items():
        lines += _setting(stated[name], settings.choices[name].origin, setting, column, width)
    lines += [[], line(("[thresholds]", "title"))]
    for name, setting in THRESHOLDS.items():
        lines += _setting(stated[name], settings.thresholds[name].origin, setting, column, width)
    return lines


def toml(value: object) -> str:
    """A value as TOML writes it: text, a truth, a number, a list or a table on one line."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return f"[{', '.join(toml(item) for item in value)}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {toml(item)}' for key, item in value.items())} }}"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _setting(stated: str, origin: str, setting: Setting, column: int, width: int) -> list[Line]:
    """What a setting is for, and below that the setting and its source on one line."""
    source = visible(f"# {origin}")
    return [
        [],
        *_comment(setting.field.about, width, "faint"),
        line((padded(stated, column), "rule"), "  ", (source, "place")),
    ]


def _comment(text: str, width: int, style: str) -> list[Line]:
    return wrapped(text, width, "# ", style)
