"""What stands around a matter on its page: tied matters as far as they are seen, open instructions, a call."""

from django.utils import timezone

from linli.matters.calling_up import call_up
from linli.matters.instructing import instruct
from linli.matters.models import Matter
from linli.staff.models import User
from tests.desk.conftest import Desk, page
from tests.kinds.case.in_town import accepted
from tests.kinds.case.told import say
from tests.kinds.dispute.in_town import in_mediation
from tests.kinds.dispute.told import say as say_to_dispute
from tests.town import MONDAY, TUESDAY, Town, pebble, said


def card(desk: Desk, user: User, matter: Matter, *, name: str) -> str:
    """One card of a matter's page; empty where it is not shown."""
    html = page(desk(user), f"/m/{matter.number}/")
    return html.split(f'id="{name}-title"')[1].split("</section>")[0] if f'id="{name}-title"' in html else ""


def test_what_it_came_from_and_goes_on_as_stands_beside_it_with_its_colour(town: Town, desk: Desk) -> None:
    told = {"to_kind": "case", "title": "调解中动手打人", "text": "一方动手", "why": "涉嫌违法"}
    dispute = said(say_to_dispute.convert, in_mediation(town), by=town.chen, at=MONDAY, **told)
    case = Matter.objects.get(kind="case")
    of_case, of_dispute = (card(desk, town.gu, one, name="related") for one in (case, dispute))
    assert all(words in of_case for words in ("来源事项", f'href="/m/{dispute.number}/"', "chip-green"))
    assert all(words in of_dispute for words in ("转为", f'href="/m/{case.number}/"', case.title, "chip-yellow"))
    assert card(desk, town.gu, pebble(town), name="related") == ""


def test_of_a_series_only_those_that_one_sees_are_named(town: Town, desk: Desk) -> None:
    first, second, third = (accepted(town, title=title) for title in ("撬窗一", "撬窗二", "撬窗三"))
    for other in (second, third):
        first.refresh_from_db()
        first = said(say.link_series, first, by=town.he, at=TUESDAY, other=other.number, why="同样撬窗")
    third.refresh_from_db()
    said(say.hand_to, third, by=town.chen, at=TUESDAY, to_unit=town.south, why="发生地")
    first.refresh_from_db()
    shown = card(desk, town.gu, first, name="related")
    assert [title in shown for title in ("撬窗一", "撬窗二", "撬窗三")] == [False, True, False]
    assert [title in card(desk, town.chen, first, name="related") for title in ("撬窗二", "撬窗三")] == [True, True]


def test_open_instructions_and_a_call_stand_on_the_page_with_what_can_be_said(town: Town, desk: Desk) -> None:
    now = timezone.now()
    matter = pebble(town)
    assert card(desk, town.chen, matter, name="tasks") == ""
    matter = said(
        instruct,
        matter,
        by=town.chen,
        at=now,
        user=town.wang,
        what="围起来",
        by_on=timezone.localdate(now, timezone.get_default_timezone()),
    )
    told = card(desk, town.wang, matter, name="tasks")
    assert all(words in told for words in ("围起来", "王守和", "/fulfil/?instruction="))
    matter = said(call_up, matter, by=town.chen, at=now, reason="已有人绊倒")
    told = card(desk, town.wang, matter, name="tasks")
    assert all(words in told for words in ("已提请下次会议研究", "已有人绊倒"))
    assert "/dismiss_call/" not in told
    assert "/dismiss_call/" in card(desk, town.chen, matter, name="tasks")
    assert "/fulfil/" not in card(desk, town.he, matter, name="tasks")


def test_fulfilling_from_the_page_has_that_instruction_chosen(town: Town, desk: Desk) -> None:
    now = timezone.now()
    matter = pebble(town)
    for what in ("第一项", "第二项"):
        matter = said(
            instruct,
            matter,
            by=town.chen,
            at=now,
            user=town.wang,
            what=what,
            by_on=timezone.localdate(now, timezone.get_default_timezone()),
        )
    second = matter.events.filter(fact="Instructed").latest("seq")
    form = page(desk(town.wang), f"/m/{matter.number}/fulfil/?instruction={second.seq}")
    assert f'<option value="{second.seq}" selected>' in form
