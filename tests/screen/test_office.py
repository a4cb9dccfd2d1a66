"""In the office a screen's address is shown once, what it opens can be ended there, and both stand in its history."""

from html import unescape

from django.contrib.admin.models import LogEntry
from django.test import Client

from linli.doors.screen.models import Token
from tests.office.visiting import page, signed_in, text
from tests.town import Town


def test_a_screen_is_opened_and_ended_from_the_office(town: Town) -> None:
    office = signed_in("administrator", unit=town.county)
    wrong = text(office.post(page("screen_token_add"), {"unit": town.street.pk, "days": 0, "network": "10.1.2.300"}))
    assert ("10.1.2.0/24" in wrong, Token.objects.count()) == (True, 0)
    told = {"unit": town.street.pk, "days": 30, "network": "127.0.0.1"}
    shown = unescape(text(office.post(page("screen_token_add"), told, follow=True)))
    address = shown.partition("http://testserver")[2].split("<")[0].strip()
    wall = Client()
    assert wall.get(address).status_code == 302
    assert wall.get("/screen/fresh/").status_code == 200
    row = Token.objects.get()
    for place in (page("screen_token_changelist"), page("screen_token_change", row.pk)):
        listed = text(office.get(place))
        assert (address.split("/")[2] in listed, "127.0.0.1/32" in listed) == (False, True)
    assert office.post(page("screen_token_change", row.pk), {"revoke": "on"}).status_code == 302
    assert wall.get("/screen/fresh/").status_code == 404
    assert office.post(page("screen_token_change", row.pk), {"revoke": "on"}).status_code == 403
    assert list(LogEntry.objects.order_by("pk").values_list("object_id", "action_flag")) == [
        (str(row.pk), 1),
        (str(row.pk), 2),
    ]
