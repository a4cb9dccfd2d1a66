"""The documents of a dispute's file that can be issued one by one, each when its moment has come."""

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.kinds.dispute.dossier.after import visit_record
from linli.kinds.dispute.dossier.agreements import oral_register, written_agreement
from linli.kinds.dispute.dossier.applying import registration
from linli.kinds.dispute.dossier.ending import NAME as TERMINATION
from linli.kinds.dispute.dossier.ending import ended, termination_notice
from linli.kinds.dispute.dossier.records import inquiry_record, session_record
from linli.kinds.dispute.dossier.rights import notice_of_rights
from linli.matters.papers import PaperForm
from linli.matters.state import State

NOT_TAKEN_ON = msg("It was not taken on yet. Take it on first.")
NO_SESSION_YET = msg("No session was recorded yet. Record one first.")
NO_WRITTEN_YET = msg("There is no written agreement yet. Write the agreement down first.")
NO_ORAL_YET = msg("There is no oral agreement yet. Write the agreement down first.")
NOT_ENDED = msg("The mediation has not ended without a settlement.")
NO_VISIT_YET = msg("No follow-up visit was recorded yet. Record one first.")


def taken_on(state: State) -> str:
    return "" if state.data["limit"] is not None else NOT_TAKEN_ON


def sessions(state: State) -> tuple[int, ...]:
    return tuple(row["seq"] for row in state.data["sessions"])


def visits(state: State) -> tuple[int, ...]:
    return tuple(row["seq"] for row in state.data["visits"])


def agreed(state: State, form: str) -> tuple[int, ...]:
    """The agreements of that form, those from before a reopening too."""
    rows = [*state.data["earlier"], state.data["agreement"]]
    return tuple(row["seq"] for row in rows if row and row["form"] == form)


def named(state: State) -> frozenset[int]:
    """The entries that tell names, telephones and addresses, and who else was there."""
    told = {seq for row in state.data["parties"] for seq in row["seqs"]}
    return frozenset({*told, *sessions(state)})


def parties_named(state: State) -> frozenset[int]:
    return frozenset(seq for row in course.parties(state) for seq in row["seqs"])


PAPERS = (
    PaperForm(
        "registration",
        msg("Register of mediation taken on"),
        registration,
        needs=taken_on,
        opens=parties_named,
    ),
    PaperForm(
        "rights",
        msg("Notice of the parties' rights and duties"),
        notice_of_rights,
        needs=taken_on,
        opens=parties_named,
    ),
    PaperForm("inquiry", msg("Inquiry record"), inquiry_record, needs=taken_on, opens=parties_named),
    PaperForm(
        "session",
        msg("Mediation record"),
        session_record,
        needs=lambda state: "" if sessions(state) else NO_SESSION_YET,
        each=sessions,
        opens=named,
    ),
    PaperForm(
        "agreement",
        msg("Mediation agreement"),
        written_agreement,
        needs=lambda state: "" if agreed(state, "written") else NO_WRITTEN_YET,
        series="dispute.agreement",
        each=lambda state: agreed(state, "written"),
        opens=parties_named,
    ),
    PaperForm(
        "oral",
        msg("Register of an oral agreement"),
        oral_register,
        needs=lambda state: "" if agreed(state, "oral") else NO_ORAL_YET,
        series="dispute.agreement",
        each=lambda state: agreed(state, "oral"),
        opens=parties_named,
    ),
    PaperForm(
        TERMINATION,
        msg("Written notice that mediation ended"),
        termination_notice,
        needs=lambda state: "" if ended(state) else NOT_ENDED,
        series="dispute.termination",
        public=True,
        each=ended,
        opens=parties_named,
    ),
    PaperForm(
        "visit",
        msg("Follow-up visit record"),
        visit_record,
        needs=lambda state: "" if visits(state) else NO_VISIT_YET,
        each=visits,
        opens=parties_named,
    ),
)
