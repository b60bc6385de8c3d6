"""How much a collector asks for and takes, and the one exception by which it says that an address gave nothing."""

from __future__ import annotations

from typing import NamedTuple


class Limits(NamedTuple):
    """What bounds a visit.

    Seconds: `silence` is the longest wait for the next bytes, `request` the longest that one address may take with all
    its redirects, `visit` the longest for a site or a domain. `body` is in bytes, before and after decompression.
    `pages`, `scripts` and `containers` are addresses of one site, `parallel` is how many are asked at once, `delay` is
    the pause in seconds between the beginnings of two requests to one host.
    """

    silence: float = 10.0
    request: float = 30.0
    visit: float = 900.0
    body: int = 5_000_000
    redirects: int = 10
    pages: int = 10
    scripts: int = 50
    containers: int = 20
    parallel: int = 4
    delay: float = 0.0


class Unreached(Exception):  # noqa: N818 - it is the word for what it says
    """Raised where an address gives nothing to look at; its text is the reason, in a few plain words.

    `advice` says what to do about it, as a sentence, where anything can be done.
    """

    def __init__(self, reason: str, advice: str = "") -> None:
        super().__init__(reason)
        self.advice = advice
