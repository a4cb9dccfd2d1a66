"""GeoReport v2: what the description asks for is there, and what nobody may know is not."""

from datetime import timedelta
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from django.db import connection
from django.test import Client

from linli.doors.open311 import gate
from linli.machines import tokens
from linli.matters.kind import kind_named
from linli.matters.models import Event, Matter
from linli.matters.openly import candidates
from linli.matters.reading import private_fields
from linli.policy.present import present
from tests.open311.reading import HERE, both
from tests.town import MONDAY, Town

WHO = {"first_name": "阿婆", "last_name": "周", "phone": "13800000013", "email": "zhou@example.cn"}
WHAT = {"description": "路灯不亮了", "address_string": "柳树街 3 号"}


def sent(town: Town, **told: str) -> Any:
    key = tokens.make(town.mei.posts.get(), title="市民应用", at=present())[1]
    plain = {"api_key": key, "service_code": a_code(), **WHAT, **WHO}
    return Client().post(f"{HERE}requests.json", {**plain, **told})


def a_code() -> str:
    return str(Client().get(f"{HERE}services.json").json()[0]["service_code"])


def number_of(response: Any) -> str:
    assert response.status_code == 201, response.content
    (one,) = response.json()
    assert "token" not in one
    return str(one["service_request_id"])


def test_services_and_their_definitions_are_as_described(published: Town) -> None:
    found = both(Client(), "services", "services")
    assert found
    code = found[0]["service_code"]
    definition = both(Client(), f"services/{code}", "service_definition")
    assert definition["service_code"] == code
    (sort,) = definition["attributes"]
    assert (sort["code"], sort["datatype"], sort["required"]) == ("sort", "singlevaluelist", False)
    assert {"key", "name"} == set(sort["values"][0])
    assert both(Client(), "discovery", "discovery")["endpoints"][0]["specification"].endswith("GeoReport_v2")


def test_a_request_is_handed_in_and_followed_and_who_asked_is_sealed(published: Town) -> None:
    number = number_of(sent(published, lat="28.005", long="115.005"))
    (one,) = both(Client(), f"requests/{number}", "service_requests")
    assert (one["status"], one["address_id"], one["lat"], one["long"]) == ("open", "36010101", 28.005, 115.005)
    matter = Matter.objects.get(number=number)
    named = Event.objects.get(matter=matter, fact="ReporterNamed").seq
    assert private_fields(matter, named) == ("name", "phone")
    everything = "".join(
        Client().get(f"{HERE}{place}").content.decode()
        for place in (f"requests/{number}.xml", "requests.json", f"tokens/{number}.json")
    )
    for secret in (*WHO.values(), *WHAT.values(), "周阿婆"):
        assert secret not in everything


def test_the_place_is_told_of_the_whole_cell_and_not_of_the_point(published: Town) -> None:
    places = [
        Client().get(f"{HERE}requests/{number_of(sent(published, lat=lat, long=long))}.json").json()[0]
        for lat, long in (("28.0011", "115.0012"), ("28.0093", "115.0094"))
    ]
    assert len({(one["lat"], one["long"], one["address"]) for one in places}) == 1


@pytest.mark.parametrize(
    "told", [{"attribute[sort]": "report"}, {"attribute[sort]": "complaint"}], ids=["wrongdoing", "complaint"]
)
def test_what_is_about_somebody_is_taken_in_and_never_shown(told: dict[str, str], published: Town) -> None:
    number = number_of(sent(published, **told))
    assert Matter.objects.filter(number=number).exists()
    hidden, missing = (Client().get(f"{HERE}requests/{one}.json") for one in (number, "QS-2026-999999"))
    assert (hidden.status_code, hidden.content) == (404, missing.content)
    assert both(Client(), "requests", "service_requests") == []


def test_nothing_is_told_before_the_office_has_published_it(town: Town) -> None:
    assert both(Client(), "services", "services") == []
    assert both(Client(), "requests", "service_requests") == []
    both(Client(), "requests/QS-2026-000001", "errors", status=404)


def test_lists_are_filtered_as_described(published: Town) -> None:
    number, code = number_of(sent(published)), a_code()
    now = present()
    near, far = ((now + timedelta(hours=hours)).isoformat() for hours in (1, 24 * 40))
    for query, there in (
        (f"service_request_id={number}", True),
        (f"service_code={code}&status=open", True),
        ("status=closed", False),
        ("service_code=nothing", False),
        (f"end_date={near}", True),
        (f"start_date={near}&end_date={far}", False),
    ):
        found = both(Client(), f"requests?{query}", "service_requests")
        assert [one["service_request_id"] for one in found] == ([number] if there else []), query


@pytest.mark.parametrize("query", ["status=lost", "start_date=yesterday", "start_date=2026-01-01T00:00:00"])
def test_an_argument_that_is_none_is_a_400_in_the_shape_of_errors(query: str, published: Town) -> None:
    (error,) = both(Client(), f"requests?{query}", "errors", status=400)
    assert error["code"] == 400


def test_who_asks_too_often_is_told_to_wait(published: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "EACH", 2)
    answers = [Client().get(f"{HERE}services.json") for _time in range(6)]
    assert answers[0].status_code == 200
    slowed = [answer for answer in answers if answer.status_code == 429]
    assert slowed
    assert slowed[0].json()[0]["code"] == 429


def test_ninety_days_are_the_most(published: Town) -> None:
    days = "start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z"
    both(Client(), f"requests?{days}", "errors", status=400)


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"api_key": "nonsense"}, 403),
        ({"api_key": ""}, 403),
        ({"service_code": ""}, 400),
        ({"service_code": "nothing"}, 404),
        ({"address_string": ""}, 400),
        ({"lat": "north", "long": "115"}, 400),
        ({"description": ""}, 400),
        ({"description": "灯" * 4001}, 400),
        ({"phone": "no digits"}, 400),
    ],
)
def test_what_cannot_be_taken_in_says_why_and_leaves_nothing(
    told: dict[str, str], status: int, published: Town
) -> None:
    response = sent(published, **told)
    assert response.status_code == status, response.content
    assert {one["code"] for one in response.json()} == {status}
    assert not Matter.objects.exists()


def test_nobody_needs_to_say_who_they_are(published: Town) -> None:
    number = number_of(sent(published, **dict.fromkeys(WHO, "")))
    assert not Event.objects.filter(matter__number=number, fact="ReporterNamed").exists()


def test_only_the_key_of_a_post_that_records_takes_in(published: Town) -> None:
    key = tokens.make(published.lei.posts.get(), title="审计", at=present())[1]
    assert sent(published, api_key=key).status_code == 403


def test_what_nobody_declared_is_an_error_in_the_same_shape(published: Town) -> None:
    response = Client().delete(f"{HERE}requests.json")
    assert (response.status_code, response.json()[0]["code"]) == (405, 405)
    assert Client().get(f"{HERE}nowhere.xml").content.startswith(b"<?xml")


@pytest.mark.parametrize(
    "place", ["services", "services/1", "requests", "requests/QS-2026-000001", "tokens/QS-2026-000001", "services.csv"]
)
def test_who_names_no_format_is_told_which_there_are(place: str, published: Town) -> None:
    for client in (Client(), Client(headers={"accept-language": "en"})):
        for response in (client.get(f"{HERE}{place}"), client.post(f"{HERE}{place}")):
            assert response.status_code == 404
            (error,) = Xml.fromstring(response.content)
            assert ".xml" in str(error.findtext("description"))
            assert ".json" in str(error.findtext("description"))
    assert ".xml" not in Client().get(f"{HERE}nowhere.json").text


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the plan is read as SQLite words it")
def test_the_newest_are_read_from_an_index_whatever_there_is(town: Town) -> None:
    plan = (
        candidates([kind_named("request")]).order_by("-opened_at", "-pk").filter(opened_at__gte=MONDAY)[:50].explain()
    )
    assert "USING INDEX matter_opened" in plan
    assert "TEMP B-TREE" not in plan
