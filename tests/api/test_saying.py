"""Steps said by another system: the same rights and rules, refused with reasons, once however often they are sent."""

import base64
from datetime import timedelta
from typing import Any

import pytest

from linli.machines.answers import KEPT_FOR, forget
from linli.machines.models import Answer
from linli.matters.models import Event, Matter
from linli.policy.present import present
from tests.api.calling import MATTERS, machine, opened, problem, said, steps_of, stone
from tests.town import Town


def test_a_step_is_said_by_its_name_from_the_tokens_post(town: Town) -> None:
    matter = stone(town)
    response = said(machine(town.wang), matter.number, "carry", version=matter.version)
    assert (response.status_code, response.json()["stage"]) == (200, "carried")
    event = Event.objects.filter(matter=matter, fact="Carried").get()
    assert (event.user_id, event.post_id) == (town.wang.pk, town.wang.posts.get().pk)


def test_a_matter_is_opened_in_the_unit_of_the_post(town: Town) -> None:
    response = opened(machine(town.mei), title="河边的石子", size="small")
    assert response.status_code == 201
    assert Matter.objects.get(number=response.json()["number"]).unit == town.north


@pytest.mark.parametrize(
    ("who", "verb", "version", "told", "status", "sort"),
    [
        ("mei", "carry", 0, {}, 403, "not-allowed"),
        ("sun", "carry", 0, {}, 404, "missing"),
        ("wang", "fly", 0, {}, 404, "missing"),
        ("wang", "bring_home", 0, {}, 409, "refused"),
        ("wang", "carry", 7, {}, 409, "conflict"),
        ("wang", "note", 0, {}, 422, "invalid"),
        ("wang", "note", 0, {"text": ["一"]}, 422, "invalid"),
        ("wang", "note", 0, {"text": "一", "colour": "red"}, 422, "invalid"),
        ("chen", "pass_on", 0, {"unit": "nowhere"}, 422, "invalid"),
    ],
)
def test_a_no_says_why_and_leaves_nothing_behind(
    who: str, verb: str, version: int, told: dict[str, Any], status: int, sort: str, town: Town
) -> None:
    matter = stone(town)
    response = said(machine(getattr(town, who)), matter.number, verb, version=matter.version + version, **told)
    assert problem(response, status=status) == sort
    assert bool(response.json().get("fields")) == (sort == "invalid")
    assert steps_of(matter) == ["Found"]
    assert not Answer.objects.exists()


@pytest.mark.parametrize(
    ("body", "sort"),
    [
        (b"", "invalid"),
        (b"{", "unreadable"),
        (b"[" * 99_999, "unreadable"),
        (b'{"version": 1, "told": {"text": ' + b"[" * 500 + b"]" * 500 + b"}}", "unreadable"),
        (b'{"version": 1, "told": {"text": "\\ud800"}}', "unreadable"),
        (b"[]", "invalid"),
        (b'{"version": 1, "told": {}, "more": 1}', "invalid"),
        (b" " * 2_621_441, "too-large"),
    ],
    ids=range(8),
)
def test_what_is_no_json_of_ours_is_told_so(body: bytes, sort: str, town: Town) -> None:
    place, client = f"{MATTERS}/{stone(town).number}/note", machine(town.wang)
    response = client.post(place, body, content_type="application/json")
    assert problem(response, status=response.status_code) == sort
    assert problem(client.post(place, {"version": 1}), status=400) == "unreadable"


def test_the_same_key_with_the_same_words_is_answered_the_same_and_changes_nothing(town: Town) -> None:
    matter, client = stone(town), machine(town.wang)
    same: Any = {"version": matter.version, "key": "7", "text": "看过"}
    first, second = (said(client, matter.number, "note", **same) for _time in "12")
    said(client, matter.number, "note", version=first.json()["version"], key="8", text="再看")
    third = said(client, matter.number, "note", **same)
    assert first.content == second.content == third.content
    assert steps_of(matter) == ["Found", "Noted", "Noted"]


def test_the_same_key_with_other_words_is_refused(town: Town) -> None:
    matter, client = stone(town), machine(town.wang)
    said(client, matter.number, "note", version=matter.version, key="7", text="看过")
    assert problem(said(client, matter.number, "note", version=matter.version, key="7", text="没看"), status=422) == (
        "key-used"
    )
    assert steps_of(matter) == ["Found", "Noted"]


def test_two_systems_may_choose_the_same_key(town: Town) -> None:
    made = {opened(machine(town.mei), key="1", title=title, size="small").json()["number"] for title in ("一", "二")}
    assert len(made) == 2


def test_what_was_answered_is_forgotten_and_the_ledger_still_takes_it_once(town: Town) -> None:
    client = machine(town.mei)
    first = opened(client, key="1", title="一", size="small").json()["number"]
    assert forget(at=present() + KEPT_FOR - timedelta(hours=1)) == 0
    assert forget(at=present() + KEPT_FOR + timedelta(hours=1)) == 1
    assert opened(client, key="1", title="一", size="small").json()["number"] == first
    assert Matter.objects.count() == 1


def test_what_is_kept_of_an_answer_holds_no_words(town: Town) -> None:
    opened(machine(town.mei), key="1", title="周家门口", size="small", finder="周阿婆")
    kept = str(list(Answer.objects.values_list()))
    assert "周" not in kept


def test_a_step_tells_what_it_needs_here_and_now(town: Town) -> None:
    matter = stone(town)
    told = machine(town.chen).get(f"{MATTERS}/{matter.number}/pass_on").json()
    assert (told["version"], told["refusal"]) == (matter.version, None)
    assert told["told"]["required"] == ["unit"]
    assert machine(town.wang).get(f"{MATTERS}/{matter.number}/bring_home").json()["refusal"]


def test_the_steps_that_are_open_are_listed_with_the_matter(town: Town) -> None:
    matter = stone(town)
    open_now = {one["name"] for one in machine(town.wang).get(f"{MATTERS}/{matter.number}").json()["commands"]}
    assert {"carry", "note"} <= open_now
    assert "bring_home" not in open_now
    assert "praise" not in open_now


def test_a_file_comes_along_in_base64_and_is_made_safe(town: Town) -> None:
    matter, client = stone(town), machine(town.wang)
    for content, status in ((b"%PDF-1.7\n%%EOF", 200), (b"MZ\x90 a program", 422)):
        told = {"name": "图.pdf", "content": base64.b64encode(content).decode()}
        version = Matter.objects.get().version
        response = said(client, matter.number, "attach", version=version, label="evidence", file=told)
        assert response.status_code == status, response.content
