"""Collecting a website: its pages, breadth first, with the scripts of its own and the containers that they load."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, NamedTuple

import httpx

from stackaudit.model.problems import Problem, Problems
from stackaudit.model.websites import Container, Marks, Page, WebsiteSnapshot
from stackaudit.sources.collecting.clients import open_client
from stackaudit.sources.collecting.containers import container_addresses
from stackaudit.sources.collecting.decoding import text_of
from stackaudit.sources.collecting.fetching import said
from stackaudit.sources.collecting.limits import Limits, Unreached
from stackaudit.sources.collecting.links import further_pages, identity, own_scripts
from stackaudit.sources.collecting.masking import masked_address
from stackaudit.sources.collecting.naming import site_name
from stackaudit.sources.collecting.visiting import Visitor
from stackaudit.sources.websites.containers import containers_in
from stackaudit.sources.websites.scanning import scan_page, scan_script

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
    from datetime import date

    from stackaudit.sources.collecting.clients import Reach
    from stackaudit.sources.collecting.fetching import Answer
    from stackaudit.sources.websites.scanning import ScannedPage

    Ask = Callable[[httpx.URL], Awaitable[Answer]]
    Tell = Callable[[str], None]

_PAGES = frozenset(("text/html", "application/xhtml+xml", ""))
_TYPE = re.compile(r"[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}")
_TRIES = 3  # addresses that may be asked for each page that is wanted


class Plan(NamedTuple):
    """How a site is visited: the limits, the variables to look for, and who is told of each address as it is asked."""

    limits: Limits = Limits()
    variables: Collection[str] = ()
    tell: Tell = lambda _: None


async def visit_website(start: Sequence[httpx.URL], reach: Reach, plan: Plan, today: date) -> WebsiteSnapshot:
    """The snapshot of a site, collected by a client of its own; raises `Problems` as `collect_website` does."""
    async with open_client(reach, plan.limits) as client:
        return await collect_website(client, start, plan, today)


async def collect_website(
    client: httpx.AsyncClient,
    start: Sequence[httpx.URL],
    plan: Plan,
    today: date,
) -> WebsiteSnapshot:
    """The snapshot of the site that the addresses in `start` are of, which share one host.

    Links to the same registrable domain are followed, a level at a time and sorted, so that the same site gives the
    same snapshot whatever answers first. What fails is left out with its reason; raises `Problems` where everything
    does.
    """
    visit = _Visit(Visitor(client, plan.limits, start[0].host, _ports(start)), plan)
    try:
        async with asyncio.timeout(plan.limits.visit):
            await visit.pages_from(start)
            await visit.scripts_of(start[0].host)
            await visit.containers_of_all()
    except TimeoutError:
        visit.left_out[masked_address(start[0])] = Unreached(f"the visit was ended after {plan.limits.visit:g} seconds")
    snapshot = visit.snapshot(site_name(start[0]), today)
    if not snapshot.pages:
        raise Problems(tuple(_nothing_read(address, reason) for address, reason in sorted(visit.left_out.items())))
    return snapshot


def _nothing_read(address: str, reason: Unreached) -> Problem:
    return Problem(f"{address} gave no page: {reason}", reason.advice or "Try it again when it answers.")


class _Visit:
    """One visit: what was seen so far, by address."""

    def __init__(self, visitor: Visitor, plan: Plan) -> None:
        self._visitor = visitor
        self._limits, self._variables, self._tell = plan
        self._pages: dict[str, Page] = {}
        self._scripts: dict[str, set[str]] = {}
        self._containers: dict[str, Marks] = {}
        self.left_out: dict[str, Unreached] = {}  # what was cut as well

    async def pages_from(self, start: Sequence[httpx.URL]) -> None:
        """Read the pages given, then those that they link to, then those behind, until there are enough."""
        waiting, known, tried = [*start], {identity(url) for url in start}, 0
        seen: set[str] = set()  # links as they are written: menus stand on every page
        while waiting and len(self._pages) < self._limits.pages and tried < self._limits.pages * _TRIES:
            room = min(self._limits.pages - len(self._pages), self._limits.pages * _TRIES - tried)
            batch, waiting = waiting[:room], waiting[room:]
            tried += len(batch)
            answers = await asyncio.gather(*(self._page(url) for url in batch))
            links = {link for scanned in answers if scanned for link in scanned.links} - seen
            seen |= links
            for link in sorted(filter(self._visitor.is_followed, further_pages(links)), key=str):
                if identity(link) not in known:
                    known.add(identity(link))
                    waiting.append(link)

    async def scripts_of(self, site: str) -> None:
        """Read the scripts that the site itself serves, and add their marks to the pages that load them."""
        loads = {page: own_scripts(scripts, site) for page, scripts in sorted(self._scripts.items())}
        addresses = list(dict.fromkeys(script for scripts in loads.values() for script in scripts))
        for script in addresses[self._limits.scripts :]:
            self._leave_out(masked_address(httpx.URL(script)), f"there are more than {self._limits.scripts} scripts")
        wanted = addresses[: self._limits.scripts]
        read = dict(zip(wanted, await asyncio.gather(*map(self._own_script, wanted)), strict=True))
        for address, scripts in loads.items():
            for script in scripts:
                self._pages[address] = _with(self._pages[address], *read.get(script, (Marks(), ())))

    async def containers_of_all(self) -> None:
        """Read the containers of tag managers and the consent tools that pages load."""
        addresses: dict[str, str] = {}
        for address, page in sorted(self._pages.items()):
            found = container_addresses(page.containers, sorted(self._scripts[address]))
            self._pages[address] = _with(page, Marks(), found)
            addresses |= {name: url for name, url in found.items() if name not in addresses}
        for name in sorted(addresses)[self._limits.containers :]:
            self._leave_out(name, f"there are more than {self._limits.containers} containers")
        wanted = sorted(addresses)[: self._limits.containers]
        await asyncio.gather(*(self._container(name, httpx.URL(addresses[name])) for name in wanted))

    def snapshot(self, site: str, today: date) -> WebsiteSnapshot:
        """Everything that was seen, sorted."""
        return WebsiteSnapshot(
            site,
            today,
            tuple(page for _, page in sorted(self._pages.items())),
            tuple(Container(name, marks) for name, marks in sorted(self._containers.items())),
            tuple((address, str(reason)) for address, reason in sorted(self.left_out.items())),
        )

    async def _page(self, url: httpx.URL) -> ScannedPage | None:
        """A page, noted with its marks; None where it is left out."""
        try:
            answer = await self._answer(self._visitor.of_the_site, url, masked_address(url))
            _require_a_page(answer)
        except Unreached as reason:
            self.left_out[masked_address(url)] = reason
            return None
        text = text_of(answer.body.content, answer.charset)
        scanned = await asyncio.to_thread(scan_page, text, str(answer.url), self._variables)  # others go on meanwhile
        address = masked_address(answer.url)
        noted = self._pages.get(address, Page(address, answer.status, Marks()))
        noted = _with(noted, Marks(cookies=answer.cookies), scanned.containers)
        self._pages[address] = _with(noted, scanned.marks, ())
        self._scripts.setdefault(address, set()).update(scanned.scripts)
        return scanned

    async def _own_script(self, script: str) -> tuple[Marks, tuple[str, ...]]:
        """The marks in a script of the site and the containers that it loads; none where it is left out."""
        url = httpx.URL(script)
        text = await self._script(self._visitor.of_the_site, url, masked_address(url))
        return await asyncio.to_thread(scan_script, text, self._variables), containers_in(text)

    async def _container(self, name: str, url: httpx.URL) -> None:
        text = await self._script(self._visitor.from_anywhere, url, name)
        if text:
            self._containers[name] = await asyncio.to_thread(scan_script, text, self._variables)

    async def _script(self, ask: Ask, url: httpx.URL, name: str) -> str:
        try:
            answer = await self._answer(ask, url, name)
        except Unreached as reason:
            self.left_out[name] = reason
            return ""
        return text_of(answer.body.content, answer.charset)

    async def _answer(self, ask: Ask, url: httpx.URL, name: str) -> Answer:
        """A whole answer; what was cut is told."""
        self._tell(name)
        answer = await ask(url)
        if answer.status != httpx.codes.OK:
            raise Unreached(said(answer.status))
        if answer.body.is_cut:
            self._leave_out(name, f"what stands beyond its first {self._limits.body:,} bytes was not read")
        return answer

    def _leave_out(self, name: str, reason: str) -> None:
        self.left_out[name] = Unreached(reason)


def _require_a_page(answer: Answer) -> None:
    """Refuse what is no HTML; many servers name no type for what is."""
    if answer.content_type not in _PAGES:
        shown = answer.content_type if _TYPE.fullmatch(answer.content_type) else "something else"
        raise Unreached(f"is {shown}, not a page")


def _with(page: Page, marks: Marks, containers: Iterable[str]) -> Page:
    """A page with further marks and containers, all sorted, each once."""
    joined = Marks(*(tuple(sorted({*old, *new})) for old, new in zip(page.marks, marks, strict=True)))
    return page._replace(marks=joined, containers=tuple(sorted({*page.containers, *containers})))


def _ports(urls: Iterable[httpx.URL]) -> frozenset[int]:
    return frozenset(url.port for url in urls if url.port)
