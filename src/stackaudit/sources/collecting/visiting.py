"""A visitor with manners: few requests at once, pauses between them, robots.txt heeded, ports and schemes checked."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import httpx

from stackaudit.sources.collecting.decoding import text_of
from stackaudit.sources.collecting.fetching import fetch, said
from stackaudit.sources.collecting.limits import Limits, Unreached
from stackaudit.sources.collecting.naming import host_of
from stackaudit.sources.collecting.robots import EVERYTHING, MOST_READ, Robots, parse_robots
from stackaudit.sources.websites.hosts import is_same_site

if TYPE_CHECKING:
    from collections.abc import Collection

    from stackaudit.sources.collecting.fetching import Answer, Check

_USUAL_PORTS = {"http": 80, "https": 443}


class Visitor:
    """Asks for pages, scripts and containers on behalf of one visit to one site.

    `ports` are those that the user's own addresses name: no other than these, 80 and 443 are asked.
    """

    def __init__(self, client: httpx.AsyncClient, limits: Limits, host: str, ports: Collection[int] = ()) -> None:
        self._client = client
        self._limits = limits
        self._host = host
        self._ports = frozenset((80, 443, *ports))
        self._agent = client.headers["user-agent"].partition("/")[0].strip()
        self._at_once = asyncio.Semaphore(limits.parallel)
        self._robots: dict[str, asyncio.Task[Robots]] = {}
        self._delays: dict[str, float] = {}
        self._free_at: dict[str, float] = {}

    async def of_the_site(self, url: httpx.URL) -> Answer:
        """What an address of the site gives, where its robots.txt allows it; raises `Unreached`."""
        await self._stays_and_is_allowed(url)  # before a place among the few at once is taken
        return await self._ask(url, self._stays_and_is_allowed)

    async def from_anywhere(self, url: httpx.URL) -> Answer:
        """What a script gives that pages load from somebody else, as a browser would load it; raises `Unreached`."""
        return await self._ask(url, self._is_plain)

    def is_followed(self, url: httpx.URL) -> bool:
        """Whether a link leads to an address of this site that may be asked at all."""
        return not self._fault(url) and is_same_site(url.host, self._host)

    async def _ask(self, url: httpx.URL, check: Check) -> Answer:
        async with self._at_once:
            await self._turn(url.host)
            return await fetch(self._client, url, self._limits, check)

    async def _turn(self, host: str) -> None:
        """Wait until a host may be asked again."""
        now = asyncio.get_running_loop().time()
        begins = max(now, self._free_at.get(host, now))
        self._free_at[host] = begins + max(self._limits.delay, self._delays.get(host, 0.0))
        await asyncio.sleep(begins - now)

    async def _is_plain(self, url: httpx.URL) -> None:
        """Refuse what is no plain address of the web."""
        if fault := self._fault(url):
            raise Unreached(fault)

    def _fault(self, url: httpx.URL) -> str:
        if url.scheme not in _USUAL_PORTS:
            return "leads to something that is neither http nor https"
        if not host_of(url):
            return "leads to something that is no host"
        if url.userinfo:
            return "has a user name or password in the address"
        if (url.port or _USUAL_PORTS[url.scheme]) not in self._ports:
            return f"leads to port {url.port}, which no given address names"
        return ""

    async def _stays_and_is_allowed(self, url: httpx.URL) -> None:
        """Refuse what leaves the site, or what its robots.txt does not allow."""
        await self._is_plain(url)
        if not is_same_site(url.host, self._host):
            raise Unreached(f"leads to another site, {url.host}", "Name that site's address to collect it.")
        beginning = url.join("/robots.txt")
        task = self._robots.get(str(beginning))
        if task is None:
            task = self._robots[str(beginning)] = asyncio.create_task(self._read_robots(beginning))
        robots = await asyncio.shield(task)  # others may wait for it as well
        self._delays[url.host] = robots.delay
        if not robots.allows(url.raw_path.decode("ascii", "replace")):
            raise Unreached("its robots.txt does not allow it", f"Ask its owners to allow {self._agent} in robots.txt.")

    async def _read_robots(self, url: httpx.URL) -> Robots:
        """The rules of a host: everything where it has no file, nothing where that cannot be had (RFC 9309)."""
        await self._turn(url.host)
        try:
            answer = await fetch(self._client, url, self._limits._replace(body=MOST_READ), self._is_plain)
        except Unreached as reason:
            raise Unreached(f"its robots.txt cannot be read: {reason}", reason.advice) from None
        if answer.status == httpx.codes.OK:
            return parse_robots(text_of(answer.body.content, answer.charset), self._agent)
        if 400 <= answer.status < 500:
            return EVERYTHING
        raise Unreached(f"its robots.txt cannot be read: {said(answer.status)}")
