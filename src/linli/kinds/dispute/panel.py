"""What the panel of a dispute shows: the state with its words put beside it, as plain values."""

from dataclasses import dataclass
from datetime import datetime

from linli.ground.clock import parse_moment
from linli.kinds.dispute import choices, course
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
    """One side: its answer to mediation (None: not asked yet) and who stands on it."""

    side: str
    consent: Row | None
    parties: tuple[PartyShown, ...]


@dataclass(frozen=True)
class CheckShown:
    """The newest danger check: every question with its answer."""

    seq: int
    answers: tuple[tuple[str, bool], ...]
    steps: Said
    made: int


@dataclass(frozen=True)
class MemberShown:
    """One body of the joint mediation with its opinions."""

    row: Row
    opinions: tuple[Said, ...]


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


@dataclass(frozen=True)
class InstalmentShown:
    """One instalment and what it is."""

    row: Row
    what: Said
    proof: Said


@dataclass(frozen=True)
class AgreementShown:
    """The agreement, its instalments and its way to the court."""

    row: Row
    main_facts: Said
    disputed: Said
    terms: Said
    manner: Said
    instalments: tuple[InstalmentShown, ...]
    window_until_at: datetime | None
    court: Said
    document: Said


@dataclass(frozen=True)
class VisitShown:
    row: Row
    findings: Said


@dataclass(frozen=True)
class Panel:
    """Everything the template shows."""

    told: dict[str, Said]
    sides: tuple[SideShown, ...]
    check: CheckShown | None
    members: tuple[MemberShown, ...]
    sessions: tuple[SessionShown, ...]
    agreement: AgreementShown | None
    undisputed: tuple[Said, ...]
    concessions: tuple[tuple[Row, Said], ...]
    ending: Row | None
    ending_told: Said
    visits: tuple[VisitShown, ...]


def panel_values(state: State, words: Book) -> Panel:
    """The panel of one dispute."""
    data, ending = state.data, state.data["ending"]
    return Panel(
        told={name: words.at(data["seq"], name) for name in ("story", "place", "requests", "court", "commission")},
        sides=tuple(_side(side, state, words) for side in _standing(state)),
        check=_check(state, words),
        members=tuple(_member(row, words) for row in data["members"]),
        sessions=tuple(_session(row, data["parties"], words) for row in data["sessions"]),
        agreement=_agreement(state, words) if data["agreement"] else None,
        undisputed=tuple(words.at(seq, "undisputed") for seq in data["undisputed"]),
        concessions=tuple((row, words.at(row["seq"], "concession")) for row in data["concessions"]),
        ending=ending,
        ending_told=words.at(ending["seq"], "told") if ending else Said(""),
        visits=tuple(VisitShown(row, words.at(row["seq"], "findings")) for row in reversed(data["visits"])),
    )


def _standing(state: State) -> list[str]:
    return sorted({row["side"] for row in course.parties(state)})


def _side(side: str, state: State, words: Book) -> SideShown:
    rows = [row for row in course.parties(state) if row["side"] == side]
    return SideShown(side, state.data["consents"].get(side), tuple(_party(row, words) for row in rows))


def _party(row: Row, words: Book) -> PartyShown:
    said = {name: _newest(row["seqs"], name, words) for name in ("name", "phone", "address")}
    relation = words.at(row["seqs"][0], "relation")
    seqs = tuple(seq for seq in row["seqs"] if any(words.at(seq, name).text for name in said))
    return PartyShown(row, said["name"], said["phone"], said["address"], relation, seqs)


def _newest(seqs: list[int], name: str, words: Book) -> Said:
    """The word as it was told last; a correction that left it empty changes nothing."""
    told = [words.at(seq, name) for seq in reversed(seqs)]
    return next((said for said in told if said.text or said.erased), Said(""))


def _check(state: State, words: Book) -> CheckShown | None:
    checks = state.data["checks"]
    if not checks:
        return None
    last = checks[-1]
    answers = tuple((code, code in last["dangers"]) for code in choices.QUESTIONS)
    return CheckShown(last["seq"], answers, words.at(last["seq"], "steps"), len(checks))


def _member(row: Row, words: Book) -> MemberShown:
    return MemberShown(row, tuple(words.at(seq, "opinion") for seq in row["opinions"]))


def _session(row: Row, parties: list[Row], words: Book) -> SessionShown:
    present = [party for party in parties if party["number"] in row["parties"]]
    return SessionShown(
        row=row,
        present=tuple((party["number"], _newest(party["seqs"], "name", words)) for party in present),
        held_at=parse_moment(row["held_at"]),
        next_at=parse_moment(row["next_at"]) if row["next_at"] else None,
        place=words.at(row["seq"], "place"),
        others=words.at(row["seq"], "others"),
        record=words.at(row["seq"], "record"),
    )


def _agreement(state: State, words: Book) -> AgreementShown:
    row = state.data["agreement"]
    said = {name: words.at(row["seq"], name) for name in ("main_facts", "disputed", "terms", "manner", "items")}
    items = said["items"].text.split("\n")
    confirmation = row["confirmation"]
    window = state.marks.get("confirmation")
    return AgreementShown(
        row=row,
        main_facts=said["main_facts"],
        disputed=said["disputed"],
        terms=said["terms"],
        manner=said["manner"],
        instalments=tuple(_instalment(part, items, words) for part in row["instalments"]),
        window_until_at=window.at if window else None,
        court=words.at(confirmation["seq"], "court") if confirmation else Said(""),
        document=words.at(confirmation["seq"], "document") if confirmation else Said(""),
    )


def _instalment(part: Row, items: list[str], words: Book) -> InstalmentShown:
    place = part["number"] - 1
    shown_in = "proof" if part["state"] == "kept" else "finding"
    what = Said(items[place] if place < len(items) else "")
    return InstalmentShown(part, what, words.at(part["seq"], shown_in))
