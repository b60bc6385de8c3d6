"""Inventories as many hands write them, for property tests: each a text with a mapping of its values."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

WORDS = ["it", "sales", "marketing", "eu", "us", "live", "contract", "web"]
NAMES = [
    "Salesforce",
    "HubSpot",
    "The old shop",
    "Slack",
    "O'Neill's list",
    "Café №1",
    "A: b",
    "# no comment",
    "12",
    "yes",
]
COMMENTS = ["agreed in May", "see {this}, [that]", "check: a guess", "it's: not sure", 'half "quoted', "--- more ---"]


@st.composite
def inventories(draw: st.DrawFn) -> str:
    """The text of an inventory: records and lists in brackets or in lines, comments and blank lines between them."""
    hand = _Hand(draw)
    sections = [hand.section("organization", draw(_records()))] if draw(st.booleans()) else []
    teams = draw(st.dictionaries(st.sampled_from(WORDS), _records(), max_size=3))
    sections += [hand.section("teams", teams)] if teams else []
    systems = draw(
        st.dictionaries(st.sampled_from(["crm", "mail", "shop-2", "x_y", "1password"]), _systems(), max_size=4)
    )
    sections += [hand.section("systems", systems)] if systems else []
    flows = draw(st.lists(_records(), max_size=3))
    sections += [hand.section("integrations", flows)] if flows else []
    text = hand.between().join(sections) or "stackaudit: 1\n"
    text = draw(st.sampled_from(["", "# The head.\n", "---\n", "# The head.\n\n", "\n"])) + text
    text += draw(st.sampled_from(["", "\n", "# The end.\n", "\n  # indented\n"]))
    text = draw(st.sampled_from([text, text.rstrip("\n")]))
    return draw(st.sampled_from([text, text, text.replace("\n", "\r\n")]))


@st.composite
def plain_values(draw: st.DrawFn) -> Any:
    """A value as edits state it: a scalar, a list of texts, or a mapping."""
    return draw(st.one_of(_scalars(), st.lists(st.sampled_from(WORDS), max_size=3), _records()))


def _scalars() -> st.SearchStrategy[Any]:
    texts = st.sampled_from(
        [*WORDS, *NAMES, "NO", "2026-11-21", "36mo", "12:30", "a, b", "-", "?", " padded", "", "null"]
    )
    anything = st.text(max_size=12).filter(lambda text: not any("\ud800" <= sign <= "\udfff" for sign in text))
    return st.one_of(
        texts, anything, st.booleans(), st.integers(0, 3_000_000), st.just(99.9), st.just("long text " * 20 + "end")
    )


def _records() -> st.SearchStrategy[dict[str, Any]]:
    keys = st.sampled_from(["business", "technical", "annual", "how", "regions", "name", "x-own", "a key", "yes"])
    return st.dictionaries(
        keys, st.one_of(_scalars(), st.lists(st.sampled_from(WORDS), max_size=3)), min_size=1, max_size=4
    )


def _systems() -> st.SearchStrategy[Any]:
    optional = {key: _records() for key in ("owner", "cost", "security")}
    optional["regions"] = st.lists(st.sampled_from(WORDS), max_size=3)  # type: ignore[assignment]
    optional["hosting"] = st.sampled_from(WORDS)  # type: ignore[assignment]
    return st.one_of(st.fixed_dictionaries({"name": st.sampled_from(NAMES)}, optional=optional), st.sampled_from(NAMES))


class _Hand:
    """Writes values in one of the ways that YAML has for each."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.indent = draw(st.sampled_from([2, 2, 2, 4]))
        self.dash = draw(st.sampled_from([0, 2]))

    def section(self, key: str, value: Any) -> str:
        return self.item(f"{key}:", value, 0)

    def between(self) -> str:
        return self.draw(st.sampled_from(["", "\n", "\n", "\n# Next.\n", "# Next.\n", "\n\n"]))

    def item(self, lead: str, value: Any, column: int) -> str:
        """A key or a dash with its value, on lines that end in line feeds."""
        indent = " " * column
        if isinstance(value, dict | list) and value and (column < 2 or self.draw(st.booleans())):
            return f"{indent}{lead}{self.behind()}\n{self.lines(value, column)}"
        spaces = " " * self.draw(st.sampled_from([1, 1, 1, 3]))
        shown = (
            self.flow(value, column) if isinstance(value, dict | list) else self.scalar(value, column, in_flow=False)
        )
        first, line_feed, rest = shown.partition("\n")
        is_block = first in ("|-", ">-", "|")
        behind = self.behind() if not line_feed or is_block else ""
        return f"{indent}{lead}{spaces}{first}{behind}{line_feed}{rest}\n" if shown else f"{indent}{lead}{behind}\n"

    def lines(self, value: Any, column: int) -> str:
        if isinstance(value, list):
            below = column + self.dash
            return "".join(self.gap(below) + self.item("-", each, below) for each in value)
        below = column + self.indent
        return "".join(self.gap(below) + self.item(f"{self.key(key)}:", each, below) for key, each in value.items())

    def gap(self, column: int) -> str:
        """Nothing, mostly; or a blank line, or a comment above what follows."""
        if self.draw(st.integers(0, 7)):
            return ""
        comment = f"{' ' * column}# {self.draw(st.sampled_from(COMMENTS))}\n"
        return self.draw(st.sampled_from(["\n", comment, f"\n{comment}", f"{comment}\n", comment * 2]))

    def behind(self) -> str:
        """Nothing, mostly; or a comment behind a value."""
        return self.draw(st.sampled_from(["", "", "", "", "  # " + self.draw(st.sampled_from(COMMENTS))]))

    def flow(self, value: Any, column: int) -> str:
        opening, closing = ("{", "}") if isinstance(value, dict) else ("[", "]")
        if isinstance(value, dict):
            items = [f"{self.key(key)}: {self.nested(each, column)}" for key, each in value.items()]
        else:
            items = [self.nested(each, column) for each in value]
        inner = " " * (column + 4)
        comment = f", # {self.draw(st.sampled_from(COMMENTS))}\n{inner}"
        comma = self.draw(st.sampled_from([", ", ", ", ",", f",\n{inner}", comment]))
        padding = self.draw(st.sampled_from(["", "", " ", f"\n{inner}"])) if items else ""
        trailing = self.draw(st.sampled_from(["", "", ","])) if items else ""
        return f"{opening}{padding}{comma.join(items)}{trailing}{padding}{closing}"

    def nested(self, value: Any, column: int) -> str:
        return (
            self.flow(value, column + 2) if isinstance(value, dict | list) else self.scalar(value, column, in_flow=True)
        )

    def key(self, key: str) -> str:
        return key if key.isascii() and key.replace("-", "").isalnum() and key != "yes" else f'"{key}"'

    def scalar(self, value: Any, column: int, *, in_flow: bool) -> str:
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, int | float):
            return self.draw(st.sampled_from([f"{value}", f"{value:_}"]))
        quoted = _double(value)
        printable = value.isascii() and value.isprintable()
        ways = [quoted]
        if printable:
            ways.append("'" + value.replace("'", "''") + "'")
        if printable and value.replace(" ", "").replace("'s", "").isalpha() and value == value.strip():
            ways += [value] * 4
        if printable and value and value == value.strip() and not in_flow and "  " not in value:
            inner = " " * (column + self.indent + self.draw(st.sampled_from([0, 2])))
            ways += [f">-\n{inner}{value}", f"|-\n{inner}{value}"]
            if " " in value:
                ways.append(">-\n" + "\n".join(inner + word for word in value.split(" ")))
        return self.draw(st.sampled_from(ways))


def _double(text: str) -> str:
    return '"' + "".join(_escaped(sign) for sign in text) + '"'


def _escaped(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    return sign if sign.isascii() and sign.isprintable() else f"\\U{ord(sign):08X}"
