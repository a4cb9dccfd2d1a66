"""What the desk shows of a dispute: its page and the form of every step, at every stage, in both languages."""

from datetime import timedelta

import pytest
from django.test import Client

from linli.ground.clock import day_of
from linli.kinds.dispute.kind import DISPUTE
from linli.matters.calling_up import call_up
from linli.matters.instructing import instruct
from linli.matters.models import Matter
from tests.answered import unexplained
from tests.kinds.dispute.told import CALM, DANGER, agreement, application, quarrel, say, session, visiting
from tests.town import MONDAY, Town, opened, said, state_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def looked_at(client: Client, town: Town, matter: Matter, *, forms: set[str] | None = None) -> str:
    """The page as the head of the team sees it, and the form of every step that opens there for the first time."""
    client.force_login(town.gu)
    page = client.get(f"/m/{matter.number}/")
    assert page.status_code == 200
    for command in DISPUTE.commands:
        new = forms is not None and command.name not in forms and command.weight != "hidden"
        if forms is not None and new and not command.refusal(state_of(matter)):
            form = client.get(f"/m/{matter.number}/{command.name}/")
            assert form.status_code in (200, 403), command.name
            assert not unexplained(form.content.decode(), kind="dispute", verb=command.name), command.name
            forms.add(command.name)
    return page.content.decode()


def test_every_stage_and_every_form_can_be_shown(client: Client, town: Town) -> None:
    client.force_login(town.mei)
    new = client.get("/new/dispute/", follow=True)
    assert new.status_code == 200
    assert not unexplained(new.content.decode(), kind="dispute", verb="open")
    forms: set[str] = set()
    court = {"origin": "court", "channel": "court", "court_stage": "before_filing", "court": "云棠县人民法院"}
    matter = opened(DISPUTE, by=town.mei, unit=town.north, told=quarrel(**court), at=MONDAY)
    assert "云棠县人民法院" in looked_at(client, town, matter, forms=forms)
    matter = said(say.assess, matter, by=town.mei, at=MONDAY, **DANGER)
    assert "扬言使用暴力" in looked_at(client, town, matter, forms=forms)
    matter = said(say.accept, matter, by=town.mei, at=MONDAY)
    assert "尚未征求" in looked_at(client, town, matter, forms=forms)
    for side in ("a", "b"):
        matter = said(say.consent, matter, by=town.mei, at=MONDAY, side=side, agreed=True, rights_told=True)
    matter = said(say.name_mediator, matter, by=town.gu, at=MONDAY, mediator=town.wang, second=town.gu)
    matter = said(say.join, matter, by=town.wang, at=MONDAY, member=town.street, member_kind="judicial")
    matter = said(say.opine, matter, by=town.wang, at=MONDAY, member=town.street, opinion="先固定事实")
    matter = called_up_with_an_instruction(town, matter)
    assert "先固定事实" in looked_at(client, town, matter, forms=forms)
    more = {"undisputed": "渗水属实", "concession": "可少赔两百", "concession_side": "a", "others": "楼栋长"}
    matter = said(say.hold_session, matter, by=town.wang, at=MONDAY, **session(MONDAY, members=[town.street], **more))
    page = looked_at(client, town, matter, forms=forms)
    assert "渗水属实" in page
    assert "可少赔两百" not in page
    assert "周桂兰" not in page
    matter = said(say.agree, matter, by=town.wang, at=MONDAY, **agreement(MONDAY, 5, 12))
    assert "¥2,000.00" in looked_at(client, town, matter, forms=forms)
    matter = said(say.apply_confirmation, matter, by=town.wang, at=MONDAY, **application(day_of(MONDAY)))
    kept = {"number": 0, "performed_on": day_of(MONDAY + DAY), "proof": "转账凭证"}
    matter = said(say.perform, matter, by=town.wang, at=MONDAY + DAY, **kept)
    assert "转账凭证" in looked_at(client, town, matter, forms=forms)
    matter = said(say.assess, matter, by=town.mei, at=MONDAY + DAY, **CALM)
    matter = said(say.visit, matter, by=town.wang, at=MONDAY + DAY, **visiting(day_of(MONDAY + DAY)))
    assert "双方和好" in looked_at(client, town, matter, forms=forms)
    missing = {command.name for command in DISPUTE.commands if command.weight != "hidden"} - forms
    assert missing == {"resume", "reopen", "return_papers"}


def called_up_with_an_instruction(town: Town, matter: Matter) -> Matter:
    told = {"user": town.wang, "what": "先约双方面谈", "by_on": day_of(MONDAY + DAY)}
    matter = said(instruct, matter, by=town.gu, at=MONDAY, **told)
    return said(call_up, matter, by=town.gu, at=MONDAY, reason="双方僵持")


def test_an_ended_dispute_shows_the_ways_that_were_told(client: Client, town: Town) -> None:
    matter = opened(DISPUTE, by=town.mei, unit=town.north, told=quarrel(dangers=[]), at=MONDAY)
    matter = said(say.accept, matter, by=town.mei, at=MONDAY)
    told = {"termination_reason": "unreachable", "ways": ["court", "arbitration"], "told": "已书面告知"}
    matter = said(say.terminate, matter, by=town.wang, at=MONDAY, **told)
    page = looked_at(client, town, matter)
    assert "向人民法院提起诉讼、仲裁" in page
    assert "已书面告知" in page


def test_a_commission_that_failed_shows_the_form_and_the_day_of_the_return(client: Client, town: Town) -> None:
    court = {"origin": "court", "channel": "court", "court_stage": "before_filing", "dangers": []}
    matter = opened(DISPUTE, by=town.mei, unit=town.north, told=quarrel(**court), at=MONDAY)
    matter = said(say.accept, matter, by=town.mei, at=MONDAY)
    matter = said(say.terminate, matter, by=town.wang, at=MONDAY, termination_reason="unreachable", ways=["court"])
    forms: set[str] = set()
    assert "材料退还日期" not in looked_at(client, town, matter, forms=forms)
    assert "return_papers" in forms
    matter = said(say.return_papers, matter, by=town.wang, at=MONDAY, returned_on=day_of(MONDAY))
    assert "材料退还日期" in looked_at(client, town, matter)


def test_the_grid_chosen_at_intake_is_named_on_the_page_and_in_the_record(client: Client, town: Town) -> None:
    client.force_login(town.chen)
    plain = opened(DISPUTE, by=town.mei, unit=town.north, told=quarrel(), at=MONDAY)
    placed = opened(DISPUTE, by=town.mei, unit=town.north, told=quarrel(cell=town.cell), at=MONDAY)
    assert "网格：北社区第一网格" in client.get(f"/m/{placed.number}/").content.decode()
    assert "网格：" not in client.get(f"/m/{plain.number}/").content.decode()
    assert client.get(f"/m/{placed.number}/export/").json()["grid"] == {"code": "36010101", "name": "北社区第一网格"}
    assert client.get(f"/m/{plain.number}/export/").json()["grid"] is None
