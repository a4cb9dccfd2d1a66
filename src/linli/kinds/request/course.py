"""Reading a request's state: who asked, who handles, what was returned, answered and merged."""

from collections.abc import Iterable
from typing import Any

from linli.kinds.request import choices, data_rights
from linli.matters.state import ASSISTING, DESK, HOLDER, UNIT, State

Row = dict[str, Any]

ASKED = ("awaiting", "decision")
"""The marks of more time that was asked for: since when it waits, and by when it is to be decided."""
LIMIT = ("reply", "soon")
"""The limit of the reply, and the moment one working day before."""
ROUTING = ("dispatch", "sign", "contact", "ruling")
ABOUT_SOMEBODY = ("complaint", "report")
DEMANDS = ("urge", "supervision", "whistle_sign", "whistle_contact", "whistle_arrive")
"""The marks of what is asked of who handles it, beside the limit."""

BEHIND = {
    "handed_in": 1,
    **dict.fromkeys(("accepted", "dispatched", "return_asked"), 2),
    **dict.fromkeys(("in_progress", "suspended", "redo", "merged"), 3),
}


def fresh() -> Row:
    """What a request knows when it is opened."""
    return {
        "sort": "other",
        "channel": "",
        "urgency": choices.ORDINARY,
        "confidential": False,
        "wants_reply": False,
        "anonymous": False,
        "reported_unit": None,
        "point": None,
        "opened": 0,
        "place_seqs": [],
        "reporter": None,
        "kept": [],
        "from_number": "",
        "catalogue": None,
        "dispatches": [],
        "assisting_units": [],
        "returns": [],
        "contacted": None,
        "extension": None,
        "paused_at": None,
        "suspensions": [],
        "progress": [],
        "cycles": [],
        "handlers": [],
        "redos": [],
        "urges": [],
        "supervision": None,
        "whistles": [],
        "absorbed": [],
        "merged": None,
        "parts": [],
        "part_of": "",
        "data_asks": [],
        "ending": None,
    }


def mark_urgency(state: State, urgency: str) -> None:
    """Danger to life or property is a flag, so that the colour knows it."""
    state.data["urgency"] = urgency
    if urgency == "life":
        state.raise_flag("danger")
    else:
        state.lift_flag("danger")


def keep(state: State, seq: int) -> None:
    """The words of this event are the resident's own: of a confidential request only the desk reads them."""
    state.data["kept"].append(seq)


def may_be_public(state: State) -> bool:
    """Not what is confidential, nor what complains of somebody: place and day could tell who did."""
    data = state.data
    quiet = not data.get("confidential") and data.get("reported_unit") is None
    return quiet and data.get("sort") not in ABOUT_SOMEBODY


def reach(state: State) -> tuple[int, str] | None:
    """Where the number stands at which the resident asked to be told."""
    return (state.data["reporter"]["seq"], "phone") if reachable(state) and state.data["wants_reply"] else None


def story(state: State) -> tuple[int, str]:
    """Where the words stand in which it was asked for."""
    return state.data.get("opened", 0), "story"


def whereabouts(state: State) -> tuple[tuple[int, str], ...]:
    """Where the words stand that tell its place, the latest last."""
    return tuple((seq, "place") for seq in state.data.get("place_seqs") or [0])


def reachable(state: State) -> bool:
    """Whether the resident left a telephone number."""
    reporter = state.data.get("reporter")
    return bool(reporter and reporter["has_phone"])


def progress(state: State) -> int:
    """How many of the counter's four plain steps are behind it."""
    return BEHIND.get(state.stage, 4)


def desk(state: State) -> int:
    """The unit that took it in and answers for it to the resident."""
    duty = state.holder(DESK)
    assert duty is not None
    return duty.unit


def demand(state: State) -> int:
    """How many residents it counts for: its own and those of the requests that go with it."""
    return 1 + len(state.data["absorbed"])


def open_parts(state: State) -> list[str]:
    """The numbers of its parts that are not answered yet."""
    return [part["number"] for part in state.data.get("parts", ()) if not part["answered"]]


def note_handler(state: State, user: int | None) -> None:
    """Who handled it in the present cycle does not call back."""
    if user is not None and user not in state.data["handlers"]:
        state.data["handlers"].append(user)


def handled_by(state: State, user: int) -> bool:
    return user in state.data.get("handlers", ())


def cycle(state: State) -> Row | None:
    """The last reply with what the resident said to it."""
    found: list[Row] = state.data.get("cycles", [])
    return found[-1] if found else None


def last_return(state: State) -> Row | None:
    found: list[Row] = state.data.get("returns", [])
    return found[-1] if found else None


def rule(state: State, ruling: str, *, seq: int) -> None:
    """How the desk decided on the last return, where that is still open."""
    last = last_return(state)
    if last and last["ruling"] is None:
        last.update(ruling=ruling, ruling_seq=seq)


def awaits_extension(state: State) -> bool:
    return "extension_asked" in state.flags


def was_extended(state: State) -> bool:
    asked = state.data.get("extension")
    return bool(asked and asked["state"] == "granted")


def let_extension_lapse(state: State) -> None:
    """Nobody decides any more on more time."""
    if awaits_extension(state):
        state.data["extension"]["state"] = "lapsed"
        state.lift_flag("extension_asked")
        lift(state, ASKED)


def hand_to(state: State, unit: int, *, at: Any) -> None:
    """That unit handles it from now on; who handled it before is free of it."""
    state.begin_duty(UNIT, unit=unit, user=None, at=at)
    state.end_duty(HOLDER, at=at)
    for assisting in state.data["assisting_units"]:
        state.end_duty(ASSISTING, at=at, unit=assisting)
    state.data["assisting_units"] = []


def end(state: State, stage: str, outcome: str) -> None:
    """It is over: no moment matters any more but that by which a question about data is to be answered."""
    state.stage, state.outcome = stage, outcome
    let_extension_lapse(state)
    data_rights.end_marks(state)


def lift(state: State, marks: Iterable[str]) -> None:
    """Take away moments that no longer matter."""
    for mark in list(marks):
        state.lift_mark(mark)
