"""What the peer, django-helpdesk, takes for the same work; run by `bench.peer` in an environment of its own.

Nothing of this house is imported but the tickets, by file: `python helpdesk_side.py DATABASE-ADDRESS TICKETS ROUNDS`.
"""

import base64
import json
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import include, path

sys.path.insert(0, str(Path(__file__).parent))
from tickets import QUEUES, tickets  # type: ignore[import-not-found]

AT_ONCE, PAGE, IN_BULK = 2_000, 50, 500
TOLD = 3
"""Follow-ups of each ticket."""
OPEN, CLOSED = 1, 4
WORD = "电梯"
APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.sites",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.admin",
    "django.contrib.humanize",
    "rest_framework",
    "helpdesk",
]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
urlpatterns: list[Any] = []


def main(address: str, number: int, rounds: int) -> None:
    set_up(address)
    client, queues, filled = fill(number)
    works: dict[str, tuple[Callable[[], Any], int]] = {
        "list": (lambda: listed(client, {"queue__id__in": [queues[0]], "status__in": [OPEN]}), rounds),
        "search": (lambda: listed(client, {}, word=WORD), max(3, rounds // 10)),
        "create": (lambda: created(client, queues[0]), rounds),
    }
    told = {name: [timed(work) for _round in range(times)] for name, (work, times) in works.items()}
    told["bulk close"] = [timed(lambda: closed(client))]
    sys.stdout.write(json.dumps({"filled": filled, "told": told}) + "\n")


def set_up(address: str) -> None:
    parts = urlsplit(address)
    settings.configure(
        SECRET_KEY="of a bench",  # noqa: S106
        ALLOWED_HOSTS=["*"],
        USE_TZ=True,
        ROOT_URLCONF=__name__,
        SITE_ID=1,
        HELPDESK_TEAMS_MODE_ENABLED=False,
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend",
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.postgresql",
                "NAME": parts.path.lstrip("/"),
                "USER": parts.username,
                "HOST": parse_qs(parts.query)["host"][0],
                "CONN_MAX_AGE": None,
            }
        },
        INSTALLED_APPS=APPS,
        MIDDLEWARE=MIDDLEWARE,
        TEMPLATES=TEMPLATES,
        STATIC_URL="/static/",
    )
    django.setup()
    urlpatterns.append(path("", include("helpdesk.urls")))


def fill(number: int) -> tuple[Client, list[int], float]:
    """Its tickets and follow-ups, in sets; how many seconds that took is told as well."""
    call_command("migrate", verbosity=0)
    user = model("auth.User").objects.create_superuser("desk", "desk@example.org", "desk")
    queue = model("helpdesk.Queue")
    queues = [queue.objects.create(title=f"{place}号窗口", slug=f"q{place}").pk for place in range(QUEUES)]
    began = time.perf_counter()
    for some in _in_sets(tickets(number)):
        _write(some, queues, user)
    _tell(user)
    filled = time.perf_counter() - began
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    client = Client()
    client.force_login(user)
    return client, queues, filled


def _in_sets(told: Iterator[Any]) -> Iterator[list[Any]]:
    held: list[Any] = []
    for one in told:
        held.append(one)
        if len(held) == AT_ONCE:
            yield held
            held = []
    if held:
        yield held


def _write(some: list[Any], queues: list[int], user: Any) -> None:
    ticket = model("helpdesk.Ticket")
    ticket.objects.bulk_create(
        ticket(
            title=one.title,
            description=one.story,
            queue_id=queues[one.queue],
            status=OPEN if one.open else CLOSED,
            created=one.at,
            due_date=one.at + timedelta(days=15),
            submitter_email=f"r{one.place}@example.org",
            assigned_to=user,
        )
        for one in some
    )


def _tell(user: Any) -> None:
    """Follow-ups of every ticket after the pattern of one, by SQL: as objects, those of a million take an hour."""
    ticket, told = model("helpdesk.Ticket"), model("helpdesk.FollowUp")
    first = ticket.objects.earliest("pk")
    pattern = told.objects.create(ticket=first, date=first.created, title="办理", comment=first.description, user=user)
    own = {"ticket_id": "t.id", "date": "t.created + place * interval '1 hour'", "comment": "t.description"}
    names = [field.column for field in told._meta.concrete_fields if not field.primary_key]
    taken = ", ".join(own.get(name, f'f."{name}"') for name in names)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {told._meta.db_table} ({', '.join(names)}) SELECT {taken} "  # noqa: S608 names of columns
            f"FROM {ticket._meta.db_table} t, {told._meta.db_table} f, generate_series(1, %s) place WHERE f.id = %s",
            [TOLD, pattern.pk],
        )
    pattern.delete()


def model(name: str) -> Any:
    """One of the peer's tables; which ones there are is known in its environment only."""
    return apps.get_model(name)


def listed(client: Client, filtering: dict[str, list[int]], *, word: str = "") -> None:
    """The page and the rows that it then asks for, as a browser does."""
    asked = {"filtering": filtering, "filtering_null": {}, "sorting": "due_date", "search_string": word}
    query = base64.b64encode(json.dumps(asked).encode()).decode()
    by_hand: dict[str, Any] = (
        {"q": word} if word else {"queue": filtering["queue__id__in"], "status": filtering["status__in"]}
    )
    page = client.get("/tickets/", {**by_hand, "sort": "due_date"})
    rows = client.get(f"/datatables_ticket_list/{query}", {"start": "0", "length": str(PAGE), "draw": "1"})
    assert (page.status_code, rows.status_code) == (200, 200), rows.content[:200]
    assert rows.json()["data"]


def created(client: Client, queue: int) -> None:
    told = {"queue": queue, "title": "路灯不亮", "body": "路灯不亮，请处理。", "priority": 3, "submitter_email": ""}
    answer = client.post("/tickets/submit/", told)
    assert answer.status_code == 302, answer.content[:2000]


def closed(client: Client) -> None:
    ticket = model("helpdesk.Ticket")
    chosen = list(ticket.objects.filter(status=OPEN).values_list("pk", flat=True)[:IN_BULK])
    assert client.post("/tickets/update/", {"ticket_id": chosen, "action": "close"}).status_code == 302
    assert not ticket.objects.filter(pk__in=chosen, status=OPEN).exists()


def timed(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
