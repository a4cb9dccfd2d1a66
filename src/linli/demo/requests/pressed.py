"""The courses of requests on which somebody pressed: urged, supervised, called to by a whistle."""

from linli.demo.county import code_of
from linli.demo.requests.courses import DEPARTMENT, OTHER
from linli.demo.requests.errand import Errand


def urged(errand: Errand) -> None:
    errand.begin()
    errand.desk("urge", urge_ground="near_limit", said=errand.say("urged"))


def explained(errand: Errand) -> None:
    urged(errand)
    _accounted(errand)
    errand.reply()
    errand.answered()


def warned(errand: Errand) -> None:
    errand.begin()
    told = {"exception": "should_handle", "supervise_ground": "bad_effect", "said": errand.say("warned")}
    errand.led("supervise", level="yellow", **told)
    errand.paper("supervision_notice", by=errand.office.lead)


def warned_twice(errand: Errand) -> None:
    warned(errand)
    told = {"exception": "should_handle_lawfully", "supervise_ground": "refuses", "said": errand.say("warned_again")}
    errand.led("supervise", level="red", **told)


def lifted(errand: Errand) -> None:
    warned(errand)
    _got_over_it(errand)


def lifted_from_red(errand: Errand) -> None:
    warned_twice(errand)
    _got_over_it(errand)


def _got_over_it(errand: Errand) -> None:
    errand.progress()
    _accounted(errand)
    errand.led("lift_supervision", said=errand.say("lifted"))
    errand.reply()
    errand.answered()


def _accounted(errand: Errand) -> None:
    errand.says("explain_delay", reason=errand.say("explained_delay"), stage_result=errand.say("stage_result"))


def blown(errand: Errand, *, sort: str = "work") -> None:
    """Only the head of a street calls departments, and to a hard problem with the county's leave."""
    units = [code_of(name) for name in (DEPARTMENT, OTHER)]
    told = {"whistle_sort": sort, "whistle_ground": "joint", "said": errand.say("whistle")}
    if sort == "hard":
        told["leave"] = errand.say("leave")
    errand.add(errand.diary.soon(5, 15), errand.office.leader, "blow", units=units, **told)


def whistled_to_work(errand: Errand) -> None:
    """Both come in time, and are judged."""
    errand.begin()
    blown(errand)
    for department in (DEPARTMENT, OTHER):
        _answers(errand, department)
    _judged(errand)


def whistled_to_a_hard_problem(errand: Errand) -> None:
    """One signs in time and the other a day late."""
    errand.begin()
    blown(errand, sort="hard")
    _answers(errand, DEPARTMENT)
    errand.diary.later(12, 14)
    _answers(errand, OTHER)
    _judged(errand)


def whistle_waits(errand: Errand) -> None:
    """Blown this morning; nobody has signed yet."""
    errand.begin()
    errand.this_morning()
    blown(errand)


def whistle_not_heard(errand: Errand) -> None:
    """One department has come, the other has not signed in its hour."""
    errand.begin()
    blown(errand)
    _answers(errand, DEPARTMENT)


def _answers(errand: Errand, department: str) -> None:
    speaker = errand.office.workers_of(department)[0]
    errand.add(errand.diary.soon(8, 20), speaker, "sign_whistle")
    errand.add(errand.diary.soon(30, 90), speaker, "contact_whistle", said=errand.say("in_touch"))
    errand.add(errand.diary.soon(30, 90), speaker, "arrive", said=errand.say("on_the_spot"))


def _judged(errand: Errand) -> None:
    for department, how in ((DEPARTMENT, "very_satisfied"), (OTHER, "basically")):
        told = {"called": code_of(department), "satisfaction": how, "said": errand.say("judged")}
        errand.add(errand.diary.soon(10, 40), errand.office.leader, "rate_whistle", **told)
    errand.reply(result="resolved")
    errand.answered()
