"""What the form of a step asks, as JSON Schema: made from its fields, so that a new kind describes itself."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms
from django.utils.choices import CallableChoiceIterator
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.matters.fields import CellField, Column, MoneyField, RowsField, UnitField, UserField
from linli.matters.pointing import PointField

Schema = dict[str, Any]
SAYS: tuple[tuple[type[forms.Field], str], ...] = (
    (UserField, msg("The sign-in name of a user.")),
    (UnitField, msg("The code of a unit.")),
    (CellField, msg("The code of a grid cell.")),
    (PointField, msg("Longitude and latitude: 115.012,28.003")),
    (MoneyField, msg("An amount in yuan: 1200.50")),
    (forms.FileField, msg("A file: its name, and what is in it as base64.")),
)
OFFERED = msg("A code that the matter or the office offers.")


def told_schema(fields: Mapping[str, forms.Field]) -> Schema:
    """All fields of a form as one object."""
    return {
        "type": "object",
        "properties": {name: field_schema(field) for name, field in fields.items()},
        "required": [name for name, field in fields.items() if field.required],
        "additionalProperties": False,
    }


def field_schema(field: forms.Field) -> Schema:
    schema = _shape(field)
    if not field.required:
        schema = {"anyOf": [schema, {"type": "null"}]}
    says = [_(says) for sort, says in SAYS if isinstance(field, sort)]
    says += [str(field.help_text)] if field.help_text else []
    return {"title": str(field.label or ""), **({"description": " ".join(says)} if says else {}), **schema}


def _shape(field: forms.Field) -> Schema:
    if isinstance(field, forms.BooleanField):
        return {"type": "boolean"}
    if isinstance(field, RowsField):
        return _rows(field)
    if isinstance(field, forms.MultipleChoiceField):
        return {"type": "array", "items": _choice(field)}
    if isinstance(field, forms.ChoiceField):
        return _choice(field)
    if isinstance(field, forms.FileField):
        return _file()
    if isinstance(field, forms.IntegerField):
        ends = {"minimum": field.min_value, "maximum": field.max_value}
        return {"type": "integer", **{name: end for name, end in ends.items() if isinstance(end, int)}}
    return _text(field)


def _text(field: forms.Field) -> Schema:
    if isinstance(field, forms.DateTimeField):
        return {"type": "string", "format": "date-time"}
    if isinstance(field, forms.DateField):
        return {"type": "string", "format": "date"}
    most = getattr(field, "max_length", None)
    return {"type": "string", **({"maxLength": most} if most else {}), **({"minLength": 1} if field.required else {})}


def _choice(field: forms.ChoiceField) -> Schema:
    codes = () if isinstance(field.choices, CallableChoiceIterator) else tuple(flat(field.choices))
    kind = "integer" if getattr(field, "coerce", None) and codes and all(_is_number(code) for code in codes) else ""
    if not codes:
        return {"type": ["string", "integer"], "description": _(OFFERED)}
    return {"enum": [int(code) if kind else code for code in codes]}


def flat(choices: Any) -> Iterator[str]:
    """The codes of a list, also where they stand in groups."""
    for code, word in choices:
        if isinstance(word, list | tuple):
            yield from flat(word)
        else:
            yield str(code)


def _rows(field: RowsField) -> Schema:
    items = {
        "type": "object",
        "properties": {column.name: _column(column) for column in field.columns},
        "required": [column.name for column in field.columns if column.required],
        "additionalProperties": False,
    }
    return {"type": "array", "items": items, "minItems": field.least, "maxItems": field.most}


def _column(column: Column) -> Schema:
    title = {"title": str(column.label)}
    if column.kind == "choice":
        return {**title, "enum": [code for code, _word in _some(column.options())]}
    if column.kind == "number":
        return {**title, "type": "integer", "minimum": 0}
    if column.kind == "date":
        return {**title, "type": "string", "format": "date"}
    return {**title, "type": "string", "maxLength": column.most}


def _some(options: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    yield from ((str(code), word) for code, word in options)


def _file() -> Schema:
    parts = {"name": {"type": "string", "maxLength": 200}, "content": {"type": "string", "contentEncoding": "base64"}}
    return {"type": "object", "properties": parts, "required": list(parts), "additionalProperties": False}


def _is_number(code: str) -> bool:
    return code.isascii() and code.isdigit()
