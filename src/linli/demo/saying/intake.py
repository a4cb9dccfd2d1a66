"""Saying the steps up to the consent of the sides."""

from collections.abc import Iterator

from linli.demo import material
from linli.demo.saying.said import Known, Told
from linli.matters.state import State


def assess(step: material.Assess, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    quiet = {"weak_at_risk": False, "crowd_gathering": False}
    yield "assess", {**quiet, **dict(step.answers), "steps": step.text}


def accept(step: material.Accept, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "accept", {"note": step.text}


def decline(step: material.Decline, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "decline", {"decline_reason": step.reason, "told": step.text}


def consent(step: material.Consent, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "consent", {"side": step.side, "agreed": step.agrees, "rights_told": True, "note": step.text}
