"""Where a channel leads and its secret: sealed with the keyring, opened only to send, never shown again."""

from dataclasses import dataclass
from urllib.parse import urlsplit

import msgspec

from linli.matters.words import keyring
from linli.notices.models import Channel


@dataclass(frozen=True)
class Private:
    """An address and a secret: of a gateway, a bot, a mailbox and the server that takes mail for it."""

    address: str
    secret: str = ""


def keep(channel: Channel, private: Private) -> None:
    """Put them on the row, sealed, with the name of the machine in the clear."""
    channel.sealed = keyring().shut(msgspec.json.encode(private).decode(), bound=_bound(channel))
    channel.shown = machine_of(private.address)


def private_of(channel: Channel) -> Private:
    """Raises CannotOpen when the row was altered or its key is gone."""
    if channel.sealed is None:
        return Private("")
    return msgspec.json.decode(keyring().open(bytes(channel.sealed), bound=_bound(channel)), type=Private)


def machine_of(address: str) -> str:
    """The host of an address, without path and query, in which bots keep their keys."""
    return (urlsplit(address).hostname or "") if "://" in address else address.rpartition("@")[2]


def _bound(channel: Channel) -> str:
    return f"channel|private|{channel.code}"
