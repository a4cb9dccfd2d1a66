"""Every address asked by everybody: each answer is the one in the reviewed table beside this file."""

import csv
import hashlib
import re
from collections.abc import Iterator
from http.cookies import SimpleCookie
from pathlib import Path

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from linli.matters.everyday import attach
from linli.matters.models import Matter
from linli.matters.words import keyring
from linli.policy.models import CalendarYear, Category, Centre, Holiday, Series, Term
from tests.pebble import commands
from tests.town import MONDAY, TUESDAY, Town, pebble, said

TABLE = Path(__file__).parent / "gates.csv"
ROWS = list(csv.DictReader(TABLE.open(encoding="utf-8")))
NOBODY, OUTSIDER = "nobody", "outsider"
WHO = (
    NOBODY,
    OUTSIDER,
    "clerk",
    "mediator",
    "lead",
    "handler",
    "leader",
    "auditor",
    "statistician",
    "administrator",
)
METHODS = ("GET", "POST")
STORED = "0" * 32


def addresses(resolver: URLResolver, prefix: str = "", space: str = "") -> Iterator[str]:
    """Every address by its name, or by its pattern where it has none."""
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, route, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}" if pattern.name else route


def test_every_address_has_its_rows_and_every_row_its_address() -> None:
    reviewed = {(row["address"], row["method"]) for row in ROWS}
    assert reviewed == {(address, method) for address in addresses(get_resolver()) for method in METHODS}


@pytest.mark.parametrize("who", WHO)
def test_every_address_answers_as_reviewed(who: str, town: Town) -> None:
    samples = samples_of(town, matter_with_everything(town))
    client = signed_in(who, town)
    wrong = []
    for row in ROWS:
        status = asked(client, row, samples).status_code
        if str(status) != row[who]:
            wrong.append(f"{row['method']} {row['address']} {row['with']}: {status}, reviewed {row[who]}")
    assert wrong == []


def test_what_is_not_theirs_to_see_answers_exactly_like_what_does_not_exist(town: Town) -> None:
    samples = samples_of(town, matter_with_everything(town))
    client = signed_in(OUTSIDER, town)
    for row in ROWS:
        if "{number}" in row["with"]:
            foreign, missing = (
                bare(asked(client, row, {**samples, "number": number}), number)
                for number in (samples["number"], "PEBBLE-2026-999999")
            )
            assert foreign == missing, row["address"]
            assert foreign[0] in (404, 405), row["address"]


def bare(response: HttpResponse, number: str) -> tuple[int, str]:
    """Status and body without what differs between any two requests: number, request id, token."""
    text = response.content.decode().replace(number, "NUMBER")
    text = re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID", text)
    return response.status_code, re.sub(r"(csrf[^>]*value=|X-CSRFToken[^\w]+)\"?\w{32,64}", "TOKEN", text)


def signed_in(who: str, town: Town) -> Client:
    client = Client(raise_request_exception=False)
    if who != NOBODY:
        client.force_login(town.sun if who == OUTSIDER else town.posts[who])
    return client


def asked(client: Client, row: dict[str, str], samples: dict[str, str]) -> HttpResponse:
    """One request that leaves nothing behind, neither rows nor a session that ended."""
    cookies = SimpleCookie({name: cookie.value for name, cookie in client.cookies.items()})
    words = row["with"].format(**samples).split()
    url = words[0] if words and words[0].startswith("/") else reverse(row["address"], args=words)
    with transaction.atomic():
        response = client.get(url) if row["method"] == "GET" else client.post(url)
        transaction.set_rollback(True)
    client.cookies = cookies
    return response  # type: ignore[return-value]


def matter_with_everything(town: Town) -> Matter:
    """A pebble of North, carried, with a limit, personal words in event 1 and a file."""
    matter = said(commands.carry, pebble(town, at=MONDAY), by=town.wang, at=MONDAY)
    told = {"name": "石子.pdf", "label": "evidence", "mime": "application/pdf", "size": 9, "stored": STORED}
    return said(attach, matter, by=town.wang, at=TUESDAY, digest=hashlib.sha256(b"%PDF-1.7\n").hexdigest(), **told)


@pytest.fixture(autouse=True)
def kept_file(own_files: Path) -> None:
    place = own_files / STORED[:2] / STORED
    place.parent.mkdir(parents=True)
    place.write_bytes(keyring().shut_bytes(b"%PDF-1.7\n", bound=f"files|{STORED}"))


def samples_of(town: Town, matter: Matter) -> dict[str, str]:
    """A real thing for each placeholder of the table."""
    file = matter.events.get(fact="Attached").seq
    centre = Centre.objects.create(name="云棠县综治中心")
    rows: dict[str, object] = {
        "user": town.mei.pk,
        "post": town.mei.posts.get().pk,
        "standin": 1,
        "unit": town.north.pk,
        "cell": town.cell.pk,
        "centre": centre.pk,
        "year": CalendarYear.objects.earliest("pk").pk,
        "holiday": Holiday.objects.earliest("pk").pk,
        "category": Category.objects.earliest("pk").pk,
        "term": Term.objects.earliest("pk").pk,
        "series": Series.objects.earliest("pk").pk,
        "number": matter.number,
        "file": file,
        "view": 1,
        "type": 1,
    }
    return {name: str(value) for name, value in rows.items()}
