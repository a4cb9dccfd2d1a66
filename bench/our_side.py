"""What this house takes for the same work as its peer; `bench.peer` runs `python -m bench.our_side TICKETS ROUNDS`."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from django.core.management import call_command
from django.db import transaction
from django.test import Client

from bench.ledger import settle, signed_in, take
from bench.many import close_all, replay, replied, told, written_by
from bench.tickets import Ticket, tickets
from linli.matters.incoming import Row
from linli.matters.many import DONE
from linli.matters.models import Matter
from linli.matters.telling import record_many
from linli.policy.models import Category
from tests.kinds.request.in_town import clerk
from tests.kinds.request.told import lamp
from tests.town import Town, build, viewing

IN_BULK, WORD = 500, "电梯"


def main(number: int, rounds: int) -> None:
    call_command("migrate", verbosity=0)
    town, began = build(), time.perf_counter()
    take(town, rows_of(number), source="peer")
    filled = time.perf_counter() - began
    closing = to_be_closed(town)
    settle()
    client = signed_in(clerk(town))
    queue = queues()[0]
    works: dict[str, Callable[[], Any]] = {
        "list": lambda: listed(client, f"kind=request&category={queue}"),
        "search": lambda: listed(client, f"state=all&q={WORD}"),
        "create": lambda: created(client),
    }
    times = {name: [timed(work) for _round in range(rounds)] for name, work in works.items()}
    written = written_by(town, closing)
    bare = {"bulk close": [timed(lambda: replay(written)) for _round in range(3)]}
    times["bulk close"] = [timed(lambda: closed(town, closing))]
    sys.stdout.write(json.dumps({"filled": filled, "told": times, "bare": bare}) + "\n")


def queues() -> list[str]:
    """Categories stand for the peer's queues."""
    return list(Category.objects.filter(kind="request").order_by("code").values_list("code", flat=True))


def rows_of(number: int) -> Iterator[Row]:
    codes = queues()
    return (row_of(ticket, codes[ticket.queue]) for ticket in tickets(number))


def row_of(ticket: Ticket, category: str) -> Row:
    """Accepted, dispatched and, where it is not open, answered and closed: more is told than the peer keeps."""
    course = {"accepted_at": timedelta(hours=1), "dispatched_at": timedelta(hours=2)}
    if not ticket.open:
        course["closed_at"] = timedelta(days=3)
    return Row(
        ticket.place + 1,
        {
            "external": f"{ticket.place:08}",
            "opened_at": ticket.at,
            "title": ticket.title,
            "story": ticket.story,
            "category": category,
            "place": ticket.title[:20],
            "handler": "360101",
            **{name: ticket.at + after for name, after in course.items()},
            **({} if ticket.open else {"answer": ticket.story, "result": "resolved"}),
        },
    )


def to_be_closed(town: Town) -> dict[str, int]:
    """As many answered requests as are closed together, by number and version."""
    desk = viewing(clerk(town)).posts[0]
    with transaction.atomic():
        record_many([told(town, replied(town), by=desk) for _one in range(IN_BULK)])
    rows = Matter.objects.filter(stage="replied").order_by("-pk")[:IN_BULK]
    return dict(rows.values_list("number", "version"))


def listed(client: Client, query: str) -> None:
    answer = client.get(f"/matters/?{query}")
    assert answer.status_code == 200
    assert b"/m/" in answer.content


def created(client: Client) -> None:
    told = {name: value for name, value in lamp().items() if value is not True}
    answer = client.post("/new/request/", {**told, "wants_reply": "on"})
    assert answer.status_code == 303, answer.content[:2000]


def closed(town: Town, numbers: dict[str, int]) -> None:
    assert {row.came for row in close_all(town, numbers).rows} == {DONE}


def timed(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
