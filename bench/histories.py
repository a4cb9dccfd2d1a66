"""Rows as an upstream platform of a county has them: years of requests, most of them closed, some said twice."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from linli.matters.incoming import Row
from linli.place.models import Cell, Unit
from linli.place.tree import subtree
from linli.policy.models import Category

FIRST = datetime(2023, 1, 2, 1, 0, tzinfo=UTC)
MINUTES = timedelta(minutes=1)
SPREAD = 1_500_000
"""Minutes over which the rows are spread: a little less than three years."""
WORDS = (
    *("小区", "路灯", "楼道", "垃圾", "噪声", "停车", "下水道", "漏水", "井盖", "施工", "夜间", "物业", "电梯"),
    *("绿化", "占道", "摊贩", "油烟", "供水", "停电", "道路", "破损", "积水"),
)
SORTS = ("help", "help", "help", "complaint", "complaint", "consult", "suggestion", "report")
CHANNELS = ("phone", "phone", "phone", "app", "window", "mailbox", "transfer")
SATISFIED = ("", "very_satisfied", "satisfied", "satisfied", "basically", "dissatisfied")
LATER = frozenset({"accepted_at", "dispatched_at", "handler", "closed_at", "answer", "result", "satisfaction"})
ENDED, ENDED_OF = frozenset({"handler", "closed_at", "answer"}), 5
"""What a list of what came in tells of the end, and of one in how many rows."""


def short_rows(count: int, *, under: Unit) -> Iterator[Row]:
    """The same rows as a list of what came in has them: of one in five how it ended and who saw to it, of the others
    nothing that happened later."""
    for row in rows(count, under=under):
        known = ENDED if row.place % ENDED_OF == 1 else frozenset[str]()
        yield Row(row.place, {name: said for name, said in row.told.items() if name not in LATER - known})


def rows(count: int, *, under: Unit) -> Iterator[Row]:
    """So many rows, the same every time: nine of ten closed, a few still on their way."""
    chance = Random("linli")  # noqa: S311 the same rows every time
    cells = list(Cell.objects.order_by("pk").values_list("code", flat=True))
    handlers = list(subtree(under).filter(kind="community").order_by("pk").values_list("code", flat=True))
    categories = list(Category.objects.filter(kind="request").order_by("pk").values_list("code", flat=True))
    for place in range(count):
        opened = FIRST + place * SPREAD // count * MINUTES
        told: dict[str, Any] = {
            "external": f"12345-{place:08}",
            "opened_at": opened,
            "title": "".join(chance.sample(WORDS, 4)),
            "story": "".join(chance.choices(WORDS, k=30)) + "，请尽快处理。",
            "category": chance.choice(categories),
            "sort": chance.choice(SORTS),
            "channel": chance.choice(CHANNELS),
            "place": f"柳树街{place % 900}号",
            "name": "周桂兰",
            "phone": f"138{chance.randrange(10**8):08}",
        }
        told |= {"cell": chance.choice(cells)} if chance.random() < 0.6 else {"point": _point(chance)}
        told |= _course(opened, chance, handlers, open_still=place % 10 == 9)
        yield Row(place + 1, told)


HISTORIES: Mapping[str, Callable[..., Iterator[Row]]] = {"import": rows, "import_short": short_rows}
"""What is taken in, by the name of its budget."""


def _point(chance: Random) -> str:
    return f"{115 + chance.random() / 50:.6f},{28 + chance.random() / 50:.6f}"


def _course(opened: datetime, chance: Random, handlers: list[str], *, open_still: bool) -> dict[str, Any]:
    sent = opened + chance.randrange(10, 900) * MINUTES
    told: dict[str, Any] = {
        "accepted_at": opened + 5 * MINUTES,
        "dispatched_at": sent,
        "handler": chance.choice(handlers),
    }
    if open_still:
        return told
    return {
        **told,
        "closed_at": sent + chance.randrange(60, 14_000) * MINUTES,
        "answer": "已到现场处理。" + "".join(chance.choices(WORDS, k=10)),
        "result": chance.choice(("resolved", "resolved", "explained")),
        "satisfaction": chance.choice(SATISFIED),
    }
