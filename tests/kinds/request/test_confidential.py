"""Of a confidential resident only the desk reads anything, and what is reported does not reach who is reported."""

import hashlib
import re
from typing import Any

import pytest
from django.test import Client

from linli.doors.desk.wall import without_names
from linli.ground.text import mask_name
from linli.kinds.request.course import may_be_public
from linli.kinds.request.kind import REQUEST
from linli.matters import files
from linli.matters.attaching import attach
from linli.matters.command import Refused
from linli.matters.commands import NotAllowed
from linli.matters.models import Matter
from linli.matters.reading import events_of, withheld_from
from linli.place.models import Unit
from tests.counter.visiting import hidden, page
from tests.kinds.request.at_counter import answers, lead
from tests.kinds.request.in_town import accepted as accepted_in_town
from tests.kinds.request.in_town import clerk
from tests.kinds.request.pure import HE, MONDAY, NORTH, SOUTH, accepted, returned
from tests.kinds.request.told import CALL, NAME, answer, say, sending
from tests.town import Town, said, state_of, viewing

POINT = ("115.004321", "28.005678")
STORY, PICTURE = "3号楼门口的路灯坏了三天。", b"a picture of theirs"


def test_a_confidential_request_goes_with_a_task_instead_of_its_words() -> None:
    told = accepted(confidential=True)
    with pytest.raises(Refused, match=r"confidential|保密"):
        told.say(say.dispatch, at=MONDAY, **sending(NORTH))
    assert told.say(say.dispatch, at=MONDAY, **sending(NORTH, task="核实路灯")).state.stage == "dispatched"
    assert accepted().say(say.dispatch, at=MONDAY, **sending(NORTH)).state.stage == "dispatched"


def test_the_reported_unit_and_those_below_it_get_neither_dispatch_nor_part_in_it() -> None:
    for reported, lawful in ((NORTH.pk, False), (7, False), (SOUTH.pk, True)):
        told = accepted(sort="report").say(say.reclassify, at=MONDAY, sort="complaint")
        told.state.data["reported_unit"] = reported
        if lawful:
            assert told.say(say.dispatch, at=MONDAY, **sending(NORTH)).state.stage == "dispatched"
            with pytest.raises(Refused, match=r"complained|被反映"):
                told.say(say.re_dispatch, at=MONDAY, **sending(SOUTH))
        else:
            with pytest.raises(Refused, match=r"complained|被反映"):
                told.say(say.dispatch, at=MONDAY, **sending(NORTH))


def test_neither_as_assisting_nor_by_a_ruling() -> None:
    told = accepted(sort="report")
    told.state.data["reported_unit"] = SOUTH.pk
    with pytest.raises(Refused, match=r"complained|被反映"):
        told.say(say.dispatch, at=MONDAY, **sending(NORTH, assisting=(SOUTH,)))
    returned(told.say(say.dispatch, at=MONDAY, **sending(NORTH)), by=HE)
    for verb in (say.designate, say.re_dispatch):
        with pytest.raises(Refused, match=r"complained|被反映"):
            told.say(verb, at=MONDAY, **sending(SOUTH))


def test_withheld_are_the_residents_words_and_only_where_it_is_confidential() -> None:
    assert REQUEST.withheld(accepted().state) == frozenset()
    state = accepted(confidential=True).state
    assert REQUEST.withheld(state) == {state.data["opened"], state.data["reporter"]["seq"]}


@pytest.mark.django_db
def test_withheld_is_also_what_the_desk_writes_of_reaching_and_answering_the_resident(town: Town) -> None:
    for confidential in (False, True):
        matter = accepted_in_town(town, confidential=confidential)
        told = sending(town.north, task="核实柳树街路灯")
        matter = said(say.dispatch, matter, by=clerk(town), at=MONDAY, **told)
        matter = said(say.reply, said(say.sign, matter, by=town.he, at=MONDAY), by=town.he, at=MONDAY, **answer())
        matter = said(say.not_reached, matter, by=lead(town), at=MONDAY, tried_by="phone", note="三楼住户家里没人")
        asked = {"waive_ground": "asked_not_to", "why": "住户来电说不必回访"}
        matter = said(say.waive_call_back, matter, by=lead(town), at=MONDAY, **asked)
        matter = answers(say.ask_data, matter, at=MONDAY, data_ask="copy")
        ruled = {"asked": matter.seq, "data_ruling": "granted", "answer": "复印件已寄三楼"}
        matter = said(say.answer_data, matter, by=lead(town), at=MONDAY, **ruled)
        facts = ("NotReached", "CallBackWaived", "DataAsked", "DataAnswered")
        seqs = set(matter.events.filter(fact__in=facts).values_list("seq", flat=True))
        state = state_of(matter)
        assert len(seqs) == len(facts)
        assert (seqs <= withheld_from(viewing(town.he), matter, state)) is confidential
        assert not withheld_from(viewing(clerk(town)), matter, state)


@pytest.mark.django_db
def test_what_a_confidential_resident_adds_is_not_shown_in_the_meeting_room(town: Town) -> None:
    for confidential in (False, True):
        matter = answers(say.supplement, accepted_in_town(town, confidential=confidential), at=MONDAY, text="我住三楼")
        on_the_wall = without_names(matter, events_of(matter)).at(matter.seq, "text")
        assert (on_the_wall.text == "我住三楼", on_the_wall.withheld) == (not confidential, confidential)


@pytest.mark.django_db
def test_the_unit_reads_the_task_and_nothing_of_the_resident(client: Client, town: Town) -> None:
    pages = {}
    for confidential in (False, True):
        matter = accepted_in_town(town, confidential=confidential, point=POINT)
        told = sending(town.north, task="核实柳树街路灯")
        matter = said(say.dispatch, matter, by=clerk(town), at=MONDAY, **told)
        for user in (town.he, clerk(town)):
            client.force_login(user)
            pages[user.username, confidential] = client.get(f"/m/{matter.number}/").content.decode()
        reporter = state_of(matter).data["reporter"]["seq"]
        client.force_login(town.he)
        opened = client.post(f"/m/{matter.number}/reveal/{reporter}/", {"purpose": "handling"})
        assert (CALL in opened.content.decode()) is not confidential
    assert STORY in pages["he", False]
    assert STORY in pages["qin", True]
    assert STORY not in pages["he", True]
    assert [POINT[0] in pages[who] for who in pages] == [True, True, False, True]
    assert mask_name(NAME) in pages["he", False]
    assert mask_name(NAME) not in pages["he", True]
    assert "核实柳树街路灯" in pages["he", True]


KEPT = {"title": "路灯报修", "task": "核实柳树街路灯"}


def test_it_can_be_kept_confidential_later_once_and_with_words_for_the_unit_that_has_it() -> None:
    told = accepted().say(say.keep_confidential, at=MONDAY, title="路灯报修")
    assert REQUEST.withheld(told.state) == frozenset(range(1, told.state.title_seq))
    assert "confidential" in told.state.flags
    with pytest.raises(Refused, match=r"already|已为"):
        told.say(say.keep_confidential, at=MONDAY, **KEPT)
    sent = accepted().say(say.dispatch, at=MONDAY, **sending(NORTH))
    with pytest.raises(Refused, match=r"what the unit|承办单位"):
        sent.say(say.keep_confidential, at=MONDAY, title="路灯报修")
    assert sent.say(say.keep_confidential, at=MONDAY, **KEPT).state.data["confidential"]


@pytest.mark.django_db
def test_what_a_unit_could_read_it_reads_no_more_once_it_is_kept_confidential(client: Client, town: Town) -> None:
    matter = accepted_in_town(town, point=POINT)
    matter = said(say.dispatch, matter, by=clerk(town), at=MONDAY, **sending(town.north))
    client.force_login(town.he)
    before = client.get(f"/m/{matter.number}/").content.decode()
    assert (STORY in before, POINT[0] in before, mask_name(NAME) in before) == (True, True, True)
    assert matter.number in client.get("/matters/?state=all&q=坏了三天").content.decode()
    with pytest.raises(NotAllowed):
        said(say.keep_confidential, matter, by=town.he, at=MONDAY, **KEPT)
    matter = said(say.keep_confidential, matter, by=clerk(town), at=MONDAY, **KEPT)
    after = client.get(f"/m/{matter.number}/").content.decode()
    assert (STORY in after, POINT[0] in after, mask_name(NAME) in after) == (False, False, False)
    assert KEPT["task"] in after
    assert matter.title == KEPT["title"]
    assert matter.number not in client.get("/matters/?state=all&q=坏了三天").content.decode()
    assert not may_be_public(state_of(matter))
    client.force_login(clerk(town))
    assert STORY in client.get(f"/m/{matter.number}/").content.decode()


def complained(client: Client, town: Town, *, of: Unit) -> Any:
    """What the counter answers to a complaint of that unit from a cell of the street."""
    told = {"category": "street-light", "story": STORY, "sort": "complaint", "name": NAME, "phone": CALL}
    where = {"cell": town.cell.code, "reported_unit": of.code, "confidential": "on"}
    place = "/counter/request/"
    return client.post(place, {**hidden(page(client, place)), **told, **where, "step": "2", "go": "send"})


@pytest.mark.django_db
def test_a_complaint_of_the_street_comes_to_the_desk_above_it(client: Client, town: Town) -> None:
    units, read = {}, {}
    for reported in (town.street, town.south):
        assert complained(client, town, of=reported).status_code == 303
        matter = Matter.objects.latest("pk")
        client.force_login(town.chen)
        units[reported], read[reported] = matter.unit, client.get(f"/m/{matter.number}/").status_code
    assert units == {town.street: town.county, town.south: town.street}
    assert read == {town.street: 404, town.south: 200}


@pytest.mark.django_db
def test_where_nobody_stands_above_who_is_complained_of_it_is_said_and_nothing_lost(client: Client, town: Town) -> None:
    response = complained(client, town, of=town.county)
    assert response.status_code == 409
    assert STORY in response.content.decode()
    assert not Matter.objects.exists()


@pytest.mark.django_db
def test_a_picture_of_theirs_is_named_as_kept_by_the_desk_and_never_as_erased(client: Client, town: Town) -> None:
    matter = accepted_in_town(town, confidential=True)
    told = {"name": "柳树街3号.jpg", "mime": "image/jpeg", "size": len(PICTURE), "stored": files.keep(PICTURE)}
    told["digest"] = hashlib.sha256(PICTURE).hexdigest()
    matter = said(attach, matter, by=clerk(town), at=MONDAY, label="resident", **told)
    place, of_the_desk = f"/m/{matter.number}/files/{state_of(matter).files[0].seq}/", clerk(town)
    matter = said(say.dispatch, matter, by=of_the_desk, at=MONDAY, **sending(town.north, task="核实柳树街路灯"))
    cards = {}
    for user in (town.he, of_the_desk):
        client.force_login(user)
        shown = client.get(f"/m/{matter.number}/").content.decode()
        cards[user.username] = shown[shown.index('aria-labelledby="files-title"') :].partition("</section>")[0]
    assert place in cards["qin"]
    assert "柳树街3号.jpg" in cards["qin"]
    assert not [words for words in (place, "柳树街3号.jpg", "erased", "已清除") if words in cards["he"]]
    assert re.search(r"kept by the desk|仅受理窗口可见", cards["he"])
