"""The panel of a request, card by card."""

from dataclasses import dataclass

from linli.kinds.request import course, secrecy
from linli.kinds.request.panel.answers import CycleShown, cycles_shown
from linli.kinds.request.panel.shown import RowShown, newest, newest_first, shown
from linli.matters.state import State
from linli.matters.words import Book, Said


@dataclass(frozen=True)
class Panel:
    """Everything the template shows, the newest of each card first."""

    story: Said
    place: Said
    point: tuple[str, str] | None
    """Kept with the words of the place: what a confidential resident pointed at may be their door."""
    demand: int
    came_from: tuple[str, ...]
    reporter: RowShown | None
    task: Said
    """What the unit is to do, where that was written after the last dispatch."""
    dispatches: tuple[RowShown, ...]
    returns: tuple[RowShown, ...]
    extension: RowShown | None
    suspensions: tuple[RowShown, ...]
    progress: tuple[RowShown, ...]
    contacted: RowShown | None
    cycles: tuple[CycleShown, ...]
    redos: tuple[RowShown, ...]
    urges: tuple[RowShown, ...]
    supervision: RowShown | None
    whistles: tuple[RowShown, ...]
    merged: RowShown | None
    data_asks: tuple[RowShown, ...]
    ending: RowShown | None


def panel_values(state: State, words: Book) -> Panel:
    """The panel of one request."""
    data = state.data
    return Panel(
        story=words.at(data["opened"], "story"),
        place=newest(data["place_seqs"], "place", words),
        point=None if words.at(data["opened"], "story").withheld else data["point"],
        demand=course.demand(state),
        came_from=tuple(state.tied("from")),
        reporter=shown(data["reporter"], words),
        task=words.at(secrecy.newer_task(state), "task"),
        dispatches=newest_first(data["dispatches"], words),
        returns=newest_first(data["returns"], words, decided="ruling_seq"),
        extension=shown(data["extension"], words, decided="decided_seq"),
        suspensions=newest_first(data["suspensions"], words, decided="until_seq"),
        progress=newest_first(data["progress"], words),
        contacted=shown(data["contacted"], words),
        cycles=cycles_shown(state, words),
        redos=newest_first(data["redos"], words),
        urges=newest_first(data["urges"], words, decided="explained"),
        supervision=shown(data["supervision"], words),
        whistles=newest_first(data["whistles"], words),
        merged=shown(data["merged"], words),
        data_asks=newest_first(data["data_asks"], words, decided="answered"),
        ending=shown(data["ending"], words),
    )
