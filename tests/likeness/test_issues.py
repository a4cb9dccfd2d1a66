"""Many tellings of one cause at one place are one issue; what came back lingers; joining in weighs little."""

import random
from datetime import timedelta
from typing import Any

import pytest

from linli.likeness.clustering import Telling, causes
from linli.likeness.issues import issues
from tests.town import MONDAY

DAY = timedelta(days=1)
LAMP = ("3号楼门口的路灯坏了三天", "门口路灯不亮，老人摔跤", "路灯坏了没人修，3号楼", "晚上路灯不亮")
NOISE = ("夜市烧烤摊半夜太吵", "烧烤摊油烟大，半夜还吵", "楼下烧烤摊吵到两点")
OTHER = ("井盖松动", "下水道堵塞返水", "共享单车乱停")


def told(matter: int, text: str, **more: Any) -> Telling:
    usual = {
        "cell": 1,
        "root": "public",
        "category": "lamp",
        "opened_at": MONDAY + matter * DAY / 10,
        "closed_at": None,
    }
    return Telling(matter=matter, number=f"N-{matter}", text=text, **{**usual, **more})


STREET = [
    *(told(at, text) for at, text in enumerate(LAMP, 1)),
    *(told(at, text, root="noise", category="stall") for at, text in enumerate(NOISE, 11)),
    *(told(at, text) for at, text in enumerate(OTHER, 21)),
]


def test_what_is_told_in_other_words_at_one_place_is_one_hot_issue_and_the_rest_is_none() -> None:
    hot = issues(STREET, since=MONDAY).hot
    assert [(issue.numbers, issue.reporters) for issue in hot] == [
        (("N-1", "N-2", "N-3", "N-4"), 4),
        (("N-11", "N-12", "N-13"), 3),
    ]
    assert "路灯" in "".join(hot[0].words)
    assert "烧烤摊" in hot[1].words


def test_the_order_in_which_they_come_does_not_matter() -> None:
    shuffled = random.Random(3).sample(STREET, len(STREET))
    assert issues(shuffled, since=MONDAY) == issues(STREET, since=MONDAY)


@pytest.mark.parametrize(
    ("more", "together"),
    [
        ({}, True),
        ({"cell": 2}, False),
        ({"root": "noise"}, False),
        ({"category": "wires"}, True),
        ({"category": "wires", "text": "路灯杆旁的井盖坏了"}, False),
        ({"text": "井盖坏了"}, False),
    ],
)
def test_one_cause_is_one_cell_one_group_of_categories_and_like_words(more: dict[str, Any], together: bool) -> None:
    beside = [told(at, text, cell=9) for at, text in enumerate((*OTHER, *NOISE), 30)]
    one = told(2, **{"text": "门口的路灯坏了三天没人修", **more})
    found = causes([told(1, LAMP[0]), one, told(3, "3号楼门口井盖坏了", cell=8), *beside])
    assert any({1, 2} <= {telling.matter for telling in cause.tellings} for cause in found) is together


@pytest.mark.parametrize(
    ("closed", "again", "returns"),
    [(1, 10, 1), (1, 31, 1), (1, 32, 0), (10, 5, 0), (None, 10, 0)],
)
def test_a_cause_lingers_that_is_told_again_within_a_month_after_it_was_closed(
    closed: int | None, again: int, returns: int
) -> None:
    before = MONDAY + closed * DAY if closed else None
    first = told(1, LAMP[0], opened_at=MONDAY, closed_at=before)
    second = told(2, LAMP[0], opened_at=MONDAY + again * DAY)
    found = issues([first, second], since=MONDAY + DAY).lingering
    assert [issue.returns for issue in found] == [returns] * bool(returns)


def test_of_what_came_back_each_matter_that_is_listed_is_counted_before_those_days_or_in_them() -> None:
    first = told(1, LAMP[0], opened_at=MONDAY, closed_at=MONDAY + DAY)
    found = issues([first, *(told(at, LAMP[0], opened_at=MONDAY + at * DAY) for at in (2, 3))], since=MONDAY + DAY)
    [issue] = found.lingering
    assert (issue.before, issue.reporters, len(issue.numbers)) == (1, 2, 3)
    assert [one.before for one in issues(STREET, since=MONDAY).hot] == [0, 0]


@pytest.mark.parametrize(
    ("stories", "words"),
    [
        (
            ("烧烤店夜间太吵\n临街烧烤店摆桌到门外", "烧烤店夜间太吵\n临街烧烤店夜里划拳"),
            ("烧烤店夜间太吵", "临街烧烤店"),
        ),
        (("水泵坏了。了却无人修", "水泵坏了。了却无人修"), ("了却无人修", "水泵坏了")),
    ],
)
def test_a_stretch_is_what_most_tellings_have_in_common_and_not_pieced_together(
    stories: tuple[str, ...], words: tuple[str, ...]
) -> None:
    first, second = (told(at, story, opened_at=MONDAY + at * DAY) for at, story in enumerate(stories))
    [issue] = issues([first._replace(closed_at=MONDAY + DAY / 2), second], since=MONDAY).lingering
    assert issue.words == words


def test_reporters_come_first_and_a_hundred_who_only_joined_in_weigh_less_than_seven() -> None:
    few = [told(1, LAMP[0], votes=100), told(2, LAMP[0]), told(3, LAMP[0])]
    many = [told(at, NOISE[0], root="noise") for at in range(11, 21)]
    hot = issues([*few, *many], since=MONDAY).hot
    assert [issue.reporters for issue in hot] == [10, 3]
    assert (hot[1].votes, hot[1].weight < 10) == (100, True)


def test_a_part_that_the_desk_opened_itself_is_nobodys_telling() -> None:
    assert not issues([told(at, LAMP[0], reporters=int(at < 3)) for at in range(1, 6)], since=MONDAY).hot
