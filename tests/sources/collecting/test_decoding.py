"""Decompressing in pieces: however a body comes, the same is kept, and never more than the limit."""

from __future__ import annotations

import gzip
import zlib

from hypothesis import given
from hypothesis import strategies as st

from stackaudit.sources.collecting.decoding import Body, Decoding, text_of
from stackaudit.sources.collecting.limits import Unreached

WRAPPED = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "Deflate": lambda content: zlib.compress(content)[2:-4],
    "identity": lambda content: content,
}


def decoded(encoding: str, pieces: list[bytes], most: int) -> Body:
    decoding = Decoding(encoding, most)
    for piece in pieces:
        decoding.take(piece)
    return decoding.body()


@given(st.binary(max_size=300), st.sampled_from(sorted(WRAPPED)), st.integers(1, 40))
def test_a_body_is_the_same_in_whatever_pieces_it_comes(content: bytes, encoding: str, size: int) -> None:
    sent = WRAPPED[encoding](content)
    pieces = [sent[at : at + size] for at in range(0, len(sent), size)]

    assert decoded(encoding, pieces, 1000) == Body(content, is_cut=False)


@given(st.binary(min_size=1, max_size=300), st.sampled_from(["gzip", "deflate"]), st.integers(1, 299))
def test_a_body_is_cut_at_its_limit(content: bytes, encoding: str, most: int) -> None:
    long = content * 300  # so that it is longer than what was sent

    assert decoded(encoding, [WRAPPED[encoding](long)], most).content == long[:most]


@given(st.sampled_from(["gzip", "deflate", "identity", "br", ""]), st.lists(st.binary(max_size=60), max_size=5))
def test_any_bytes_are_read_or_refused(encoding: str, pieces: list[bytes]) -> None:
    try:
        body = decoded(encoding, pieces, 100)
    except Unreached as reason:
        assert str(reason).startswith("its ")  # noqa: PT017 - both ends are right
    else:
        assert len(body.content) <= 100


@given(st.binary(max_size=60), st.none() | st.text(max_size=20))
def test_any_bytes_are_text_in_some_way(content: bytes, charset: str | None) -> None:
    assert "\ufeff" not in text_of(content, charset)[:1]
