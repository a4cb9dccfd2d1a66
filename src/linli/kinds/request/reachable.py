"""How whoever asks is reached: by telephone, or not at all where they stay anonymous; one rule for form and gate."""

from collections.abc import Mapping
from typing import Any

from linli.ground.text import msg

NAMED = msg("It is to be anonymous: leave name and telephone blank, or take the tick away.")
NO_PHONE = msg("Put in a telephone number, or tick that it is anonymous.")


def unreachable(told: Mapping[str, Any]) -> dict[str, str]:
    """What stands in the way, by the field to put it right in; nothing where they can be reached as they wish."""
    if told.get("anonymous"):
        return {"anonymous": NAMED} if told.get("name") or told.get("phone") else {}
    return {} if told.get("phone") else {"phone": NO_PHONE}
