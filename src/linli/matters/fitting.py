"""Making a row fit for its kind: names of codes, units, cells and categories become what the ledger knows them by."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import override

from linli.ground.clock import can_be_meant
from linli.ground.text import TooLong, msg, tidy
from linli.matters.incoming import CATEGORIES, CELLS, EXTERNAL, UNITS, Column, Row, Told, Wrong, together
from linli.matters.kind import Kind
from linli.matters.pointing import UNFIT, point_of
from linli.matters.rows import fen_of
from linli.place.models import Cell, Unit
from linli.place.outlines import Outlines
from linli.policy.models import Category

LANGUAGES = ("en", "zh-hans")
SEVERAL: Any = object()
MISSING = msg("This is needed, and it is blank. Fill it in, or give it one value for the whole file.")
BLANK = msg("This is needed, and it is blank. Fill it in.")
UNNUMBERED = msg(
    "The row bears no number, and without one it could not be known again. Fill in the number that it has there; where "
    "it has none, give it one that no other row has, and leave that in the list."
)
UNKNOWN = msg("“{value}” is not on the list. Write a code or name of the list, or say what it stands for.")
AMBIGUOUS = msg("Several are called “{value}”. Write the code.")
LONG = msg("This has {length} signs; at most {most} fit.")
NO_MOMENT = msg("This is not a moment with its time zone.")
NO_MONEY = msg("“{value}” is no amount in yuan. Write it such as 1200 or 1200.50.")
FAR_OFF = msg("Look at the year again: days from 1900 to 2199 fit here.")
FUTURE = msg("This has not come yet. Only what has happened can be taken in.")

Codes = Mapping[str, Any]


@dataclass(frozen=True)
class Lists:
    """Every list of codes that the columns of a kind name, by code and by name in each language."""

    kind: Kind
    codes: Mapping[str, Codes]
    ground: Outlines
    cells: Mapping[str, int]
    """The cells by their code."""
    fits: Mapping[str, Callable[[Any, Column], Any]] = field(init=False)

    def __post_init__(self) -> None:
        fits = {"text": _text, "code": self._code, "moment": _moment, "money": _money, "point": _point}
        object.__setattr__(self, "fits", fits)

    def fit(self, row: Row) -> dict[str, Any]:
        """What the row says, for its kind. Raises Wrong for the first column that does not fit, the others beside."""
        told, wrong = self.fitted(row.told)
        if wrong:
            raise together(wrong)
        if "point" in told and "cell" not in told and (code := self.ground.at(*map(float, told["point"]))):
            told["cell"] = self.cells[code]
        return told

    def fitted(self, said: Told) -> tuple[dict[str, Any], list[Wrong]]:
        """What is said as far as it fits, and what does not, each in its column."""
        told: dict[str, Any] = {}
        wrong: list[Wrong] = []
        get = said.get
        for column, name, fit in self.readings:
            value = get(name)
            if value is None or value == "":
                if column.needed:
                    wrong.append(Wrong(name, _why_needed(column)))
                continue
            try:
                told[name] = fit(value, column)
            except Wrong as one:
                wrong.append(one.with_traceback(None))
        return told, wrong

    @cached_property
    def readings(self) -> Sequence[tuple[Column, str, Callable[[Any, Column], Any]]]:
        """Of each column its name and how it is read: looked up once for all rows."""
        return [(one, one.name, self.fits.get(one.reads, _as_it_is)) for one in self.columns]

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.kind.incoming.columns if self.kind.incoming else ()

    def _code(self, value: Any, column: Column) -> Any:
        found = self.codes[column.of].get(plain(str(value)))
        if found is None or found is SEVERAL:
            raise Wrong(column.name, UNKNOWN if found is None else AMBIGUOUS, value=value)
        return found


def lists(kind: Kind, *, ground: Outlines) -> Lists:
    """The lists as they are now; asks the database."""
    columns = kind.incoming.columns if kind.incoming else ()
    wanted = {column.of for column in columns if column.reads == "code"}
    makers: Mapping[str, Callable[[], Codes]] = {
        UNITS: _units,
        CELLS: _cells,
        CATEGORIES: lambda: _categories(kind),
    }
    codes = {name: makers[name]() if name in makers else _choices(kind.choices[name]) for name in wanted}
    for column in columns:
        if column.means:
            codes[column.of] = {**_meant(column, codes[column.of]), **codes[column.of]}
    return Lists(kind, codes, ground, dict(Cell.objects.values_list("code", "pk")))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A name as it is compared: full-width signs, capitals and blanks around it make no difference."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def _why_needed(column: Column) -> str:
    """One value for the whole file fits what is chosen: never a number, a story or when it was."""
    if column is EXTERNAL:
        return UNNUMBERED
    return MISSING if column.reads == "code" else BLANK


def _named(pairs: Iterable[tuple[Iterable[str], Any]]) -> Codes:
    """Names -> what they mean; a name of several means none of them."""
    found: dict[str, Any] = {}
    for names, meant in pairs:
        for name in {plain(one) for one in names if one}:
            found[name] = meant if found.get(name, meant) == meant else SEVERAL
    return found


def _meant(column: Column, codes: Codes) -> Codes:
    """The other words of a column, as far as the list has what they stand for; its own words go before them."""
    return {plain(word): codes[plain(one)] for word, one in column.means if plain(one) in codes}


def _units() -> Codes:
    rows = list(Unit.objects.order_by("closed_on", "pk").values_list("code", "name", "name_en", "pk", "closed_on"))
    still = {name for _code, name, _english, _pk, closed in rows if closed is None}
    by_name = _named(
        ((name, english), pk) for _code, name, english, pk, closed in rows if not closed or name not in still
    )
    return {**by_name, **_named(((code,), pk) for code, _name, _english, pk, _closed in rows)}


def _cells() -> Codes:
    rows = list(Cell.objects.values_list("code", "unit__name", "unit__name_en", "pk"))
    by_name = _named(((name, english), pk) for _code, name, english, pk in rows)
    return {**by_name, **_named(((code,), pk) for code, _name, _english, pk in rows)}


def _categories(kind: Kind) -> Codes:
    rows = list(Category.objects.filter(kind=kind.name).values_list("code", "name", "name_en"))
    by_name = _named(((name, english), code) for code, name, english in rows)
    return {**by_name, **_named(((code,), code) for code, _name, _english in rows)}


def _choices(words: Mapping[str, str]) -> Codes:
    spoken = []
    for language in LANGUAGES:
        with override(language):
            spoken += [((_(word),), code) for code, word in words.items()]
    return {**_named(spoken), **_named(((code,), code) for code in words)}


def _moment(value: Any, column: Column) -> datetime:
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise Wrong(column.name, NO_MOMENT)
    if not can_be_meant(value.date()):
        raise Wrong(column.name, FAR_OFF)
    return value.astimezone(UTC)


def _point(value: Any, column: Column) -> tuple[str, ...]:
    found = point_of(value if isinstance(value, str) else ",".join(map(str, value)))
    if found is None:
        raise Wrong(column.name, UNFIT)
    return tuple(f"{degrees:.6f}" for degrees in found)


def _money(value: Any, column: Column) -> int:
    try:
        return fen_of(str(value))
    except ValidationError as error:
        raise Wrong(column.name, NO_MONEY, value=value) from error


def _as_it_is(value: Any, column: Column) -> Any:
    return value


def _text(value: Any, column: Column) -> str:
    try:
        text = tidy(value if isinstance(value, str) else str(value))
    except TooLong as error:
        raise Wrong(column.name, LONG, length=error.length, most=error.limit) from error
    if column.most and len(text) > column.most:
        raise Wrong(column.name, LONG, length=len(text), most=column.most)
    return text
