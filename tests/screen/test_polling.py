"""What the screen asks again and again: nothing is sent twice, and the time of the data is always told."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from linli.policy.present import present
from tests.pebble import commands
from tests.screen.watching import seen, wall
from tests.town import Town, pebble, said


def test_nothing_is_sent_as_long_as_nothing_has_changed(town: Town) -> None:
    pebble(town)
    client = wall(town.street)
    first = client.get("/screen/fresh/")
    with CaptureQueriesContext(connection) as asked:
        again = client.get("/screen/fresh/", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["X-Data-Time"] >= first.headers["X-Data-Time"]
    assert len(asked) <= 12


def test_what_happens_is_shown_at_once(town: Town) -> None:
    matter = pebble(town, at=present())
    client = wall(town.street)
    first = client.get("/screen/fresh/")
    said(commands.warn, matter, by=town.mei, at=present())
    again = client.get("/screen/fresh/", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 200
    assert matter.number in again.content.decode()


def test_the_page_holds_the_picture_that_is_fetched_anew(town: Town) -> None:
    pebble(town)
    client = wall(town.street)
    html, fresh = seen(client), client.get("/screen/fresh/")
    assert f"data-etag='{fresh.headers['ETag']}'" in html or fresh.headers["ETag"] in html
    assert "数据时间" in html


def test_light_and_language_are_asked_for_once_and_remembered(town: Town) -> None:
    client = wall(town.street)
    assert 'lang="zh-hans" data-look="dark"' in seen(client)
    assert 'lang="en" data-look="light"' in seen(client, "/screen/?look=light&language=en")
    assert "Data time" in seen(client)
    assert 'lang="en" data-look="light"' in seen(client, "/screen/?look=pink&language=xx")
    assert 'data-look="dark"' in seen(client, "/screen/?look=dark")
