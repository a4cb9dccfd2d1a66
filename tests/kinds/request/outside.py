"""Rows of requests as another platform has them, for the tests of taking in."""

from datetime import datetime, timedelta
from typing import Any

from linli.kinds.request.kind import REQUEST
from linli.matters.incoming import Row
from linli.matters.taken import Taking
from linli.matters.taking_in import Progress, begin_taking, take_in
from linli.staff.posts import Held
from tests.kinds.request.in_town import clerk
from tests.town import FRIDAY, MONDAY, Town, viewing

HOUR = timedelta(hours=1)
CLOSED = {"handler": "北社区", "closed_at": MONDAY + 30 * HOUR, "answer": "路灯已修好。", "result": "resolved"}


def row(place: int, **more: Any) -> Row:
    """A lamp that is out, as the hotline wrote it down."""
    told = {
        "external": f"12345-{place:04}",
        "opened_at": MONDAY + place * HOUR / 60,
        "title": "路灯不亮",
        "story": f"{place}号楼门口的路灯坏了三天。",
        "category": "street-light",
        "sort": "help",
        "channel": "phone",
        "place": f"柳树街{place}号楼",
        "name": "周桂兰",
        "phone": "13800000011",
    }
    return Row(place, {**told, **more})


def mixed(count: int) -> list[Row]:
    """Some still to be accepted, some with their unit, some closed and rated, each with its own moment."""
    courses: tuple[dict[str, Any], ...] = (
        {},
        {"accepted_at": MONDAY + 9 * HOUR, "point": "115.005,28.005"},
        {"handler": "360101", "dispatched_at": MONDAY + 10 * HOUR, "due_at": FRIDAY},
        CLOSED,
        {**CLOSED, "satisfaction": "满意", "solved": "yes"},
        {**CLOSED, "satisfaction": "dissatisfied", "name": "", "phone": ""},
    )
    return [row(place, **courses[place % len(courses)]) for place in range(1, count + 1)]


def post(town: Town) -> Held:
    return viewing(clerk(town)).posts[0]


def begun(town: Town, *, digest: str = "a", at: datetime = FRIDAY) -> Taking:
    return begin_taking(REQUEST, source="12345", by=post(town), at=at, digest=digest)


def taken(town: Town, rows: list[Row], *, digest: str = "a", at: datetime = FRIDAY) -> list[Progress]:
    return list(take_in(begun(town, digest=digest, at=at), rows))
