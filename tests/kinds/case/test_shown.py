"""What the desk shows of a case: its page and the form of every step, at every stage; personal words masked."""

import pytest
from django.test import Client

from linli.ground.clock import day_of
from linli.kinds.case.kind import CASE
from linli.matters.calling_up import call_up
from linli.matters.instructing import instruct
from linli.matters.models import Matter, Words
from linli.policy.models import Category
from tests.answered import unexplained
from tests.kinds.case.in_town import accepted
from tests.kinds.case.pure import DAY
from tests.kinds.case.told import CALL, HOME, NAME, assessing, beating, filing, say
from tests.town import MONDAY, Town, opened, said, state_of

pytestmark = pytest.mark.django_db


def looked_at(client: Client, town: Town, matter: Matter, *, forms: set[str]) -> str:
    """The page as the head of the team sees it, and the form of every step that opens there for the first time."""
    client.force_login(town.gu)
    page = client.get(f"/m/{matter.number}/")
    assert page.status_code == 200
    for command in CASE.commands:
        if command.name not in forms and command.weight != "hidden" and not command.refusal(state_of(matter)):
            form = client.get(f"/m/{matter.number}/{command.name}/")
            assert form.status_code in (200, 403), command.name
            assert not unexplained(form.content.decode(), kind="case", verb=command.name), command.name
            forms.add(command.name)
    return page.content.decode()


def test_every_stage_and_every_form_can_be_shown(client: Client, town: Town) -> None:
    forms: set[str] = set()
    other = accepted(town)
    matter = opened(CASE, by=town.mei, unit=town.north, told=beating(MONDAY, method="徒手"), at=MONDAY)
    assert "尚未立案" in looked_at(client, town, matter, forms=forms)
    matter = said(say.link_series, matter, by=town.he, at=MONDAY, other=other.number, why="同一菜场")
    matter = said(say.file, matter, by=town.he, at=MONDAY, **filing(day_of(MONDAY)))
    matter = said(say.assign, matter, by=town.gu, at=MONDAY, officer=town.he)
    matter = said(say.assess, matter, by=town.he, at=MONDAY, **assessing())
    matter = said(say.progress, matter, by=town.he, at=MONDAY, text="走访摊主", first_results=True)
    matter = said(say.ask_extension, matter, by=town.he, at=MONDAY, why="等待鉴定")
    told = {"user": town.he, "what": "调齐监控", "by_on": day_of(MONDAY + DAY)}
    matter = said(instruct, matter, by=town.gu, at=MONDAY, **told)
    matter = said(call_up, matter, by=town.gu, at=MONDAY, reason="同一菜场又有一起")
    page = looked_at(client, town, matter, forms=forms)
    for word in (
        "同一菜场",
        other.number,
        "CB-2026-0001",
        "云公立字〔2026〕12号",
        "调取周边监控",
        "走访摊主",
        "等待鉴定",
    ):
        assert word in page, word
    matter = said(say.approve_extension, matter, by=town.chen, at=MONDAY, document="延〔2026〕3号")
    told = {"result": "suspended", "report": "等待鉴定结论"}
    matter = said(say.report_result, matter, by=town.he, at=MONDAY + DAY, **told)
    assert "延〔2026〕3号" in looked_at(client, town, matter, forms=forms)
    matter = said(say.approve_result, matter, by=town.chen, at=MONDAY + DAY, note="同意")
    assert "同意" in looked_at(client, town, matter, forms=forms)
    matter = said(say.resume, matter, by=town.he, at=MONDAY + 2 * DAY, why="结论已出")
    assert "已立案，办理中" in looked_at(client, town, matter, forms=forms)
    told = {"result": "transferred", "to_whom": "云棠县市场监督管理局", "report": "依法移送"}
    matter = said(say.report_result, matter, by=town.he, at=MONDAY + 2 * DAY, **told)
    matter = said(say.approve_result, matter, by=town.chen, at=MONDAY + 2 * DAY)
    assert "云棠县市场监督管理局" in looked_at(client, town, matter, forms=forms)
    assert {command.name for command in CASE.commands if command.weight != "hidden"} - forms == set()


def test_the_complainant_is_masked_and_kept_encrypted(client: Client, town: Town) -> None:
    matter = accepted(town, name=NAME, phone=CALL, address=HOME)
    page = looked_at(client, town, matter, forms=set())
    assert not [word for word in (NAME, CALL, HOME) if word in page]
    assert "周" in page
    rows = Words.objects.filter(matter=matter, field__in=("name", "phone", "address"))
    assert [(row.text, row.sealed is not None) for row in rows] == [("", True)] * 3
    seq = rows[0].seq
    answer = client.post(f"/m/{matter.number}/reveal/{seq}/", {"purpose": "handling"})
    assert CALL in answer.content.decode()


def test_it_is_accepted_from_the_form_with_what_when_and_where_first(client: Client, town: Town) -> None:
    client.force_login(town.mei)
    page = client.get("/new/case/", follow=True).content.decode()
    order = ("title", "category", "occurred_from", "place", "cell", "story", "source", "method", "loss_fen")
    places = [page.index(f'name="{name}"') for name in order]
    assert places == sorted(places)
    assert not unexplained(page, kind="case", verb="accept")
    assert '<optgroup label="刑事案件">' in page
    told = {"method": "撬锁", "occurred_from": "2026-03-01T22:00", "category": "bike-theft", "source": "round"}
    post = client.post("/new/case/", {**told, "title": "电动车被盗", "loss_fen": "2300"})
    assert post.status_code == 422
    post = client.post("/new/case/", {**told, "title": "电动车被盗", "story": "楼下充电处被盗", "loss_fen": "2300"})
    assert post.status_code == 303
    matter = Matter.objects.get(kind="case")
    assert (matter.category, state_of(matter).data["loss_fen"]) == ("bike-theft", 230_000)


def test_a_step_that_is_refused_keeps_what_was_typed(client: Client, town: Town) -> None:
    matter = accepted(town)
    client.force_login(town.he)
    told = {"other": " aj-2026-000099", "why": "同样撬窗", "version": matter.version}
    answer = client.post(f"/m/{matter.number}/link_series/", told)
    assert answer.status_code == 409
    assert "aj-2026-000099" in answer.content.decode()
    assert "同样撬窗" in answer.content.decode()


def test_an_ended_case_says_why(client: Client, town: Town) -> None:
    told = {"decline_reason": "not_ours", "told": "已告知向铁路公安报案"}
    matter = said(say.decline_filing, accepted(town), by=town.chen, at=MONDAY, **told)
    assert "已告知向铁路公安报案" in looked_at(client, town, matter, forms=set())
    told = {"to_kind": "dispute", "title": "邻里纠纷", "text": "无违法", "why": "民事"}
    matter = said(say.convert, accepted(town), by=town.chen, at=MONDAY, **told)
    assert "TJ-2026-000001" in looked_at(client, town, matter, forms=set())


def test_every_category_hangs_below_one_of_the_two_classes_and_fits_the_row(town: Town) -> None:
    rows = Category.objects.filter(kind="case").select_related("parent")
    assert {row.code for row in rows if row.parent is None} == {"criminal", "administrative"}
    assert {row.parent.code for row in rows if row.parent} == {"criminal", "administrative"}
    assert not [row.code for row in rows if len(row.code) > 16 or not row.name_en]
