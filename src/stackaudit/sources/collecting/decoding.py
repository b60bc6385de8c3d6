"""Decompressing bodies within bounds, and reading them as text whatever encoding they claim."""

from __future__ import annotations

import zlib
from typing import NamedTuple

from stackaudit.sources.collecting.limits import Unreached

ENCODINGS = "gzip, deflate"
"""What is asked for: what the standard library can decompress piece by piece."""

_GZIP, _ZLIB, _BARE = 31, 15, -15  # zlib's names for the three wrappings
_ZLIB_HEAD = 2  # bytes
_BOMS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


class Body(NamedTuple):
    """The bytes of a body, at most as many as were asked for, and whether there was more."""

    content: bytes
    is_cut: bool


class Decoding:
    """Takes a body piece by piece and keeps at most `most` bytes of it, however small it was compressed."""

    def __init__(self, encoding: str, most: int) -> None:
        self._wrapping = _wrapping(encoding)
        self._inflating = zlib.decompressobj(self._wrapping) if self._wrapping else None
        self._most = most
        self._taken = 0  # bytes as they came, which are bounded as well
        self._held = b""  # the first bytes of what may be zlib's, until they tell
        self._kept = bytearray()

    @property
    def is_full(self) -> bool:
        """Whether more would not be kept."""
        return len(self._kept) > self._most or self._taken > self._most

    def take(self, piece: bytes) -> None:
        """Keep a piece; raises `Unreached` for one that is not compressed as was said."""
        self._taken += len(piece)
        if self._inflating is None:
            self._kept += piece[: self._most + 1 - len(self._kept)]
            return
        if self._wrapping == _ZLIB and len(self._held) < _ZLIB_HEAD:
            self._held += piece
            if len(self._held) < _ZLIB_HEAD:
                return
            piece = self._held
            if not _is_zlib(piece):  # some servers leave the wrapping out
                self._inflating, self._wrapping = zlib.decompressobj(_BARE), _BARE
        try:
            self._inflate(piece)
        except zlib.error:
            raise Unreached("its compressed body is broken") from None

    def body(self) -> Body:
        """What was kept; raises `Unreached` where nothing could be decompressed."""
        if self._inflating is not None and self._taken and not self._kept and not self._inflating.eof:
            raise Unreached("its compressed body is broken")
        return Body(bytes(self._kept[: self._most]), self.is_full)

    def _inflate(self, piece: bytes) -> None:
        """Decompress a piece, over as many gzip members as it holds."""
        while piece and self._inflating is not None and len(self._kept) <= self._most:
            if self._inflating.eof:
                if self._wrapping != _GZIP:
                    return
                self._inflating = zlib.decompressobj(_GZIP)
            self._kept += self._inflating.decompress(piece, self._most + 1 - len(self._kept))
            piece = self._inflating.unused_data


def text_of(content: bytes, charset: str | None) -> str:
    """A body as text. Marks are plain ASCII, which all encodings of the web but UTF-16 write alike."""
    named = (charset or "").lower()
    encoding = _BOMS.get(content[:2]) or (named if named in {"utf-16", "utf-16le", "utf-16be"} else "utf-8")
    return content.decode(encoding, "replace").lstrip("\ufeff")


def _is_zlib(content: bytes) -> bool:
    """Whether bytes begin as zlib's do (RFC 1950): deflate, and a checksum over the two bytes."""
    return content[0] & 15 == 8 and int.from_bytes(content[:2], "big") % 31 == 0


def _wrapping(encoding: str) -> int:
    """Zlib's name for a content encoding, 0 for none; raises `Unreached` for one that nobody asked for."""
    known = {"": 0, "identity": 0, "gzip": _GZIP, "x-gzip": _GZIP, "deflate": _ZLIB}
    if encoding.strip().lower() not in known:
        raise Unreached("its body is in an encoding that was not asked for")
    return known[encoding.strip().lower()]
