"""How an invented dispute comes in: its origin, its channel, its moment, its class."""

import random
from datetime import date, datetime

from linli.demo.hours import evening_moment, newest_moment, office_moment
from linli.demo.months import round_month
from linli.demo.order import Order
from linli.demo.present import Present
from linli.demo.scene import Scene
from linli.demo.telling.telling import Telling

ORIGINS = {"own_round": 42, "application": 44, "police": 14}
ORIGINS_IN_THE_ROUND = {"own_round": 72, "application": 22, "police": 6}


def origins(opened_on: date, *, today: date) -> dict[str, int]:
    first, last = round_month(today)
    return ORIGINS_IN_THE_ROUND if first <= opened_on <= last else ORIGINS


def drawn(weights: dict[str, int], *, chance: random.Random) -> str:
    return chance.choices(list(weights), weights=list(weights.values()))[0]


def channel_of(origin: str, *, working: bool, chance: random.Random) -> str:
    if origin == "application":
        return chance.choice(("window", "window", "phone")) if working else "phone"
    return {"own_round": "round"}.get(origin, origin)


def opened_at_of(order: Order, *, present: Present, channel: str, chance: random.Random) -> datetime:
    if order.course.newest:
        return newest_moment(present, chance=chance)
    late = {"police": 0.45, "round": 0.15}.get(channel, 0.0)
    if order.course.name != "on_the_spot" and chance.random() < late:
        return evening_moment(order.opened_on, chance=chance)
    return office_moment(order.opened_on, chance=chance)


def lead_of(scene: Scene, *, origin: str, telling: Telling) -> str:
    if scene.story.lead:
        return scene.story.lead
    if origin != "police":
        return "not_police_led"
    return telling.chance.choice(("police_led", "police_led", "urgent_call"))
