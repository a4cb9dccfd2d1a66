"""One step in many matters on the desk: tick, tell once, look at what would come of it, confirm, read the report."""

import re
from dataclasses import replace
from html import unescape
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.utils import timezone

from linli.doors.desk.bulk import reads_state, table
from linli.matters import many
from linli.matters.instructing import fulfil
from linli.matters.kind import kinds
from linli.matters.many import Answer, Outcome, forget_rounds
from linli.matters.models import Event, Matter, Round
from linli.matters.picking import for_many
from tests.desk.conftest import Desk, page
from tests.pebble.commands import bring_home, carry, pass_on, warn
from tests.pebble.forms import FindForm
from tests.pebble.kind import PEBBLE
from tests.town import MONDAY, TUESDAY, Town, pebble, said

Hidden = list[tuple[str, str]]


def preview(client: Client, verb: str, *, picks: list[str] | None = None, query: str = "", **told: Any) -> str:
    marks = urlencode([("pick", number) for number in picks]) if picks else "all=1"
    response = client.post(f"/bulk/pebble/{verb}/?{query}&{marks}", told)
    assert response.status_code == 200, response.status_code
    return str(response.content.decode())


def confirmed(client: Client, html: str, **changed: str) -> Any:
    """Send the form of the preview as the browser would."""
    form = html[html.index("bulk-confirm") :]
    address = re.search(r'action="(/rounds/[^"]+)"', form)
    hidden = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form)
    assert address is not None
    told = {name: unescape(text) for name, text in hidden if name != "csrfmiddlewaretoken"}
    return client.post(address[1], {**told, **changed})


def stages() -> list[str]:
    return list(Matter.objects.order_by("pk").values_list("stage", flat=True))


def test_what_was_ticked_is_previewed_confirmed_and_reported(town: Town, desk: Desk) -> None:
    first, second, third = (pebble(town, title=f"石子{place}") for place in range(3))
    said(carry, second, by=town.wang, at=TUESDAY)
    he = desk(town.he)
    assert f'name="pick" value="{first.number}"' in page(he, "/matters/")
    choice = page(he, f"/bulk/?pick={first.number}&pick={second.number}")
    assert f"/bulk/pebble/carry/?pick={first.number}&amp;pick={second.number}" in choice
    html = preview(he, "carry", picks=[first.number, second.number])
    assert "2 件中有 1 件可以办理" in html
    assert stages() == ["found", "carried", "found"]
    response = confirmed(he, html)
    assert (response.status_code, stages()) == (303, ["carried", "carried", "found"])
    report = page(he, response.headers["Location"])
    assert "2 件中已记录 1 件" in report
    assert second.number in report
    assert third.number not in report


def test_all_that_the_list_holds_is_asked_by_its_filters_and_not_by_numbers(town: Town, desk: Desk) -> None:
    for place in range(4):
        pebble(town, title=f"桥头{place}" if place else "河边")
    he = desk(town.he)
    listed = page(he, "/matters/?q=桥头")
    assert 'name="q" value="桥头"' in listed
    assert "全部 3 件" in listed
    html = preview(he, "carry", query="q=桥头")
    assert html.count('name="pick"') == 0
    confirmed(he, html)
    assert stages() == ["found", "carried", "carried", "carried"]


def test_the_same_confirmation_twice_records_once_and_other_words_are_refused(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town), desk(town.mei)
    html = preview(mei, "note", picks=[matter.number], text="=看过了")
    first, again = confirmed(mei, html), confirmed(mei, html)
    assert first.headers["Location"] == again.headers["Location"]
    assert Event.objects.filter(fact="Noted").count() == 1
    other = confirmed(mei, html, text="另一句")
    assert (other.status_code, Event.objects.filter(fact="Noted").count()) == (409, 1)


def test_what_changed_since_the_preview_is_left_alone(town: Town, desk: Desk) -> None:
    matter, he = pebble(town), desk(town.he)
    html = preview(he, "carry", picks=[matter.number])
    said(warn, matter, by=town.mei, at=timezone.now())
    report = page(he, confirmed(he, html).headers["Location"])
    assert "他人已先行变动" in report
    assert stages() == ["found"]


def test_who_has_no_right_is_told_so_before_and_nobody_else_opens_the_report(town: Town, desk: Desk) -> None:
    matter = pebble(town)
    assert desk(town.mei).get(f"/bulk/pebble/carry/?pick={matter.number}").status_code == 403
    he = desk(town.he)
    place = confirmed(he, preview(he, "carry", picks=[matter.number])).headers["Location"]
    assert he.get(place).status_code == 200
    assert [desk(town.wang).get(f"{place}{more}").status_code for more in ("", "table/")] == [404, 404]
    assert desk(town.wang).post(place).status_code == 404


def test_a_form_that_is_not_filled_in_stays_with_its_sentence(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town), desk(town.mei)
    response = mei.post(f"/bulk/pebble/note/?pick={matter.number}", {"text": ""})
    assert response.status_code == 422
    assert not Round.objects.exists()
    html = preview(mei, "note", picks=[matter.number], text="看过了")
    assert "看过了" in html


def test_a_unit_that_is_told_goes_to_every_one_of_them(town: Town, desk: Desk) -> None:
    for _place in range(3):
        pebble(town)
    gu = desk(town.gu)
    confirmed(gu, preview(gu, "pass_on", unit="360102"))
    assert set(Matter.objects.values_list("unit__code", flat=True)) == {"360102"}


def test_a_step_of_one_matter_alone_is_not_offered(town: Town, desk: Desk) -> None:
    matter, chen = pebble(town), desk(town.chen)
    choice = page(chen, f"/bulk/?pick={matter.number}")
    assert "/bulk/pebble/note/" in choice
    for verb in ("erase", "attach", "rename", "hand_over", "fulfil"):
        assert f"/bulk/pebble/{verb}/" not in choice
        assert chen.get(f"/bulk/pebble/{verb}/?pick={matter.number}").status_code == 404


def test_no_step_that_takes_words_about_people_can_be_meant_for_many() -> None:
    meant = [(kind, command) for kind in kinds() for command in kind.commands if for_many(command, kind)]
    assert meant
    for kind, command in meant:
        assert not command.form.base_fields.keys() & kind.masks.keys(), command.name
    assert not for_many(replace(carry, form=FindForm), PEBBLE)


def test_nothing_ticked_leads_back_with_a_sentence(town: Town, desk: Desk) -> None:
    mei = desk(town.mei)
    response = mei.get("/bulk/?colour=red", follow=True)
    assert response.redirect_chain == [("/matters/?colour=red", 302)]
    assert "请先勾选事项" in response.content.decode()


def test_a_report_that_was_never_confirmed_says_that_nothing_was_recorded(town: Town, desk: Desk) -> None:
    matter, he = pebble(town), desk(town.he)
    preview(he, "carry", picks=[matter.number])
    assert "没有记录任何内容" in page(he, f"/rounds/{Round.objects.get().key}/")
    assert forget_rounds(at=timezone.now() + many.KEPT_FOR) == 1
    assert not Round.objects.exists()


def test_the_table_holds_no_formula(town: Town, desk: Desk) -> None:
    matter, he = pebble(town), desk(town.he)
    place = confirmed(he, preview(he, "carry", picks=[matter.number])).headers["Location"]
    response = he.get(f"{place}table/")
    assert response.headers["Content-Type"].startswith("text/csv")
    lines = response.content.decode("utf-8-sig").splitlines()
    assert lines[1] == f"{matter.number},已记录,"
    assert '"\'=SUM(A1,A2)"' in table(Outcome((Answer("X-1", "refused", "=SUM(A1,A2)"),)))


@pytest.mark.parametrize(("step", "anew"), [(carry, False), (pass_on, False), (bring_home, False), (fulfil, True)])
def test_a_form_is_read_anew_in_each_only_where_one_matter_may_differ_from_another(step: Any, anew: bool) -> None:
    assert reads_state(step.form) is anew


def test_who_may_only_look_has_nothing_to_tick(town: Town, desk: Desk) -> None:
    pebble(town, at=MONDAY)
    assert 'name="pick"' not in page(desk(town.lei), "/matters/")
    assert 'name="pick"' in page(desk(town.mei), "/matters/")
