"""What does not fit is told in sentences of the house, in the language asked for: never in those of a library."""

from typing import Any

import pytest

from linli.doors.api.told import WRONG_SORT
from tests.api.calling import MATTERS, machine, problem, stone
from tests.town import Town

DAY = ("Write the day as 2026-09-24.", "日期请写成 2026-09-24。")
NUMBER = ("Write a whole number.", "请填写整数。")
SHORT = ("At most 60 characters fit here.", "最多填写 60 个字。")
COLOURS = ("One of these fits here: red · orange · yellow · green.", "可选值：red · orange · yellow · green。")
WRONG = (WRONG_SORT, "此处不接受这种类型的值，请查看接口说明。")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("colour=blue", COLOURS),
        ("due_from=x", DAY),
        ("due_until=2026-13-01", DAY),
        ("opened_from=2026-03-02T09:30:00", DAY),
        ("size=x", NUMBER),
        (f"q={'路' * 61}", SHORT),
    ],
)
def test_a_filter_that_does_not_fit_says_what_would(query: str, said: tuple[str, str], town: Town) -> None:
    assert both(town, f"{MATTERS}?{query}") == {query.partition("=")[0]: said}


@pytest.mark.parametrize(
    ("place", "field", "said"),
    [
        ("?after=-1", "after", ("The least that fits here is 0.", "此处最小为 0。")),
        (f"?after={2**31}", "after", ("The most that fits here is 2147483647.", "此处最大为 2147483647。")),
        ("/NOTE", "command", WRONG),
    ],
)
def test_so_does_the_address_of_a_matter(place: str, field: str, said: tuple[str, str], town: Town) -> None:
    assert both(town, f"{MATTERS}/{stone(town).number}{place}") == {field: said}


@pytest.mark.parametrize(
    ("body", "field", "said"),
    [
        ({}, "version", ("This is needed.", "此项必填。")),
        ({"version": "x"}, "version", NUMBER),
        ({"version": 1.5}, "version", NUMBER),
        ({"version": None}, "version", NUMBER),
        ({"version": 1, "more": 1}, "more", ("Nothing of this name is asked for here.", "此处没有这个字段。")),
        ({"version": 1, "told": 3}, "told", WRONG),
        ([], "told", WRONG),
    ],
)
def test_so_does_the_body_of_a_step(body: Any, field: str, said: tuple[str, str], town: Town) -> None:
    assert both(town, f"{MATTERS}/{stone(town).number}/note", body=body) == {field: said}


def both(town: Town, place: str, *, body: Any = None) -> dict[str, tuple[str, str]]:
    """Each field that is wrong with its one sentence, in English and in Chinese."""
    told = []
    for language in ("en", "zh"):
        client = machine(town.mei, language=language)
        response = client.get(place) if body is None else client.post(place, body, content_type="application/json")
        assert problem(response, status=422) == "invalid"
        told.append(response.json()["fields"])
    english, chinese = told
    assert set(english) == set(chinese)
    return {name: (*english[name], *chinese[name]) for name in english}
