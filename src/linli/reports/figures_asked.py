"""The figures that the cells of a form ask for, each once, with the entries that they count."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from linli.ground.clock import day_of
from linli.ground.percent import NOTHING, change, points
from linli.matters.counts import COUNT, STOCK, SUM
from linli.paper.form.binding import UNIT, Wanted
from linli.place.models import Unit
from linli.policy.calendar import calendar
from linli.policy.present import present
from linli.reports.turning_back import FROM
from linli.tally.asking import Figure, Scope, ask, known_since
from linli.tally.covering import is_covered
from linli.tally.defined import kind_of
from linli.tally.periods import Period

Question = tuple[str, tuple[tuple[str, tuple[str, ...]], ...], Period]
"""Of which unit, narrowed by what, and when."""
ADDED = (COUNT, STOCK, SUM)


@dataclass(frozen=True)
class Answer:
    """What a cell shows: the text of a figure, None where nothing is known yet; and the links to what it counts."""

    text: str | None
    period: str
    behind: tuple[str, ...]
    is_added: bool
    """Whether a total of such figures is their sum."""
    began: date | None = None
    """Since when there are records, where it is not compared because of that."""


class Asked:
    """All questions of a form, put together before they are asked."""

    def __init__(self, wanted: Iterable[Wanted], *, unit: Unit, period: Period) -> None:
        self.unit, self.period = unit, period
        self.known, self.today = known_since(), day_of(present(), zone=calendar().zone)
        self._names: dict[Question, dict[str, None]] = {}
        for one in wanted:
            for seen in self._periods(one):
                if seen:
                    self._names.setdefault(self._question(one, seen), {})[one.indicator] = None
        codes = {code for code, _, _ in self._names}
        self._units = {one.code: one for one in Unit.objects.filter(code__in=codes)}
        self._found = {one: self._ask(one, tuple(names)) for one, names in self._names.items()}

    def answer(self, one: Wanted) -> Answer:
        seen, base = self._periods(one)
        now = self._figure(one, seen)
        if now is None or seen is None:
            return Answer(None, seen.name if seen else "", (), False)
        if one.part.startswith("change"):
            before, began = self._figure(one, base), self._began_within(one, base)
            if before and began:
                return Answer(NOTHING, seen.name, _behind(now, before), False, began)
            return Answer(_change(now, before), seen.name, _behind(now, before), False)
        text = {"top": str(now.top), "below": str(now.below if now.below is not None else NOTHING)}.get(
            one.part, now.text
        )
        is_added = one.part in ("top", "below") or (now.below is None and now.indicator.form in ADDED)
        return Answer(text, seen.name, _behind(now), is_added)

    def _periods(self, one: Wanted) -> tuple[Period | None, Period | None]:
        """The period it looks at, and that with which it is compared if it is."""
        seen = FROM[one.period](self.period)
        if seen is None or not one.part.startswith("change"):
            return seen, None
        return seen, seen.year_before() if one.part == "change_on_year" else seen.before()

    def _figure(self, one: Wanted, seen: Period | None) -> Figure | None:
        began = min(self.known.values(), default=None)
        if seen is None or began is None or seen.last < began:
            return None
        return self._found[self._question(one, seen)][one.indicator]

    def _began_within(self, one: Wanted, base: Period | None) -> date | None:
        """When records began, where that is too late to compare with that period."""
        began = self.known.get(kind_of(one.indicator))
        return None if base is None or is_covered(base, began=began) else began

    def _question(self, one: Wanted, seen: Period) -> Question:
        units = one.filters.get(UNIT, (self.unit.code,))
        return units[0], tuple(sorted((key, codes) for key, codes in one.filters.items() if key != UNIT)), seen

    def _ask(self, question: Question, names: tuple[str, ...]) -> Mapping[str, Figure]:
        code, filters, seen = question
        return ask(names, Scope(self._units[code], dict(filters)), seen, today=self.today)[()]


def _change(now: Figure, before: Figure | None) -> str | None:
    """On a share in percentage points; None where it is not known what it was before."""
    if before is None:
        return None
    if now.below is None or before.below is None:
        return change(_number(now), _number(before)) or None
    return points((now.top, now.below), (before.top, before.below))


def _number(figure: Figure) -> int | Fraction | None:
    return figure.value


def _behind(*figures: Figure | None) -> tuple[str, ...]:
    """Of a share first what is counted, then of how many."""
    told = [behind for one in figures if one for behind in (one.behind, one.behind_below) if behind]
    return tuple(one.query() for one in told)
