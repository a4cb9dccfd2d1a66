"""What is told in the tests of the case: one burglary and one beating, and the words for each step."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from linli.kinds.case.kind import CASE

say: Any = SimpleNamespace(**{command.name: command for command in CASE.commands})
NAME, CALL, HOME = "周桂兰", "13800000011", "柳树街3号楼201"


def burglary(at: datetime, **more: Any) -> dict[str, Any]:
    """A flat was entered over a balcony in the night before."""
    return {
        "category": "burglary",
        "title": "柳树街住宅被盗",
        "story": "夜间住宅被人进入，现金丢失。",
        "source": "police_110",
        "occurred_from": at - timedelta(hours=9),
        "occurred_until": at - timedelta(hours=3),
        "place": "柳树街3号楼",
        "method": "攀爬阳台，撬窗入室",
        "loss_fen": 1_200_000,
        **more,
    }


def beating(at: datetime, **more: Any) -> dict[str, Any]:
    """Somebody was hit at the market."""
    told = {"category": "beating", "title": "菜场内有人被打", "method": "", "loss_fen": None}
    return burglary(at, **{**told, "source": "window", **more})


def assessing(assessment: str = "solvable", **more: Any) -> dict[str, Any]:
    ground = "no_lead" if assessment == "not_yet" else "clear_lead"
    return {"assessment": assessment, "assessment_ground": ground, "next_action": "调取周边监控", **more}


def filing(on: date) -> dict[str, Any]:
    return {"document": "云公立字〔2026〕12号", "filed_on": on}


def solved(on: date | None, **more: Any) -> dict[str, Any]:
    return {"result": "solved", "solved_on": on, "report": "案件已侦破，财物已追回。", **more}
