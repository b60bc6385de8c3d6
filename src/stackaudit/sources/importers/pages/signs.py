"""What speaks for a page, a heading or a point being about tools, and what speaks against it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from stackaudit.sources.evidence.likely_names import is_likely_name
from stackaudit.sources.importers.cells.secrets import is_secret
from stackaudit.sources.importers.columns.headings import readings
from stackaudit.sources.importers.pages.blocks import Definition, Heading, Paragraph, Point, Table
from stackaudit.sources.importers.pages.labels import lines_of
from stackaudit.sources.websites.addresses import host_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from stackaudit.sources.importers.pages.blocks import Block, Page, Phrase

_THINGS = (
    r"(?:tools|tooling|toolbelt|toolbox|applications|apps|software|systems|anwendungen|werkzeuge|systeme|outils"
    r"|logiciels)"
)
_ABOUT_TOOLS = re.compile(
    r"\b(?:tech(?:nology)?|martech|marketing|software|saas|application|app|tool|it) ?stack\b|\bsaas\b"
    rf"|\b{_THINGS} (?:that )?(?:we|wir)\b"
    rf"|^(?:(?:our|the|all|company|internal|it|marketing|martech|approved|list|of) )*{_THINGS}"
    r"(?: (?:list|inventory|catalogue|catalog|register|overview|landscape|in use|und .*|and .*"
    r"|(?:by|per|nach|pro|par) .*))?$"
    r"|\b(?:tool|software|system|application|app|saas)[ -]?(?:liste?|inventory|register|landscape|catalog(?:ue)?)\b",
    re.IGNORECASE,
)
_PARTS_OF_PAGES = frozenset(
    """
    about|access|appendix|background|changelog|change log|conclusion|configuration|contact|contacts|content|contents
    contributing|definition|definitions|development|example|examples|faq|faqs|features|getting started|glossary|goals
    guidance|help|history|install|installation|intro|introduction|legend|licence|license|links|misc|miscellaneous
    next steps|note|notes|offboarding|onboarding|other|prerequisites|principles|process|processes|purpose|q & a|q&a
    questions|reference|references|remark|remarks|request|requests|requirements|resources|roadmap|roles|rules|scope
    security|see also|summary|support|table of contents|testing|tips|toc|todo|usage
    anhang|einführung|einleitung|fragen|hinweis|hinweise|inhalt|inhaltsverzeichnis|kontakt|prozess|sonstiges|ziel|zweck
    übersicht
    """.strip().replace("\n", "|").replace("    ", "").split("|")
)  # fmt: skip
_SAYS_HOW = re.compile(
    r"(?:how|what|when|why|who|where|which|wie|was|wann|warum|wer|wo|adding|requesting|updating|removing|using|getting"
    r"|creating|managing|setting|accessing|access to|request|add|update)\b.*"
    r"|.*\b(?:guidelines?|policy|policies|process|procedure|overview|instructions|access requests?)",
    re.IGNORECASE,
)
_VERSION = re.compile(r"\[?v?\d+(?:\.\d+)+|\[?unreleased|\[?\d{4}-\d\d", re.IGNORECASE)
_CODE = re.compile(r"[a-z0-9.]+(?:_[a-z0-9.]+)+|[\w.]+\(.*\)|[-/.].*|.*[{}<>$].*")
_WAYS_OF_TEXT = frozenset({"name", "description", "notes", "category", "aliases", "verified.on"})


def is_about_tools(page: Page) -> bool:
    """Whether a page's title says that it lists the tools that somebody uses."""
    tops = (block.phrase.text for block in page.blocks if isinstance(block, Heading) and block.level == 1)
    titles = (page.title, *islice(tops, 3))
    return any(_ABOUT_TOOLS.search(title[:200].strip()) for title in titles)


def is_label(label: str) -> bool:
    """Whether a line's label is one of those that lists of systems have as columns."""
    return is_secret(label) or bool(readings(label))


def tells(label: str) -> bool:
    """Whether a label says that a system is meant: an owner, a cost, a vendor and the like, and no mere text."""
    found = readings(label)
    return bool(found) and found[0].way not in _WAYS_OF_TEXT


def labels_in(blocks: Iterable[Block]) -> Iterator[str]:
    """What the lines, terms, rows and headings of some blocks are labelled with."""
    for block in blocks:
        if isinstance(block, Paragraph | Point):
            yield from (line.label for line in lines_of(block.phrase) if line.label and line.said)
        elif isinstance(block, Definition):
            yield block.term.text
        elif isinstance(block, Table):
            yield from (row.cells[0].text for row in block.rows if set(row.cells) == {0, 1})
        elif isinstance(block, Heading):
            yield block.phrase.text


def host_in(phrase: Phrase) -> str:
    """The host that a phrase leads to, where it begins with a link; empty where it does not."""
    return host_of(phrase.links[0].address) if begins_with_link(phrase) else ""


def begins_with_link(phrase: Phrase) -> bool:
    """Whether a phrase begins with a link that leads away from the page."""
    if not phrase.links or phrase.links[0].address.startswith(("#", "mailto:")):
        return False
    return phrase.text[: phrase.links[0].begin].strip("[] xX") == ""


def may_be_tool(phrase: Phrase) -> bool:
    """Whether a heading may name a tool: it leads to another host, or it is neither a sentence nor about the page."""
    if host_in(phrase):
        return True
    name = phrase.text.strip()
    is_part = name.casefold() in _PARTS_OF_PAGES or _SAYS_HOW.fullmatch(name) is not None
    return is_likely_name(name) and not is_part


def are_names(names: Sequence[str]) -> bool:
    """Whether most of some names are neither versions nor code."""
    odd = sum(_VERSION.match(name) is not None or _CODE.fullmatch(name) is not None for name in names)
    return odd * 3 < len(names)


def lead_apart(names: Sequence[Phrase]) -> bool:
    """Whether names lead to different hosts, as products do, and not to pages of one site."""
    hosts = Counter(host for name in names if (host := host_in(name)))
    return len(hosts) * 2 > len(names)


def outermost_group(page: Page) -> int:
    """The lowest level of headings that part a page's content: a single one of level 1 is the page's title."""
    tops = sum(isinstance(block, Heading) and block.level == 1 for block in page.blocks)
    return 1 if tops > 1 else 2
