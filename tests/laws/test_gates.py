"""Every address asked by everybody: each answer is the one in the reviewed table beside this file."""

import csv
import re
from collections.abc import Iterator
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from linli.machines import tokens
from linli.matters.models import Look
from linli.matters.words import keyring
from linli.policy.present import present
from linli.staff.models import User
from tests.laws.samples import STORED, export_of, matter_with_everything, samples_of, sitting_of
from tests.pebble.kind import PEBBLE
from tests.town import Town, facts_of, resident, unit

TABLE = Path(__file__).parent / "gates.csv"
ROWS = list(csv.DictReader(TABLE.open(encoding="utf-8")))
NOBODY, OUTSIDER = "nobody", "outsider"
OUTSIDERS = (OUTSIDER, "clerk of another street", "leader of another street")
SCRIPTED = {"HX-Request": "true"}
WAYS = {"page": {}, "fragment": SCRIPTED} if connection.vendor == "sqlite" else {"page": {}}
"""Whether a whole page is wanted is for the doors alone to see: once is enough."""
ASKED_AS = pytest.mark.parametrize("headers", WAYS.values(), ids=WAYS)
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
MISSING = "PEBBLE-2026-999999"
ABSENT = {
    "number": MISSING,
    "meeting": "CH-360101-2026-9999",
    "export": "DC-2026-9998",
    "issued": "BB-360101-2026-9999",
    "own_form": "999999",
    "filling": "TB-360101-2026-9999",
    "delivery": "9b4c1f5e-6a54-4f0e-9d3c-1c7f5a1d2e3c",
}


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


@ASKED_AS
@pytest.mark.parametrize("who", WHO)
def test_every_address_answers_as_reviewed(who: str, headers: dict[str, str], town: Town) -> None:
    samples = samples_of(town, matter_with_everything(town))
    client = signed_in(who, town)
    wrong = []
    for row in ROWS:
        response = asked(client, row, samples, headers=headers)
        status = 302 if "HX-Redirect" in response.headers else response.status_code
        if str(status) != row[who]:
            wrong.append(f"{row['method']} {row['address']} {row['with']}: {status}, reviewed {row[who]}")
    assert wrong == []


@ASKED_AS
@pytest.mark.parametrize("who", OUTSIDERS)
def test_what_is_not_theirs_to_see_answers_exactly_like_what_does_not_exist(
    who: str, headers: dict[str, str], town: Town
) -> None:
    samples = samples_of(town, matter_with_everything(town))
    client = signed_in(who, town)
    for row in ROWS:
        for name, absent in ABSENT.items():
            if f"{{{name}}}" in row["with"]:
                foreign, missing = (
                    bare(asked(client, row, {**samples, name: number}, headers=headers, whole=True), number)
                    for number in (samples[name], absent)
                )
                assert foreign == missing, row["address"]
                assert foreign[0] in (404, 405), row["address"]


@ASKED_AS
@pytest.mark.parametrize("who", OUTSIDERS)
def test_no_form_of_a_stranger_reaches_the_matter_however_well_it_is_filled_in(
    who: str, headers: dict[str, str], town: Town
) -> None:
    matter = matter_with_everything(town)
    client = signed_in(who, town)
    told = {
        "version": matter.version,
        "text": "一句",
        "title": "题",
        "of": 1,
        "ground": "mistake",
        "purpose": "handling",
    }
    for verb in (*(command.name for command in PEBBLE.commands), "reveal/1"):
        foreign, missing = (
            bare(client.post(f"/m/{number}/{verb}/", told, headers=headers), number)
            for number in (matter.number, MISSING)
        )
        assert foreign == missing, verb
        assert foreign[0] == 404, verb
    assert facts_of(matter)[-1] == "Attached"
    assert not Look.objects.exists()


@ASKED_AS
@pytest.mark.parametrize("who", OUTSIDERS)
def test_no_list_and_no_count_of_a_stranger_betrays_a_matter(who: str, headers: dict[str, str], town: Town) -> None:
    client = signed_in(who, town)
    before = lists(client, headers=headers)
    matter_with_everything(town)
    sitting_of(town)
    export_of(town)
    assert lists(client, headers=headers) == before


def lists(client: Client, *, headers: dict[str, str]) -> list[tuple[int, str]]:
    """The first page and the list, asked in every way that could reach the matter of `matter_with_everything`."""
    questions = (
        "",
        "state=all",
        "q=桥头&state=all",
        "q=PEBBLE",
        "unit=360101&state=all",
        "cell=36010101",
        "stage=carried",
        "whose=instructed&state=all",
        "duty=holder~wang~360101",
    )
    sittings = (
        "/meetings/",
        "/meetings/?in=360101",
        "/meetings/?before=CH-360101-2026-0001",
        "/board/",
        "/exports/",
        "/imports/",
    )
    places = ["/", *(f"/matters/?{question}" for question in questions), *sittings]
    return [bare(client.get(place, headers=headers), "no number") for place in places]


def bare(response: Any, number: str) -> tuple[int, str]:
    """Status and body without what differs between any two requests: number, request id, token."""
    text = response.content.decode().replace(number, "NUMBER")
    text = re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID", text)
    text = re.sub(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d[\d:.+]*", "MOMENT", text)
    return response.status_code, re.sub(r"(csrf[^>]*value=|X-CSRFToken[^\w]+)\"?\w{32,64}", "TOKEN", text)


def signed_in(who: str, town: Town) -> Client:
    client = Client(raise_request_exception=False)
    if who != NOBODY:
        user = stranger(who, town) if who in OUTSIDERS else town.posts[who]
        client.force_login(user)
        client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {tokens.make(user.posts.get(), title=who, at=present())[1]}"
    return client


def stranger(who: str, town: Town) -> User:
    """Sun of South, or somebody of a second street beside the town's."""
    if who == OUTSIDER:
        return town.sun
    street = unit("3602", "映荷街道", kind="street", under=town.county)
    return resident("ye", "叶舟", unit=street, role=who.split()[0])


def well_told(client: Client, url: str, *, headers: dict[str, str]) -> Any:
    """As an interface of machines wants it: what it refuses for its form, before it looks, would prove nothing."""
    told = {"path": url, "data": '{"version": 1, "told": {}}', "content_type": "application/json"}
    return client.post(**told, headers={**headers, "Idempotency-Key": "of-a-law"})  # type: ignore[arg-type]


def asked(
    client: Client, row: dict[str, str], samples: dict[str, str], *, headers: dict[str, str], whole: bool = False
) -> HttpResponse:
    """One request that leaves nothing behind, neither rows nor a session that ended."""
    cookies = SimpleCookie({name: cookie.value for name, cookie in client.cookies.items()})
    words = row["with"].format(**samples).split()
    url = words[0] if words and words[0].startswith("/") else reverse(row["address"], args=words)
    with transaction.atomic():
        response: Any
        if whole and row["method"] == "POST" and row["address"].startswith("api-"):
            response = well_told(client, url, headers=headers)
        else:
            response = (client.get if row["method"] == "GET" else client.post)(url, headers=headers)
        transaction.set_rollback(True)
    client.cookies = cookies
    return response  # type: ignore[no-any-return]


@pytest.fixture(autouse=True)
def kept_file(own_files: Path) -> None:
    place = own_files / STORED[:2] / STORED
    place.parent.mkdir(parents=True)
    place.write_bytes(keyring().shut_bytes(b"%PDF-1.7\n", bound=f"files|{STORED}"))
