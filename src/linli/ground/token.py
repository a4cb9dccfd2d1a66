"""What opens something for whoever brings it: drawn by lot, told once, good from everywhere or from one network."""

import ipaddress
import secrets

LENGTH = 24
"""Bytes drawn by lot: nobody guesses them, however often they may try."""


def drawn() -> str:
    return secrets.token_urlsafe(LENGTH)


def network_of(text: str) -> str:
    """An address or network in one way of writing; empty is any. Raises ValueError for what is neither."""
    return str(ipaddress.ip_network(text, strict=False)) if text else ""


def lies_in(address: str, network: str) -> bool:
    """Whether the address is of the network; of no network in particular is every address."""
    if not network:
        return True
    try:
        told = ipaddress.ip_address(address)
    except ValueError:
        return False
    mapped = getattr(told, "ipv4_mapped", None)
    return (mapped or told) in ipaddress.ip_network(network)
