"""The courses a case can take; each function tells one, from the acceptance to where it stands."""

from collections.abc import Callable

from linli.demo.cases.docket import Docket

Tell = Callable[[Docket], None]


def unassessed(docket: Docket) -> None:
    """Nobody has looked at it yet."""
    assert not docket.steps


def solvable(docket: Docket) -> None:
    """Can be solved now, and it is being worked on."""
    docket.begin("solvable")
    docket.diary.workdays_ago(docket.chance.randint(1, 2))
    docket.progress(high=0)


def stale(docket: Docket) -> None:
    """Could be solved, and nothing was recorded for a long time."""
    docket.begin("solvable")
    docket.progress()


def not_yet(docket: Docket) -> None:
    docket.begin("not_yet")
    if docket.chance.random() < 0.5:
        docket.officer_says("note", text=docket.say("note", "hold"), public=False)


def first_results(docket: Docket) -> None:
    docket.begin("solvable")
    docket.progress(first=True)


def called_up(docket: Docket) -> None:
    """The leader wants it on the table of the next meeting."""
    docket.begin("solvable")
    docket.diary.workdays_ago(1)
    docket.progress(high=0)
    docket.led("call_up", reason=docket.say("called", "why"))


def reported(docket: Docket) -> None:
    docket.begin("first_results")
    docket.diary.workdays_ago(docket.chance.randint(1, 2))
    docket.report("solved" if docket.criminal else "handled", on=docket.diary.on)


def sent_back(docket: Docket) -> None:
    docket.begin("solvable")
    docket.progress(first=True)
    docket.report("solved" if docket.criminal else "handled")
    docket.diary.workdays_ago(docket.chance.randint(1, 2))
    docket.led("send_back", why=docket.say("sent_back", "why"))


def over_limit(docket: Docket) -> None:
    """Administrative, and its lawful limit has run out."""
    docket.begin("not_yet")
    docket.progress(low=2, high=6)


def more_time_asked(docket: Docket) -> None:
    docket.begin("not_yet")
    docket.diary.workdays_ago(1)
    docket.officer_says("ask_extension", why=docket.say("extended", "asked"))


def more_time_given(docket: Docket) -> None:
    docket.begin("first_results")
    docket.diary.after_opening(14, 20)
    docket.officer_says("ask_extension", why=docket.say("extended", "asked"))
    docket.led("approve_extension", document=docket.say("extended", "document"))


def suspended(docket: Docket) -> None:
    docket.begin("not_yet")
    docket.progress()
    docket.report("suspended")
    docket.approve(note="suspended")


def resumed(docket: Docket) -> None:
    suspended(docket)
    docket.diary.workdays_ago(2)
    docket.officer_says("resume", why=docket.say("resumed", "why"))


def reopened(docket: Docket) -> None:
    """Closed, and looked at again."""
    closed("handled")(docket)
    docket.diary.workdays_ago(docket.chance.randint(3, 6))
    docket.led("reopen", why=docket.say("reopened", "why"))
    docket.assess("first_results")


def solved(docket: Docket) -> None:
    """Solved on the day that was ordered."""
    docket.begin("solvable")
    docket.progress(first=True)
    docket.close_as("solved", on=docket.solved_on)


def closed(result: str) -> Tell:
    def tell_it(docket: Docket) -> None:
        docket.begin("solvable" if result == "handled" else "not_yet")
        docket.progress(low=1, high=5)
        docket.close_as(result)

    return tell_it


def not_filed(docket: Docket) -> None:
    docket.assess("not_yet")
    docket.decline(docket.chance.choice(("no_offence", "too_slight", "civil", "not_ours", "duplicate")))


def really_a_dispute(docket: Docket) -> None:
    """Taken for damage, and it turns out to be a quarrel of neighbours."""
    docket.assess("not_yet")
    docket.assign()
    told = {name: docket.say("handed", f"back_{name}") for name in ("title", "text", "why")}
    docket.diary.later(1, 2)
    docket.led("convert", to_kind="dispute", **told)
