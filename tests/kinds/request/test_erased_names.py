"""Once a name was erased nobody knows where it stands in the narrative: so that is neither found nor learnt."""

import pytest
from django.test import Client

from linli.kinds.request.kind import REQUEST
from linli.likeness.schooling import lessons_of
from linli.matters.everyday import erase
from linli.matters.models import Matter
from linli.matters.verify import verify
from tests.kinds.request.at_counter import called
from tests.kinds.request.in_town import clerk, in_hand, replied
from tests.kinds.request.told import NAME
from tests.town import MONDAY, TUESDAY, Town, said, state_of

pytestmark = pytest.mark.django_db
STORY = f"{NAME}家楼下的路灯坏了三天。"


def found(client: Client, town: Town, matter: Matter, word: str) -> bool:
    client.force_login(town.gu)
    return matter.number in client.get(f"/matters/?state=all&q={word}").content.decode()


def without_reporter(town: Town, matter: Matter) -> Matter:
    told = {"of": state_of(matter).data["reporter"]["seq"], "fields": ("name", "phone"), "ground": "request"}
    return said(erase, matter, by=town.chen, at=TUESDAY, **told)


def test_the_name_is_found_neither_before_nor_after(client: Client, town: Town) -> None:
    matter = in_hand(town, story=STORY)
    assert [found(client, town, matter, word) for word in ("坏了三天", NAME)] == [True, False]
    matter = without_reporter(town, matter)
    assert [found(client, town, matter, word) for word in ("坏了三天", NAME, "柳树街路灯")] == [False, False, True]
    assert verify().differences == ()


def test_of_such_a_matter_no_more_than_its_title_is_learnt(town: Town) -> None:
    matter = called(replied(town, story=STORY), by=clerk(town), at=MONDAY)
    assert matter.closed_at
    (lesson,) = lessons_of(REQUEST, most=9)
    assert ("坏了三天" in lesson.text, NAME in lesson.text) == (True, False)
    without_reporter(town, matter)
    (lesson,) = lessons_of(REQUEST, most=9)
    assert ("路灯不亮" in lesson.text, "坏了三天" in lesson.text, NAME in lesson.text) == (True, False, False)


def test_where_only_a_narrative_was_erased_the_others_are_found_as_before(client: Client, town: Town) -> None:
    matter = in_hand(town, story=STORY)
    place = state_of(matter).data["place_seqs"][0]
    matter = said(erase, matter, by=town.chen, at=TUESDAY, of=place, fields=("place",), ground="request")
    assert [found(client, town, matter, word) for word in ("坏了三天", NAME)] == [True, False]
