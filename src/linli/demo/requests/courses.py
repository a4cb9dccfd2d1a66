"""The courses of requests that are over: each function tells one, from the acceptance to its end."""

from collections.abc import Callable

from linli.demo.county import code_of
from linli.demo.requests.errand import Errand

Tell = Callable[[Errand], None]
DEPARTMENT, OTHER = "云棠县城市管理局", "云棠县住房和城乡建设局"
A_WHILE = (14, 18)
"""Days after which nothing can be asked for again."""


def settled(errand: Errand) -> None:
    errand.begin()
    if errand.chance.random() < 0.5:
        errand.progress()
    errand.reply()
    errand.answered()


def added_to(errand: Errand) -> None:
    """The resident added a few words while it was in hand."""
    errand.begin()
    errand.resident("supplement", text=errand.say("added"))
    errand.reply()
    errand.answered()


def archived(errand: Errand) -> None:
    settled(errand)
    errand.diary.later(*A_WHILE)
    errand.led("archive")


def redone(errand: Errand) -> None:
    errand.begin()
    errand.reply()
    errand.answered(content=False)
    errand.again()
    errand.answered()


def redone_twice(errand: Errand) -> None:
    errand.begin()
    errand.reply()
    for _ in range(2):
        errand.answered(content=False)
        errand.again()
    errand.answered()


def sent_back(errand: Errand) -> None:
    errand.accept()
    errand.dispatch()
    errand.says("send_back", return_ground="not_our_duty", why=errand.say("not_ours"))


def upheld(errand: Errand) -> None:
    sent_back(errand)
    errand.desk("uphold_return", note=errand.say("upheld"))
    errand.dispatch(DEPARTMENT)
    _worked_on(errand)


def re_dispatched(errand: Errand) -> None:
    sent_back(errand)
    errand.dispatch(DEPARTMENT, verb="re_dispatch")
    _worked_on(errand)


def designated(errand: Errand) -> None:
    sent_back(errand)
    errand.dispatch(verb="designate")
    _worked_on(errand)


def _worked_on(errand: Errand) -> None:
    errand.sign()
    errand.contact()
    errand.reply()
    errand.answered()


def extended(errand: Errand) -> None:
    asked_for_more(errand)
    errand.led("grant_extension", note=errand.say("upheld"))
    errand.reply(low=5, high=8)
    errand.answered()


def not_extended(errand: Errand) -> None:
    asked_for_more(errand)
    errand.led("refuse_extension", why=errand.say("no_more_time"))
    errand.reply()
    errand.answered()


def asked_for_more(errand: Errand) -> None:
    errand.begin()
    errand.says("ask_extension", days=5, why=errand.say("more_time"), legal_basis=errand.say("more_time_basis"))


def resumed(errand: Errand) -> None:
    errand.begin()
    errand.led("suspend", why=errand.say("waits"))
    errand.diary.later(5, 9)
    errand.led("resume", why=errand.say("goes_on"))
    errand.reply()
    errand.answered()


def waived(errand: Errand) -> None:
    errand.begin()
    errand.reply(result="resolved")
    for way in ("phone", "phone", "message"):
        errand.diary.later(1, 1)
        errand.desk("not_reached", tried_by=way, note=errand.say("tried"))
    errand.led("waive_call_back", waive_ground="unreachable")
    errand.desk("close")


def rated_late(errand: Errand) -> None:
    """Closed without a word, and then the resident says it is well."""
    waived(errand)
    errand.resident("rate", solved="yes", satisfaction="satisfied")


def asked_again(errand: Errand) -> None:
    settled(errand)
    errand.resident("ask_redo", why=errand.say("not_lasting"))
    errand.again()
    errand.answered()


def ordered_again(errand: Errand) -> None:
    errand.begin()
    errand.reply()
    errand.desk("order_redo", why=errand.say("found_undone"))
    errand.again()
    errand.answered()


def reopened(errand: Errand) -> None:
    archived(errand)
    errand.led("reopen", why=errand.say("reopened"))
    errand.dispatch()
    _worked_on(errand)


def answered_now(errand: Errand) -> None:
    errand.desk("answer_now", text=errand.say("answered_now"))


def refused(ground: str) -> Tell:
    def tell_it(errand: Errand) -> None:
        errand.desk("not_accept", refusal_ground=ground)

    return tell_it


def withdrawn(errand: Errand) -> None:
    errand.begin()
    errand.desk("withdraw", why=errand.say("withdrawn"))


def taken_back(errand: Errand) -> None:
    errand.accept()
    errand.resident("take_back", why=errand.say("withdrawn"))


def converted(errand: Errand) -> None:
    errand.accept()
    told = {name: errand.say(f"handed_{name}") for name in ("title", "text", "why")}
    errand.led("convert", to_kind="dispute", **told)


def put_right(errand: Errand) -> None:
    """Its sort was taken down wrongly, and its place."""
    errand.accept()
    errand.desk("reclassify", sort="other", category="", urgency="")
    errand.desk("correct_place", place=errand.say("right_place"))
    errand.dispatch()
    _worked_on(errand)


def parked_and_taken_up(errand: Errand) -> None:
    errand.begin()
    errand.reply(result="explained")
    errand.desk("park", why=errand.say("parked"), review_in=30)
    errand.diary.later(20, 25)
    errand.desk("take_up", why=errand.say("taken_up"))
    errand.reply(result="resolved")
    errand.answered()


def laid_aside_for_good(errand: Errand) -> None:
    errand.begin()
    errand.reply(result="explained")
    errand.desk("park", why=errand.say("parked"), review_in=20)
    errand.diary.later(22, 25)
    errand.desk("close")


def split(errand: Errand) -> None:
    """A part goes to a department, and its answer comes before the answer to the whole."""
    errand.begin()
    told = {"to_unit": code_of(DEPARTMENT), "title": errand.fill("{place}路口部分"), "task": errand.say("parted")}
    errand.desk("split", why=errand.say("why"), **told)
    whole, errand.worker, mine = errand.worker, errand.office.workers_of(DEPARTMENT)[0], errand.steps
    errand.steps = []
    errand.sign()
    errand.reply(low=0, high=1, result="resolved")
    errand.sequels += [("part", step) for step in errand.steps]
    errand.worker, errand.steps = whole, mine
    errand.reply(result="resolved")
    errand.answered()


def data_asked(errand: Errand) -> None:
    settled(errand)
    for asked, said in (("copy", ""), ("correct", errand.say("data_said")), ("delete", "")):
        errand.resident("ask_data", data_ask=asked, said=said)
        ruling = "refused" if asked == "delete" else "granted"
        errand.led("answer_data", first_asked=True, data_ruling=ruling, answer=errand.say("data_answer"))
