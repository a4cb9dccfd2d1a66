"""A field of rows: typed values come back, a wrong row is named, the number of rows is bounded."""

from typing import Any

from django import forms
from django.http import QueryDict

from linli.matters.fields import Column, RowsField

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


def test_a_year_that_nobody_can_mean_is_refused() -> None:
    for on in ("0001-01-01", "9999-12-31"):
        assert "请核对年份" in str(filled(r0_name="甲", r0_due_on=on).errors)


def test_what_is_no_row_is_not_shown_as_one() -> None:
    assert str(Rows(initial={"rows": "abc"})["rows"]) == str(Rows()["rows"])
