"""What another system reads: the lists, counts and matters of its post, as at the desk, and never a personal word."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from linli.machines import callers, tokens
from linli.machines.models import Token
from linli.matters import access
from linli.policy.present import present
from tests.api.calling import MATTERS, machine, problem
from tests.town import MONDAY, PHONE, ZHOU, Town, pebble, viewing


def numbers(client: Client, query: str = "") -> list[str]:
    return [row["number"] for row in client.get(f"{MATTERS}?{query}").json()["rows"]]


@pytest.mark.parametrize("who", ["mei", "sun", "chen", "lei", "tan", "fang"])
def test_a_post_reads_by_machine_exactly_what_it_sees_at_the_desk(who: str, town: Town) -> None:
    for title in ("一", "二"):
        pebble(town, title=title)
    user = getattr(town, who)
    visible = {row.number for row in access.visible(viewing(user, at=present()))}
    client = machine(user)
    assert set(numbers(client, "state=all")) == visible
    assert client.get("/api/v1/counts").json()["total"] == len(visible)
    for number in ("PEBBLE-2026-000001", "PEBBLE-2026-000002"):
        assert client.get(f"{MATTERS}/{number}").status_code == (200 if number in visible else 404)


def test_no_personal_word_leaves_and_no_look_is_opened(town: Town) -> None:
    matter = pebble(town)
    answer = machine(town.mei).get(f"{MATTERS}/{matter.number}").content.decode()
    assert matter.title in json.dumps(json.loads(answer), ensure_ascii=False)
    assert ZHOU not in answer
    assert PHONE not in answer
    assert problem(machine(town.mei).get(f"{MATTERS}/{matter.number}/reveal"), status=404) == "missing"


def test_pages_follow_each_other_and_hold_everything_once(town: Town) -> None:
    made = [pebble(town, title=f"第{place}块", at=MONDAY + timedelta(minutes=place)).number for place in range(23)]
    client, found, edge = machine(town.mei), list[str](), ""
    for _page in range(3):
        told = client.get(MATTERS, {"size": "20", "sort": "opened", "after": edge}).json()
        found += [row["number"] for row in told["rows"]]
        assert told["total"] == 23
        if not (edge := told["next"] or ""):
            break
    assert found == made


def test_a_list_of_3_and_of_23_costs_the_same_queries(town: Town) -> None:
    client, asked = machine(town.mei), []
    client.get(MATTERS)
    for count in (3, 20):
        for place in range(count):
            pebble(town, title=f"{count}-{place}")
        with CaptureQueriesContext(connection) as queries:
            assert len(numbers(client)) == len(client.get(MATTERS).json()["rows"])
        asked.append(len(queries))
    assert asked[0] == asked[1]


@pytest.mark.parametrize("query", ["color=red", "colour=blue", "stage=nowhere", "after=x", "size=1000", "due=never"])
def test_a_filter_that_nobody_knows_is_refused_and_not_passed_over(query: str, town: Town) -> None:
    response = machine(town.mei).get(f"{MATTERS}?{query}")
    assert problem(response, status=422) == "invalid"
    assert query.partition("=")[0] in response.json()["fields"]


def test_words_come_in_the_language_asked_for(town: Town) -> None:
    client = machine(town.mei)
    for language, word in (("zh-CN", "诉求"), ("fr", "诉求"), ("en-GB,zh;q=0.5", "Request")):
        told = client.get("/api/v1/kinds", headers={"accept-language": language})
        assert word in {kind["word"] for kind in told.json()}
        assert told.headers["Content-Language"] == ("en" if word == "Request" else "zh-hans")


@pytest.mark.parametrize(
    "wrong", ["none", "nonsense", "revoked", "ended", "elsewhere", "gone", "no post", "not agreed to"]
)
def test_whatever_is_wrong_with_a_token_the_answer_is_the_same(wrong: str, town: Town) -> None:
    post, at = town.mei.posts.get(), present()
    more = {"ended": {"at": at - timedelta(days=9), "days": 1}, "elsewhere": {"at": at, "network": "10.1.2.0/24"}}
    row, text = tokens.make(post, title="平台", **more.get(wrong, {"at": at}))  # type: ignore[arg-type]
    if wrong == "not agreed to":
        type(row).objects.filter(pk=row.pk).update(agreed_by=None)
    if wrong == "revoked":
        tokens.revoke(row, at=at)
    if wrong == "gone":
        type(town.mei).objects.filter(pk=town.mei.pk).update(is_active=False)
    if wrong == "no post":
        type(post).objects.filter(pk=post.pk).update(valid_until=post.valid_from)
    sent = {"none": {}, "nonsense": {"authorization": "Bearer x"}}.get(wrong, {"authorization": f"Bearer {text}"})
    response = Client(headers=sent).get(MATTERS)
    assert problem(response, status=401) == "no-token"


def test_the_day_of_the_last_use_is_noted_once(town: Town) -> None:
    client = machine(town.mei)
    assert Token.objects.get().last_used_on is None
    client.get("/api/v1/me")
    assert Token.objects.get().last_used_on is not None


def test_who_asks_too_often_is_slowed_down(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(callers, "READS", 2)
    client = machine(town.mei)
    answers = [client.get("/api/v1/me").status_code for _time in range(5)]
    assert answers.count(200) >= 2
    assert answers[-1] == 429
    assert problem(client.get("/api/v1/me"), status=429) == "too-often"


def test_no_session_opens_it_and_every_no_has_one_shape(town: Town) -> None:
    client = Client()
    client.force_login(town.mei)
    assert problem(client.get(MATTERS), status=401) == "no-token"
    assert problem(client.get("/api/v1/nowhere/at/all/here"), status=404) == "missing"
    assert problem(client.delete(MATTERS), status=405) == "no-such-way"


@pytest.mark.parametrize("way", ["get", "post", "put", "delete"])
def test_what_is_not_there_is_missing_however_it_is_asked(way: str, town: Town) -> None:
    for client in (machine(town.mei), Client()):
        for place in ("nope", "matter", "Pebble", "pebble/"):
            assert problem(getattr(client, way)(f"/api/v1/{place}"), status=404) == "missing", place
    if way != "post":
        assert problem(getattr(machine(town.mei), way)("/api/v1/pebble"), status=405) == "no-such-way"


def test_dictionaries_hold_the_kinds_with_their_steps_and_the_offices_units(town: Town) -> None:
    client = machine(town.mei)
    kind = next(one for one in client.get("/api/v1/kinds").json() if one["name"] == "pebble")
    assert {"carry", "note"} <= {one["name"] for one in kind["commands"]}
    assert town.north.code in {one["code"] for one in client.get("/api/v1/units").json()["rows"]}
    assert {one["kind"] for one in client.get("/api/v1/categories?kind=request").json()} == {"request"}
    assert client.get("/api/v1/me").json()["unit"]["code"] == town.north.code
