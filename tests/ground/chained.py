"""An event, its one spelling, and some hashes, for the tests of the chain."""

import hashlib
from datetime import UTC, datetime
from typing import Any

from linli.ground.chain import (
    GENESIS,
)

AT = datetime(2026, 9, 24, 2, 0, tzinfo=UTC)
EVENT: dict[str, Any] = {
    "version": 1,
    "matter": "TJ-2026-000042",
    "seq": 7,
    "prev": GENESIS,
    "actor": "mei",
    "behalf": None,
    "fact": "dispute.opened",
    "payload": {"title": "楼上漏水", "households": 3, "urgent": True, "rare": "𠮷㛃"},
    "digests": {"facts": "ab" * 32},
    "at": AT,
    "request": "r-1",
}
SPELT = (
    '{"actor":"mei","at":"2026-09-24T02:00:00.000000Z","behalf":null,"digests":{"facts":"' + "ab" * 32 + '"},'
    '"fact":"dispute.opened","matter":"TJ-2026-000042",'
    '"payload":{"households":3,"rare":"𠮷㛃","title":"楼上漏水","urgent":true},"prev":"' + "0" * 64 + '",'
    '"request":"r-1","seq":7,"version":1}'
)

LEAVES = [hashlib.sha256(bytes([number])).hexdigest() for number in range(5)]
