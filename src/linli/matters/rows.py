"""Form fields for money in yuan and for rows of things, which also work without scripts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.dateparse import parse_date
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from linli.ground.clock import can_be_meant
from linli.ground.text import tidy
from linli.matters.phones import phone_of


class MoneyField(forms.CharField):
    """An amount in yuan as people write it; cleans to whole fen."""

    def __init__(self, **more: Any) -> None:
        attrs = {"inputmode": "decimal", "autocomplete": "off", "data-money": ""}
        super().__init__(**more, widget=YuanInput(attrs=attrs))

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return fen_of(text) if text else None


class YuanInput(forms.TextInput):
    """Shows whole fen as yuan; what was typed stays as typed."""

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, int):
            return f"{value // 100}.{value % 100:02d}"
        shown: str | None = super().format_value(value)
        return shown


@dataclass(frozen=True)
class Column:
    """One column of a field of rows; a choice that is required opens with nothing chosen."""

    name: str
    label: Any
    kind: str = "text"
    choices: Sequence[tuple[str, Any]] | Mapping[str, Any] = ()
    required: bool = False
    most: int = 200
    attrs: Mapping[str, str] = field(default_factory=dict)

    def options(self) -> list[tuple[str, Any]]:
        return list(self.choices.items() if isinstance(self.choices, Mapping) else self.choices)


class RowsWidget(forms.Widget):
    """Rows of small inputs named field-row-column; two blank rows stand ready where there are no scripts."""

    def __init__(self, columns: Sequence[Column], *, least: int, most: int) -> None:
        super().__init__()
        self.columns, self.least, self.most = columns, least, most

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[dict[str, str]]:
        pattern = re.compile(rf"{re.escape(name)}-(\d{{1,3}})-")
        places = sorted({int(found[1]) for key in data if (found := pattern.match(key))})
        return [{one.name: str(data.get(f"{name}-{place}-{one.name}", "")) for one in self.columns} for place in places]

    def filled(self, row: Mapping[str, Any]) -> bool:
        """Whether anything was told in the row; a choice alone says nothing, because it always has a value."""
        telling = [one for one in self.columns if one.kind != "choice"] or list(self.columns)
        return any(str(row.get(one.name) or "").strip() for one in telling)

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return False

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        rows = [row for row in value or () if isinstance(row, Mapping)]
        blank = max(self.least - len(rows), 0 if rows and self.least else 1)
        rows = [*rows, *({} for _blank in range(blank))][: self.most]
        return format_html(
            '<div class="rows" data-rows data-most="{}">{}<template>{}</template>'
            '<button type="button" class="rows-add" data-rows-add>＋ {}</button></div>',
            self.most,
            format_html_join("", "{}", ((self.row(name, place, row),) for place, row in enumerate(rows))),
            self.row(name, "ROW", {}),
            gettext("Add a row"),
        )

    def row(self, name: str, place: int | str, row: Mapping[str, Any]) -> SafeString:
        cells = ((self.cell(f"{name}-{place}-{one.name}", one, row.get(one.name)),) for one in self.columns)
        return format_html(
            '<div class="rows-row" data-row>{}<button type="button" class="rows-remove" data-rows-remove '
            'aria-label="{}">×</button></div>',
            format_html_join("", "{}", cells),
            gettext("Remove this row"),
        )

    def cell(self, name: str, column: Column, value: Any) -> SafeString:
        star = format_html('<span class="needed" aria-hidden="true">{}</span>', "*") if column.required else ""
        return format_html(
            '<label class="rows-cell rows-{}"><span>{}{}</span>{}</label>',
            column.kind,
            column.label,
            star,
            _box(name, column, value),
        )


class RowsField(forms.Field):
    """Rows of things; cleans to a tuple of dicts with the values of each column."""

    def __init__(self, *, columns: Sequence[Column], least: int = 0, most: int = 12, **more: Any) -> None:
        self.columns, self.least, self.most = tuple(columns), least, most
        more.setdefault("required", least > 0)
        super().__init__(**more, widget=RowsWidget(self.columns, least=least, most=most))

    def clean(self, value: Any) -> Any:
        widget: Any = self.widget
        rows = [row for row in value or () if widget.filled(row)]
        if len(rows) < self.least:
            raise ValidationError(gettext("Fill in at least {count} rows.").format(count=self.least))
        if len(rows) > self.most:
            raise ValidationError(gettext("At most {count} rows fit here.").format(count=self.most))
        errors: list[str] = []
        cleaned = [self._row(place, row, errors) for place, row in enumerate(rows, 1)]
        if errors:
            raise ValidationError(errors)
        return tuple(cleaned)

    def _row(self, place: int, row: Mapping[str, Any], errors: list[str]) -> dict[str, Any]:
        told: dict[str, Any] = {}
        for column in self.columns:
            try:
                told[column.name] = _cleaned(column, str(row.get(column.name) or "").strip())
            except ValidationError as error:
                sentence = gettext("Row {row}, {column}: {problem}")
                errors.append(sentence.format(row=place, column=column.label, problem=" ".join(error.messages)))
        return told


def fen_of(text: str) -> int:
    """Whole fen from yuan as typed: 1200, 1,200.50, ¥300, 1.2万."""
    plain = text.strip().lstrip("¥￥").replace(",", "").replace("，", "").removesuffix("元")
    times = 1_000_000 if plain.endswith("万") else 100
    try:
        fen = Decimal(plain.removesuffix("万").strip()) * times
    except InvalidOperation as error:
        raise ValidationError(gettext("Write the amount in yuan, such as 1200 or 1200.50.")) from error
    if fen != fen.to_integral_value() or not 0 <= fen < 10**13:
        raise ValidationError(gettext("Write the amount in yuan, such as 1200 or 1200.50."))
    return int(fen)


def near_enough(on: date) -> None:
    """Raises ValidationError for a day, or a moment, that nobody can mean."""
    if not can_be_meant(on):
        raise ValidationError(gettext("Look at the year again: days from 1900 to 2199 fit here."))


def _cleaned(column: Column, text: str) -> Any:
    if not text:
        if column.required:
            raise ValidationError(gettext("This is needed."))
        return "" if column.kind in ("text", "choice", "phone") else None
    if column.kind == "choice" and text not in dict(column.options()):
        raise ValidationError(gettext("Choose one of the list."))
    if column.kind == "money":
        return fen_of(text)
    if column.kind == "date":
        return _day_of(text)
    if column.kind == "number":
        return _whole_number(text)
    if column.kind == "phone":
        return phone_of(_short(text, most=column.most))
    return _short(text, most=column.most)


def _day_of(text: str) -> date:
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    if day is None:
        raise ValidationError(gettext("Write the day as 2026-09-24."))
    near_enough(day)
    return day


def _whole_number(text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        raise ValidationError(gettext("Write a whole number."))
    return int(text)


def _short(text: str, *, most: int) -> str:
    if len(text) > most:
        raise ValidationError(gettext("At most {count} characters fit here.").format(count=most))
    return tidy(text)


def _box(name: str, column: Column, value: Any) -> SafeString:
    needed = {"aria-required": "true"} if column.required else {}
    attrs = flatatt({"name": name, **needed, **column.attrs})
    if column.kind == "choice":
        blank = [("", gettext("Please choose"))] if column.required else []
        options = ((code, " selected" if code == value else "", label) for code, label in (*blank, *column.options()))
        return format_html(
            "<select{}>{}</select>", attrs, format_html_join("", '<option value="{}"{}>{}</option>', options)
        )
    types = {"date": "date", "number": "number"}
    shown = YuanInput().format_value(value) if column.kind == "money" else value
    return format_html(
        '<input type="{}" value="{}"{}>', types.get(column.kind, "text"), "" if shown is None else shown, attrs
    )
