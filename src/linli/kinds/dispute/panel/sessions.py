"""The cards of the mediation table: the bodies that joined, the sessions held."""

from dataclasses import dataclass
from datetime import datetime

from linli.ground.clock import parse_moment
from linli.kinds.dispute.course import Row
from linli.kinds.dispute.panel.parties import newest
from linli.matters.words import Book, Said


@dataclass(frozen=True)
class MemberShown:
    """One body of the joint mediation with its opinions."""

    row: Row
    opinions: tuple[Said, ...]


def member_shown(row: Row, words: Book) -> MemberShown:
    return MemberShown(row, tuple(words.at(seq, "opinion") for seq in row["opinions"]))


@dataclass(frozen=True)
class SessionShown:
    """One session and its record; `present` are the parties who were there, by number and name."""

    row: Row
    present: tuple[tuple[int, Said], ...]
    held_at: datetime
    next_at: datetime | None
    place: Said
    others: Said
    record: Said


def session_shown(row: Row, parties: list[Row], words: Book) -> SessionShown:
    present = [party for party in parties if party["number"] in row["parties"]]
    return SessionShown(
        row=row,
        present=tuple((party["number"], newest(party["seqs"], "name", words)) for party in present),
        held_at=parse_moment(row["held_at"]),
        next_at=parse_moment(row["next_at"]) if row["next_at"] else None,
        place=words.at(row["seq"], "place"),
        others=words.at(row["seq"], "others"),
        record=words.at(row["seq"], "record"),
    )
