"""Units planted for the tests of the tree."""

from linli.place.models import Unit
from linli.place.tree import graft


def plant(code: str, *, kind: str, under: Unit | None = None) -> Unit:
    return graft(Unit(code=code, name=f"单位{code}", name_en=f"Unit {code}", kind=kind), under=under)


def willow() -> tuple[Unit, Unit, Unit, Unit]:
    county = plant("1", kind="county")
    street = plant("11", kind="street", under=county)
    community = plant("111", kind="community", under=street)
    return county, street, community, plant("1111", kind="grid", under=community)
