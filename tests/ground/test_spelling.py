"""One spelling for every value that has an exact one."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec
import pytest

from linli.ground.chain import canonical, canonical_record
from tests.ground.chained import AT


class Stage(StrEnum):
    OPEN = "open"


@dataclass(frozen=True)
class Noted:
    """A record within a record."""

    name: str
    at: datetime
    basis: dict[str, Any]


@pytest.mark.parametrize(
    ("value", "spelt"),
    [
        (None, "null"),
        (True, "true"),
        (-12, "-12"),
        ('邻里 𠮷\n"', '"邻里 𠮷\\n\\""'),
        ([1, (2, "三")], '[1,[2,"三"]]'),
        ({"b": 1, "a": {"乙": 2, "Z": 3}}, '{"a":{"Z":3,"乙":2},"b":1}'),
        ({"stage": Stage.OPEN}, '{"stage":"open"}'),
        ({}, "{}"),
    ],
)
def test_a_value_has_one_spelling(value: object, spelt: str) -> None:
    assert canonical(value) == spelt


@pytest.mark.parametrize("value", [1.0, float("nan"), AT, b"x", {1: "a"}, {"a": [0.5]}, {"a", "b"}])
def test_a_value_without_an_exact_spelling_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(value)


def test_a_record_is_spelt_as_its_plain_values() -> None:
    noted = Noted("回", AT, {"span": "5wd", "pauses": [["a", "b"]], "more": {"extra": None}})
    fields = {"soon": None, "reply": noted, "others": [noted], "on": AT.date(), "point": ("115.1", "28.0")}
    assert canonical_record(fields) == canonical(msgspec.to_builtins(fields))


@pytest.mark.parametrize("value", [0.5, [0.5], {"a": {"b": 0.5}}, {1: "a"}, b"x", Noted("回", AT, {"a": [[0.5]]})])
def test_what_has_no_exact_spelling_is_refused_within_a_record_too(value: object) -> None:
    with pytest.raises(TypeError):
        canonical_record({"told": value})
