"""The figures of a report, asked together: one question for all that share window, filters and grouping."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from linli.matters.counts import CATEGORY
from linli.place.models import Unit
from linli.reports.report import Codes, Line, Of, Where
from linli.tally.asking import Figure, Scope
from linli.tally.behind import EXACTLY, Behind
from linli.tally.covering import is_covered
from linli.tally.defined import kind_of
from linli.tally.figures import how_many
from linli.tally.periods import Period
from linli.tally.printing import text_of, value_of
from linli.tally.question import BRANCH, DAY, UNIT

Key = tuple[str, ...]
Answer = Mapping[Key, Mapping[str, Figure]]
Ask = Callable[..., Answer]
"""`asking.ask`, or what a test puts in its place."""
WHOLE = Line()
"""All that a section looks at: its row of totals, and the figures of sentences."""


@dataclass(frozen=True)
class Question:
    """What one question to the tally is about, whatever indicators are asked for."""

    window: str
    where: frozenset[tuple[str, Codes]]
    by: Key


@dataclass
class Answers:
    """Told first all that will be wanted, then asked for it; each question goes to the tally once."""

    ask: Ask
    unit: Unit
    periods: Mapping[str, Period | None]
    today: date = date.max
    known: Mapping[str, date] | None = None
    """Kind -> since when there are records of it; None: it is not asked for."""
    wanted: dict[Question, set[str]] = field(default_factory=dict)
    told: dict[Question, Answer] = field(default_factory=dict)
    only: dict[Key, frozenset[Key]] = field(default_factory=dict)
    """Grouping -> its groups that are asked for, where not all are."""

    def want(self, of: Of, line: Line = WHOLE, *, by: Key = ()) -> None:
        """Say beforehand that this figure will be asked for."""
        self.wanted.setdefault(_question(of, line, by), set()).add(of.indicator or line.indicator)

    def figure(self, of: Of, line: Line = WHOLE, *, by: Key = ()) -> Figure | None:
        """The figure; None where the window does not exist."""
        if self.periods[of.window] is None:
            return None
        question, indicator = _question(of, line, by), of.indicator or line.indicator
        found = self._asked(question).get(line.key if by else (), {}).get(indicator)
        figure = found or nought(self._whole(widened(of, by), line, indicator), line, by=by)
        return above_the_line(figure) if of.numerator else figure

    def began_within(self, of: Of, figure: Figure) -> date | None:
        """The day on which records begin, where it is too late for the window to be compared with."""
        kind, period = kind_of(figure.indicator.name), self.periods[of.window]
        if self.known is None or period is None or is_covered(period, began=self.known.get(kind)):
            return None
        return self.known.get(kind)

    def found(self, ofs: Sequence[Of], *, by: Key) -> Mapping[Key, int]:
        """Each group in which any of these figures counts something, with how many the first of them counts in it."""
        told = [self._groups(of, by=by) for of in ofs if self.periods[of.window] is not None]
        return {key: told[0].get(key, 0) for key in dict.fromkeys(key for one in told for key in one)}

    def _groups(self, of: Of, *, by: Key) -> Mapping[Key, int]:
        """The answer may hold groups of another figure, asked along with this one."""
        answer = self._asked(_question(of, WHOLE, by))
        counts = {key: how_many(told, of.indicator) for key, told in answer.items()}
        return {key: top for key, (top, below) in counts.items() if top or below}

    def _whole(self, of: Of, line: Line, indicator: str) -> Figure:
        return self._asked(_question(of, line, ()))[()][indicator]

    def _asked(self, question: Question) -> Answer:
        if question not in self.told:
            period = self.periods[question.window]
            scope = Scope(self.unit, dict(question.where))
            names, only = sorted(self.wanted[question]), self.only.get(question.by)
            more = {"only": only} if only else {}
            self.told[question] = self.ask(names, scope, period, by=question.by, today=self.today, **more)
        return self.told[question]


def widened(of: Of, by: Key) -> Of:
    """The same of every group: which of them is meant the row itself says."""
    return replace(of, where={name: codes for name, codes in of.where.items() if name not in by})


def above_the_line(share: Figure) -> Figure:
    """What is counted of a share, without of how many."""
    return replace(share, below=None, behind_below=None, value=share.top, text=str(share.top))


def nought(whole: Figure, line: Line, *, by: Key) -> Figure:
    """Of a group in which nothing was found: no entries, and the question that finds none."""
    behind = _narrowed(whole.behind, line, by)
    below = _narrowed(whole.behind_below, line, by) if whole.behind_below else None
    none = None if below is None else 0
    value = value_of(whole.indicator, top=0, below=none, total=0, spread=())
    text = text_of(whole.indicator, top=0, below=none, value=value)
    return Figure(whole.indicator, 0, none, value, text, behind, below)


def _narrowed(behind: Behind, line: Line, by: Key) -> Behind:
    for facet, code in zip(by, line.key, strict=True):
        if facet == UNIT:
            behind = replace(behind, unit=line.unit, here=not code)
        elif facet == DAY:
            day = date.fromisoformat(code)
            behind = replace(behind, first=day, last=min(behind.last, day))
        else:
            name = CATEGORY if facet == BRANCH else facet
            # What hangs right at the category that was asked for is a branch of its own, without those below it.
            alone = facet == CATEGORY or (facet == BRANCH and code in dict(behind.codes).get(CATEGORY, ()))
            meant = f"{EXACTLY}{code}" if alone else code
            behind = replace(behind, codes=tuple({**dict(behind.codes), name: (meant,)}.items()))
    return behind


def _question(of: Of, line: Line, by: Key) -> Question:
    return Question(of.window, frozenset(merged(line.where, of.where).items()), by)


def merged(row: Where, column: Where) -> dict[str, Codes]:
    """What the row asks for and what the column does; of the same facet the column's, which looks closer."""
    return {**row, **column}
