"""Rows of disputes as another register has them, for the tests of taking in."""

from datetime import datetime, timedelta
from typing import Any

from linli.kinds.dispute.kind import DISPUTE
from linli.matters.incoming import Row
from linli.matters.taking_in import Progress, begin_taking, take_in
from linli.staff.posts import Held
from tests.town import FRIDAY, MONDAY, Town, viewing

HOUR = timedelta(hours=1)
SETTLED = {
    "ended_at": MONDAY + 30 * HOUR,
    "result": "调解成功",
    "agreement_form": "书面",
    "agreement": "乙方修好阳台，赔偿甲方。",
    "amount_fen": "1,200.50",
}
FAILED = {"ended_at": MONDAY + 30 * HOUR, "result": "未达成协议", "termination_reason": "分歧较大"}
OVER = {"closed_at": MONDAY + 50 * HOUR}


def row(place: int, **more: Any) -> Row:
    """Water drips from the balcony above, as the committee wrote it down."""
    told = {
        "external": f"TJ{place:04}",
        "opened_at": MONDAY + place * HOUR / 60,
        "story": "周桂兰家楼上阳台渗水，与孙大勇争执不下。",
        "category": "邻里",
        "origin": "申请",
        "name_a": "周桂兰",
        "phone_a": "13800000011",
        "name_b": "孙大勇",
        "place": f"柳树街{place}号楼",
    }
    return Row(place, {**told, **more})


COURSES: tuple[dict[str, Any], ...] = (
    {},
    {"accepted_at": MONDAY + 9 * HOUR, "point": "115.005,28.005"},
    SETTLED,
    {**SETTLED, **OVER},
    FAILED,
    {**FAILED, **OVER, "accepted_at": MONDAY + 9 * HOUR},
    {"result": "不受理", "decline_reason": "not_ours", **OVER},
)


def mixed(count: int) -> list[Row]:
    """Registered, taken on, settled, failed, closed, declined."""
    return [row(place, **COURSES[(place - 1) % len(COURSES)]) for place in range(1, count + 1)]


def post(town: Town) -> Held:
    return viewing(town.mei).posts[0]


def taken(town: Town, rows: list[Row], *, digest: str = "a", at: datetime = FRIDAY) -> list[Progress]:
    taking = begin_taking(DISPUTE, source="12345", by=post(town), at=at, digest=digest)
    return list(take_in(taking, rows))
