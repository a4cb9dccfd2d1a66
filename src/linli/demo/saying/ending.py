"""Saying how a dispute ended, was visited, closed, opened again and handed over."""

from collections.abc import Iterator

from linli.demo import material
from linli.demo.saying.agreement import day_told
from linli.demo.saying.said import Known, Told
from linli.matters.kind import kinds
from linli.matters.state import State

GOES_ON_AS = "case"
WAYS = {"LB": ("labour_arbitration", "court"), "PM": ("administrative", "court"), "MD": ("administrative", "court")}


def terminate(step: material.Terminate, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    ways = list(WAYS.get(plan.category, ("court",)))
    yield "terminate", {"termination_reason": step.reason, "ways": ways, "told": f"{step.text}{step.ways}"}


def visit(step: material.Visit, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    rows = (state.data["agreement"] or {"instalments": []})["instalments"]
    found = "yes" if all(row["state"] == "kept" for row in rows) else "partly"
    yield (
        "visit",
        {
            "visited_on": day_told(step),
            "performance_found": found,
            "satisfaction": step.satisfaction,
            "escalation": False,
            "findings": step.findings,
        },
    )


def close(step: material.Close, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "close", {"note": step.text}


def reopen(step: material.Reopen, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "reopen", {"why": step.text}


def convert(step: material.Convert, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    if any(kind.name == GOES_ON_AS for kind in kinds()):
        yield "convert", {"to_kind": GOES_ON_AS, "title": step.title, "text": step.text, "why": step.why}


def note(step: material.Note, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "note", {"text": step.text, "public": False}
