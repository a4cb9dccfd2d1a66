"""From the JSON that was told to what the form of a step reads: by the shape of each field, nothing guessed."""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from linli.doors.api.problems import Problem
from linli.ground.text import msg, without_unseen
from linli.matters.fields import RowsField

UNKNOWN = msg("This step asks for no such field.")
WRONG_SORT = msg("A value of this sort does not fit here. See the description.")
NO_BASE64 = msg("The content is not base64.")
NO_TEXT = msg("This is no text in UTF-8.")


@dataclass
class Posted:
    """What a form is bound to."""

    data: QueryDict = field(default_factory=lambda: QueryDict(mutable=True))
    files: "MultiValueDict[str, Any]" = field(default_factory=MultiValueDict)
    errors: dict[str, list[str]] = field(default_factory=dict)


class _WrongSort(Exception):
    """The value is of no sort that the field takes."""


def posted(told: Mapping[str, Any], *, fields: Mapping[str, forms.Field]) -> Posted:
    """Everything as the browser would post it. Raises Problem, which names every field that has no right shape."""
    refuse_no_text(told)
    found = Posted()
    for name, value in told.items():
        if name not in fields:
            found.errors[without_unseen(name)[:60] or "?"] = [_(UNKNOWN)]
        elif value is not None:
            _put(found, name, value, fields[name])
    if found.errors:
        raise Problem("invalid", fields=found.errors)
    return found


def refuse_no_text(told: Any) -> None:
    """JSON can spell half a sign, which is no text anywhere else."""
    try:
        json.dumps(told, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise Problem("unreadable", detail=_(NO_TEXT)) from error


def _put(found: Posted, name: str, value: Any, one: forms.Field) -> None:
    try:
        if isinstance(one, RowsField):
            _put_rows(found, name, value)
        elif isinstance(one, forms.FileField):
            found.files[name] = _file(value)
        elif isinstance(one, forms.BooleanField):
            found.data.setlist(name, ["on"] if _is(value, bool) else [])
        elif isinstance(one, forms.MultipleChoiceField):
            found.data.setlist(name, [_text(each) for each in _is(value, list)])
        else:
            found.data[name] = _text(value)
    except _WrongSort:
        found.errors[name] = [_(WRONG_SORT)]
    except binascii.Error:
        found.errors[name] = [_(NO_BASE64)]


def _put_rows(found: Posted, name: str, value: Any) -> None:
    for place, row in enumerate(_is(value, list)):
        for column, told in _is(row, dict).items():
            if told is not None:
                found.data[f"{name}-{place}-{column}"] = _text(told)


def _file(value: Any) -> SimpleUploadedFile:
    if set(_is(value, dict)) != {"name", "content"}:
        raise _WrongSort
    content = base64.b64decode(_is(value["content"], str).encode(), validate=True)
    return SimpleUploadedFile(without_unseen(_is(value["name"], str))[:200] or "?", content)


def _text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _WrongSort
    return without_unseen(str(value))


def _is(value: Any, sort: type) -> Any:
    if not isinstance(value, sort):
        raise _WrongSort
    return value
