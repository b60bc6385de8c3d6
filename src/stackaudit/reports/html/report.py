"""The whole page: one file that needs no network, and no script to be read."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from stackaudit.model.money import grouped, shortened
from stackaudit.reports.ci.wording import LONGEST, shown
from stackaudit.reports.html.escaping import prose
from stackaudit.reports.html.page import page_of
from stackaudit.reports.html.values import whole_amount

if TYPE_CHECKING:
    from stackaudit.model.briefing import Briefing
    from stackaudit.reports.stack_map import StackMap


def html_report(briefing: Briefing, stack_map: StackMap | None = None) -> str:
    """The briefing as HTML with its style and script inside, and with the map where there is one.

    The page's own policy lets nothing run or load but that script, that style and the map's, which it knows by their
    checksums. Texts are escaped, made visible and cut to a thousand characters. The same briefing gives the same bytes.
    """
    style, script = _asset("page.css"), _asset("page.js")
    styles = [style, stack_map.style] if stack_map else [style]
    return (
        _environment()
        .get_template("page.html")
        .render(
            page_of(briefing, stack_map),
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            policy=f"default-src 'none'; style-src {' '.join(map(_checksum, styles))}; "
            f"script-src {_checksum(script)}; base-uri 'none'; form-action 'none'",
        )
    )


@cache
def _environment() -> Environment:
    """The templates with what they may call; every value that they print passes `_shown`."""
    environment = Environment(
        loader=PackageLoader("stackaudit.reports.html"),
        autoescape=True,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters |= {"prose": _prose, "grouped": grouped, "whole_amount": whole_amount, "shortened": shortened}
    return environment


@cache
def _asset(name: str) -> str:
    return files("stackaudit.reports.html").joinpath("templates", name).read_text(encoding="utf-8")


def _checksum(text: str) -> str:
    """A text's checksum as a policy names it."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _prose(text: str) -> Markup:
    return Markup(prose(text))  # noqa: S704 - prose is escaped


def _shown(value: object) -> object:
    """A value as it may stand in the page before it is escaped."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    if len(value) <= LONGEST and value.isascii() and value.isprintable():
        return value
    return shown(value)
