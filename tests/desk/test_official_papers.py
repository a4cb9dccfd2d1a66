"""The card of official papers on the page of a matter: issue, take out, make void."""

from django.test import Client

from linli.matters.models import Look
from tests.pebble.commands import carry
from tests.town import MONDAY, Town, pebble, said, state_of


def test_a_paper_is_issued_and_taken_out_from_the_page_of_its_matter(town: Town, client: Client) -> None:
    client.force_login(town.mei)
    matter = pebble(town)
    place = f"/m/{matter.number}/"
    html = client.get(place).content.decode()
    assert f'href="{place}issue_paper/?form=slip&amp;about=0"' in html
    assert "Nobody carries it yet." in html
    told = {"form": "slip", "about": "0", "version": matter.version, "key": "9b4c1f5e-6a54-4f0e-9d3c-1c7f5a1d2e3b"}
    assert client.post(f"{place}issue_paper/", told).status_code == 303
    paper = state_of(matter).papers[0]
    html = client.get(place).content.decode()
    assert f'href="{place}papers/{paper.seq}/"' in html
    assert f'href="{place}void_paper/?issued={paper.seq}"' in html
    assert "issue_paper/?form=slip" not in html
    file = client.get(f"{place}papers/{paper.seq}/")
    assert file.content[:2] == b"PK"
    assert "no-store" in file.headers["Cache-Control"]
    assert Look.objects.get().purpose == "paper"


def test_who_may_not_issue_is_offered_nothing(town: Town, client: Client) -> None:
    matter = said(carry, pebble(town), by=town.wang, at=MONDAY)
    client.force_login(town.lei)
    assert "issue_paper" not in client.get(f"/m/{matter.number}/").content.decode()
