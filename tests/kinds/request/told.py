"""What is told in the tests of the request: one broken lamp, and the words for each step."""

from types import SimpleNamespace
from typing import Any

from linli.kinds.request.kind import REQUEST

say: Any = SimpleNamespace(**{command.name: command for command in REQUEST.commands})
NAME, CALL = "周桂兰", "13800000011"


def lamp(**more: Any) -> dict[str, Any]:
    """A lamp of the street is out; the one who says so wants to be told."""
    return {
        "category": "street-light",
        "title": "柳树街路灯不亮",
        "story": "3号楼门口的路灯坏了三天。",
        "sort": "help",
        "channel": "phone",
        "urgency": "ordinary",
        "place": "柳树街3号楼",
        "name": NAME,
        "phone": CALL,
        "wants_reply": True,
        **more,
    }


def nameless(**more: Any) -> dict[str, Any]:
    """The same from somebody who stays anonymous."""
    return lamp(**{"name": "", "phone": "", "anonymous": True, "wants_reply": False, **more})


def sending(unit: Any, **more: Any) -> dict[str, Any]:
    return {"to_unit": unit, "why": "按职责分工", **more}


def answer(result: str = "resolved", **more: Any) -> dict[str, Any]:
    return {"result": result, "text": "路灯已修好。", "measures": "更换灯具。", **more}
