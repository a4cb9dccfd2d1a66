"""What one invented resident asks for: the words, the place, the way it came and who asks."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from linli.demo import names
from linli.demo.cases.happening import community_of
from linli.demo.county import code_of
from linli.demo.grids import grids
from linli.demo.phrases import draw
from linli.demo.requests.wish import Wish, wishes
from linli.demo.unitlist import UnitRow

CHANNELS = {"phone": 24, "site": 22, "window": 14, "mini_program": 12, "grid_round": 10, "transfer": 8}
CHANNELS |= {"app": 4, "sms": 3, "mailbox": 3}
AT_COUNTER = "site"
ANONYMOUS, CONFIDENTIAL, WANTS_REPLY = 0.08, 0.04, 0.7
Fits = Callable[[Wish], bool]


@dataclass(frozen=True)
class Asked:
    """All that is told of it when it is handed in; slots fill the braces of later texts."""

    wish: Wish
    title: str
    story: str
    place: str
    grid_code: str
    community: UnitRow
    channel: str
    urgency: str
    name: str
    phone: str
    wants_reply: bool
    confidential: bool
    reported: str
    slots: Mapping[str, str]

    @property
    def anonymous(self) -> bool:
        return not self.phone


@dataclass(frozen=True)
class Bent:
    """What a path asks of the request itself, beside its course; None leaves it to chance."""

    fits: Fits = lambda wish: wish.sort not in {"thanks", "suggestion", "consult"}
    channel: str = ""
    urgency: str = "ordinary"
    anonymous: bool | None = None
    confidential: bool | None = None
    reported: str = ""
    place: str = ""
    """The community it comes from, where that is not left to chance."""


def ask(town: UnitRow, *, bent: Bent, chance: random.Random) -> Asked:
    """Draw something to ask for in a cell of that street or town."""
    fitting = [each for each in wishes() if bent.fits(each)]
    wish = chance.choices(fitting, weights=[each.weight for each in fitting])[0]
    return put(wish, grid_code=_cell(town, place=bent.place, chance=chance), bent=bent, chance=chance)


def put(wish: Wish, *, grid_code: str, bent: Bent, chance: random.Random) -> Asked:
    community = community_of(grid_code)
    spot = f"{community.name}{chance.randint(1, 32)}{chance.choice(('号楼', '栋'))}"
    slots = {"place": community.name, "spot": spot, "days": str(chance.randint(2, 9))}
    anonymous = _or(bent.anonymous, chance.random() < ANONYMOUS)
    return Asked(
        wish=wish,
        title=draw(wish.title, chance=chance).format_map(slots),
        story=draw(wish.story, chance=chance).format_map(slots),
        place=spot,
        grid_code=grid_code,
        community=community,
        channel=bent.channel or chance.choices(list(CHANNELS), weights=list(CHANNELS.values()))[0],
        urgency=bent.urgency,
        name="" if anonymous else names.person(chance, avoiding=set()),
        phone="" if anonymous else names.telephone(chance),
        wants_reply=not anonymous and chance.random() < WANTS_REPLY,
        confidential=_or(bent.confidential, chance.random() < CONFIDENTIAL),
        reported=bent.reported,
        slots=slots,
    )


def _cell(town: UnitRow, *, place: str, chance: random.Random) -> str:
    above = code_of(place) if place else town.code[:9]
    return chance.choice([row.code for row in grids() if row.code.startswith(above)])


def _or(told: bool | None, drawn: bool) -> bool:
    return drawn if told is None else told
