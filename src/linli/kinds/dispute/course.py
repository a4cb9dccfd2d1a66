"""Reading a dispute's state: who stands on which side, who agreed to what, and what is still open."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from linli.matters.state import HOLDER, State

Row = dict[str, Any]


def fresh() -> Row:
    """What a dispute knows when it is opened."""
    return {
        "parties": [],
        "checks": [],
        "consents": {},
        "recused_users": [],
        "members": [],
        "sessions": [],
        "talks_from": 0,
        "undisputed": [],
        "concessions": [],
        "limit": None,
        "agreement": None,
        "earlier": [],
        "ending": None,
        "visits": [],
    }


def recused(state: State, user: int) -> bool:
    """Whether this user stepped back from the mediation, or was asked to: for good."""
    return user in state.data.get("recused_users", ())


def parties(state: State) -> list[Row]:
    """The parties, agents and representatives who are still in the matter."""
    return [row for row in state.data.get("parties", ()) if not row["gone"]]


def party(state: State, number: int) -> Row | None:
    return next((row for row in parties(state) if row["number"] == number), None)


def sides(state: State) -> list[str]:
    """The sides on which a party stands."""
    return sorted({row["side"] for row in parties(state) if row["role"] == "party"})


def copies_needed(state: State) -> int:
    """One copy of a written agreement for each party and one for the file."""
    return 1 + len([row for row in parties(state) if row["role"] == "party"])


def consents(state: State) -> Mapping[str, Row]:
    answers: Mapping[str, Row] = state.data.get("consents", {})
    return {side: answers[side] for side in sides(state) if side in answers}


def papers_here(state: State) -> bool:
    """Whether the papers of a court's commission are still here."""
    return bool(state.data.get("court_stage")) and "papers_returned_on" not in state.data


def refusing(state: State) -> list[str]:
    return [side for side, answer in consents(state).items() if not answer["agreed"]]


def unasked(state: State) -> list[str]:
    """The sides that agreed before a party joined them who is still there."""
    there = {row["number"] for row in parties(state)}
    return [side for side, answer in consents(state).items() if there & set(answer.get("unasked", ()))]


def all_agree(state: State) -> bool:
    """Two sides or more, and each said yes to mediation, asked as it stands now."""
    answers = consents(state)
    everyone = len(sides(state)) > 1 and len(answers) == len(sides(state))
    return everyone and not refusing(state) and not unasked(state)


def begin_if_ready(state: State) -> None:
    """Mediation begins when all sides agree and somebody mediates."""
    if state.stage == "accepted" and all_agree(state) and state.holder(HOLDER):
        state.stage = "mediating"


def lift(state: State, *marks: str) -> None:
    """Take away moments that no longer matter."""
    for mark in marks:
        state.lift_mark(mark)


def members(state: State) -> list[Row]:
    """The bodies that mediate jointly."""
    return [row for row in state.data.get("members", ()) if not row["left"]]


def member(state: State, unit: int) -> Row | None:
    return next((row for row in members(state) if row["unit"] == unit), None)


def instalments(state: State) -> list[Row]:
    agreement = state.data.get("agreement")
    return list(agreement["instalments"]) if agreement else []


def confirmation(state: State) -> Row:
    """How the judicial confirmation of the present agreement stands; empty when nobody asked for it."""
    agreement = state.data.get("agreement")
    return dict(agreement["confirmation"] or {}) if agreement else {}


def instalment(state: State, number: int) -> Row | None:
    return next((row for row in instalments(state) if row["number"] == number), None)


def open_instalments(state: State) -> list[Row]:
    """What is still to be performed, the next one first."""
    rows = [row for row in instalments(state) if row["state"] != "kept"]
    return sorted(rows, key=lambda row: (row["due_on"], row["number"]))


def next_due_on(state: State, *, without: int = 0) -> date | None:
    """The day on which the next thing is due, once `without` is performed."""
    days = [row["due_on"] for row in open_instalments(state) if row["number"] != without]
    return date.fromisoformat(days[0]) if days else None


def last_session(state: State) -> Row | None:
    """The newest session of the present course; those from before a reopening do not count."""
    held: list[Row] = state.data.get("sessions", [])[state.data.get("talks_from", 0) :]
    return held[-1] if held else None


def newcomers(state: State) -> list[int]:
    """The parties who joined after the newest session."""
    last = last_session(state)
    return [row["number"] for row in parties(state) if last and row["role"] == "party" and row["seqs"][0] > last["seq"]]


def last_visit(state: State) -> Row | None:
    visits: list[Row] = state.data.get("visits", [])
    return visits[-1] if visits else None
