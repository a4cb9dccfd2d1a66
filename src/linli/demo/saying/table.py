"""Saying what happens at the mediation table, and to its clock."""

from collections.abc import Iterator

from linli.demo import material
from linli.demo.saying.said import Known, Told
from linli.matters.state import State


def meet(step: material.Meet, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield (
        "hold_session",
        {
            "held_at": step.at,
            "ends_at": step.ends_at,
            "place": step.place,
            "parties": [row["number"] for row in state.data["parties"] if not row["gone"]],
            "members": [row["unit"] for row in state.data["members"] if not row["left"]],
            "others": step.present,
            "public": False,
            "rights_told": True,
            "record": step.record,
            "session_outcome": step.outcome,
            "next_at": None,
            "undisputed": step.undisputed,
            "concession_side": "b" if step.concession else "",
            "concession": step.concession,
        },
    )


def pause(step: material.Pause, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "pause", {"pause_reason": "appraisal", "why": step.text}


def resume(step: material.Resume, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "resume", {"note": step.text}


def extend(step: material.Extend, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    sides = sorted({row["side"] for row in state.data["parties"]})
    yield "extend", {"days": step.days, "sides": sides, "why": step.text}
