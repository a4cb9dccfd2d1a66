"""Where a message may be sent at all: no channel can be used to reach what lies behind the house's own wall."""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from linli.ground.text import msg

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
PORTS = {"http": 80, "https": 443}
WRAPPING = tuple(ipaddress.IPv6Network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/96", "::/96"))
"""Nets whose addresses carry one of the older sort in their last four bytes, which a gateway may call."""
OF_CLOUDS = frozenset(map(ipaddress.ip_address, ("100.100.100.200", "192.0.0.192", "168.63.129.16", "fd00:ec2::254")))
"""Where machines of a cloud are told its secrets, beside the link-local address that most use."""


class Forbidden(Exception):
    """The address must not be called; the text says why, as a msgid."""


@dataclass(frozen=True)
class Place:
    """A machine that was looked up and may be called, at the very address that was checked."""

    host: str
    ip: str
    port: int


def parts_of(url: str, *, internal: bool) -> SplitResult:
    """The parts of an address that may be called. Raises Forbidden."""
    try:
        parts = urlsplit(url)
        _port = parts.port
    except ValueError as error:
        raise Forbidden(msg("The address cannot be read.")) from error
    if parts.scheme not in PORTS or not parts.hostname or any(ord(sign) < 33 for sign in url):
        raise Forbidden(msg("The address is none of the web."))
    if parts.username or parts.password:
        raise Forbidden(msg("A name or password stands in the address."))
    if parts.scheme == "http" and not internal:
        raise Forbidden(msg("The address is not encrypted (https)."))
    return parts


def place_of(host: str, port: int, *, internal: bool) -> Place:
    """Look the machine up. Raises Forbidden where any of its addresses is private and the channel is not internal."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise Forbidden(msg("The name of the machine cannot be read.")) from error
    ips = [str(address[0]) for *_rest, address in found]
    for ip in ips:
        if not may_call(ipaddress.ip_address(ip.partition("%")[0]), internal=internal):
            raise Forbidden(msg("The address is private and the channel is not internal."))
    return Place(host, ips[0], port)


def may_call(ip: Address, *, internal: bool) -> bool:
    """An address of the open net; of ours too where the channel is internal, but never one that names no machine."""
    if isinstance(ip, ipaddress.IPv6Address):
        inside = None if ip.is_loopback else _inside(ip)
        if inside is not None:
            return may_call(inside, internal=internal)
        if ip.is_site_local:
            return internal
    if ip.is_multicast or ip.is_unspecified or ip.is_link_local or ip in OF_CLOUDS:
        return False
    return internal or ip.is_global


def _inside(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The address of the older sort that this one stands for."""
    if any(ip in net for net in WRAPPING):
        return ipaddress.IPv4Address(ip.packed[-4:])
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
