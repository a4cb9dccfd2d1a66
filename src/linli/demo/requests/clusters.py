"""Requests of one and the same broken thing: those that go with the first of them, and two likely repeats."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from linli.demo.county import code_of
from linli.demo.diary import Diary
from linli.demo.grids import grids
from linli.demo.hours import office_moment
from linli.demo.order import STREET
from linli.demo.present import Present
from linli.demo.requests.asked import Asked, Bent, put
from linli.demo.requests.errand import Errand
from linli.demo.requests.office import Office, office_of
from linli.demo.requests.request import Request
from linli.demo.requests.wish import wish_of
from linli.demo.towns import towns

PUMP, LAMP, TWINS = "pump", "lamp", "twin"
PLACE, LAMP_PLACE, TWIN_PLACE = "小满社区", "梧荫社区", "柳浦社区"
FOLLOWERS = 5
"""Of the pump; the last one is let go by itself again."""
ANSWERED_ALONG = 3
LONG_AGO = 45
"""Working days since the lamp was reported: it is mended, and each of the four was asked about it."""
CHANNELS = ("phone", "window", "mini_program", "phone", "transfer", "app")


def clusters(present: Present) -> Iterator[Request]:
    """The pump of one building that many reported, a lamp that was mended for four, and a lamp reported twice."""
    chance = random.Random(f"990001 pump {present.today}")
    office = office_of(next(town for town in towns() if town.name == STREET))
    yield from _pump(office, present=present, chance=chance)
    yield from _lamp(office, present=present, chance=chance)
    yield from _twins(office, present=present, chance=chance)


def _pump(office: Office, *, present: Present, chance: random.Random) -> Iterator[Request]:
    opened_at = _opening(present, days=3, chance=chance)
    lead = _errand(_asked("water", PLACE, chance=chance), office, opened_at, present=present, chance=chance)
    lead.begin()
    yield _request(f"{PUMP} 0", lead)
    for place in range(1, FOLLOWERS + 1):
        follower = _follower(PUMP, place=place, lead=lead, chance=chance)
        if place == FOLLOWERS:
            follower.desk("unmerge", why=follower.say("not_same"))
        yield _request(f"{PUMP} {place}", follower)


def _lamp(office: Office, *, present: Present, chance: random.Random) -> Iterator[Request]:
    opened_at = _opening(present, days=LONG_AGO, chance=chance)
    lead = _errand(_asked("street-light", LAMP_PLACE, chance=chance), office, opened_at, present=present, chance=chance)
    lead.begin()
    followers = [_follower(LAMP, place=place, lead=lead, chance=chance) for place in range(1, ANSWERED_ALONG + 1)]
    lead.reply(low=1, high=1, result="resolved")
    for place, errand in enumerate([lead, *followers]):
        errand.diary.to(lead.diary.at)
        errand.answered()
        yield _request(f"{LAMP} {place}", errand)


def _follower(key: str, *, place: int, lead: Errand, chance: random.Random) -> Errand:
    """Opened after the first was in hand, and merged at once."""
    opened_at = lead.diary.at + timedelta(minutes=20 * place)
    asked = _again(lead.asked, channel=CHANNELS[place], chance=chance)
    errand = _errand(asked, lead.office, opened_at, present=lead.diary.present, chance=chance)
    errand.accept()
    errand.desk("merge", into=f"{key} 0", why=errand.say("same"))
    return errand


def _errand(asked: Asked, office: Office, opened_at: datetime, *, present: Present, chance: random.Random) -> Errand:
    diary = Diary(opened_at, present=present, end=present.midnight, chance=chance)
    return Errand(asked, office=office, diary=diary, chance=chance)


def _twins(office: Office, *, present: Present, chance: random.Random) -> Iterator[Request]:
    first = _asked("street-light", TWIN_PLACE, chance=chance)
    for place, asked in enumerate((first, _again(first, channel="window", chance=chance))):
        opened_at = _opening(present, days=2 - place, chance=chance)
        errand = _errand(asked, office, opened_at, present=present, chance=chance)
        errand.accept()
        yield _request(f"{TWINS} {place}", errand)


def _opening(present: Present, *, days: int, chance: random.Random) -> datetime:
    return office_moment(present.workdays(-days), chance=chance)


def _asked(category: str, place: str, *, chance: random.Random) -> Asked:
    code = code_of(place)
    grid = next(row.code for row in grids() if row.parent_code == code)
    bent = Bent(channel="phone", anonymous=False, confidential=False)
    return put(wish_of(category), grid_code=grid, bent=bent, chance=chance)


def _again(first: Asked, *, channel: str, chance: random.Random) -> Asked:
    """The same thing in the words of a neighbour, who is somebody else."""
    other = put(
        first.wish,
        grid_code=first.grid_code,
        bent=Bent(channel=channel, anonymous=False, confidential=False),
        chance=chance,
    )
    spot = other.slots["spot"]
    return replace(
        other,
        title=first.title,
        story=other.story.replace(spot, first.place),
        place=first.place,
        slots={**other.slots, "spot": first.place},
    )


def _request(key: str, errand: Errand) -> Request:
    office, opened_at = errand.office, errand.diary.opened_at
    return Request(
        key, errand.asked, office.town.code, opened_at, office.clerk, key.split()[0], steps=tuple(errand.steps)
    )
