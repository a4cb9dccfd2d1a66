"""Saying what was asked of the court, and what it answered."""

from collections.abc import Iterator

from linli.demo import material
from linli.demo.saying.agreement import day_told
from linli.demo.saying.opening import COURT
from linli.demo.saying.said import Known, Told
from linli.matters.state import State


def apply_for_confirmation(
    step: material.ApplyForConfirmation, plan: material.Plan, state: State, known: Known
) -> Iterator[tuple[str, Told]]:
    yield (
        "apply_confirmation",
        {
            "applied_on": day_told(step),
            "court": COURT,
            "jointly": True,
            "bars": [],
            "about_property": False,
            "papers": ["agreement", "body", "identity", "contact"],
            "note": step.text,
        },
    )


def confirmed(step: material.Confirmed, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield (
        "confirmation_result",
        {
            "confirmation_result": "confirmed",
            "decided_on": day_told(step),
            "document": "",
        },
    )
