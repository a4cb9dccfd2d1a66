"""Saying what was agreed, and how it was kept."""

from collections.abc import Iterator
from datetime import date

from linli.demo import material
from linli.demo.saying.said import Known, Told
from linli.ground.clock import day_of
from linli.matters.state import State


def agree(step: material.Agree, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    rows = tuple(
        {"due_on": each.due_on, "by_side": "b", "amount_fen": each.amount * 100, "what": each.what}
        for each in step.instalments
    )
    yield (
        "agree",
        {
            "agreement_form": step.form,
            "main_facts": plan.facts,
            "disputed": "",
            "terms": "\n".join(f"{number}. {term}" for number, term in enumerate(step.terms, start=1)),
            "manner": "",
            "amount_fen": sum(row["amount_fen"] for row in rows),
            "instalments": rows,
            "effective_on": day_told(step),
            "copies": None,
        },
    )


def perform(step: material.Perform, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "perform", {"number": step.number, "performed_on": day_told(step), "proof": step.text}


def default(step: material.Default, plan: material.Plan, state: State, known: Known) -> Iterator[tuple[str, Told]]:
    yield "default", {"number": step.number, "finding": step.text, "step": "电话督促并约定时间面谈。"}


def day_told(step: material.Step) -> date:
    return day_of(step.at)
