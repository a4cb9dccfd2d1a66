"""The panel of a dispute, card by card."""

from dataclasses import dataclass

from linli.kinds.dispute.course import Row
from linli.kinds.dispute.panel.agreement import AgreementShown, agreement_shown
from linli.kinds.dispute.panel.danger import CheckShown, check_shown
from linli.kinds.dispute.panel.parties import SideShown, sides_shown
from linli.kinds.dispute.panel.sessions import MemberShown, SessionShown, member_shown, session_shown
from linli.kinds.dispute.panel.visits import VisitShown
from linli.matters.state import State
from linli.matters.words import Book, Said


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
        sides=sides_shown(state, words),
        check=check_shown(state, words),
        members=tuple(member_shown(row, words) for row in data["members"]),
        sessions=tuple(session_shown(row, data["parties"], words) for row in data["sessions"]),
        agreement=agreement_shown(state, words) if data["agreement"] else None,
        undisputed=tuple(words.at(seq, "undisputed") for seq in data["undisputed"]),
        concessions=tuple((row, words.at(row["seq"], "concession")) for row in data["concessions"]),
        ending=ending,
        ending_told=words.at(ending["seq"], "told") if ending else Said(""),
        visits=tuple(VisitShown(row, words.at(row["seq"], "findings")) for row in reversed(data["visits"])),
    )
