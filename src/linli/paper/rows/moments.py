"""A day or a moment as people and programs write it, read with the format and the zone of the list."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from linli.ground.clock import can_be_meant
from linli.ground.text import msg
from linli.paper.rows.row import Cell

AUTO, DAY_FIRST, MONTH_FIRST, SECONDS = "auto", "dmy", "mdy", "epoch"
FORMATS = {
    AUTO: msg("as it is written"),
    DAY_FIRST: msg("day before month: 3/5/2026"),
    MONTH_FIRST: msg("month before day: 5/3/2026"),
    SECONDS: msg("seconds or milliseconds since 1970"),
}
NO_MOMENT = msg("“{value}” is no date. Write it like 2026-05-03 14:05, or choose in the mapping how it is written.")
EITHER = msg("“{value}” could be two dates. Choose in the mapping whether the day or the month comes first.")
NO_SUCH_DAY = msg("“{value}” is no day of the calendar. Write the right date.")
LONGEST = 100
"""Signs of a cell that can be a moment: a longer one is not even looked at."""
FIRST_SERIAL, BEFORE_SERIALS = date(1899, 12, 30), (20_000.0, 80_000.0)

_CLOCK = (
    r"(?:[ T,]*(?P<half>上午|下午|凌晨|中午|晚上)?\s*(?P<hour>\d{1,2})[:时点](?:(?P<minute>\d{1,2})分?)?"
    r"(?::?(?P<second>\d{1,2})(?:[.,]\d{1,9})?秒?)?\s*(?P<noon>[AaPp]\.?[Mm]\.?)?\s*(?P<offset>Z|[+-]\d\d:?\d\d)?)?"
)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?号?" + _CLOCK)
_YEAR_LAST = re.compile(r"(?P<one>\d{1,2})[-/.](?P<two>\d{1,2})[-/.](?P<year>\d{4})" + _CLOCK)
_FIGURES = re.compile(
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:[ T]?(?P<hour>\d\d):?(?P<minute>\d\d):?(?P<second>\d\d)?)?"
)
_NAMED = re.compile(
    r"(?:(?P<day>\d{1,2})[ -])?(?P<name>[A-Za-z]{3,9})\.?(?:[ -](?P<day_2>\d{1,2}))?,?[ -](?P<year>\d{4})" + _CLOCK
)
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BEHIND = re.compile(r"\s*[(（]?(?:星期|周)[一二三四五六日天][)）]?\s*")


class NoMoment(ValueError):
    """Why a cell is no moment: a sentence of the catalogue with room for the value."""


@dataclass(frozen=True)
class Read:
    """A moment, and whether only its day was written: no clock, or midnight, which programs write for none."""

    at: datetime
    whole_day: bool


def moment_of(cell: Cell, *, form: str = AUTO, zone: str) -> Read:
    """Raises NoMoment. `form`: one of FORMATS, or a pattern with %Y, %m, %d and so on."""
    if isinstance(cell, datetime):
        return _meant(cell, zone=zone)
    if len(cell) > LONGEST:
        raise NoMoment(NO_MOMENT)
    text = _BEHIND.sub(" ", unicodedata.normalize("NFKC", cell)).strip()
    for reader in (_by_pattern(form),) if "%" in form else _READERS:
        read = reader(text, form)
        if read is not None:
            return _meant(read, zone=zone)
    raise NoMoment(NO_MOMENT)


def _meant(at: datetime, *, zone: str) -> Read:
    try:
        aware = (at if at.tzinfo else at.replace(tzinfo=ZoneInfo(zone))).astimezone(UTC)
    except OverflowError as error:
        raise NoMoment(NO_SUCH_DAY) from error
    if not can_be_meant(at.date()):
        raise NoMoment(NO_SUCH_DAY)
    return Read(aware, at.time() == time.min)


def _by_pattern(pattern: str) -> Callable[[str, str], datetime | None]:
    def reader(text: str, form: str) -> datetime | None:
        try:
            return datetime.strptime(text, pattern)  # noqa: DTZ007 the zone is that of the list
        except (ValueError, re.error):  # a pattern that names a part twice
            return None

    return reader


def _year_first(text: str, form: str) -> datetime | None:
    found = _YEAR_FIRST.fullmatch(text) or _FIGURES.fullmatch(text)
    if not found or (form == SECONDS and text.isdigit()):
        return None
    return _built(found, month=int(found["month"]), day=int(found["day"]))


def _year_last(text: str, form: str) -> datetime | None:
    found = _YEAR_LAST.fullmatch(text)
    if not found:
        return None
    one, two = int(found["one"]), int(found["two"])
    if form == AUTO and one <= 12 and two <= 12 and one != two:
        raise NoMoment(EITHER)
    day_first = form == DAY_FIRST or (form == AUTO and one > 12)
    return _built(found, month=two if day_first else one, day=one if day_first else two)


def _with_name(text: str, form: str) -> datetime | None:
    found = _NAMED.fullmatch(text)
    if not found or found["name"][:3].lower() not in _NAMES or not (found["day"] or found["day_2"]):
        return None
    return _built(found, month=_NAMES.index(found["name"][:3].lower()) + 1, day=int(found["day"] or found["day_2"]))


def _serial(text: str, form: str) -> datetime | None:
    """The days since 1900 that a spreadsheet counts in, where a date lost its format."""
    if form == SECONDS or not re.fullmatch(r"\d{5}(\.\d+)?", text):
        return None
    days = float(text)
    if not BEFORE_SERIALS[0] < days < BEFORE_SERIALS[1]:
        return None
    seconds = round(days * 86_400)
    return datetime.combine(FIRST_SERIAL, time.min) + timedelta(seconds=seconds)


def _since_1970(text: str, form: str) -> datetime | None:
    if not re.fullmatch(r"\d{10}|\d{13}", text) or (form != SECONDS and len(text) == 10):
        return None
    return datetime.fromtimestamp(int(text) / (1000 if len(text) == 13 else 1), UTC)


def _built(found: re.Match[str], *, month: int, day: int) -> datetime:
    told = found.groupdict()
    hour = _hour(int(told.get("hour") or 0), told.get("half") or "", (told.get("noon") or "").lower())
    offset = (told.get("offset") or "").replace("Z", "+0000").replace(":", "")
    try:
        clock = timedelta(hours=hour, minutes=int(told.get("minute") or 0), seconds=int(told.get("second") or 0))
        if clock > timedelta(days=1) or int(told.get("minute") or 0) > 59:
            raise NoMoment(NO_SUCH_DAY)
        at = datetime(int(told["year"] or 0), month, day) + clock  # noqa: DTZ001
    except (ValueError, OverflowError) as error:
        raise NoMoment(NO_SUCH_DAY) from error
    return at.replace(tzinfo=datetime.strptime(offset, "%z").tzinfo) if offset else at


def _hour(hour: int, half: str, noon: str) -> int:
    later = half in ("下午", "晚上") or noon.startswith("p") or (half == "中午" and hour < 11)
    if later and hour < 12:
        return hour + 12
    return 0 if hour == 12 and (noon.startswith("a") or half == "凌晨") else hour


_READERS: tuple[Callable[[str, str], datetime | None], ...] = (
    _year_first,
    _year_last,
    _with_name,
    _serial,
    _since_1970,
)
