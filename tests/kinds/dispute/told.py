"""What is told in the tests of the dispute: one quarrel about a leaking balcony, and the words for each step."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from linli.ground.clock import day_of
from linli.kinds.dispute.choices import QUESTIONS
from linli.kinds.dispute.kind import DISPUTE

PARTIES = (
    {"side": "a", "party_sort": "person", "party_role": "party", "name": "周桂兰", "phone": "13800000011"},
    {"side": "b", "party_sort": "person", "party_role": "party", "name": "孙大勇", "phone": "13800000012"},
)
say: Any = SimpleNamespace(**{command.name: command for command in DISPUTE.commands})
CALM = dict.fromkeys(QUESTIONS, False)
DANGER = {**CALM, "violence_threatened": True, "steps": "已将双方分开，社区民警到场。"}


def quarrel(**more: Any) -> dict[str, Any]:
    """Water drips from the balcony above."""
    return {
        "title": "阳台渗水引发邻里纠纷",
        "story": "楼上阳台渗水，两家争执不下。",
        "category": "NB",
        "dispute_class": "not_police_led",
        "channel": "window",
        "origin": "application",
        "parties": PARTIES,
        "place": "柳树街3号楼",
        "households": 2,
        **more,
    }


def session(at: datetime, outcome: str = "agreed", **more: Any) -> dict[str, Any]:
    told = {"held_at": at, "place": "社区调解室", "rights_told": True, "record": "双方各自陈述，调解员讲明道理。"}
    return {**told, "session_outcome": outcome, **more}


def agreement(at: datetime, *days: int, **more: Any) -> dict[str, Any]:
    """A written agreement of 1,000 yuan an instalment, due so many days after the moment."""
    on = day_of(at)
    rows = [{"due_on": on + timedelta(days=each), "by_side": "b", "amount_fen": 100_000} for each in days]
    told = {"agreement_form": "written", "main_facts": "楼上阳台渗水属实。", "terms": "乙方修好阳台并赔偿。"}
    return {**told, "instalments": tuple({**row, "what": "赔偿款"} for row in rows), "effective_on": on, **more}


def application(on: date, **more: Any) -> dict[str, Any]:
    papers = ["agreement", "body", "identity", "contact"]
    return {"applied_on": on, "court": "云棠县人民法院", "jointly": True, "bars": [], "papers": papers, **more}


def visiting(on: date, **more: Any) -> dict[str, Any]:
    told = {"visited_on": on, "performance_found": "yes", "satisfaction": "satisfied", "escalation": False}
    return {**told, "findings": "协议已履行，双方和好。", **more}
