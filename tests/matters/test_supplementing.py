"""What a resident adds to the matter they follow: once, while it is open, and withheld with all else of theirs."""

import dataclasses
import uuid
from typing import Any

import pytest

from linli.matters import reading
from linli.matters.commands import NotAllowed, Refused, Saying, carry_out
from linli.matters.following import bearer
from linli.matters.models import Matter
from linli.matters.supplementing import added_by_residents, supplement
from tests.pebble.commands import bring_home, carry
from tests.pebble.kind import PEBBLE
from tests.town import MONDAY, Town, pebble, said, state_of, viewing

PHOTO = {"name": "1.jpg", "mime": "image/jpeg", "size": 9, "stored": "0" * 32, "digest": "0" * 64}


def added(matter: Matter, **told: Any) -> Matter:
    saying = Saying(bearer(matter, at=MONDAY), MONDAY, str(uuid.uuid4()), version=matter.version)
    return carry_out(supplement, matter.number, told=told, saying=saying).matter


def test_words_and_pictures_are_kept_as_the_residents_own(town: Town, spoilt: None) -> None:
    matter = added(pebble(town), text="又看见了", photos=[PHOTO])
    state = state_of(matter)
    assert [file.label for file in state.files] == ["resident"]
    assert added_by_residents(state) == {matter.seq - 1, matter.seq}


def test_nothing_is_nothing_and_a_closed_matter_takes_nothing_more(town: Town) -> None:
    matter = pebble(town)
    with pytest.raises(Refused):
        added(matter, text="")
    matter = said(bring_home, said(carry, matter, by=town.wang, at=MONDAY), by=town.wang, at=MONDAY)
    with pytest.raises(Refused):
        added(matter, text="还有")


def test_no_member_of_staff_speaks_for_a_resident(town: Town) -> None:
    matter = pebble(town)
    with pytest.raises(NotAllowed):
        said(supplement, matter, by=town.mei, at=MONDAY, text="替他说")
    assert added(matter, text="自己说").version > matter.version


def test_of_a_confidential_resident_what_was_added_is_withheld_too(town: Town, monkeypatch: Any) -> None:
    matter = added(pebble(town), text="是我")
    secret = dataclasses.replace(PEBBLE, withheld=lambda state: frozenset({1}))
    state = state_of(matter)
    assert reading.withheld_from(viewing(town.wang), matter, state) == frozenset()
    with monkeypatch.context() as patched:
        patched.setattr(reading, "kind_named", lambda name: secret)
        assert reading.withheld_from(viewing(town.wang), matter, state) == {1, matter.seq}
