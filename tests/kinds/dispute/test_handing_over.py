"""Disputes that go to another unit, to another kind, or come from one."""

import pytest
from django.test import Client

from linli.matters.commands import Refused
from linli.matters.models import Matter
from linli.matters.verify import verify
from tests.kinds.dispute.in_town import DAY, in_mediation, light
from tests.kinds.dispute.told import say
from tests.pebble.commands import hand_over
from tests.town import MONDAY, Town, pebble, said, state_of

pytestmark = pytest.mark.django_db


def test_it_is_handed_to_another_unit_and_loses_its_mediators(town: Town) -> None:
    matter = in_mediation(town)
    with pytest.raises(Refused):
        said(say.hand_to, matter, by=town.gu, at=MONDAY, to_unit=town.north, why="属地")
    matter = said(say.hand_to, matter, by=town.gu, at=MONDAY + DAY, to_unit=town.south, why="属地")
    assert (matter.unit_id, matter.holder_id, matter.stage) == (town.south.pk, None, "accepted")
    assert verify().differences == ()


def test_it_is_handed_over_as_another_kind_of_matter_in_one_step(town: Town) -> None:
    matter = in_mediation(town)
    told = {"title": "打人", "text": "调解中动手", "why": "涉嫌违法"}
    with pytest.raises(Refused):
        said(say.convert, matter, by=town.chen, at=MONDAY, to_kind="dispute", **told)
    matter = said(say.convert, matter, by=town.chen, at=MONDAY, to_kind="pebble", **told)
    other = Matter.objects.get(kind="pebble")
    assert (matter.stage, light(matter)) == ("converted", ("green", "Handed over; it goes on as another matter"))
    assert state_of(matter).data["ending"]["to_number"] == other.number
    assert (other.title, other.unit_id) == ("打人", town.north.pk)


def test_what_mediation_could_not_settle_is_handed_over_afterwards_and_its_end_stays_told(
    client: Client, town: Town
) -> None:
    matter = in_mediation(town)
    end = {"termination_reason": "too_far_apart", "ways": ["court", "police"], "told": "已当面告知"}
    matter = said(say.terminate, matter, by=town.wang, at=MONDAY, **end)
    told = {"title": "殴打他人", "text": "调解不成，又动手", "why": "涉嫌违法"}
    matter = said(say.convert, matter, by=town.chen, at=MONDAY + DAY, to_kind="pebble", **told)
    other = Matter.objects.get(kind="pebble")
    assert (matter.stage, light(matter)) == ("converted", ("green", "Handed over; it goes on as another matter"))
    client.force_login(town.chen)
    page = client.get(f"/m/{matter.number}/").content.decode()
    assert all(words in page for words in ("分歧过大", "向公安机关报案", "已当面告知", other.number))
    with pytest.raises(Refused):
        said(say.convert, matter, by=town.chen, at=MONDAY + DAY, to_kind="pebble", **told)
    assert verify().differences == ()


def test_a_matter_of_another_kind_goes_on_as_a_dispute(town: Town) -> None:
    stone = pebble(town)
    stone = said(hand_over, stone, by=town.gu, at=MONDAY, kind="dispute", title="为一块石头争执")
    dispute = Matter.objects.get(kind="dispute")
    assert (dispute.stage, dispute.title) == ("registered", "为一块石头争执")
    assert state_of(dispute).data["from_number"] == stone.number
    assert verify().differences == ()
