"""The walk explains a deadline day by day."""

from datetime import timedelta

from tests.ground.deadlines import counted, paused


def test_the_walk_tells_day_by_day_what_counted_and_why() -> None:
    walk = counted("2026-09-24T10:00", "4wd", paused("2026-09-29T10:00", "2026-09-30T09:00")).walk
    assert [(f"{step.on:%m-%d}", step.number, step.why) for step in walk] == [
        ("09-24", None, "Day it began, not counted"),
        ("09-25", None, "Public holiday"),
        ("09-26", None, "Public holiday"),
        ("09-27", None, "Public holiday"),
        ("09-28", 1, "Working day"),
        ("09-29", None, "Clock paused"),
        ("09-30", 2, "Working day"),
        *[(f"10-0{day}", None, "Public holiday") for day in range(1, 8)],
        ("10-08", 3, "Working day"),
        ("10-09", 4, "Working day"),
    ]


def test_the_walk_of_hours_tells_how_long_each_day_gave() -> None:
    pause = paused("2026-11-23T00:00", "2026-11-24T00:00")
    walk = counted("2026-11-20T16:30", "3wh", pause, starts="same").walk
    assert [(step.on.day, step.lasted, step.why) for step in walk] == [
        (20, timedelta(hours=1), "Working day"),
        (21, timedelta(0), "Weekend"),
        (22, timedelta(0), "Weekend"),
        (23, timedelta(0), "Clock paused"),
        (24, timedelta(hours=2), "Working day"),
    ]


def test_the_walk_says_that_the_office_was_already_closed() -> None:
    for span in ("1wh", "1wd"):
        first = counted("2026-11-20T18:00", span, starts="same").walk[0]
        assert (first.counted, first.why) == (False, "Office already closed")


def test_the_walk_shows_the_roll() -> None:
    walk = counted("2026-08-28T10:00", "15d", rolls=True).walk
    assert [(step.on.day, step.counted, step.why) for step in walk[-3:]] == [
        (12, True, "Natural day"),
        (13, False, "Weekend"),
        (14, True, "Rolled over to the next working day"),
    ]
