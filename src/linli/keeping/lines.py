"""What stands on the lines of a backup: the opening, rows of the office, matters, attachments, and the closing."""

from datetime import datetime
from typing import Any

import msgspec

from linli.matters.putting_back import Past

FORMAT = 1


class Line(msgspec.Struct, frozen=True, tag_field="is"):
    """One line; the first thing it says is which."""


class Opening(Line, frozen=True, tag="linli"):
    """Whose ledger this is, what wrote it, and a proof of the keys it needs, all before anything is read."""

    format: int
    at: datetime
    rules: dict[str, str]
    """The fingerprint of the colour table of each kind."""
    migrations: list[str]
    canary: bytes
    """Opened by the keys that open its personal words, and by no others."""
    mac: str
    """Made of the canary with the key of the seals."""


class Row(Line, frozen=True, tag="row"):
    """One row of a table that no timeline gives."""

    of: str
    values: dict[str, Any]


class Attachment(Line, frozen=True, tag="file"):
    """One attachment as it lies in the data folder: sealed."""

    stored: str
    sealed: bytes


class Closing(Line, frozen=True, tag="end"):
    """How much there was, the head of the ledger, and the digest of all lines above, signed with the seals' key."""

    counts: dict[str, int]
    head: str
    digest: str
    mac: str


Any_Line = Opening | Row | Past | Attachment | Closing
_ENCODER = msgspec.json.Encoder()
_DECODER: msgspec.json.Decoder[Any_Line] = msgspec.json.Decoder(Any_Line)


def written(line: Any_Line) -> bytes:
    return _ENCODER.encode(line) + b"\n"


def read(line: bytes) -> Any_Line:
    """Raises msgspec.DecodeError for what is no line of a backup."""
    return _DECODER.decode(line)
