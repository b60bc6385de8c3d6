"""Collecting a domain: what its records say of the services behind it, and where the usual names below it lead."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, NamedTuple

import dns.asyncresolver
import dns.exception
import dns.name
import dns.resolver
from dns.rdtypes.ANY.CNAME import CNAME
from dns.rdtypes.ANY.MX import MX
from dns.rdtypes.ANY.NS import NS
from dns.rdtypes.ANY.TXT import TXT

from stackaudit.model.problems import one_problem
from stackaudit.model.websites import DnsRecord, DnsSnapshot
from stackaudit.sources.collecting.limits import Limits, Unreached
from stackaudit.sources.collecting.records import host_value, policies_followed, text_value
from stackaudit.sources.websites.hosts import is_same_site

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from dns.rdata import Rdata

USUAL_NAMES = (
    *"www go info pages learn blog shop help support status email click track links mail".split(),
    *"autodiscover lyncdiscover enterpriseenrollment em news forms events careers docs community".split(),
    *(f"{key}._domainkey" for key in "selector1 selector2 k1 k2 k3 s1 s2 google mandrill zendesk1 zendesk2".split()),
)
"""Names below a domain that marketing, sales, service and IT tools are commonly given."""

_APEX = ("MX", "NS", "TXT")
_NOBODY = "no-such-name-is-ever-given"  # what leads somewhere all the same is a wildcard
_MOST_STEPS = 8  # of names that stand for each other
_MOST_POLICIES = 10  # as many look-ups as RFC 7208 allows a policy
_MOST_RECORDS = 200  # of one name and type


async def collect_domain(
    resolver: dns.asyncresolver.Resolver, domain: str, names: Iterable[str], limits: Limits, today: date
) -> DnsSnapshot:
    """The snapshot of a domain; `names` are asked for below it.

    What cannot be asked is left out with its reason. Raises `Problems` where there is no such domain, or no server that
    answers.
    """
    look = _Look(resolver, domain, limits)
    try:
        async with asyncio.timeout(limits.visit):
            await look.at_the_domain()
            await look.below(sorted(set(names)))
    except TimeoutError:
        look.left_out[domain] = f"the look was ended after {limits.visit:g} seconds"
    if look.left_out and not look.records:
        reason = min(look.left_out.values())
        raise one_problem(f"nothing of {domain} could be asked: {reason}", "Name another server with `--resolver`.")
    return DnsSnapshot(domain, today, tuple(sorted(look.records)), tuple(sorted(look.left_out.items())))


def open_resolver(server: tuple[str, int] | None, limits: Limits) -> dns.asyncresolver.Resolver:
    """A resolver that asks one server, by numeric address and port, or those that the system is set to."""
    try:
        resolver = dns.asyncresolver.Resolver(configure=server is None)
    except (dns.exception.DNSException, OSError):
        advice = "Name a server with `--resolver ADDRESS`."
        raise one_problem("this system names no server for DNS", advice) from None
    if server:
        resolver.nameservers = [server[0]]
        resolver.port = server[1]
    resolver.timeout = min(limits.silence, limits.request)
    resolver.lifetime = limits.request
    return resolver


class _Asked(NamedTuple):
    """The values that a name has, and whether there is such a name at all."""

    values: tuple[str, ...]
    exists: bool = True


class _Look:
    """One look at one domain: what was seen so far."""

    def __init__(self, resolver: dns.asyncresolver.Resolver, domain: str, limits: Limits) -> None:
        self._resolver = resolver
        self._domain = domain
        self._at_once = asyncio.Semaphore(limits.parallel)
        self.records: set[DnsRecord] = set()
        self.left_out: dict[str, str] = {}

    async def at_the_domain(self) -> None:
        """Ask for the domain's own records, and for the policies of its own that its SPF policy includes."""
        mail, servers, texts = await asyncio.gather(*(self._ask(self._domain, kind) for kind in _APEX))
        if not (mail.exists and servers.exists and texts.exists):
            raise one_problem(f"there is no domain {self._domain}", "Look how it is spelled.")
        for kind, asked in (("MX", mail), ("NS", servers)):
            self._note(self._domain, kind, (host_value(value) for value in asked.values))
        await self._policies(texts.values)

    async def below(self, names: Iterable[str]) -> None:
        """Ask what the names below the domain stand for; where every name stands for the same, that is told once."""
        everything = await self._ask(f"{_NOBODY}.{self._domain}", "CNAME")
        self._note(f"*.{self._domain}", "CNAME", map(host_value, everything.values))
        await asyncio.gather(*(self._chain(f"{name}.{self._domain}", everything.values) for name in names))

    async def _policies(self, texts: tuple[str, ...]) -> None:
        known: dict[str, tuple[str, ...]] = {self._domain: texts}
        waiting = [name for text in sorted(texts) for name in policies_followed(text, self._domain)]
        while waiting and len(known) <= _MOST_POLICIES:
            name = waiting.pop(0)
            if name not in known:
                known[name] = (await self._ask(name, "TXT")).values
                waiting += [far for text in sorted(known[name]) for far in policies_followed(text, self._domain)]
        for name, values in known.items():
            self._note(name, "TXT", map(text_value, values))

    async def _chain(self, name: str, ordinary: tuple[str, ...]) -> None:
        """Follow a name through other names of the domain to the one that somebody else has."""
        seen = {name}
        for _ in range(_MOST_STEPS):
            values = (await self._ask(name, "CNAME")).values
            if not values or values == ordinary:
                return
            target = host_value(values[0])
            self._note(name, "CNAME", [target])
            if not target or target in seen or not is_same_site(target, self._domain):
                return
            seen.add(target)
            name = target

    def _note(self, name: str, kind: str, values: Iterable[str]) -> None:
        self.records.update(DnsRecord(name, kind, value) for value in values if value)

    async def _ask(self, name: str, kind: str) -> _Asked:
        """The values of a name; none where it has none or could not be asked, which is noted."""
        try:
            async with self._at_once:
                return await _values(self._resolver, name, kind)
        except Unreached as reason:
            self.left_out[f"{name} {kind}"] = str(reason)
            return _Asked(())


async def _values(resolver: dns.asyncresolver.Resolver, name: str, kind: str) -> _Asked:
    """The values of a name's records of one type; raises `Unreached`."""
    try:
        answer = await resolver.resolve(dns.name.from_text(name), kind, search=False)
    except dns.resolver.NXDOMAIN:
        return _Asked((), exists=False)
    except dns.resolver.NoAnswer:
        return _Asked(())
    except dns.exception.Timeout:
        raise Unreached("no answer in time") from None
    except (dns.exception.DNSException, OSError):
        raise Unreached("the server could not answer") from None
    return _Asked(tuple(sorted(map(_value, answer))[:_MOST_RECORDS]))


def _value(record: Rdata) -> str:
    """The host or the text that a record holds."""
    if isinstance(record, TXT):
        return b"".join(record.strings).decode("utf-8", "replace")
    if isinstance(record, MX):
        return record.exchange.to_text()
    return record.target.to_text() if isinstance(record, CNAME | NS) else ""
