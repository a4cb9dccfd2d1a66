"""A step is recorded once, and what it lacks comes back with everything that was typed."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from linli.staff.hiring import stand_in
from tests.desk.conftest import Desk, page, post, told
from tests.desk.uploads import kept
from tests.town import Town, facts_of, pebble

HTMX = {"HX-Request": "true"}


def test_a_step_is_recorded_and_the_page_comes_back(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town), desk(town.mei)
    response = post(mei, matter, "note", text="桥头很滑")
    assert (response.status_code, response.headers["Location"]) == (303, f"/m/{matter.number}/")
    shown = page(mei, f"/m/{matter.number}/")
    assert "桥头很滑" in shown
    assert "已记录" in shown


def test_the_same_post_twice_is_taken_once_and_answered_alike(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town), desk(town.mei)
    fields = {**told(mei, matter, "note"), "text": "一次"}
    answers = [mei.post(f"/m/{matter.number}/note/", fields) for _again in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert facts_of(matter).count("Noted") == 1


def test_a_page_sent_again_with_other_words_is_not_answered_as_if_they_were_recorded(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town), desk(town.mei)
    first = told(mei, matter, "note")
    mei.post(f"/m/{matter.number}/note/", {**first, "text": "一次"})
    for verb, text in (("note", "改过的话"), ("rename", "")):
        response = mei.post(f"/m/{matter.number}/{verb}/", {**first, "text": text, "title": "改过的题"})
        shown = response.content.decode()
        assert response.status_code == 409
        assert "已经提交过" in shown
        assert first["key"] not in shown
        assert (text or "改过的题") in shown
    assert facts_of(matter).count("Noted") == 1


def test_the_same_file_again_is_the_same_post_and_another_file_is_not(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town), desk(town.mei)
    first = {**told(mei, matter, "attach"), "label": "other"}
    statuses = [
        mei.post(f"/m/{matter.number}/attach/", {**first, "file": SimpleUploadedFile("a.pdf", content)}).status_code
        for content in (b"%PDF-1 one %%EOF", b"%PDF-1 one %%EOF", b"%PDF-1 two %%EOF")
    ]
    assert statuses == [303, 303, 409]
    assert facts_of(matter).count("Attached") == len(kept()) == 1


def test_a_form_with_a_gap_comes_back_with_what_was_typed(town: Town, desk: Desk) -> None:
    matter, chen = pebble(town), desk(town.chen)
    response = post(chen, matter, "pass_on", unit="没有这个单位")
    assert response.status_code == 422
    assert 'value="没有这个单位"' in response.content.decode()
    assert facts_of(matter) == facts_of(pebble(town))


def test_with_scripts_the_form_alone_and_then_the_matter_alone_are_answered(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town), desk(town.mei)
    form = page(mei, f"/m/{matter.number}/note/", headers=HTMX)
    assert form.lstrip().startswith("<form")
    response = mei.post(f"/m/{matter.number}/note/", {**told(mei, matter, "note"), "text": "好"}, headers=HTMX)
    assert response.headers["HX-Retarget"] == "#matter"
    assert response.content.decode().lstrip().startswith("<article")


def test_who_stands_in_is_named_with_whom_they_stand_for(town: Town, desk: Desk) -> None:
    today = timezone.localdate()
    stand_in(town.mei, post=town.he.posts.get(), from_on=today, until_on=today, reason="年假")
    matter = pebble(town)
    post(desk(town.mei), matter, "carry")
    assert f"代{town.he.name}" in page(desk(town.mei), f"/m/{matter.number}/")
