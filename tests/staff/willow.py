"""Units and users for the tests of posts."""

from datetime import date

from linli.place.models import Unit
from linli.place.tree import graft
from linli.staff.hiring import hire
from linli.staff.models import User

JUNE = date(2026, 6, 1)
LONG_AGO = date(2020, 1, 1)


def willow() -> tuple[Unit, Unit, Unit]:
    county = graft(Unit(code="1", name="云河县", kind="county"), under=None)
    north = graft(Unit(code="11", name="北街道", kind="street"), under=county)
    return county, north, graft(Unit(code="12", name="南街道", kind="street"), under=county)


def somebody(username: str) -> User:
    return hire(username, name=username.title(), password="willow-tree-12")
