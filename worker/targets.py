"""Where a webhook may lead: out into the world, never to a machine of our own by mistake.

A name is looked up once, every address that it has is checked, and the call goes to one of these
very addresses: a second look-up, which might answer otherwise, is never made.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

import httpx

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

NAT64 = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))  # RFC 6052, RFC 8215


class TargetError(Exception):
    """The address may not be called; the text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Target:
    """``url`` names the ``address`` that was checked; ``host`` is for the Host header and TLS."""

    url: httpx.URL
    host: str
    netloc: str


def parse(url: str) -> httpx.URL:
    """The URL, when its form may be called. Raises TargetError."""
    try:
        parsed = httpx.URL(url)
        port = parsed.port
    except (httpx.InvalidURL, ValueError):
        raise TargetError("that is no URL; write https://host/path") from None
    if parsed.scheme not in ("https", "http") or not parsed.host or port == 0:
        raise TargetError("write https://host/path")
    if parsed.userinfo or parsed.fragment:
        raise TargetError("write the URL without a user, a password or a fragment")
    return parsed


async def resolve(url: str, *, allowed: Sequence[Network]) -> Target:
    """Where to call. Raises TargetError, and OSError when the name cannot be looked up.

    Plain http is for the networks that are ``allowed``, since everybody on the way could read it.
    """
    parsed = parse(url)
    port = parsed.port or (443 if parsed.scheme == "https" else 80)
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(parsed.host, port, type=socket.SOCK_STREAM)
    except UnicodeError:
        raise TargetError("no name can be as long as the one in this URL") from None
    addresses = [ip_address(str(info[4][0]).partition("%")[0]) for info in found]
    for address in addresses:
        _check(address, parsed.scheme, allowed)
    pinned = addresses[0]
    return Target(
        url=parsed.copy_with(host=str(pinned)),
        host=parsed.host,
        netloc=parsed.netloc.decode("ascii"),
    )


def _check(address: Address, scheme: str, allowed: Sequence[Network]) -> None:
    if any(address in network for network in allowed):
        return
    if scheme == "http":
        raise TargetError("plain http is for the networks in INBOUNDS_WEBHOOK_NETWORKS; use https")
    if not _is_public(address):
        raise TargetError(
            "the name leads to a private address; add its network to INBOUNDS_WEBHOOK_NETWORKS "
            "if that is meant"
        )


def _is_public(address: Address) -> bool:
    """Whether the address, and the one that may be wrapped in it, are of the open internet."""
    if isinstance(address, IPv6Address):
        if any(address in network for network in NAT64):
            return False
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None,))[0]
        if inner is not None:
            return False  # nobody's receiver is reached by these alone
    return address.is_global and not address.is_multicast and not address.is_reserved
