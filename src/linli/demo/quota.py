"""How many disputes take which path, how old they are, and where: the figures the county is known for."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from linli.demo import courses
from linli.demo.county import UnitRow, towns
from linli.demo.phrases import Story

MONTHS_TOLD = 14
ROUND_MONTH = 5
ROUND_IN_ALL, ROUND_ON_THE_STREET = 181, 96
STREET = "拂柳街道"
STREET_ACCEPTED = 343
SETTLED_ELSEWHERE = 56
REASONS = ("in_court", "administrative", "one_refuses", "criminal")
ENDINGS = (
    "agreed", "withdrawn", "unreachable", "unwilling", "too_far_apart",
    "term_over", "refuses_to_sign", "lawful_bar", "moved",
)  # fmt: skip

Fits = Callable[[Story], bool]


@dataclass(frozen=True)
class Course:
    """A path, how many disputes take it, how many days ago they were opened, and which stories suit it."""

    name: str
    tell: courses.Tell
    count: int
    ages: tuple[int, int]
    fits: Fits
    origin: str = ""


@dataclass(frozen=True)
class Order:
    """One dispute to be told."""

    opened_on: date
    town: UnitRow
    course: Course


def any_story(story: Story) -> bool:
    """All of them."""
    return bool(story.title)


def plain(story: Story) -> bool:
    """A quarrel of two, not of labour law with its shorter limit."""
    return not story.households and story.category != "LB"


def small(story: Story) -> bool:
    """Little money, nobody else concerned, nothing to wait for: fit to be settled on the spot."""
    lasting_terms = any("日内" in term or "每" in term for term in story.terms)
    return not story.households and not lasting_terms and (story.pay is None or story.pay[1] <= 3000)


def paid(story: Story) -> bool:
    """Enough money to be paid in parts."""
    return story.pay is not None and story.pay[0] >= 1500


def lasting(story: Story) -> bool:
    """Money, and the ordinary limit."""
    return paid(story) and story.category != "LB"


def labour(story: Story) -> bool:
    """Wages and the like."""
    return story.category == "LB"


def tense(story: Story) -> bool:
    """A quarrel that may come to blows."""
    return story.category in {"NB", "MF", "HS", "DM", "CT", "FL"}


def crowded(story: Story) -> bool:
    """Many households."""
    return story.households is not None and story.households[0] >= 10


def unclear_title(story: Story) -> bool:
    """Ownership of land must be settled by the administration first."""
    return story.category in {"FL", "EX", "HS"}


SPECIAL = (
    Course("just_opened", courses.just_opened, 7, (1, 2), plain),
    Course("assessed", courses.assessed, 5, (1, 3), plain),
    Course("accepted", courses.accepted, 6, (2, 6), plain),
    Course("one_side_willing", courses.one_side_willing, 3, (2, 7), plain),
    Course("appointed", courses.appointed, 5, (3, 9), plain),
    Course("in_mediation", courses.in_mediation, 22, (8, 24), plain),
    Course("court_in_mediation", courses.in_mediation, 3, (6, 14), plain, "court"),
    Course("labour_in_mediation", courses.in_mediation, 3, (5, 11), labour),
    Course("over_limit", courses.over_limit, 11, (40, 75), plain),
    Course("labour_over_limit", courses.over_limit, 2, (40, 55), labour),
    Course("extended", courses.extended, 5, (36, 52), plain),
    Course("dangerous", courses.dangerous, 5, (2, 12), tense, "police"),
    Course("danger_lifted", courses.danger_lifted, 4, (12, 22), tense),
    Course("many_households", courses.many_households, 6, (6, 24), crowded),
    Course("paying", courses.paying, 14, (30, 150), paid),
    Course("unpaid", courses.unpaid, 5, (48, 150), paid),
    Course("defaulted", courses.defaulted, 4, (75, 200), paid),
    Course("window_open", courses.window_open, 6, (20, 27), lasting),
    Course("window_closing", courses.window_closing, 2, (33, 44), lasting),
    Course("application_made", courses.application_made, 3, (24, 36), lasting),
    Course("performed", courses.performed, 8, (20, 34), plain),
    Course("visited", courses.visited, 4, (26, 40), plain),
    Course("dissatisfied", courses.dissatisfied, 2, (26, 40), plain),
    Course("reopened", courses.reopened, 3, (85, 160), plain),
    Course("settled_again", courses.settled_again, 2, (130, 300), plain),
    *(Course(f"declined_{reason}", courses.declined(reason), 2, (10, 380), plain) for reason in REASONS),
    *(
        Course(
            f"terminated_{reason}", courses.terminated(reason), 2, (45, 400),
            unclear_title if reason == "lawful_bar" else plain,
        )
        for reason in ENDINGS
    ),
)  # fmt: skip

ON_THE_SPOT = Course("on_the_spot", courses.on_the_spot, 30, (0, 999), small)
SETTLED = (
    ON_THE_SPOT,
    Course("written", courses.written, 40, (14, 999), any_story),
    Course("written_for_the_court", courses.written, 4, (20, 999), plain, "court"),
    Course("by_instalments", courses.by_instalments, 8, (40, 999), paid),
    Course("confirmed_in_court", courses.confirmed_in_court, 6, (45, 999), paid),
    Course("jointly", courses.jointly, 6, (25, 999), tense),
    Course("with_more_time", courses.with_more_time, 6, (60, 999), plain),
)


def orders(today: date, *, chance: random.Random, is_workday: Callable[[date], bool]) -> list[Order]:
    """About 650 disputes in order of their opening."""
    calendar = Days(today, chance=chance, is_workday=is_workday)
    found = [*_round_month(calendar), *_street(calendar), *_elsewhere(calendar)]
    return sorted(found, key=lambda order: (order.opened_on, order.town.code))


def round_month(today: date) -> tuple[date, date]:
    """First and last day of the May of the great round: the latest that ended at least thirty days ago."""
    year = today.year if today > date(today.year, 6, 29) else today.year - 1
    return date(year, ROUND_MONTH, 1), date(year, ROUND_MONTH, 31)


class Days:
    """Opening days, most of them working days."""

    def __init__(self, today: date, *, chance: random.Random, is_workday: Callable[[date], bool]) -> None:
        self.today, self.chance, self.is_workday = today, chance, is_workday
        self.first = _months_before(today, months=MONTHS_TOLD)
        self.round = round_month(today)

    def age(self, day: date) -> int:
        return (self.today - day).days

    def in_the_round(self) -> date:
        return self._workday(lambda: self.round[0] + timedelta(days=self.chance.randint(0, 30)))

    def ordinary(self) -> date:
        span = (self.today - self.first).days
        return self._workday(lambda: self._outside(self.first + timedelta(days=self.chance.randrange(span))))

    def aged(self, course: Course) -> date:
        """A day so many days ago; not in the month of the great round, whose number is fixed."""
        day = self._outside(self.today - timedelta(days=self.chance.randint(*course.ages)))
        while not self.is_workday(day) and (course.origin == "court" or self.chance.random() < 0.9):
            day = self._outside(day - timedelta(days=1))
        return day

    def _outside(self, day: date) -> date:
        first, last = self.round
        return first - timedelta(days=self.chance.randint(1, 9)) if first <= day <= last else day

    def _workday(self, draw: Callable[[], date]) -> date:
        day = draw()
        while not self.is_workday(day) and self.chance.random() < 0.9:
            day = draw()
        return day


def _round_month(days: Days) -> Iterator[Order]:
    for place in range(ROUND_IN_ALL):
        town = _the_street() if place < ROUND_ON_THE_STREET else _other_town(days.chance)
        day = days.in_the_round()
        yield Order(day, town, _settled(days, day=day))


def _street(days: Days) -> Iterator[Order]:
    unsettled = [each for each in SPECIAL if each.name in {"in_mediation", "terminated_too_far_apart"}]
    for course in unsettled:
        yield Order(days.aged(course), _the_street(), course)
    for _ in range(STREET_ACCEPTED - ROUND_ON_THE_STREET - len(unsettled)):
        day = days.ordinary()
        yield Order(day, _the_street(), _settled(days, day=day))


def _elsewhere(days: Days) -> Iterator[Order]:
    for course in SPECIAL:
        for _ in range(course.count):
            yield Order(days.aged(course), _other_town(days.chance), course)
    for _ in range(SETTLED_ELSEWHERE):
        day = days.ordinary()
        yield Order(day, _other_town(days.chance), _settled(days, day=day))


def _settled(days: Days, *, day: date) -> Course:
    working = days.is_workday(day)
    suiting = [each for each in SETTLED if each.ages[0] <= days.age(day) and (working or each.origin != "court")]
    return days.chance.choices(suiting, weights=[each.count for each in suiting])[0]


def _the_street() -> UnitRow:
    return next(town for town in towns() if town.name == STREET)


def _other_town(chance: random.Random) -> UnitRow:
    others = [town for town in towns() if town.name != STREET]
    return chance.choices(others, weights=[2 if town.kind == "street" else 1 for town in others])[0]


def _months_before(day: date, *, months: int) -> date:
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, min(day.day, 28))
