"""What was written before a request was made confidential is the desk's alone, but what units said of their work."""

import hashlib
import json
from typing import Any

import pytest
from django.test import Client

from linli.kinds.request.kind import REQUEST
from linli.matters import files
from linli.matters.attaching import attach
from linli.matters.everyday import note, rename
from linli.matters.models import Matter
from linli.matters.state import State
from linli.matters.verify import verify
from linli.staff.models import User
from tests.kinds.request.in_town import accepted as accepted_in_town
from tests.kinds.request.in_town import clerk, in_hand
from tests.kinds.request.pure import HE, MONDAY, SOUTH, accepted, dispatched, returned
from tests.kinds.request.told import say, sending
from tests.town import Town, said, state_of

POINT = ("115.004321", "28.005678")
KEPT = {"title": "路灯报修", "task": "核实柳树街路灯"}
CALLED, DOOR, PICTURE = "周阿婆来电催办，三楼住户", "三楼门牌.jpg", b"a picture of a door"
WHY, TASK, BETTER, PART = "阿婆住在北社区三楼", "到三楼查看", "三楼阿婆报修路灯", "三楼门前灯箱"
OF_THE_DESK = (CALLED, DOOR, WHY, TASK, BETTER, PART)
PROGRESS, RETURN = "已到现场查看灯杆", "灯箱归南社区管护"


def by_the_desk(town: Town, command: Any, matter: Matter, **told: Any) -> Matter:
    return said(command, matter, by=clerk(town), at=MONDAY, **told)


def spoken_of(town: Town) -> Matter:
    """In hand in North, with everything that the desk may write of a resident; not confidential yet."""
    matter = accepted_in_town(town, point=POINT)
    matter = by_the_desk(town, say.dispatch, matter, **sending(town.north, why=WHY, task=TASK))
    matter = by_the_desk(town, rename, matter, title=BETTER)
    matter = said(say.sign, matter, by=town.he, at=MONDAY)
    matter = by_the_desk(town, note, matter, text=CALLED)
    told = {"name": DOOR, "mime": "image/jpeg", "label": "other", "stored": files.keep(PICTURE)}
    digest = hashlib.sha256(PICTURE).hexdigest()
    matter = by_the_desk(town, attach, matter, size=len(PICTURE), digest=digest, **told)
    matter = by_the_desk(town, say.split, matter, to_unit=town.south, title="灯箱", task=PART, why="管护分工")
    return said(say.progress, matter, by=town.he, at=MONDAY, text=PROGRESS)


def read(client: Client, user: User, matter: Matter, *, place: str = "") -> str:
    client.force_login(user)
    response = client.get(f"/m/{matter.number}/{place}")
    assert response.status_code == 200
    return response.content.decode()


def answered(client: Client, user: User, place: str) -> int:
    client.force_login(user)
    return client.get(place).status_code


def found(client: Client, user: User, matter: Matter, word: str) -> bool:
    client.force_login(user)
    return matter.number in client.get(f"/matters/?state=all&q={word}").content.decode()


@pytest.mark.django_db
def test_the_unit_reads_no_more_what_the_desk_wrote_before(client: Client, town: Town) -> None:
    matter = spoken_of(town)
    file = f"/m/{matter.number}/files/{state_of(matter).files[0].seq}/"
    before = read(client, town.he, matter)
    assert [words for words in OF_THE_DESK if words not in before] == []
    assert (answered(client, town.he, file), found(client, town.he, matter, "门牌")) == (200, True)
    matter = by_the_desk(town, say.keep_confidential, matter, **KEPT, parts_task="检修灯箱")
    after = read(client, town.he, matter)
    assert [words for words in OF_THE_DESK if words in after] == []
    assert [words for words in (PROGRESS, *KEPT.values()) if words not in after] == []
    card = after[after.index('aria-labelledby="dispatch-title"') :].partition("</section>")[0]
    assert KEPT["task"] in card
    assert (answered(client, town.he, file), found(client, town.he, matter, "门牌")) == (403, False)
    of_the_desk = read(client, clerk(town), matter)
    assert [words for words in (*OF_THE_DESK, PROGRESS, *KEPT.values()) if words not in of_the_desk] == []
    assert answered(client, clerk(town), file) == 200


@pytest.mark.django_db
def test_nor_does_a_unit_to_which_it_goes_later(client: Client, town: Town) -> None:
    matter = by_the_desk(town, say.keep_confidential, spoken_of(town), **KEPT, parts_task="检修灯箱")
    ground = {"return_ground": "not_our_duty", "why": RETURN}
    matter = said(say.send_back, matter, by=town.he, at=MONDAY, **ground)
    sent = sending(town.south, task="检修灯箱", why="按管护分工")
    matter = by_the_desk(town, say.re_dispatch, matter, **sent)
    shown = read(client, town.sun, matter)
    assert [words for words in OF_THE_DESK if words in shown] == []
    spoken = (PROGRESS, RETURN, "检修灯箱", "按管护分工", *KEPT.values())
    assert [words for words in spoken if words not in shown] == []
    assert verify().differences == ()


def kept(state: State) -> frozenset[int]:
    return REQUEST.withheld(state)


def test_what_units_said_of_their_work_stays_theirs_to_read() -> None:
    told = returned(dispatched(), by=HE)
    told.say(say.re_dispatch, at=MONDAY, **sending(SOUTH)).say(say.sign, at=MONDAY, by=HE)
    told.say(say.contact, at=MONDAY, by=HE, contact_way="phone")
    told.say(say.progress, at=MONDAY, by=HE, text=PROGRESS)
    more = {"days": 5, "why": "等待配件", "legal_basis": "热线管理办法第十五条"}
    told.say(say.ask_extension, at=MONDAY, by=HE, **more).say(say.grant_extension, at=MONDAY)
    told.say(say.urge, at=MONDAY, urge_ground="near_limit")
    told.say(say.explain_delay, at=MONDAY, by=HE, reason="配件未到", stage_result="已订货")
    seq = told.timeline.seq
    told.say(say.keep_confidential, at=MONDAY, **KEPT)
    data = told.state.data
    theirs = {data["returns"][0]["seq"], data["contacted"]["seq"], data["progress"][0]["seq"]}
    theirs |= {data["extension"]["seq"], data["urges"][0]["explained"]}
    assert len(theirs) == 5
    assert kept(told.state) == frozenset(range(1, seq + 1)) - theirs


def test_what_comes_after_it_is_for_the_unit_to_read_and_an_old_state_reads_as_it_did() -> None:
    told = dispatched().say(say.keep_confidential, at=MONDAY, **KEPT)
    before = kept(told.state)
    told.say(say.re_dispatch, at=MONDAY, **sending(SOUTH, task="检修灯箱"))
    told.say(note, at=MONDAY, text="请带梯子")
    assert kept(told.state) == before
    del told.state.data["kept_from"]
    assert kept(told.state) == {told.state.data["opened"], told.state.data["reporter"]["seq"]}
    assert accepted(confidential=True).state.data.get("kept_from") is None


@pytest.mark.django_db
def test_the_point_of_a_confidential_resident_is_not_offered_to_the_unit_and_not_lost(
    client: Client, town: Town
) -> None:
    matter = in_hand(town, point=POINT)
    assert POINT[0] in read(client, town.he, matter, place="correct_place/")
    matter = by_the_desk(town, say.keep_confidential, matter, **KEPT)
    assert POINT[0] not in read(client, town.he, matter, place="correct_place/")
    assert POINT[0] in read(client, clerk(town), matter, place="correct_place/")
    assert POINT[0] not in read(client, town.gu, matter, place="export/")
    of_the_desk = read(client, town.chen, matter, place="export/")
    assert POINT[0] in of_the_desk
    assert all(event["payload"] for event in json.loads(of_the_desk)["events"])
    matter = said(say.correct_place, matter, by=town.he, at=MONDAY, place="灯杆在路口")
    assert state_of(matter).data["point"] == list(POINT)
    same = (float(POINT[0]), float(POINT[1]))
    matter = by_the_desk(town, say.correct_place, matter, place="灯杆在路口北侧", point=same)
    assert state_of(matter).data["point"] == list(POINT)
    assert POINT[0] not in read(client, town.gu, matter, place="export/")
    matter = said(say.correct_place, matter, by=town.he, at=MONDAY, point=(115.001, 28.002))
    assert state_of(matter).data["point"] == ["115.001000", "28.002000"]
    matter = by_the_desk(town, say.correct_place, matter, place="路口东侧")
    assert state_of(matter).data["point"] is None


def payloads(client: Client, user: User, matter: Matter) -> dict[str, list[bool]]:
    """Of each sort of event in the record that leaves the house, whether what it says of codes and places is told."""
    told: dict[str, list[bool]] = {}
    for event in json.loads(read(client, user, matter, place="export/"))["events"]:
        told.setdefault(event["fact"], []).append(event["payload"] is not None)
    return told


@pytest.mark.django_db
def test_a_new_point_of_a_confidential_request_is_the_desks_alone_and_its_words_are_told(
    client: Client, town: Town
) -> None:
    for later in (True, False):
        matter = in_hand(town) if later else accepted_in_town(town, confidential=True)
        if later:
            matter = by_the_desk(town, say.keep_confidential, matter, **KEPT)
        else:
            matter = by_the_desk(town, say.dispatch, matter, **sending(town.north, task=KEPT["task"]))
        told = {"place": "路口北侧灯杆", "point": (float(POINT[0]), float(POINT[1]))}
        matter = by_the_desk(town, say.correct_place, matter, **told)
        matter = by_the_desk(town, say.correct_place, matter, place="路口东侧灯杆", point=told["point"])
        matter = by_the_desk(town, note, matter, text="请带梯子")
        assert state_of(matter).data["point"] == list(POINT)
        assert "承办单位看得到这里写的地点" in read(client, clerk(town), matter, place="correct_place/")
        desk = {"": clerk(town), "correct_place/": clerk(town), "export/": town.chen}
        for place, reader in {"": town.gu, "correct_place/": town.he, "export/": town.gu}.items():
            assert POINT[0] in read(client, desk[place], matter, place=place)
            assert [digits for digits in POINT if digits in read(client, reader, matter, place=place)] == []
        assert "路口东侧灯杆" in read(client, town.gu, matter)
        unit, whole = payloads(client, town.gu, matter), payloads(client, town.chen, matter)
        assert (unit["PlaceCorrected"], whole["PlaceCorrected"]) == ([False, True], [True, True])
        assert (unit["Noted"], {one for told in whole.values() for one in told}) == ([True], {True})


@pytest.mark.django_db
def test_the_point_of_an_ordinary_request_stands_in_the_record(client: Client, town: Town) -> None:
    matter = by_the_desk(town, say.correct_place, in_hand(town), point=(float(POINT[0]), float(POINT[1])))
    assert POINT[0] in read(client, town.gu, matter, place="export/")
    assert payloads(client, town.gu, matter)["PlaceCorrected"] == [True]
