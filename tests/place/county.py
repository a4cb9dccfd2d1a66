"""A small county as its files tell it, and outlines for its cells."""

from typing import Any

from django.utils import translation

from linli.place.load import load_units, read_units
from linli.place.outcome import Outcome

UNITS = """code,name,name_en,kind,parent_code
1111,一号网格,,grid,111
1,云河县,Yunhe County,county,
11,柳树街道,Willow Street,street,1
111,北社区,North Community,community,11
12,松树镇,Pine Town,town,1
"""


def load(text: str, *, dry_run: bool = False) -> Outcome:
    with translation.override("en"):
        return load_units(read_units(text.encode()), dry_run=dry_run)


def square(west: float, *, south: float = 28.0, size: float = 1.0) -> dict[str, Any]:
    ring = [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def feature(code: str, *, geometry: dict[str, Any], parent_code: str = "111") -> dict[str, Any]:
    told = {"code": code, "name": f"{code}号网格", "parent_code": parent_code}
    return {"type": "Feature", "properties": told, "geometry": geometry}
