"""Hosts: what is a valid one, how it is written, and the domain that somebody registered for it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from ipaddress import IPv6Address, ip_address
from urllib.parse import unquote

import idna
from publicsuffixlist import PublicSuffixList

_LONGEST = 253
_LONGEST_WRITTEN = 3 * _LONGEST  # every character escaped as %XX
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*", re.ASCII)
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*", re.ASCII)


def cleaned(host: str) -> str:
    """A host in lower case and in ASCII (IDNA), without brackets and final dot; empty where it is not a valid host.

    Numbers that stand for an address in another notation than four decimals are not valid here.
    """
    return _cleaned(host) if len(host) <= _LONGEST_WRITTEN else ""


@lru_cache(maxsize=8192)
def registrable(host: str) -> str:
    """The domain that somebody registered: `www.shop.example.co.uk` is of `example.co.uk`.

    Addresses, names of one label and public suffixes are answered as they are. Suffixes below which a host lets its
    customers register (`github.io`) count as public.
    """
    name = cleaned(host)
    if not name or _is_address(name):
        return name or host
    return _suffixes().privatesuffix(name) or name


def is_same_site(one: str, other: str) -> bool:
    """Whether two hosts lie below one registered domain."""
    return registrable(one) == registrable(other)


@lru_cache(maxsize=8192)
def is_public_name(host: str) -> bool:
    """Whether a host, as `cleaned` writes it, ends in a known public suffix with something before it."""
    return not _is_address(host) and _suffixes().privatesuffix(host, accept_unknown=False) is not None


@lru_cache(maxsize=8192)
def _cleaned(host: str) -> str:
    text = unquote(host) if "%" in host else host
    if text.startswith("[") and text.endswith("]"):
        return _address_v6(text[1:-1])
    text = _ascii(text).lower().removesuffix(".")
    if len(text) > _LONGEST or not _HOST.fullmatch(text):
        return ""
    return _address(text) if _NUMBER.fullmatch(text.rpartition(".")[2]) else text


@cache
def _suffixes() -> PublicSuffixList:
    """The list of public suffixes; reading it takes some 30 ms, so that it is read when first asked for."""
    return PublicSuffixList()


def _is_address(host: str) -> bool:
    """Whether a cleaned host is an IP address: no public suffix is a number."""
    return ":" in host or host.rpartition(".")[2].isdecimal()


def _ascii(text: str) -> str:
    """The host as browsers look it up, or an empty text where it cannot be."""
    if text.isascii():
        return text
    try:
        return idna.encode(text, uts46=True).decode("ascii")
    except UnicodeError:
        return ""


def _address(text: str) -> str:
    try:
        return ip_address(text).compressed
    except ValueError:
        return ""


def _address_v6(text: str) -> str:
    try:
        return "" if "%" in text else IPv6Address(text).compressed
    except ValueError:
        return ""
