"""The papers of a meeting, always in Chinese: its list as it was frozen, and its minutes with what was instructed."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import datetime
from functools import wraps

from django.utils.translation import gettext as _
from django.utils.translation import override

from linli.ground.clock import day_of
from linli.ground.text import msg
from linli.matters.access import Viewer
from linli.paper.letter import Block, Heading, Letter, Paragraph, Table, numbered
from linli.policy.calendar import calendar
from linli.reports import instructions
from linli.reports.meeting import as_it_was
from linli.reports.models import Meeting
from linli.reports.naming import Naming
from linli.reports.question import Question
from linli.reports.rows import Row
from linli.reports.sections import Found
from linli.reports.tables import INSTRUCTIONS, Saying, by_number, section_table, table, tells_all, told_above

PAPER = "zh-hans"
DONE = ("number", "title", "told", "task", "done_at")
NONE = msg("None.")
FULFILLED = "fulfilled"
"""The section of what was done since the last meeting: its rows are told, not only how many."""

Written = Callable[..., Letter]


def in_chinese(write: Written) -> Written:
    """Official papers are in Chinese, whatever language the reader's desk is in."""

    @wraps(write)
    def written(*told: object, **more: object) -> Letter:
        with override(PAPER):
            return write(*told, **more)

    return written


@in_chinese
def paper_list(meeting: Meeting, *, who: Viewer) -> Letter:
    """The list that was on the table, section by section; titles only where the reader may see the matter now.

    What stands in several sections is told in full in the first of them, and after that by its number.
    """
    sections = as_it_was(meeting)
    say = _saying([row for found in sections for row in found.rows], who)
    body, above = list(_head(meeting, say)), set[int]()
    for found in sections:
        body += _section(found, say, above=above)
        above |= {row.matter for row in found.rows} if tells_all(found.section) else set()
    return _letter(meeting, _("List of the {sort}"), body)


@in_chinese
def minutes(meeting: Meeting, *, who: Viewer, at: datetime) -> Letter:
    """What the meeting looked at in figures, what it heard was done since the last one, what it instructed, what of
    that was done by now, who was there.
    """
    sections, given, done = as_it_was(meeting), given_in(meeting, who=who, at=at), done_of(meeting, who=who, at=at)
    since = [found for found in sections if found.section.name == FULFILLED]
    say = _saying([*given, *done, *(row for found in since for row in found.rows)], who)
    body: list[Block] = [*_head(meeting, say), Heading(1, _("What was looked at")), _figures(sections)]
    for found in since:
        body += [Heading(1, _(found.section.word)), _rows(DONE, found.rows, say)]
    body += [Heading(1, _("Instructions given")), _rows(INSTRUCTIONS, given, say)]
    body += [Heading(1, _("Of these, fulfilled by now")), _rows(DONE, done, say)]
    body += [Heading(1, _("Remarks")), Paragraph(meeting.remarks or _(NONE))]
    return _letter(meeting, _("Minutes of the {sort}"), body)


def given_in(meeting: Meeting, *, who: Viewer, at: datetime) -> tuple[Row, ...]:
    """The instructions given in this meeting; `at` of a row is when it is due."""
    return instructions.given_in(_since_the_cut(meeting, who, at), number=meeting.number)


def done_of(meeting: Meeting, *, who: Viewer, at: datetime) -> tuple[Row, ...]:
    """Those of them that are fulfilled; `at` of a row is when it was."""
    given = {(row.matter, row.seq) for row in given_in(meeting, who=who, at=at)}
    done = instructions.fulfilled(_since_the_cut(meeting, who, at))
    return tuple(row for row in done if (row.matter, row.seq) in given)


def _since_the_cut(meeting: Meeting, who: Viewer, at: datetime) -> Question:
    return Question(who, meeting.unit, meeting.of_kinds, since_at=meeting.cut_at, at=at, calendar=calendar())


def _saying(rows: list[Row], who: Viewer) -> Saying:
    return Saying(Naming.of(rows, who=who), zone=calendar().zone)


def _head(meeting: Meeting, say: Saying) -> Iterator[Block]:
    since, cut = say.when(meeting.since_at), say.when(meeting.cut_at)
    yield Paragraph(_("From {since} to {cut}; frozen at the end of it.").format(since=since, cut=cut))
    if meeting.held_at:
        yield Paragraph(_("Held at {at}.").format(at=say.when(meeting.held_at)))
    if there := list(meeting.present.order_by("name").values_list("name", flat=True)):
        yield Paragraph(_("Present: {names}").format(names=_(", ").join(there)))


def _figures(sections: tuple[Found, ...]) -> Table:
    rows = tuple((_(found.section.word), str(found.figure)) for found in sections)
    return Table((_("Section"), _("Figure")), rows, widths=(5, 1))


def _section(found: Found, say: Saying, *, above: Collection[int]) -> Iterator[Block]:
    yield Heading(1, _("{section} ({count})").format(section=_(found.section.word), count=found.figure))
    if not found.rows:
        yield Paragraph(_(NONE))
    elif found.section.by:
        yield from _grouped(found, say)
    else:
        yield from _told_once(found, say, above=above)


def _told_once(found: Found, say: Saying, *, above: Collection[int]) -> Iterator[Block]:
    again = [row for row in found.rows if row.matter in above and by_number(found.section)]
    rows = tuple(row for row in found.rows if row not in again)
    if rows:
        yield section_table(replace(found, rows=rows), say)
    if again:
        yield told_above(again)


def _grouped(found: Found, say: Saying) -> Iterator[Block]:
    for group in found.groups:
        name = say.group(group, by=found.section.by)
        yield Heading(2, _("{section} ({count})").format(section=name, count=group.figure))
        yield section_table(Found(found.section, group.rows), say)


def _rows(names: tuple[str, ...], rows: tuple[Row, ...], say: Saying) -> Block:
    return table(names, rows, say) if rows else Paragraph(_(NONE))


def _letter(meeting: Meeting, title: str, body: list[Block]) -> Letter:
    """The unit is the head and the one that signs; the day is that of the cut-off."""
    zone = calendar().zone
    return Letter(
        title=title.format(sort=meeting.get_sort_display()),
        organ=meeting.unit.name,
        number=meeting.number,
        body=numbered(body),
        signed=meeting.unit.name,
        dated=day_of(meeting.cut_at, zone=zone),
    )
