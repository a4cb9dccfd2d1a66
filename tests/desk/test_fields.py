"""Form fields for commands: people and places as they are typed, rows of things, money in yuan."""

from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as some

from linli.matters.fields import CellField, Column, MoneyField, RowsField, UnitField, UserField
from linli.matters.rows import fen_of
from tests.town import Town

COLUMNS = (
    Column("side", "方", kind="choice", choices={"a": "甲方", "b": "乙方"}),
    Column("name", "姓名", required=True, most=10),
    Column("due_on", "日期", kind="date"),
    Column("amount_fen", "金额", kind="money"),
    Column("times", "次数", kind="number"),
)


class Rows(forms.Form):
    rows = RowsField(columns=COLUMNS, least=1, most=3, label="行")


def filled(**told: str) -> Rows:
    query = QueryDict(mutable=True)
    query.update({f"rows-{name.replace('_', '-', 1)[1:]}": value for name, value in told.items()})
    return Rows(query)


@pytest.mark.parametrize("typed", ["mei", "梅兰", "梅兰 (mei)", " 梅兰（mei） "])
def test_a_colleague_is_known_by_sign_in_name_by_name_and_by_suggestion(town: Town, typed: str) -> None:
    assert UserField(act="record").clean(typed) == town.mei


@pytest.mark.parametrize("typed", ["雷鸣", "nobody", "周阿婆"])
def test_whoever_may_not_do_it_is_refused_by_the_field(town: Town, typed: str) -> None:
    with pytest.raises(ValidationError):
        UserField(act="record").clean(typed)


def test_places_are_known_by_code_and_by_name(town: Town) -> None:
    assert UnitField().clean("南社区") == UnitField().clean("南社区 (360102)") == town.south
    assert CellField(required=False).clean("36010101") == town.cell
    assert CellField(required=False).clean("") is None


def test_rows_come_back_as_typed_values_and_blank_ones_are_passed_over() -> None:
    form = filled(
        r0_side="a",
        r0_name="甲",
        r0_due_on="2026-09-24",
        r0_amount_fen="1,200.50",
        r0_times="2",
        r1_side="b",
        r1_name=" ",
    )
    assert form.is_valid(), form.errors
    row: dict[str, Any] = form.cleaned_data["rows"][0]
    assert len(form.cleaned_data["rows"]) == 1
    assert (row["side"], row["name"], row["due_on"].isoformat(), row["amount_fen"], row["times"]) == (
        "a", "甲", "2026-09-24", 120_050, 2,
    )  # fmt: skip


def test_a_wrong_row_is_named_and_everything_typed_stays() -> None:
    form = filled(r0_side="b", r0_name="", r0_due_on="明天", r4_name="丙", r4_side="x")
    assert not form.is_valid()
    assert len(form.errors["rows"]) == 3
    assert 'value="明天"' in str(form["rows"])
    assert 'value="b" selected' in str(form["rows"])


def test_too_few_and_too_many_rows_are_refused() -> None:
    assert not filled(r0_side="a").is_valid()
    assert not filled(**{f"r{place}_name": "甲" for place in range(4)}).is_valid()


@pytest.mark.parametrize(
    ("typed", "fen"), [("1200", 120_000), ("1,200.5", 120_050), ("¥0.01", 1), ("1.2万", 1_200_000), ("300元", 30_000)]
)
def test_amounts_are_understood_as_people_write_them(typed: str, fen: int) -> None:
    assert fen_of(typed) == fen


@pytest.mark.parametrize("typed", ["一千", "-5", "0.001", "1e9999", "NaN", ""])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        MoneyField().clean(typed)


@given(some.integers(min_value=0, max_value=10**12))
def test_an_amount_shown_and_typed_again_is_the_same(fen: int) -> None:
    shown = MoneyField().widget.format_value(fen)
    assert fen_of(shown or "") == fen
