"""The panel of a case, card by card."""

from dataclasses import dataclass

from linli.kinds.case.course import Row, series_of
from linli.matters.state import State
from linli.matters.words import Book, Said


@dataclass(frozen=True)
class RowShown:
    """One row of the state with the words of its entry."""

    row: Row
    said: dict[str, Said]


@dataclass(frozen=True)
class Panel:
    """Everything the template shows, the newest of each card first."""

    story: Said
    method: Said
    place: Said
    filing: RowShown | None
    complainants: tuple[RowShown, ...]
    assessments: tuple[RowShown, ...]
    progress: tuple[RowShown, ...]
    series: str
    links: tuple[RowShown, ...]
    extension: RowShown | None
    result: RowShown | None
    ending: RowShown | None
    came_from: tuple[str, ...]


def panel_values(state: State, words: Book) -> Panel:
    """The panel of one case."""
    data = state.data
    return Panel(
        story=words.at(data["seq"], "story"),
        method=words.at(data["method_seq"], "method"),
        place=_newest(data["place_seqs"], "place", words),
        filing=_shown(data["filing"], words),
        complainants=tuple(RowShown(row, words.of(row["seq"])) for row in data["complainants"]),
        assessments=_newest_first(data["assessments"], words),
        progress=_newest_first(data["progress"], words),
        series=series_of(state),
        links=_newest_first(data["links"], words),
        extension=_shown(data["extension"], words),
        result=_shown(data["result"], words),
        ending=_shown(data["ending"], words),
        came_from=tuple(state.tied("from")),
    )


def _shown(row: Row | None, words: Book) -> RowShown | None:
    """The words of the entry itself and of the decision on it."""
    if row is None:
        return None
    decided = words.of(row["decided_seq"]) if row.get("decided_seq") else {}
    return RowShown(row, {**{f"decided_{name}": said for name, said in decided.items()}, **words.of(row["seq"])})


def _newest_first(rows: list[Row], words: Book) -> tuple[RowShown, ...]:
    return tuple(RowShown(row, words.of(row["seq"])) for row in reversed(rows))


def _newest(seqs: list[int], name: str, words: Book) -> Said:
    """The word as it was told last; a correction that left it empty changes nothing."""
    told = [words.at(seq, name) for seq in reversed(seqs)]
    return next((said for said in told if said.text or said.erased), Said(""))
