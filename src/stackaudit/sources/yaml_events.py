"""Where YAML's events come from: libyaml, or PyYAML's own parser where that was built without it."""

from __future__ import annotations

from typing import Any

__all__ = ["FAST", "EventParser"]

EventParser: Any
"""Takes a text; its `get_event` returns one event after the other."""

try:
    from yaml.cyaml import CParser as EventParser  # type: ignore[attr-defined]

    FAST = True
except ImportError:  # the same events, some twenty times slower
    from yaml.composer import Composer
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class _PlainParser(Reader, Scanner, Parser, Composer):
        """PyYAML's own parser, as events."""

        def __init__(self, text: str) -> None:
            Reader.__init__(self, text)
            Scanner.__init__(self)
            Parser.__init__(self)

    EventParser = _PlainParser
    FAST = False
