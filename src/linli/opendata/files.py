"""What can be downloaded: the numbers as CSV and JSON, the log of revisions, and what every column means."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from linli.ground.clock import utc
from linli.ground.text import msg
from linli.matters.kind import kinds
from linli.opendata.models import OpenMonth
from linli.opendata.network import ALL
from linli.opendata.printed import Place, Printed, Shown
from linli.opendata.suppressing import Mark

EVERY_KIND = "all"
BOM = "\ufeff"
FORM = 1
MEASURES: Mapping[str, str] = {
    "opened": msg("matters opened in the month"),
    "closed": msg("matters closed in the month"),
}
MARKS: Mapping[Mark, str] = {
    Mark.SMALL: msg("under the limit, none at all included: not printed"),
    Mark.ALONG: msg("not printed because a number under the limit could be worked out from it"),
}
FIELDS: Mapping[str, str] = {
    "month": msg("the month, as year and month"),
    "measure": msg("what is counted; a matter that was opened again is counted again when it is closed again"),
    "unit": msg("code of the unit that answers for the matter when it is counted; the county is the sum of the others"),
    "unit_name": msg(
        "name of the unit in Chinese; empty for the county's offices and what no street or town answers for"
    ),
    "unit_name_en": msg("name of the unit in English, where it has one"),
    "kind": msg("kind of matter; “all” is the sum of the kinds"),
    "count": msg("how many; empty where a mark stands"),
    "mark": msg("why there is no number; empty where there is one"),
    "limit": msg("numbers under this one are not printed"),
    "counted_at": msg("when it was counted; what was corrected later is not in it"),
}


def as_csv(months: Iterable[OpenMonth]) -> str:
    """One line for each number or mark; with the mark at its head by which spreadsheets know UTF-8."""
    out = StringIO()
    writer = csv.DictWriter(out, fieldnames=list(FIELDS), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(line for month in months for line in lines(month))
    return BOM + out.getvalue()


def as_json(month: OpenMonth) -> str:
    """The month with its dictionary: readable without anything beside it."""
    told = {
        "form": FORM,
        "month": month.name,
        "limit": month.under,
        "licence": month.licence,
        "counted_at": _counted(month),
        "seal_of_the_ledger": month.seal,
        "numbers": list(lines(month)),
        "dictionary": dictionary(),
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def dictionary() -> dict[str, Any]:
    """Every column and every code, in all languages of the house."""
    return {
        "fields": {name: said(word) for name, word in FIELDS.items()},
        "measures": {name: said(word) for name, word in MEASURES.items()},
        "marks": {str(name): said(word) for name, word in MARKS.items()},
        "kinds": {kind.name: said(kind.word) for kind in kinds()},
    }


def said(word: str) -> dict[str, str]:
    told = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            told[language] = _(word)
    return told


def lines(month: OpenMonth) -> Iterator[dict[str, Any]]:
    told = Printed.read(month.frozen)
    for measure, rows in told.tables.items():
        for place, row in zip(told.places, rows, strict=True):
            for kind, shown in zip(told.kinds, row, strict=True):
                yield _line(month, measure, place, kind, shown)


def _line(month: OpenMonth, measure: str, place: Place, kind: str, shown: Shown) -> dict[str, Any]:
    hidden = isinstance(shown, Mark)
    return {
        "month": month.name,
        "measure": measure,
        "unit": place.code,
        "unit_name": place.name,
        "unit_name_en": place.name_en,
        "kind": EVERY_KIND if kind == ALL else kind,
        "count": None if hidden else shown,
        "mark": str(shown) if hidden else "",
        "limit": month.under,
        "counted_at": _counted(month),
    }


def _counted(month: OpenMonth) -> str:
    return f"{utc(month.counted_at):%Y-%m-%dT%H:%M:%SZ}"
