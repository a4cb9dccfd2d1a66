"""The papers of a meeting: its list and its minutes, in Chinese, with words only for who may see them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils.translation import override

from linli.matters.everyday import erase
from linli.matters.instructing import fulfil
from linli.matters.models import Matter
from linli.paper.document import docx
from linli.paper.letter import Heading, Letter, Paragraph, Table
from linli.reports.meeting import as_it_was, close, hold
from linli.reports.minutes import minutes, paper_list
from linli.reports.models import Meeting
from linli.reports.naming import Naming
from linli.reports.sections import MORNING, WEEKLY, Found
from linli.reports.standing import rows_of
from linli.reports.tables import Saying, section_table, told_above
from linli.staff.models import User
from tests.pebble import commands
from tests.reports.sitting import chen, convened, told_to
from tests.town import THURSDAY, TUESDAY, WEDNESDAY, Town, pebble, said, state_of, viewing

pytestmark = pytest.mark.django_db


def sat(town: Town) -> tuple[Meeting, Matter]:
    """A morning with one red pebble, which Wang was told to see to."""
    matter = said(commands.warn, pebble(town, at=TUESDAY), by=town.mei, at=TUESDAY)
    meeting = convened(town, at=TUESDAY)
    meeting = hold(meeting, who=chen(town, TUESDAY), present=[town.gu, town.chen], remarks="先看红色", at=TUESDAY)
    matter = told_to(matter, town.wang, by=town.chen, at=TUESDAY, meeting=meeting.number)
    weekly = convened(town, at=TUESDAY, sort="weekly")
    other = told_to(pebble(town, at=TUESDAY), town.he, by=town.chen, at=TUESDAY, meeting=weekly.number)
    assert state_of(other).open_instructions()
    return meeting, matter


def tables(letter: Letter) -> list[Table]:
    return [block for block in letter.body if isinstance(block, Table)]


def text_of(letter: Letter) -> str:
    said = [block.text for block in letter.body if isinstance(block, Heading | Paragraph)]
    return "\n".join([letter.title, *said, *(cell for table in tables(letter) for row in table.rows for cell in row)])


def test_the_minutes_tell_what_was_instructed_to_whom_and_by_when(town: Town) -> None:
    meeting, matter = sat(town)
    with override("en"):
        letter = minutes(meeting, who=chen(town, TUESDAY), at=TUESDAY)
    assert (letter.title, letter.number, letter.organ) == ("晨会纪要", meeting.number, "柳树街道")
    figures, given = tables(letter)
    assert figures.rows == tuple(zip([row[0] for row in figures.rows], counted(meeting), strict=True))
    (row,) = given.rows
    assert row[1:] == (matter.number, "桥头的石子", "北社区 王守和", "把桥头围起来", "2026-03-03 17:30")
    assert "参会人员：陈立、顾长青" in text_of(letter)
    assert "先看红色" in text_of(letter)


def counted(meeting: Meeting) -> list[str]:
    return [str(found.figure) for found in as_it_was(meeting)]


def test_what_was_fulfilled_since_stands_beside_it(town: Town) -> None:
    meeting, matter = sat(town)
    (one,) = state_of(matter).open_instructions()
    assert len(tables(minutes(meeting, who=chen(town, TUESDAY), at=WEDNESDAY))) == 2
    said(fulfil, matter, by=town.wang, at=WEDNESDAY, instruction=one.seq, done="围好了")
    _figures, given, done = tables(minutes(meeting, who=chen(town, WEDNESDAY), at=WEDNESDAY))
    assert (len(given.rows), done.rows[0][1], done.rows[0][-1]) == (1, matter.number, "2026-03-04 09:00")


def test_the_minutes_of_the_next_morning_say_what_was_done_since(town: Town) -> None:
    meeting, matter = sat(town)
    (one,) = state_of(matter).open_instructions()
    matter = said(fulfil, matter, by=town.wang, at=WEDNESDAY, instruction=one.seq, done="围好了")
    close(meeting, who=chen(town, WEDNESDAY), at=WEDNESDAY)
    following = convened(town, at=WEDNESDAY + timedelta(hours=1))
    letter = minutes(following, who=chen(town, THURSDAY), at=THURSDAY)
    (done,) = [table for table in tables(letter) if table.head[-1] == "办结时间"]
    assert [row[1:] for row in done.rows] == [
        (matter.number, "桥头的石子", "北社区 王守和", "把桥头围起来", "2026-03-04 09:00")
    ]
    headings = [block.text for block in letter.body if isinstance(block, Heading)]
    assert headings[1:3] == ["二、上次会议以来已办结的交办事项", "三、本次会议交办事项"]


def test_the_list_has_every_section_with_its_count(town: Town) -> None:
    meeting, matter = sat(town)
    letter = paper_list(meeting, who=chen(town, TUESDAY))
    headings = [block.text for block in letter.body if isinstance(block, Heading)]
    assert len(headings) == len(MORNING)
    assert headings[1] == "二、红（1）"
    assert any(matter.number in row for table in tables(letter) for row in table.rows)
    assert all(len(row) == len(table.head) == len(table.widths) for table in tables(letter) for row in table.rows)


def test_what_stands_in_several_sections_is_told_in_full_once_and_then_by_its_number(town: Town) -> None:
    meeting, matter = sat(town)
    standing = [found for found in as_it_was(meeting) if matter.pk in {row.matter for row in found.rows}]
    told = tables(paper_list(meeting, who=chen(town, TUESDAY)))
    in_full = [row for table in told if "种类 环节" in table.head for row in table.rows]
    above = [row for table in told if table.head[0] == "上文已列" for row in table.rows]
    assert len(standing) > 2
    assert [row[1] for row in in_full] == [matter.number]
    assert {matter.number} == {row[-1] for row in above}


def test_of_what_turned_the_list_says_by_number_how_it_turned(town: Town) -> None:
    (row,) = rows_of(Matter.objects.filter(pk=pebble(town, at=TUESDAY).pk))
    turned = replace(row, was="green", colour="red")
    with override("zh-hans"):
        ((way, count, numbers),) = told_above([turned, replace(turned, number="B-2")]).rows
    assert (way, count, numbers) == ("✓ 绿 → ■ 红", "2", f"{row.number}、B-2")


def test_every_section_of_both_sorts_can_be_printed(town: Town) -> None:
    """Tables that hold no column too narrow for a character, whatever section has rows."""
    matter, at = pebble(town, at=TUESDAY), WEDNESDAY
    (row,) = rows_of(Matter.objects.filter(pk=matter.pk))
    told = replace(row, seq=1, at=at, was="green", days=16, user=town.wang.pk, told_unit=town.north.pk)
    for sections in (MORNING, WEEKLY):
        say = Saying(Naming.of([told], who=chen(town, at)), zone="Asia/Shanghai")
        body = tuple(section_table(Found(section, (told,)), say) for section in sections)
        assert docx(Letter("清单", body=body)).startswith(b"PK")


def test_titles_of_what_the_reader_no_longer_sees_and_words_that_were_erased_are_not_told(town: Town) -> None:
    meeting, matter = sat(town)
    matter = said(commands.pass_on, matter, by=town.chen, at=WEDNESDAY, unit=town.south)
    assert "桥头的石子" in listed(meeting, town.chen)
    matter = said(erase, matter, by=town.chen, at=WEDNESDAY, of=1, fields=("title",), ground="request")
    assert "桥头的石子" not in listed(meeting, town.chen)
    (one,) = state_of(matter).open_instructions()
    assert "把桥头围起来" in text_of(minutes(meeting, who=chen(town, WEDNESDAY), at=WEDNESDAY))
    said(erase, matter, by=town.chen, at=WEDNESDAY, of=one.seq, fields=("what",), ground="request")
    assert "把桥头围起来" not in text_of(minutes(meeting, who=chen(town, WEDNESDAY), at=WEDNESDAY))


def listed(meeting: Meeting, reader: User) -> str:
    return text_of(paper_list(meeting, who=viewing(reader, at=WEDNESDAY)))


def test_a_title_is_kept_from_a_reader_whose_unit_no_longer_has_the_matter(town: Town) -> None:
    matter = pebble(town, at=TUESDAY)
    meeting = convened(town, at=TUESDAY)
    assert "桥头的石子" in listed(meeting, town.mei)
    said(commands.pass_on, matter, by=town.chen, at=WEDNESDAY, unit=town.south)
    assert "桥头的石子" not in listed(meeting, town.mei)
    assert matter.number in listed(meeting, town.mei)
