"""The card of the sides and who stands on them."""

from dataclasses import dataclass

from linli.kinds.dispute import course
from linli.kinds.dispute.course import Row
from linli.matters.state import State
from linli.matters.words import Book, Said


@dataclass(frozen=True)
class PartyShown:
    """One party; `seqs` are the entries whose personal words can be opened."""

    row: Row
    name: Said
    phone: Said
    address: Said
    relation: Said
    seqs: tuple[int, ...]


@dataclass(frozen=True)
class SideShown:
    """One side: its answer to mediation (None: not asked yet), whether a party joined since, and who stands on it."""

    side: str
    consent: Row | None
    unasked: bool
    parties: tuple[PartyShown, ...]


def sides_shown(state: State, words: Book) -> tuple[SideShown, ...]:
    sides = sorted({row["side"] for row in course.parties(state)})
    return tuple(_side(side, state, words) for side in sides)


def _side(side: str, state: State, words: Book) -> SideShown:
    rows = [row for row in course.parties(state) if row["side"] == side]
    shown = tuple(_party(row, words) for row in rows)
    return SideShown(side, state.data["consents"].get(side), side in course.unasked(state), shown)


def _party(row: Row, words: Book) -> PartyShown:
    said = {name: newest(row["seqs"], name, words) for name in ("name", "phone", "address")}
    relation = words.at(row["seqs"][0], "relation")
    seqs = tuple(seq for seq in row["seqs"] if any(words.at(seq, name).text for name in said))
    return PartyShown(row, said["name"], said["phone"], said["address"], relation, seqs)


def newest(seqs: list[int], name: str, words: Book) -> Said:
    """The word as it was told last; a correction that left it empty changes nothing."""
    told = [words.at(seq, name) for seq in reversed(seqs)]
    return next((said for said in told if said.text or said.erased), Said(""))
