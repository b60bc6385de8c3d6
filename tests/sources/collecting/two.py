"""A site on this machine that speaks HTTP/2."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import h2.config
import h2.connection
import h2.events

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator, Mapping


class Http2Site:
    """Answers each path with a body, None with one that has no end; what is not told answers 404."""

    def __init__(self, tls: ssl.SSLContext, bodies: Mapping[str, bytes | None]) -> None:
        tls.set_alpn_protocols(["h2", "http/1.1"])
        self._tls = tls
        self._bodies = bodies
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.versions: list[str | None] = []

    def serve(self) -> None:
        with suppress(OSError):
            while True:
                plain, _ = self.socket.accept()
                threading.Thread(target=self._talk, args=(plain,), daemon=True).start()

    def _talk(self, plain: socket.socket) -> None:
        plain.settimeout(3)
        with suppress(OSError), plain, self._tls.wrap_socket(plain, server_side=True) as connection:
            state = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
            state.initiate_connection()
            endless: set[int] = set()
            while data := (connection.sendall(state.data_to_send()), connection.recv(65536))[1]:
                for event in state.receive_data(data):
                    if isinstance(event, h2.events.RequestReceived):
                        self.versions.append(connection.selected_alpn_protocol())
                        self._answer(state, event, endless)
                    elif isinstance(event, h2.events.StreamReset):
                        endless.discard(event.stream_id)
                for stream in endless:
                    while room := min(state.local_flow_control_window(stream), state.max_outbound_frame_size):
                        state.send_data(stream, bytes(room))

    def _answer(self, state: h2.connection.H2Connection, event: h2.events.RequestReceived, endless: set[int]) -> None:
        path = dict(event.headers)[b":path"].decode()
        status = "200" if path in self._bodies else "404"
        state.send_headers(event.stream_id, [(":status", status), ("content-type", "text/html")])
        body = self._bodies.get(path, b"")
        if body is None:
            endless.add(event.stream_id)
        else:
            state.send_data(event.stream_id, body, end_stream=True)


@contextmanager
def http2_site(tls: ssl.SSLContext, bodies: Mapping[str, bytes | None]) -> Iterator[Http2Site]:
    """A site that is there for as long as a test needs it."""
    site = Http2Site(tls, bodies)
    thread = threading.Thread(target=site.serve, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.socket.shutdown(socket.SHUT_RDWR)
        site.socket.close()
        thread.join(5)
