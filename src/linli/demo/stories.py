"""All the disputes of the invented county, planned to the minute for any given today."""

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime

from linli.demo.commissions import commission
from linli.demo.diary import Diary, OutOfTime
from linli.demo.material import Plan
from linli.demo.order import Order
from linli.demo.origins import channel_of, drawn, lead_of, opened_at_of, origins
from linli.demo.phrases import phrase
from linli.demo.present import Present, weekday
from linli.demo.quota import orders
from linli.demo.staging import crew_of, scene_of
from linli.demo.telling.telling import Telling

SEED = 990001
BRISK = {"LB"}


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
    scene = scene_of(order, taken=taken, chance=chance)
    origin = course.origin or drawn(origins(order.opened_on, today=present.today), chance=chance)
    channel = channel_of(origin, working=present.is_workday(order.opened_on), chance=chance)
    opened_at = opened_at_of(order, present=present, channel=channel, chance=chance)
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
        lead=lead_of(scene, origin=origin, telling=telling),
        origin=origin,
        channel=channel,
        court=commission(telling, serial=serial, chance=chance) if origin == "court" else None,
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
