"""Lists in JSON as services answer them: plain, page by page, or under a wrapper's key."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_DEEPEST = 4


def items_of(value: object, wrappers: Collection[str], depth: int = 0) -> Iterator[object]:
    """The items of a list, of a list of lists, or of a list under one of the wrappers' keys, in their order.

    What is nested more deeply than pages are is an item itself.
    """
    inner = value if isinstance(value, list) else _wrapped(value, wrappers)
    if inner is None or depth > _DEEPEST:
        yield value
        return
    for item in inner:
        if isinstance(item, list) or _wrapped(item, wrappers) is not None:
            yield from items_of(item, wrappers, depth + 1)
        else:
            yield item


def _wrapped(value: object, wrappers: Collection[str]) -> list[object] | None:
    if isinstance(value, dict):
        for key in wrappers:
            if isinstance(value.get(key), list):
                inner: list[object] = value[key]
                return inner
    return None
