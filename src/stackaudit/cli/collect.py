"""`stackaudit collect`: look at websites and domains, and write what they show; nothing else uses the network."""

from __future__ import annotations

import gc
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, TypeVar

import typer

from stackaudit import __version__
from stackaudit.cli.choosing import Today
from stackaudit.cli.doors import day, is_terminal, problems_told, say, shown, wants_colour, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from stackaudit.model.problems import Problem
    from stackaudit.model.websites import DnsSnapshot, WebsiteSnapshot
    from stackaudit.reports.terminal.lines import Line

    Tell = Callable[[str], None]

Snapshot = TypeVar("Snapshot")

app = typer.Typer(
    help="Look at websites and domains, and write what they show as evidence.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

_EVIDENCE = Path("evidence")
_AS_IT_WAS = ": no snapshot was written of what is named here"

Into = Annotated[
    Path,
    typer.Option("--into", metavar="FOLDER", help="Where to write. [default: evidence]", show_default=False),
]
Parallel = Annotated[int, typer.Option("--parallel", min=1, max=32, help="Ask for so many things at once.")]


@app.command("website")
def website(
    urls: Annotated[list[str], typer.Argument(help="Addresses of sites, such as www.example.com.", metavar="URL")],
    into: Into = _EVIDENCE,
    pages: Annotated[int, typer.Option("--pages", min=1, max=1000, help="Read so many pages of each site.")] = 10,
    parallel: Parallel = 4,
    delay: Annotated[float, typer.Option("--delay", min=0, max=60, help="Seconds between requests to a host.")] = 0.0,
    timeout: Annotated[float, typer.Option("--timeout", min=1, max=600, help="Seconds for each address.")] = 30.0,
    user_agent: Annotated[
        str, typer.Option("--user-agent", metavar="TEXT", help="Who asks. [default: stackaudit/VERSION]")
    ] = "",
    proxy: Annotated[str, typer.Option("--proxy", metavar="URL", help="Ask through this proxy.")] = "",
    ca_file: Annotated[
        Path | None, typer.Option("--ca-file", metavar="FILE", help="Trust these certificates too (PEM).")
    ] = None,
    allow_private: Annotated[bool, typer.Option("--allow-private", help="Connect to private addresses too.")] = False,
    today: Today = None,
) -> None:
    """Record which hosts, cookies, scripts and tag managers a website's pages bring with them.

    Follows links on the same site, heeds robots.txt, and writes names only: no text, no values, no queries of
    addresses. One file for each site, website-HOST.json. Exit codes: 0 every site was read, 2 one gave no page.
    """
    import asyncio

    from stackaudit.reports.terminal.collected import websites_lines
    from stackaudit.sources.catalogue.marks import read_marks
    from stackaudit.sources.collecting.clients import Reach
    from stackaudit.sources.collecting.limits import Limits
    from stackaudit.sources.collecting.stating import agent_of, sites_of
    from stackaudit.sources.collecting.websites import Plan, visit_website
    from stackaudit.sources.websites.snapshots import website_text

    gc.enable()  # a visit waits more than it works, and what it read should not pile up
    collected_on = day(today)
    with problems_told(_AS_IT_WAS):
        sites = sites_of(urls)
        limits = Limits(silence=min(10.0, timeout), request=timeout, pages=pages, parallel=parallel, delay=delay)
        reach = Reach(agent_of(user_agent or f"stackaudit/{__version__}"), allow_private, ca_file, proxy)
        plan = Plan(limits, frozenset(read_marks().variables))

        def visited(site: str, tell: Tell) -> WebsiteSnapshot:
            return asyncio.run(visit_website(sites[site], reach, plan._replace(tell=tell), collected_on))

        written, problems = _written(sites, visited, website_text, _Files(into, "website"))
        _say(websites_lines(written, width(sys.stdout)))
        _raise(problems)


@app.command("dns")
def dns(
    domains: Annotated[list[str], typer.Argument(help="Domains, such as example.com.", metavar="DOMAIN")],
    into: Into = _EVIDENCE,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="NAME", help="Ask for this name below the domain too. May be repeated."),
    ] = None,
    resolver: Annotated[
        str, typer.Option("--resolver", metavar="HOST[:PORT]", help="Ask this server. [default: the system's]")
    ] = "",
    parallel: Parallel = 4,
    timeout: Annotated[float, typer.Option("--timeout", min=0.2, max=600, help="Seconds for each question.")] = 10.0,
    today: Today = None,
) -> None:
    """Record what a domain's records say of the services behind it.

    Asks for TXT, MX and NS, and what usual names below the domain stand for. Verification marks are written without
    their secret. One file for each domain, dns-DOMAIN.json. Exit codes: 0 every domain was read, 2 one was not.
    """
    import asyncio

    from stackaudit.reports.terminal.collected import domains_lines
    from stackaudit.sources.collecting.domains import USUAL_NAMES, collect_domain, open_resolver
    from stackaudit.sources.collecting.limits import Limits
    from stackaudit.sources.collecting.stating import domains_of, names_below, server_of
    from stackaudit.sources.websites.snapshots import dns_text

    gc.enable()
    collected_on = day(today)
    with problems_told(_AS_IT_WAS):
        limits = Limits(silence=min(3.0, timeout), request=timeout, parallel=parallel)
        asked = open_resolver(server_of(resolver) if resolver else None, limits)
        names = (*USUAL_NAMES, *names_below(name or []))

        def looked_at(domain: str, tell: Tell) -> DnsSnapshot:
            tell(domain)
            return asyncio.run(collect_domain(asked, domain, names, limits, collected_on))

        written, problems = _written(domains_of(domains), looked_at, dns_text, _Files(into, "dns"))
        _say(domains_lines(written, width(sys.stdout)))
        _raise(problems)


def _written(
    names: Iterable[str], collected: Callable[[str, Tell], Snapshot], text: Callable[[Snapshot], str], files: _Files
) -> tuple[list[tuple[str, Snapshot]], list[Problem]]:
    """Collect and write one snapshot after the other; the files with what is in them, and all that went wrong."""
    from stackaudit.cli.writing import write_whole
    from stackaudit.model.problems import Problems

    written: list[tuple[str, Snapshot]] = []
    problems: list[Problem] = []
    files.folder_is_there()
    with _progress() as tell:
        for name in names:
            try:
                snapshot = collected(name, tell)
                write_whole(files.of(name), text(snapshot))
            except Problems as raised:
                problems += raised.problems
            else:
                written.append((files.of(name).as_posix(), snapshot))
    return written, problems


class _Files(NamedTuple):
    """Where snapshots of one kind are written."""

    folder: Path
    kind: str

    def of(self, name: str) -> Path:
        from stackaudit.sources.collecting.stating import file_name

        return self.folder / file_name(self.kind, name)

    def folder_is_there(self) -> None:
        """Make the folder where it is missing, before anything is asked; raises `Problems`."""
        from stackaudit.model.documents import Place
        from stackaudit.model.problems import one_problem

        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"no folder can be made here: {error.strerror or error}"
            raise one_problem(message, "Name another with `--into`.", Place(str(self.folder), 1, 1)) from None


@contextmanager
def _progress() -> Iterator[Tell]:
    """Show on a terminal's standard error how much was asked and what is asked now; leave nothing behind."""
    if not is_terminal(sys.stderr):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from stackaudit.reports.visible import visible

    console = Console(stderr=True, no_color=not wants_colour(sys.stderr))
    columns = (
        BarColumn(20),
        TextColumn("{task.completed:g} asked"),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=None)
        yield lambda name: progress.update(task, advance=1, description=escape(visible(name)))


def _say(lines: list[Line]) -> None:
    say(shown(lines, sys.stdout))


def _raise(problems: list[Problem]) -> None:
    """Tell, after all that went well, what did not."""
    from stackaudit.model.problems import Problems

    if problems:
        raise Problems(tuple(problems))
