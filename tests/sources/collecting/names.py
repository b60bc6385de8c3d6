"""A name server on this machine, over UDP and TCP."""

from __future__ import annotations

import socket
import struct
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import dns.flags
import dns.message
import dns.rcode
import dns.rrset

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SERVFAIL, SILENCE, GARBAGE = "SERVFAIL", "SILENCE", "GARBAGE"


class NameServer:
    """Answers by name and type (`shop.test TXT`) with values, or with a failure; what is not told does not exist."""

    def __init__(self, zone: Mapping[str, list[str] | str]) -> None:
        self._zone = zone
        self._known = {key.partition(" ")[0] for key in zone}
        self.tcp = socket.create_server(("127.0.0.1", 0))
        self.port = self.tcp.getsockname()[1]
        self.udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.udp.bind(("127.0.0.1", self.port))
        self.asked: list[str] = []

    def answer_datagrams(self) -> None:
        with suppress(OSError):
            while True:
                query, sender = self.udp.recvfrom(4096)
                if not query:  # woken to end
                    return
                answer = self._answer(query, 1232)
                if answer:
                    self.udp.sendto(answer, sender)

    def answer_streams(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self.tcp.accept()
                with connection:
                    (length,) = struct.unpack("!H", connection.recv(2))
                    answer = self._answer(connection.recv(length), 65535)
                    connection.sendall(struct.pack("!H", len(answer)) + answer)

    def _answer(self, wire: bytes, most: int) -> bytes:
        query = dns.message.from_wire(wire)
        question = query.question[0]
        name = question.name.to_text(omit_final_dot=True)
        kind = question.rdtype.name
        self.asked.append(f"{name} {kind}")
        found = self._zone.get(f"{name} {kind}", [])
        if found == SILENCE:
            return b""
        if found == GARBAGE:
            return wire[:2] + b"\xff" * 40
        answer = dns.message.make_response(query)
        answer.flags |= dns.flags.RA
        if found == SERVFAIL:
            answer.set_rcode(dns.rcode.SERVFAIL)
        elif name not in self._known:
            answer.set_rcode(dns.rcode.NXDOMAIN)
        elif found:
            answer.answer.append(dns.rrset.from_text_list(question.name, 60, "IN", kind, found))
        whole = answer.to_wire(max_size=65535)
        if len(whole) <= most:
            return whole
        answer.answer.clear()
        answer.flags |= dns.flags.TC
        return answer.to_wire()


@contextmanager
def name_server(zone: Mapping[str, list[str] | str]) -> Iterator[NameServer]:
    """A name server that is there for as long as a test needs it."""
    server = NameServer(zone)
    threads = [threading.Thread(target=work, daemon=True) for work in (server.answer_datagrams, server.answer_streams)]
    for thread in threads:
        thread.start()
    try:
        yield server
    finally:
        server.tcp.shutdown(socket.SHUT_RDWR)
        with suppress(OSError):  # not connected, but it wakes who waits for it
            server.udp.shutdown(socket.SHUT_RDWR)
        for closed in (server.tcp, server.udp):
            closed.close()
        for thread in threads:
            thread.join(5)
