"""Hot issues on the desk and from the command: within one's rights, by their words, with the matters behind them."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils.translation import override

from linli.kinds.request.kind import REQUEST
from linli.likeness.clustering import Telling
from linli.likeness.issues import issues
from linli.likeness.shown_issues import Shown
from linli.matters.models import Matter
from linli.matters.telling import begin_telling, record_many
from linli.policy.book import book
from tests.kinds.request.told import NAME, lamp, nameless
from tests.town import MONDAY, Town, viewing

pytestmark = pytest.mark.django_db

WORDS = ("烧烤摊半夜太吵", "楼下烧烤摊油烟大", "烧烤摊吵得睡不着")
MAY = ("likeness", "hot", "--from", "2026-03-01", "--to", "2026-03-31")


def noise(town: Town, *, of: int = 3, confidential: bool = False) -> list[Matter]:
    by, policy = viewing(town.mei).posts[0], book(MONDAY)
    lines = []
    for place in range(of):
        words = {"category": "stalls", "title": "夜间噪声", "story": WORDS[place % 3], "cell": town.cell}
        told = nameless(**words, confidential=confidential)
        at = MONDAY + place * timedelta(hours=1)
        lines.append(begin_telling(REQUEST, unit=town.north, told=told, by=by, at=at, book=policy))
    return record_many(lines)


def test_the_command_tells_words_reporters_and_matters_as_json(town: Town) -> None:
    numbers = [matter.number for matter in noise(town)]
    said = StringIO()
    call_command(*MAY, "--format", "json", stdout=said)
    (one,) = json.loads(said.getvalue())["hot"]
    assert (one["reporters"], one["matters"], one["open"]) == (3, numbers, 3)
    assert "烧烤摊" in one["words"]
    assert (one["place"], one["first"]) == ("北社区第一网格", "2026-03-02")


def test_words_for_the_desk_only_are_in_no_issue(town: Town) -> None:
    noise(town, confidential=True)
    said = StringIO()
    call_command(*MAY, stdout=said)
    assert "烧烤摊" not in said.getvalue()


def test_nobody_who_told_it_is_a_word_of_an_issue(town: Town) -> None:
    by, policy = viewing(town.mei).posts[0], book(MONDAY)
    told = lamp(category="stalls", title="夜间噪声", story=f"我是{NAME}，烧烤摊太吵", cell=town.cell)
    record_many(
        [begin_telling(REQUEST, unit=town.north, told=told, by=by, at=MONDAY, book=policy) for _place in range(3)]
    )
    said = StringIO()
    call_command(*MAY, stdout=said)
    assert "烧烤摊" in said.getvalue()
    assert NAME not in said.getvalue()


def test_the_page_shows_what_one_may_see_and_an_outsider_nothing_of_it(client: Client, town: Town) -> None:
    numbers = [matter.number for matter in noise(town)]
    client.force_login(town.mei)
    page = client.get("/reports/issues/request/?period=2026-03").content.decode()
    assert "/reports/ready/hot-lingering/?" in page
    assert all(f'href="/m/{number}/"' in page for number in numbers)
    assert "烧烤摊" in page
    assert "/reports/issues/request/?" in client.get("/reports/ready/hot-lingering/?period=2026-03").content.decode()
    client.force_login(town.sun)
    page = client.get("/reports/issues/request/?period=2026-03").content.decode()
    assert "烧烤摊" not in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("--from", "2026-13-01", "--to", "2026-03-31"), "2026-05-01"),
        (("--from", "2026-03-31", "--to", "2026-03-01"), "截止日期早于起始日期"),
        (("--from", "2026-03-01", "--to", "2026-03-31", "--unit", "99"), "99"),
    ],
)
def test_what_cannot_be_meant_is_answered_with_a_sentence(town: Town, wrong: tuple[str, ...], said: str) -> None:
    with pytest.raises(CommandError, match=said):
        call_command("likeness", "hot", *wrong)


@pytest.mark.parametrize(("last", "there"), [("2026-03-31", True), ("2026-04-01", False), ("", False)])
def test_thirty_days_are_looked_at_where_only_the_last_or_none_is_said(town: Town, last: str, there: bool) -> None:
    noise(town)
    said = StringIO()
    call_command("likeness", "hot", *(["--to", last] if last else []), stdout=said)
    assert ("烧烤摊" in said.getvalue()) is there


def test_the_data_are_the_same_whatever_language_the_command_speaks(town: Town) -> None:
    noise(town)
    told = []
    for language in ("zh-hans", "en"):
        said = StringIO()
        with override(language):
            call_command(*MAY, "--format", "json", stdout=said)
        told.append(said.getvalue())
    assert told[0] == told[1]
    assert "北社区" in told[0]


def test_what_came_back_counts_all_matters_that_it_lists(town: Town, client: Client) -> None:
    first, *_later = noise(town)
    Matter.objects.filter(pk=first.pk).update(closed_at=MONDAY + timedelta(minutes=10))
    Matter.objects.filter(pk=first.pk).update(opened_at=MONDAY - timedelta(days=3))
    client.force_login(town.mei)
    shown = client.get("/reports/issues/request/?period=2026-03").content.decode()
    assert "反映 2 次 · 本期之前另反映 1 次 · 再次出现 2 次" in shown
    assert "3 件事项" in shown
    said = StringIO()
    call_command(*MAY, stdout=said)
    assert "反映 2 人次，此前另反映 1 人次" in said.getvalue()


def test_behind_a_sentence_that_goes_on_in_every_telling_stands_that_it_does() -> None:
    texts = ("北社区临街烧烤店摆桌到门外", "北社区临街烧烤店夜里划拳。烧烤店夜间太吵")
    found = issues(
        [
            Telling(at, f"N-{at}", 1, "noise", "stalls", MONDAY + timedelta(days=at), MONDAY, text)
            for at, text in enumerate(texts)
        ],
        since=MONDAY,
    )
    [one] = found.lingering
    assert Shown(one, "", "", "", "").heading == ("北社区临街烧烤店…",)
    assert one.words == ("北社区临街烧烤店",)
