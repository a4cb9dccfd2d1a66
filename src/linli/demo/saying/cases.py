"""Saying what happens to a case: the names it is planned with are put into rows."""

from typing import Any

from linli.demo.cases.case import Case, Step
from linli.demo.saying.said import Known, Said, Told

USERS = ("leader", "team_lead", "officer")


def case_opening(case: Case, known: Known) -> Told:
    """What the officer types when the incident is accepted."""
    happening, told = case.happening, case.happening.complainant
    return {
        "category": happening.category,
        "title": happening.title,
        "story": happening.story,
        "source": happening.source,
        "occurred_from": happening.from_at,
        "occurred_until": happening.until_at,
        "place": happening.place,
        "cell": known.cells[happening.grid_code],
        "method": happening.method,
        "loss_fen": happening.loss * 100 if happening.loss else None,
        "name": told.name if told else "",
        "phone": told.phone if told else "",
        "address": told.address if told else "",
    }


def case_step(step: Step, known: Known) -> Said:
    told: dict[str, Any] = dict(step.told)
    told |= {name: known.users[told[name]] for name in USERS if name in told}
    if "to_unit" in told:
        told["to_unit"] = known.units[told["to_unit"]]
    if "other" in told:
        told["other"] = known.numbers["case", told["other"]]
    return Said(step.verb, step.by, told)
