"""The court's commission of an invented dispute."""

import random
from datetime import date

from linli.demo.material import Agree, Court
from linli.demo.origins import drawn
from linli.demo.telling.telling import Telling

COURT_STAGES = {"before_filing": (30, 50), "after_ordinary": (15, 30), "after_simplified": (7, 20)}  # days, weight


def commission(telling: Telling, *, serial: int, chance: random.Random) -> Court:
    accepted = telling.steps[1].at
    needed = (telling.diary.today if not telling.instalments else _agreed_on(telling)) - accepted.date()
    fitting = {stage: weight for stage, (days, weight) in COURT_STAGES.items() if needed.days < days}
    return Court(drawn(fitting, chance=chance), f"（{accepted.year}）云棠诉前委调{serial}号")


def _agreed_on(telling: Telling) -> date:
    return next(step.at.date() for step in telling.steps if isinstance(step, Agree))
