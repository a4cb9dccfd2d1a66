"""Of a confidential resident only the desk reads anything, and what is reported does not reach who is reported."""

import pytest
from django.test import Client

from linli.ground.text import mask_name
from linli.kinds.request.kind import REQUEST
from linli.matters.command import Refused
from tests.kinds.request.in_town import accepted as accepted_in_town
from tests.kinds.request.in_town import clerk
from tests.kinds.request.pure import HE, MONDAY, NORTH, SOUTH, accepted, returned
from tests.kinds.request.told import CALL, NAME, say, sending
from tests.town import Town, said, state_of

STORY = "3号楼门口的路灯坏了三天。"


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
def test_the_unit_reads_the_task_and_nothing_of_the_resident(client: Client, town: Town) -> None:
    pages = {}
    for confidential in (False, True):
        matter = accepted_in_town(town, confidential=confidential)
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
    assert mask_name(NAME) in pages["he", False]
    assert mask_name(NAME) not in pages["he", True]
    assert "核实柳树街路灯" in pages["he", True]
