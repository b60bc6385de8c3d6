"""A trend as an SVG chart of four panels, one above the other, readable on light and dark grounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.money import grouped, shortened
from stackaudit.reports.changes.plotting import LEFT, WIDTH, Curve, Panel, month_marks, panel_lines
from stackaudit.reports.ci.wording import shown
from stackaudit.reports.exports.xml_text import escaped
from stackaudit.reports.terminal.lines import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.changes import Moment, Trend

_TOP = 64  # pixels above the first panel
_PANEL = 128  # the height of a panel's plot
_GAP = 44  # between two panels
_LONGEST = 60
_FORBIDDEN = str.maketrans({"\ufffe": "?", "\uffff": "?"})  # which no XML may hold

_STYLE = """
svg { background: #fff; color: #1f2328; font: 12px system-ui, sans-serif }
text { fill: #1f2328 } .faint { fill: #59636e } .title { font-size: 16px; font-weight: 600 } .name { font-weight: 600 }
.grid { stroke: #d1d9e0; stroke-width: 1 } .line { fill: none; stroke-width: 2; stroke-linejoin: round }
.band { fill: #0969da; fill-opacity: .18; stroke: none }
.blue { stroke: #0969da } .red { stroke: #cf222e } .orange { stroke: #bc4c00 } .violet { stroke: #8250df }
.grey { stroke: #6e7781 } .green { stroke: #1a7f37 }
.dot { fill: #fff; stroke-width: 2 }
@media (prefers-color-scheme: dark) {
svg { background: #0d1117; color: #e6edf3 } text { fill: #e6edf3 } .faint { fill: #9198a1 } .grid { stroke: #30363d }
.band { fill: #4493f8; fill-opacity: .25 } .dot { fill: #0d1117 }
.blue { stroke: #4493f8 } .red { stroke: #f85149 } .orange { stroke: #f0883e } .violet { stroke: #ab7df8 }
.grey { stroke: #9198a1 } .green { stroke: #3fb950 }
}
"""

_SEVERITIES = {
    "critical": ("red", ""),
    "high": ("orange", "8 3"),
    "medium": ("violet", "4 3"),
    "low": ("blue", "2 3"),
    "info": ("grey", "1 4"),
}
"""The colour and the dashes of each severity's curve, so that nothing is told by colour alone."""


class _Words(NamedTuple):
    title: str
    about: str


def trend_chart(trend: Trend) -> str:
    """The chart of the states that could be audited: the score, findings by severity, systems and cost over the days.

    It holds no script, fetches nothing, and says in `title` and `desc` what it shows; ends with a line feed.
    """
    panels = list(_panels(trend))
    height = _TOP + len(panels) * (_PANEL + _GAP)
    words = _words(trend)
    days = [moment.on for moment in trend.told]
    size = f'viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title about">',
        f'<title id="title">{_text(words.title)}</title>',
        f'<desc id="about">{_text(words.about)}</desc>',
        f"<style>{_STYLE}</style>",
        f'<text class="title" x="{LEFT}" y="28">{_text(words.title)}</text>',
    ]
    for index, panel in enumerate(panels):
        top = _TOP + index * (_PANEL + _GAP)
        lines += panel_lines(panel, days, top, _PANEL)
        if index == len(panels) - 1:
            lines += month_marks(days, top + _PANEL)
    return "\n".join([*lines, "</svg>"]) + "\n"


def _panels(trend: Trend) -> Iterator[Panel]:
    told = trend.told
    low, high = [moment.low for moment in told], [moment.high for moment in told]
    scores = (Curve("unknown passes", high, "blue", "4 3"), Curve("unknown fails", low, "blue", ""))
    yield Panel("Overall score", scores, _points, highest=100, band=(low, high))
    yield Panel("Findings", tuple(_severities(told)), _whole)
    yield Panel("Systems", (Curve("", [float(moment.systems) for moment in told], "green", ""),), _whole)
    name = f"Known cost a year{f' in {_text(trend.currency)}' if trend.currency else ''}"
    yield Panel(name, (Curve("", [moment.annual_cost for moment in told], "green", ""),), _large)


def _severities(told: tuple[Moment, ...]) -> Iterator[Curve]:
    """A curve for each severity of which any state has findings."""
    counts = [dict(moment.findings) for moment in told]
    for word, (colour, dashes) in _SEVERITIES.items():
        figures = [float(each.get(word, 0)) for each in counts]
        if any(figures):
            yield Curve(word, figures, colour, dashes)


def _words(trend: Trend) -> _Words:
    first, last = trend.told[0], trend.told[-1]
    named = f"{trend.organization} · " if trend.organization else ""
    title = f"{named}{first.on.isoformat()} to {last.on.isoformat()}"
    ends = [
        f"On {moment.on.isoformat()}: a score from {int(moment.low)} to {int(moment.high)}, "
        f"{counted(sum(count for _, count in moment.findings), 'finding')}, {counted(moment.systems, 'system')}, "
        f"{shortened(moment.annual_cost, moment.currency)} a year."
        for moment in (first, last)
    ]
    return _Words(title, " ".join([f"{counted(len(trend.told), 'state')} of an inventory.", *dict.fromkeys(ends)]))


def _text(text: str) -> str:
    """Anybody's text, as it may stand in an element."""
    return escaped(shown(text, 400).translate(_FORBIDDEN))


def _points(figure: float) -> str:
    """A score in whole points, as everywhere."""
    return f"{int(figure)}"


def _whole(figure: float) -> str:
    return grouped(round(figure))


def _large(figure: float) -> str:
    return shortened(figure, "")
