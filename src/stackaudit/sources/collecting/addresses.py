"""Which addresses lie on the public internet, after IANA's registries of special-purpose addresses (RFC 6890)."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, ip_address, ip_network

# Written out, because what the standard library calls global differs between Python's versions.
_NOT_PUBLIC = tuple(
    ip_network(text)
    for text in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # behind a carrier's translation
        "127.0.0.0/8",  # loopback
        "169.254.0.0/16",  # link-local, with the metadata services of clouds
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # relays from IPv6, given up
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, with the broadcast address
        "2001::/23",  # protocol assignments, with Teredo
        "2001:db8::/32",  # documentation
        "2002::/16",  # carries an IPv4 address
        "3fff::/20",  # documentation
    )
)
_GLOBAL_UNICAST = ip_network("2000::/3")
"""All of IPv6 that is given to the public: no loopback, mapped or translated IPv4, private, link-local, multicast."""


def is_public(address: str) -> bool:
    """Whether a numeric address may be connected to without permission; what is no address is not public."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if not isinstance(found, IPv4Address) and found not in _GLOBAL_UNICAST:
        return False
    return not any(found in network for network in _NOT_PUBLIC if network.version == found.version)


def numeric(host: str) -> str:
    """The address that a host written as a number stands for, in whatever notation; empty for names."""
    try:
        return str(ip_address(host))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(host))  # decimal, octal and hexadecimal, of one to four parts
    except (OSError, ValueError):
        return ""
