"""What the desk shows of a request: its page and the form of every step, at every stage, to whoever may say it."""

import pytest
from django.test import Client

from linli.kinds.request.commands import PART_A
from linli.kinds.request.facts.calling_back import CalledBack, NotReached
from linli.kinds.request.facts.clock import Suspended
from linli.kinds.request.facts.confirming import Rated, RatedThere
from linli.kinds.request.kind import REQUEST
from linli.matters.models import Matter, Words
from linli.matters.named import Names
from linli.matters.sentences import sentence
from linli.matters.words import Said
from linli.policy.models import Category
from tests.answered import answered, unexplained
from tests.kinds.request.in_town import accepted, clerk, dispatched, in_hand, replied, taken_in
from tests.kinds.request.outside import CLOSED, row, taken
from tests.kinds.request.told import CALL, NAME, lamp, say, sending
from tests.town import MONDAY, TUESDAY, Town, said, state_of

pytestmark = pytest.mark.django_db


def looked_at(client: Client, town: Town, matter: Matter, *, forms: set[str]) -> str:
    """The page as the desk sees it, and the form of every step that opens there to one of those who work on it."""
    for user in (town.he, town.gu, town.chen, clerk(town)):
        client.force_login(user)
        for command in PART_A:
            if command.name not in forms and not command.refusal(state_of(matter)):
                form = client.get(f"/m/{matter.number}/{command.name}/")
                assert form.status_code in (200, 403, 404), command.name
                assert not unexplained(form.content.decode(), kind="request", verb=command.name), command.name
                forms |= {command.name} if form.status_code == 200 else set()
    page = client.get(f"/m/{matter.number}/")
    assert page.status_code == 200
    return page.content.decode()


def test_every_form_can_be_shown_to_who_may_say_it(client: Client, town: Town) -> None:
    forms: set[str] = set()
    asked = {"days": 3, "why": "等待配件", "legal_basis": "《采购法》"}
    at_work = said(say.ask_extension, in_hand(town), by=town.he, at=TUESDAY, **asked)
    suspended = said(say.suspend, in_hand(town), by=town.chen, at=TUESDAY, why="等待鉴定")
    returned = said(say.send_back, in_hand(town), by=town.he, at=MONDAY, return_ground="not_our_area", why="在南社区")
    for matter in (
        taken_in(town),
        taken_in(town, sort="consult"),
        accepted(town),
        dispatched(town),
        in_hand(town),
        at_work,
        suspended,
        returned,
        replied(town),
    ):
        looked_at(client, town, matter, forms=forms)
    assert {command.name for command in PART_A} - forms == set()


def test_the_page_tells_the_whole_course(client: Client, town: Town) -> None:
    matter = dispatched(town)
    told = {"return_ground": "needs_other_lead", "why": "应由南社区主办"}
    matter = said(say.send_back, matter, by=town.he, at=MONDAY, **told)
    told = sending(town.north, why="路灯在北社区", assisting=(town.south,))
    matter = said(say.designate, matter, by=clerk(town), at=MONDAY, **told)
    matter = said(say.sign, matter, by=town.he, at=MONDAY)
    matter = said(say.contact, matter, by=town.he, at=MONDAY, contact_way="phone")
    matter = said(say.progress, matter, by=town.he, at=MONDAY, text="已派电工")
    asked = {"days": 3, "why": "等待配件", "legal_basis": "《采购法》"}
    matter = said(say.ask_extension, matter, by=town.he, at=MONDAY, **asked)
    matter = said(say.grant_extension, matter, by=town.chen, at=MONDAY, note="同意")
    matter = said(say.suspend, matter, by=town.chen, at=MONDAY, why="等待鉴定")
    matter = said(say.resume, matter, by=town.chen, at=TUESDAY, why="结论已出")
    matter = said(say.reply, matter, by=town.he, at=TUESDAY, result="resolved", text="路灯亮了", measures="换灯")
    page = looked_at(client, town, matter, forms=set())
    for words in (
        "应由其他单位主办",
        "指定，不得再退",
        "路灯在北社区",
        "南社区",
        "首次联系",
        "已派电工",
        "《采购法》",
        "延长3天",
        "结论已出",
        "路灯亮了",
        "换灯",
        "尚未反馈",
        "受理单位",
    ):
        assert words in page, words


def test_the_resident_is_masked_and_kept_encrypted(client: Client, town: Town) -> None:
    matter = taken_in(town)
    page = looked_at(client, town, matter, forms=set())
    assert not [word for word in (NAME, CALL) if word in page]
    rows = Words.objects.filter(matter=matter, field__in=("name", "phone"))
    assert [(row.text, row.sealed is not None) for row in rows] == [("", True)] * 2
    answer = client.post(f"/m/{matter.number}/reveal/{rows[0].seq}/", {"purpose": "handling"})
    assert CALL in answer.content.decode()


def test_it_is_taken_in_from_the_form(client: Client, town: Town) -> None:
    client.force_login(town.mei)
    page = client.get("/new/request/", follow=True).content.decode()
    assert not unexplained(page, kind="request", verb="take_in")
    assert answered(page) == {"urgency"}, "sort and channel are counted in reports, and only somebody knows them"
    assert '<optgroup label="市容环卫">' in page
    told = {name: value for name, value in lamp().items() if value is not True}
    assert client.post("/new/request/", {**told, "phone": ""}).status_code == 422
    unfit = client.post("/new/request/", {**told, "point": "柳树街"})
    assert unfit.status_code == 422
    assert "请填写经度和纬度" in unfit.content.decode()
    assert "点选地图" not in unfit.content.decode(), "the desk has no map to tap"
    assert client.post("/new/request/", {**told, "point": "115.005，28.005", "wants_reply": "on"}).status_code == 303
    state = state_of(Matter.objects.get(kind="request"))
    assert (state.data["point"], state.data["wants_reply"]) == (["115.005000", "28.005000"], True)


def test_up_to_three_units_assist_and_are_told_from_the_form(client: Client, town: Town) -> None:
    matter = accepted(town)
    client.force_login(clerk(town))
    told = {"to_unit": town.north.code, "why": "在北社区", "assisting_1": town.south.code, "version": matter.version}
    assert client.post(f"/m/{matter.number}/dispatch/", told).status_code == 303
    state = state_of(matter)
    assert [duty.unit for duty in state.holders("assisting")] == [town.south.pk]
    client.force_login(town.sun)
    assert client.get(f"/m/{matter.number}/").status_code == 200


def test_an_ended_request_says_how(client: Client, town: Town) -> None:
    matter = said(say.not_accept, taken_in(town), by=clerk(town), at=MONDAY, refusal_ground="outside")
    assert "不属于本地行政机关职责" in looked_at(client, town, matter, forms=set())
    matter = said(say.answer_now, taken_in(town, sort="consult"), by=clerk(town), at=MONDAY, text="周三办理")
    assert "周三办理" in looked_at(client, town, matter, forms=set())


def test_the_tree_of_categories_has_two_levels_and_fits_the_row(town: Town) -> None:
    rows = Category.objects.filter(kind=REQUEST.name).select_related("parent")
    tops = {row.pk for row in rows if row.parent is None}
    assert len(tops) == 14
    assert {row.parent_id for row in rows if row.parent} == tops
    assert not [row.code for row in rows if len(row.code) > 16 or not row.name_en]


def test_a_remark_that_was_not_told_leaves_no_dash_at_the_end_and_a_missing_word_inside_does() -> None:
    names = Names(frozenset(), frozenset(), frozenset())
    tried = NotReached(tried_by="phone", note="")
    plain = sentence(tried, {}, kind=REQUEST, names=names)
    assert not plain.endswith(("—", " "))
    assert sentence(tried, {"note": Said("无人接听")}, kind=REQUEST, names=names) == f"{plain} 无人接听"
    assert sentence(tried, {"note": Said("", erased=True)}, kind=REQUEST, names=names) != plain
    assert sentence(Suspended(why=""), {}, kind=REQUEST, names=names).endswith("—")


@pytest.mark.parametrize(
    ("solved", "satisfaction", "shown"),
    [
        ("yes", "satisfied", ("已解决；满意", "满意；已解决")),
        ("", "satisfied", ("满意", "满意")),
        ("yes", "", ("已解决", "已解决")),
    ],
)
def test_a_value_that_was_not_told_takes_its_stop_along(solved: str, satisfaction: str, shown: tuple[str, str]) -> None:
    names = Names(frozenset(), frozenset(), frozenset())
    told = {"solved": solved, "satisfaction": satisfaction}
    here, there = (sentence(fact, {}, kind=REQUEST, names=names) for fact in (Rated(**told), RatedThere(**told)))
    assert here == f"诉求人评价：{shown[0]}"
    assert there == f"据外来记录，诉求人评价：{shown[1]}"
    later = sentence(Rated(**told), {"said": Said("谢谢")}, kind=REQUEST, names=names)
    assert later == f"诉求人评价：{shown[0]} 谢谢"


def test_a_part_with_words_of_its_own_stays_whole(town: Town) -> None:
    names = Names(frozenset(), frozenset(), frozenset())
    called = CalledBack(solved="", satisfaction="", contacted="yes")
    assert "承办单位是否联系过：是" in sentence(called, {}, kind=REQUEST, names=names)


def test_the_card_of_an_answer_begins_with_what_was_told(client: Client, town: Town) -> None:
    taken(town, [row(1, **CLOSED, satisfaction="satisfied")])
    page = looked_at(client, town, Matter.objects.get(), forms=set())
    assert "<dd>满意</dd>" in page
    assert "诉求人评价：满意<" in page
