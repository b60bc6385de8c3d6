"""The guard of every connection: a name is resolved once, its addresses judged, and one of them connected to."""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING

import httpcore

from stackaudit.sources.collecting.addresses import is_public
from stackaudit.sources.collecting.limits import Unreached

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from httpcore import SOCKET_OPTION

    Resolve = Callable[[str, int], Awaitable[list[str]]]

NOT_PUBLIC = "which is not on the public internet"
ALLOW = "Allow it with `--allow-private` where it is a network of your own."

_MOST_TRIED = 4  # addresses of one host


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Connects to public addresses only, and to exactly the addresses that were judged.

    The name is never looked up a second time, so an answer that changes between check and use changes nothing. Numbers
    in odd notations (`2130706433`, `0x7f.1`) are names like others: what counts is the address that they resolve to.
    """

    def __init__(
        self, resolve: Resolve, *, allow_private: bool = False, network: httpcore.AsyncNetworkBackend | None = None
    ) -> None:
        self._resolve = resolve
        self._allow_private = allow_private
        self._network = network or httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the signature is httpcore's
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A stream to the first address of the host that answers; raises `Unreached` where one is not public."""
        addresses = await self._judged(host, port)
        for address in addresses[:-1]:
            try:
                return await self._network.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._network.connect_tcp(addresses[-1], port, timeout, local_address, socket_options)

    async def sleep(self, seconds: float) -> None:
        """Wait, as httpcore asks before it tries again."""
        await self._network.sleep(seconds)

    async def _judged(self, host: str, port: int) -> list[str]:
        """The addresses of a host; one that is not public spoils them all, for nobody honest mixes them."""
        addresses = await self._resolve(host, port)
        refused = next((address for address in addresses if not is_public(address)), None)
        if refused is not None and not self._allow_private:
            raise Unreached(f"{host} stands for {refused}, {NOT_PUBLIC}", ALLOW)
        if not addresses:
            raise Unreached(f"there is no host called {host}")
        return addresses[:_MOST_TRIED]


async def resolved(host: str, port: int) -> list[str]:
    """The numeric addresses of a host in the system's order of preference; raises `Unreached` where there are none."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):  # the second for names that are too long to be asked for
        raise Unreached(f"there is no host called {host}") from None
    return list(dict.fromkeys(str(info[4][0]) for info in found))
