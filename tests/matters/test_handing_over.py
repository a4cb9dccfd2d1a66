"""A matter handed over goes on as another: two timelines in one transaction, each naming the other's number."""

import json

import pytest

from linli.matters.commands import Refused
from linli.matters.models import Event, Matter
from linli.matters.verify import verify
from linli.policy.models import Series
from tests.pebble import commands
from tests.town import TUESDAY, Town, facts_of, pebble, said

pytestmark = pytest.mark.django_db

TOLD = {"kind": "pebble", "title": "桥头的石子，换人办理"}


def told_in(matter: Matter, fact: str) -> dict[str, object]:
    return dict(json.loads(Event.objects.get(matter=matter, fact=fact).payload))


def test_both_timelines_name_each_other(town: Town) -> None:
    old = said(commands.hand_over, pebble(town), by=town.wang, at=TUESDAY, **TOLD)
    new = Matter.objects.exclude(pk=old.pk).get()
    assert (old.stage, old.colour, old.closed_at) == ("handed_over", "green", TUESDAY)
    assert (new.stage, new.title, new.unit, new.opened_at) == ("found", TOLD["title"], town.north, TUESDAY)
    assert told_in(old, "HandedOver")["number"] == new.number
    assert told_in(new, "TakenOver")["number"] == old.number
    assert verify().differences == ()


def test_when_the_other_cannot_be_opened_nothing_happens_to_the_first(town: Town) -> None:
    old = pebble(town)
    with pytest.raises(Refused):
        said(commands.hand_over, old, by=town.wang, at=TUESDAY, kind="pebble", title=" ")
    assert facts_of(old) == ["Found", "Turned"]
    assert Matter.objects.count() == 1
    assert Series.objects.get(code="pebble").last == 1
    assert said(commands.hand_over, old, by=town.wang, at=TUESDAY, **TOLD).stage == "handed_over"
