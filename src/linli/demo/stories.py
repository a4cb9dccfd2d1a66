"""All the disputes of the invented county, planned to the minute for any given today."""

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from functools import cache

from linli.demo.county import UnitRow, communities
from linli.demo.diary import Diary, OutOfTime, Present, evening_moment, newest_moment, office_moment
from linli.demo.material import Agree, Court, Plan
from linli.demo.people import holding
from linli.demo.phrases import phrase
from linli.demo.quota import Order, orders, round_month
from linli.demo.scene import Scene, stage
from linli.demo.telling import Crew, Telling

SEED = 990001
TRIES = 40
TITLE_AT_MOST = 30
ORIGINS = {"own_round": 42, "application": 44, "police": 14}
ORIGINS_IN_THE_ROUND = {"own_round": 72, "application": 22, "police": 6}
COURT_STAGES = {"before_filing": (30, 50), "after_ordinary": (15, 30), "after_simplified": (7, 20)}  # days, weight
BRISK = {"LB"}


def weekday(day: date) -> bool:
    """Monday to Friday; a loader that knows the holidays passes its own."""
    return day.weekday() < 5


def plan(at: datetime, *, is_workday: Callable[[date], bool] = weekday) -> list[Plan]:
    """The disputes of fourteen months up to the given moment, in order of their opening."""
    present = Present(at, is_workday)
    chance = random.Random(f"{SEED} {present.today}")
    taken: set[str] = set()
    plans = [
        _plan(order, present=present, serial=serial, taken=taken)
        for serial, order in enumerate(orders(present, chance=chance), start=1)
    ]
    return sorted(plans, key=lambda each: each.opened_at)


def _plan(order: Order, *, present: Present, serial: int, taken: set[str]) -> Plan:
    chance = random.Random(f"{SEED} {present.today} {serial}")
    course = order.course
    scene = _scene(order, taken=taken, chance=chance)
    origin = course.origin or _drawn(_origins(order.opened_on, today=present.today), chance=chance)
    channel = _channel(origin, working=present.is_workday(order.opened_on), chance=chance)
    opened_at = _opened_at(order, present=present, channel=channel, chance=chance)
    crew = crew_of(order.town.name)
    end = present.at if course.newest else present.midnight
    diary = Diary(opened_at, present=present, end=end, chance=chance)
    brisk = origin == "court" or scene.story.category in BRISK
    telling = Telling(scene, diary=diary, crew=crew, mediator=order.mediator, brisk=brisk, chance=chance)
    with suppress(OutOfTime):
        course.tell(telling)
    return Plan(
        title=scene.title,
        facts=scene.facts + phrase("opened", channel, chance=chance, slots=scene.slots),
        category=scene.story.category,
        lead=_lead(scene, origin=origin, telling=telling),
        origin=origin,
        channel=channel,
        court=_court(telling, serial=serial, chance=chance) if origin == "court" else None,
        unit_code=order.town.code,
        community_code=scene.community.code,
        grid_code=scene.grid_code,
        opened_at=opened_at,
        opened_by=crew.clerk,
        parties=scene.parties,
        households=scene.households,
        course=course.name,
        steps=tuple(telling.steps),
    )


@cache
def crew_of(town: str) -> Crew:
    """Who sees to the disputes of a street or town."""
    return Crew(
        holding("clerk", unit=town)[0],
        holding("mediator", unit=town),
        lead=holding("lead", unit=town)[0],
        leader=next(iter(holding("leader", unit=town)), ""),
    )


@cache
def _communities_of(town: UnitRow) -> tuple[UnitRow, ...]:
    return tuple(row for row in communities() if row.parent_code == town.code)


def _scene(order: Order, *, taken: set[str], chance: random.Random) -> Scene:
    for _ in range(TRIES):
        community = chance.choice(_communities_of(order.town))
        scene = stage(community, town=order.town, opened_on=order.opened_on, fits=order.course.fits, chance=chance)
        if scene.title not in taken and len(scene.title) <= TITLE_AT_MOST:
            break
    taken.add(scene.title)
    return scene


def _origins(opened_on: date, *, today: date) -> dict[str, int]:
    first, last = round_month(today)
    return ORIGINS_IN_THE_ROUND if first <= opened_on <= last else ORIGINS


def _drawn(weights: dict[str, int], *, chance: random.Random) -> str:
    return chance.choices(list(weights), weights=list(weights.values()))[0]


def _channel(origin: str, *, working: bool, chance: random.Random) -> str:
    if origin == "application":
        return chance.choice(("window", "window", "phone")) if working else "phone"
    return {"own_round": "round"}.get(origin, origin)


def _opened_at(order: Order, *, present: Present, channel: str, chance: random.Random) -> datetime:
    if order.course.newest:
        return newest_moment(present, chance=chance)
    late = {"police": 0.45, "round": 0.15}.get(channel, 0.0)
    if order.course.name != "on_the_spot" and chance.random() < late:
        return evening_moment(order.opened_on, chance=chance)
    return office_moment(order.opened_on, chance=chance)


def _lead(scene: Scene, *, origin: str, telling: Telling) -> str:
    if scene.story.lead:
        return scene.story.lead
    if origin != "police":
        return "not_police_led"
    return telling.chance.choice(("police_led", "police_led", "urgent_call"))


def _court(telling: Telling, *, serial: int, chance: random.Random) -> Court:
    accepted = telling.steps[1].at
    needed = (telling.diary.today if not telling.instalments else _agreed_on(telling)) - accepted.date()
    fitting = {stage: weight for stage, (days, weight) in COURT_STAGES.items() if needed.days < days}
    return Court(_drawn(fitting, chance=chance), f"（{accepted.year}）云棠诉前委调{serial}号")


def _agreed_on(telling: Telling) -> date:
    return next(step.at.date() for step in telling.steps if isinstance(step, Agree))
