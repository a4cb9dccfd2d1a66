"""What matters share: tied, untied, and found again by who may see them; never lost in what was written before."""

import json
from datetime import timedelta

import pytest

from linli.matters.models import Matter, Standing, Tie
from linli.matters.state import State
from linli.matters.ties import numbered, sharing
from linli.matters.verify import verify
from tests.town import MONDAY, TUESDAY, WEDNESDAY, Town, pebble, viewing

SERIES = "CB-2026-0001"


def test_a_tie_is_open_once_and_what_ended_stays_known() -> None:
    state = State(kind="pebble")
    state.tie("series", SERIES, at=MONDAY)
    state.tie("series", SERIES, at=TUESDAY)
    assert (state.tied("series"), state.tied("from")) == ([SERIES], [])
    state.untie("series", SERIES, at=WEDNESDAY)
    assert state.tied("series") == []
    state.tie("series", SERIES, at=WEDNESDAY + timedelta(days=1))
    assert [(tie.from_at, tie.until_at) for tie in state.ties] == [
        (MONDAY, WEDNESDAY),
        (WEDNESDAY + timedelta(days=1), None),
    ]
    assert State.read(state.written()) == state


@pytest.mark.django_db
def test_a_state_written_before_there_were_ties_is_no_difference(town: Town) -> None:
    matter = pebble(town)
    told = json.loads(Standing.objects.get(matter=matter).state)
    assert told.pop("ties") == []
    Standing.objects.filter(matter=matter).update(state=json.dumps(told))
    assert verify().differences == ()


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["", "{}", "nonsense", '{"kind":"pebble","stage":7}'])
def test_a_state_that_cannot_be_read_is_named(town: Town, spoilt: None, text: str) -> None:
    matter = pebble(town)
    Standing.objects.filter(matter=matter).update(state=text)
    assert [one.number for one in verify().differences] == [matter.number]


@pytest.mark.django_db
def test_a_tie_that_no_event_gave_is_named(town: Town, spoilt: None) -> None:
    matter = pebble(town)
    tied(matter)
    assert ["ties" in one.what for one in verify().differences] == [True]


@pytest.mark.django_db
def test_those_that_share_an_open_tie_are_found_by_who_may_see_them(town: Town, spoilt: None) -> None:
    first, second, ended = pebble(town), pebble(town), pebble(town)
    for matter in (second, first):
        tied(matter)
    tied(ended, until_at=TUESDAY)
    assert list(sharing(viewing(town.gu), "series", SERIES)) == [first, second]
    assert list(sharing(viewing(town.gu), "from", SERIES)) == []
    assert list(sharing(viewing(town.sun), "series", SERIES)) == []


@pytest.mark.django_db
def test_a_number_is_found_by_who_may_see_its_matter(town: Town) -> None:
    matter = pebble(town)
    assert numbered(viewing(town.gu), matter.number) == matter
    assert numbered(viewing(town.sun), matter.number) is None
    assert numbered(viewing(town.gu), "PEBBLE-2026-999999") is None


def tied(matter: Matter, **more: object) -> None:
    Tie.objects.create(matter=matter, place=0, sort="series", number=SERIES, from_at=MONDAY, **more)
