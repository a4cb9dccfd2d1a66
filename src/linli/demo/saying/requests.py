"""Saying what happens to a request: the names it is planned with are put into rows."""

from datetime import timedelta
from typing import Any

from linli.demo.cases.case import Step
from linli.demo.county import code_of
from linli.demo.requests.request import Request
from linli.demo.saying.said import Known, Said, Told
from linli.ground.clock import day_of
from linli.matters.state import State


def request_opening(request: Request, known: Known) -> Told:
    """What the clerk types, or a resident at the counter."""
    asked = request.asked
    return {
        "title": asked.title,
        "story": asked.story,
        "category": asked.wish.category,
        "sort": asked.wish.sort,
        "channel": asked.channel,
        "urgency": asked.urgency,
        "place": asked.place,
        "cell": known.cells[asked.grid_code],
        "name": asked.name,
        "phone": asked.phone,
        "anonymous": asked.anonymous,
        "wants_reply": asked.wants_reply,
        "confidential": asked.confidential,
        "reported_unit": known.units[code_of(asked.reported)] if asked.reported else None,
    }


def request_step(step: Step, state: State, known: Known) -> Said:
    """Some things are told by the place they have in the timeline by then."""
    told: dict[str, Any] = dict(step.told)
    if "to_unit" in told:
        told["to_unit"] = known.units[told["to_unit"]]
    if "units" in told:
        told["units"] = tuple(known.units[code] for code in told["units"])
    if "into" in told:
        told["into"] = known.numbers["request", told["into"]]
    if "review_in" in told:
        told["review_on"] = day_of(step.at) + timedelta(days=told.pop("review_in"))
    if told.pop("first_asked", False):
        told["asked"] = next(row["seq"] for row in state.data["data_asks"] if not row["answered"])
    if "called" in told:
        unit = known.units[told.pop("called")].pk
        told["whistle"] = next(row["seq"] for row in state.data["whistles"] if row["unit"] == unit)
    return Said(step.verb, step.by, told)
