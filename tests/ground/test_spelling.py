"""One spelling for every value that has an exact one."""

from enum import StrEnum

import pytest

from linli.ground.chain import (
    canonical,
)
from tests.ground.chained import AT


class Stage(StrEnum):
    OPEN = "open"


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
