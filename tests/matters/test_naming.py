"""A title says what it is about, never who: whoever is named in the matter cannot be found by searching titles."""

from collections.abc import Callable
from typing import Any

import pytest

from linli.matters.commands import Refused, in_hand
from linli.matters.everyday import rename
from linli.matters.models import Look, Matter
from linli.matters.naming import namer
from linli.matters.telling import begin_telling, tell
from linli.policy.book import book
from linli.staff.posts import Held, held
from tests.pebble.commands import hand_over
from tests.pebble.kind import PEBBLE
from tests.town import MONDAY, PHONE, TUESDAY, ZHOU, Town, opened, pebble, said

pytestmark = pytest.mark.django_db

NAMING = [f"{ZHOU}的石子", f"石子（{' '.join(ZHOU)}）", f"石子，电话{PHONE}", "石子 138-0000-0013"]
Attempt = Callable[[Town, str], Any]


def opening(town: Town, title: str) -> Matter:
    return pebble(town, title=title)


def renaming(town: Town, title: str) -> Matter:
    return said(rename, pebble(town), by=town.mei, at=TUESDAY, title=title)


def handing_over(town: Town, title: str) -> Matter:
    return said(hand_over, pebble(town), by=town.wang, at=TUESDAY, kind="pebble", title=title)


def telling(town: Town, title: str) -> None:
    by, now = post_of(town), book(MONDAY)
    told = {"title": "石子", "finder": ZHOU, "phone": PHONE, "size": "small"}
    line = begin_telling(PEBBLE, unit=town.north, told=told, by=by, at=MONDAY, book=now)
    tell(line, rename, told={"title": title}, by=by, at=MONDAY, book=now)


def telling_a_stored_one(town: Town, title: str) -> None:
    tell(in_hand(pebble(town)), rename, told={"title": title}, by=post_of(town), at=MONDAY, book=book(MONDAY))


def post_of(town: Town) -> Held:
    return held(town.mei, on=MONDAY.date())[0]


ATTEMPTS = [opening, renaming, handing_over, telling, telling_a_stored_one]


@pytest.mark.parametrize("attempt", ATTEMPTS)
@pytest.mark.parametrize("title", NAMING)
def test_no_title_names_who_is_in_the_matter(town: Town, attempt: Attempt, title: str) -> None:
    with pytest.raises(Refused, match="不写"):
        attempt(town, title)
    assert not Matter.objects.filter(title=title).exists()
    attempt(town, "桥头第13号石子，2026年3月拾得")


def test_who_is_named_elsewhere_is_no_matter_of_this_one(town: Town) -> None:
    told = {"title": f"{ZHOU}桥的石子", "size": "small", "finder": "李四", "phone": ""}
    assert opened(PEBBLE, by=town.mei, unit=town.north, told=told, at=MONDAY).title == told["title"]


def test_comparing_opens_nothing_to_anybody(town: Town) -> None:
    renaming(town, "桥东的石子")
    assert not Look.objects.exists()


def test_a_text_that_names_a_party_is_known_without_telling_who(town: Town) -> None:
    named = namer(pebble(town))
    assert all(named(text) for text in NAMING)
    assert not named("桥头的石子")
    assert not Look.objects.exists()
