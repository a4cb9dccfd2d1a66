"""Handing in: three steps, one at a time; what was typed stays, and one page opens one matter."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from linli.doors.counter.models import Draft
from linli.matters.models import Matter, Words
from linli.place.models import Unit
from linli.policy.models import Centre
from tests.counter.visiting import PLACE, REACH, WHAT, handed_in, hidden, last_page, page, sent, solved
from tests.desk.uploads import kept, picture
from tests.town import MONDAY, Town, facts_of, state_of


def test_the_front_page_offers_what_can_be_handed_in_and_says_whom_to_call(town: Town, client: Client) -> None:
    html = page(client, "/counter/")
    assert 'href="/counter/pebble/"' in html
    assert 'href="/counter/dispute/"' in html
    assert "110" in html
    assert "/counter/case/" not in html


def test_three_steps_make_a_matter_of_the_street_of_the_cell(town: Town, client: Client) -> None:
    matter = handed_in(client, where={"place": "桥头", "cell": town.cell.code})
    assert (matter.unit, matter.cell, matter.title, matter.stage) == (town.street, town.cell, WHAT["title"], "found")
    said = {row.field: row for row in Words.objects.filter(matter=matter)}
    assert said["place"].text == "桥头"
    assert said["finder"].sealed is not None


def test_without_a_cell_it_comes_to_the_top_which_finds_out_where_it_belongs(town: Town, client: Client) -> None:
    assert handed_in(client).unit == town.county


def test_what_names_no_cell_is_words_of_the_place_and_stops_nobody(town: Town, client: Client) -> None:
    third = last_page(client, where={"place": "桥头", "cell": "不知道哪个网格"})
    assert hidden(third)["place"] == ["桥头、不知道哪个网格"]
    assert "cell" not in hidden(third)
    second = sent(client, third, go="back", **REACH).content.decode()
    assert 'value="桥头、不知道哪个网格"' in second
    matter = handed_in(client, where={"cell": "村东头"})
    assert (matter.cell, Words.objects.get(matter=matter, field="place").text) == (None, "村东头")


def test_the_cell_says_that_it_may_stay_blank_and_nothing_is_put_elsewhere_before_the_step_is_left(
    town: Town, client: Client
) -> None:
    second = sent(client, page(client, PLACE), **WHAT).content.decode()
    assert "不知道可不填" in second
    assert second.index('id="hand_in_place"') < second.index('id="hand_in_cell"')
    larger = sent(client, second, go="look:large:1", place="桥头", cell="村东头").content.decode()
    assert 'value="村东头"' in larger
    assert "桥头、" not in larger


def test_a_place_too_long_for_both_is_said_at_the_place(town: Town, client: Client) -> None:
    second = sent(client, page(client, PLACE), **WHAT).content.decode()
    response = sent(client, second, place="桥" * 198, cell="村东头")
    assert response.status_code == 422
    assert 'id="hand_in_place_error"' in response.content.decode()


def test_where_the_centre_names_a_window_it_comes_there_as_long_as_that_is_open(town: Town, client: Client) -> None:
    Centre.objects.create(name="云棠县综治中心", takes_in=town.south)
    assert handed_in(client).unit == town.south
    client.force_login(town.sun)
    assert client.get(f"/m/{Matter.objects.latest('pk').number}/").status_code == 200
    client.logout()
    Unit.objects.filter(pk=town.south.pk).update(closed_on=MONDAY.date())
    assert handed_in(client).unit == town.county


def test_what_is_missing_in_this_step_is_said_here_and_nothing_of_the_steps_to_come(town: Town, client: Client) -> None:
    response = sent(client, page(client, PLACE), title="桥头的石子")
    html = response.content.decode()
    assert response.status_code == 422
    assert 'value="桥头的石子"' in html
    assert 'id="hand_in_size_error"' in html
    assert "finder_error" not in html
    assert hidden(html)["step"] == ["0"]


def test_everything_typed_travels_from_step_to_step_and_back(town: Town, client: Client) -> None:
    third = last_page(client, where={"place": "桥头"})
    assert hidden(third)["title"] == [WHAT["title"]]
    second = sent(client, third, go="back", **REACH).content.decode()
    assert 'value="桥头"' in second
    assert hidden(second)["finder"] == [REACH["finder"]]
    first = sent(client, second, go="back", place_="x").content.decode()
    assert f'value="{WHAT["title"]}"' in first


def test_switching_language_or_type_in_the_midst_of_it_loses_nothing(town: Town, client: Client) -> None:
    html = page(client, PLACE)
    response = sent(client, html, go="look:language:en", title="桥头的石子")
    text = response.content.decode()
    assert 'value="桥头的石子"' in text
    assert 'lang="en"' in text
    assert "How to reach you" in text
    assert "Please look at this once more" not in text
    text = sent(client, text, go="look:large:1", title="桥头的石子").content.decode()
    assert 'class="large"' in text
    assert 'lang="en"' in text


def test_a_page_sent_with_a_step_still_missing_comes_back_at_that_step(town: Town, client: Client) -> None:
    html = last_page(client)
    response = client.post(PLACE, {**hidden(html), "title": [""], "go": "send", **REACH})
    text = response.content.decode()
    assert response.status_code == 422
    assert hidden(text)["step"] == ["0"]
    assert hidden(text)["finder"] == [REACH["finder"]]
    assert not Matter.objects.exists()


def test_a_title_that_names_somebody_is_refused_in_words_and_stays(town: Town, client: Client) -> None:
    html = last_page(client, what={"title": "周阿婆的石子", "size": "small"})
    response = sent(client, html, go="send", nonce=solved(html), **REACH)
    text = response.content.decode()
    assert response.status_code == 409
    assert 'class="summary"' in text
    assert f'value="{REACH["phone"]}"' in text
    assert not Matter.objects.exists()


def test_the_same_page_sent_again_gives_the_same_code_and_no_second_matter(town: Town, client: Client) -> None:
    html = last_page(client)
    told = {"go": "send", "nonce": solved(html), **REACH}
    first, again = (sent(client, html, **told) for _time in range(2))
    assert first.headers["Location"] == again.headers["Location"]
    assert Matter.objects.count() == 1


def test_the_same_page_with_other_words_leads_to_what_was_recorded_and_says_so(town: Town, client: Client) -> None:
    html = last_page(client)
    first = sent(client, html, go="send", nonce=solved(html), **REACH)
    again = sent(client, html, go="send", nonce=solved(html), finder="别人")
    assert again.headers["Location"] == first.headers["Location"] + "?before=1"
    assert 'class="notice"' in page(client, again.headers["Location"])
    assert Matter.objects.count() == 1


def test_pictures_wait_sealed_and_are_attached_once(town: Town, client: Client) -> None:
    files = [SimpleUploadedFile(f"IMG_{n}.jpg", picture(note="115.01,28.01", size=(40, 30 + n))) for n in range(2)]
    html = page(client, PLACE)
    html = sent(client, html, pictures=files, **WHAT).content.decode()
    assert len(hidden(html)["draft"]) == 2
    third = sent(client, html).content.decode()
    told = {"go": "send", "nonce": solved(third), **REACH}
    for _time in range(2):
        assert sent(client, third, **told).status_code == 303
    matter = Matter.objects.get()
    assert [(file.label, file.mime) for file in state_of(matter).files] == [("resident", "image/jpeg")] * 2
    assert facts_of(matter)[-2:] == ["Attached", "Attached"]
    assert len(kept()) == 2
    assert not Draft.objects.exists()
    assert not any(b"115.01" in file.read_bytes() for file in kept())
    assert "IMG_" not in " ".join(Words.objects.filter(matter=matter).values_list("text", flat=True))


def test_what_is_no_picture_is_refused_in_words_and_the_rest_stays(town: Town, client: Client) -> None:
    bad = SimpleUploadedFile("page.jpg", b"<html><script>x()</script>")
    response = sent(client, page(client, PLACE), pictures=[bad], **WHAT)
    assert "finder_error" not in response.content.decode()
    assert "#hand_in_finder" not in response.content.decode()
    assert response.status_code == 422
    assert f'value="{WHAT["title"]}"' in response.content.decode()
    assert not Draft.objects.exists()


def test_a_picture_can_be_taken_away_and_no_more_than_three_come_along(town: Town, client: Client) -> None:
    files = [SimpleUploadedFile(f"{n}.jpg", picture(size=(40 + n, 30))) for n in range(4)]
    response = sent(client, page(client, PLACE), pictures=files, **WHAT)
    html = response.content.decode()
    assert response.status_code == 422
    drafts = hidden(html)["draft"]
    assert len(drafts) == 3
    fewer = sent(client, html, go=f"drop:{drafts[0]}", **WHAT).content.decode()
    assert hidden(fewer)["draft"] == drafts[1:]


def test_a_unit_that_is_meant_is_chosen_from_a_plain_list(town: Town, client: Client) -> None:
    html = last_page(client)
    assert f'<option value="{town.north.code}">北社区</option>' in html
    told = {"nonce": solved(html), "reported_unit": town.north.code, "confidential": "on", **REACH}
    assert sent(client, html, go="send", **told).status_code == 303
    wrong = sent(client, last_page(client), go="send", reported_unit="999", **REACH)
    assert wrong.status_code == 422


def test_what_is_typed_as_markup_is_shown_as_text(town: Town, client: Client) -> None:
    html = sent(client, page(client, PLACE), title='"><script>x()</script>').content.decode()
    assert "<script>x()" not in html
    assert "&lt;script&gt;" in html


def test_a_challenge_that_another_site_planted_asks_for_nobodys_code(town: Town, client: Client) -> None:
    theirs = hidden(page(Client(), PLACE))["challenge"]
    keys = {}
    for site in ("cross-site", "same-site", "same-origin", "none"):
        planted = client.post(PLACE, {"challenge": theirs, "step": "0", "go": "next"}, headers={"Sec-Fetch-Site": site})
        keys[site] = hidden(planted.content.decode())["challenge"] == theirs
        told = {"challenge": theirs, "step": "2", "go": "send", **WHAT, **REACH}
        if site.endswith("-site"):
            assert client.post(PLACE, told, headers={"Sec-Fetch-Site": site}).status_code == 409
    assert keys == {"cross-site": False, "same-site": False, "same-origin": True, "none": True}
    assert not Matter.objects.exists()
