"""Pages to look at: of the repository's examples, and of inventories in a text."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reports.brief.briefings import nasty_briefing
from reports.maps import nasty_network, stack_map
from stackaudit.analysis.auditing import audit
from stackaudit.analysis.briefing import briefing_of
from stackaudit.analysis.mapping.network import network_of
from stackaudit.analysis.questions import compile_rules
from stackaudit.cli.auditing import stack_and_audit
from stackaudit.cli.doors import settings_for
from stackaudit.reports.html.report import html_report
from stacks import TODAY, builtin_rules, catalogue, stack_of, thresholds

EXAMPLES = Path(__file__).parents[3] / "examples"
NAMES = ("fjordline", "meltano", "minimal", "tidy", "two-stories/cio", "two-stories/cmo")


@cache
def example_page(name: str, *, with_map: bool = False) -> str:
    """The page of one of the examples, with its evidence and its exceptions."""
    paths = [EXAMPLES / name]
    stack, found = stack_and_audit(paths, settings_for(paths, {}, None), TODAY.isoformat())
    return html_report(briefing_of(stack, found), stack_map(network_of(stack, found)) if with_map else None)


def page(text: str, traces: str = "") -> str:
    """The page of an inventory in YAML, with traces in YAML, by all our rules."""
    stack = stack_of(text, traces)
    questions = compile_rules(builtin_rules(), thresholds(), catalogue().categories, "EUR", TODAY)
    return html_report(briefing_of(stack, audit(stack, questions)))


@cache
def nasty_page(text: str, *, with_map: bool = False) -> str:
    """The page in which strangers wrote nothing but `text`."""
    return html_report(nasty_briefing(text), stack_map(nasty_network(text)) if with_map else None)


def shape(html: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Every element as a browser's parser sees it: its name, the names of its attributes, its class.

    Single words in backticks count as text, for rules quote facts so.
    """
    elements = LexborHTMLParser(html).css("*")
    return [(each.tag, tuple(each.attributes), each.attributes.get("class")) for each in elements if each.tag != "code"]


def read(html: str) -> LexborHTMLParser:
    """The page as a browser's parser reads it."""
    return LexborHTMLParser(html)


def words(node: LexborNode | None) -> str:
    """What an element says, with single spaces."""
    assert node is not None
    return " ".join(node.text(separator=" ").split())
