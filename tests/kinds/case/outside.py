"""Rows of cases as another docket has them, for the tests of taking in."""

from datetime import datetime, timedelta
from typing import Any

from linli.kinds.case.kind import CASE
from linli.matters.incoming import Row
from linli.matters.taking_in import Progress, begin_taking, take_in
from linli.staff.posts import Held
from tests.town import FRIDAY, MONDAY, Town, viewing

HOUR = timedelta(hours=1)
FILED = {"filed_at": MONDAY + 26 * HOUR, "document": "云公立字〔2026〕12号"}
SOLVED = {**FILED, "result": "已破案", "solved_at": MONDAY + 50 * HOUR, "report": "嫌疑人已归案，财物已追回。"}
COURSES: tuple[dict[str, Any], ...] = (
    {"point": "115.005,28.005"},
    FILED,
    SOLVED,
    {**SOLVED, "result": "", "closed_at": MONDAY + 60 * HOUR},
    {"category": "beating", "result": "已结案", "closed_at": MONDAY + 60 * HOUR},
    {**FILED, "result": "中止", "closed_at": MONDAY + 60 * HOUR},
    {**FILED, "result": "移送", "to_whom": "邻县公安局", "closed_at": MONDAY + 60 * HOUR},
    {"result": "不予立案", "decline_reason": "too_slight", "closed_at": MONDAY + 60 * HOUR},
)


def row(place: int, **more: Any) -> Row:
    """A flat was entered over a balcony, as the station wrote it down."""
    told = {
        "external": f"A{place:04}",
        "opened_at": MONDAY + place * HOUR / 60,
        "occurred_from": MONDAY - 9 * HOUR,
        "occurred_until": MONDAY - 3 * HOUR,
        "story": "周桂兰报称夜间住宅被人进入，现金丢失。",
        "category": "盗窃入室",
        "source": "110报警",
        "place": f"柳树街{place}号楼",
        "method": "攀爬阳台，撬窗入室",
        "loss_fen": "1.2万",
        "name": "周桂兰",
        "phone": "13800000011",
    }
    return Row(place, {**told, **more})


def mixed(count: int) -> list[Row]:
    """Accepted, filed, solved, closed in every way, not filed."""
    return [row(place, **COURSES[(place - 1) % len(COURSES)]) for place in range(1, count + 1)]


def post(town: Town) -> Held:
    return viewing(town.mei).posts[0]


def taken(town: Town, rows: list[Row], *, digest: str = "a", at: datetime = FRIDAY) -> list[Progress]:
    taking = begin_taking(CASE, source="12345", by=post(town), at=at, digest=digest)
    return list(take_in(taking, rows))
