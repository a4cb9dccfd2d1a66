"""The meetings that were held in the invented county: each told at its own moment, as the ledger stood then."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from linli.demo.present import ZONE, Present
from linli.demo.saying.said import Known, Name, Said
from linli.demo.tales import Turn
from linli.matters.access import viewer
from linli.matters.state import State
from linli.reports import meeting
from linli.reports.models import Meeting, Sort
from linli.reports.rows import Row

STREET = "拂柳街道"
FRIDAY = 4
PRESSING = ("red", "overdue")
CLERK, LEADER = "mei", "chen"
PRESENT = ("chen", "zheng", "mei", "lin", "pei", "jian")
REMARKS = {
    Sort.MORNING: (
        "逐件过了红色事项和到期事项。派出所与调委会互通情况，遇有动手苗头的先联系后处置。周五前把交办事项逐件销号。"
    ),
    Sort.WEEKLY: (
        "橙色案件逐件看了手法和时间，卷帘门系列已合并研判；其余请派出所对照相邻网格再比对一次。"
        "办理超过十五天的逐件说明原因。"
    ),
}
TASKS = (
    "补调沿线监控，核对时间段，今日下班前反馈。",
    "与双方家属各见一次面，商定下一步，情况写入记录。",
    "核对已有材料，列出还缺什么、找谁要，当日报告。",
)
PROGRESS = "已补调沿线监控三处，时间段已核对，结果已入卷。"
DONE = "已按要求完成，结果见同日进展记录。"


@dataclass(frozen=True)
class Occasion:
    """A meeting of the street, and when its list was cut off."""

    sort: Sort
    at: datetime


def occasions(present: Present) -> list[Occasion]:
    """The review at the end of last week, and the morning meeting of the last working day, in order."""
    monday = present.today - timedelta(days=present.today.weekday())
    review = monday - timedelta(days=3)
    while not present.is_workday(review):
        review -= timedelta(days=1)
    held = (
        Occasion(Sort.WEEKLY, _moment(review, time(16))),
        Occasion(Sort.MORNING, _moment(present.workdays(-1), time(8, 30))),
    )
    return sorted(held, key=lambda each: each.at)


def hold(occasion: Occasion, *, known: Known, present: Present) -> list[Turn]:
    """Convene, hold and close it; what was instructed in it is told in the turns that are returned."""
    unit = next(unit for unit in known.units.values() if unit.name == STREET)
    who = viewer(known.users[CLERK], at=occasion.at)
    row = meeting.convene(occasion.sort, who=who, unit=unit, at=occasion.at)
    there = [known.users[name] for name in PRESENT]
    begun, over = (occasion.at + timedelta(minutes=minutes) for minutes in (5, 40))
    row = meeting.hold(row, who=who, present=there, remarks=REMARKS[occasion.sort], at=begun)
    meeting.close(row, who=who, at=over)
    return list(_instructed(row, known=known, present=present)) if occasion.sort == Sort.MORNING else []


def _instructed(row: Meeting, *, known: Known, present: Present) -> Iterator[Turn]:
    """One is done the same day, one is due on Friday, one is not done in time."""
    day = row.cut_at.astimezone(ZONE).date()
    days = (day, present.today + timedelta(days=(FRIDAY - present.today.weekday()) % 7), day)
    usernames = {user.pk: name for name, user in known.users.items()}
    names = {number: name for name, number in known.numbers.items()}
    for place, (matter, task, by_on) in enumerate(zip(_chosen(row), TASKS, days, strict=False)):
        name, holder = names[matter.number], usernames[matter.holder or 0]
        told = {"user": known.users[holder], "unit": None, "what": task, "by_on": by_on, "meeting": row.number}
        yield _turn(name, Said("instruct", LEADER, told), at=row.cut_at + timedelta(minutes=12 + 6 * place))
        if place == 0:
            yield from _done(name, holder, at=row.cut_at + timedelta(hours=7))


def _chosen(row: Meeting) -> list[Row]:
    """Of what is red or overdue and in somebody's hands: two cases and, between them, a dispute."""
    pressing = [one for found in meeting.as_it_was(row) if found.section.name in PRESSING for one in found.rows]
    held = list({one.matter: one for one in pressing if one.holder}.values())
    cases, others = ([one for one in held if one.kind == kind] for kind in ("case", "dispute"))
    return [*cases[:1], *others[:1], *cases[1:2], *others[1:]][: len(TASKS)]


def _done(name: Name, holder: str, *, at: datetime) -> Iterator[Turn]:
    """Who was told says so, by the place of the instruction in the timeline."""
    if name[0] == "case":
        yield _turn(name, Said("progress", holder, {"text": PROGRESS, "first_results": False}), at=at)

    def fulfilled(state: State, known: Known) -> Iterator[Said]:
        yield Said("fulfil", holder, {"instruction": state.open_instructions()[0].seq, "done": DONE})

    yield Turn(at + timedelta(minutes=5), name, fulfilled)


def _turn(name: Name, said: Said, *, at: datetime) -> Turn:
    return Turn(at, name, lambda state, known: (said,))


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=ZONE).astimezone(UTC)
