"""The courses of requests that are open today: where each of them stands."""

from linli.demo.requests.courses import asked_for_more, sent_back
from linli.demo.requests.errand import Errand


def handed_in(errand: Errand) -> None:
    """Nobody has looked at it yet."""
    assert not errand.steps


def accepted(errand: Errand) -> None:
    errand.accept()


def dispatched(errand: Errand) -> None:
    errand.accept()
    errand.dispatch()


def signed(errand: Errand) -> None:
    """Signed for, and whoever asked was not called yet."""
    dispatched(errand)
    errand.sign()


def in_hand(errand: Errand) -> None:
    errand.begin()
    errand.progress()


def return_asked(errand: Errand) -> None:
    sent_back(errand)


def returned_twice(errand: Errand) -> None:
    """Neither of two units wants to be in charge; the second one has it in hand all the same."""
    sent_back(errand)
    errand.dispatch("云棠县生态环境局", verb="re_dispatch")
    errand.says("send_back", return_ground="needs_other_lead", why=errand.say("not_ours"))
    errand.dispatch(verb="designate")
    errand.sign()


def more_time_asked(errand: Errand) -> None:
    asked_for_more(errand)


def suspended(errand: Errand) -> None:
    errand.begin()
    errand.led("suspend", why=errand.say("waits"))


def to_redo(errand: Errand) -> None:
    """The resident said no on the last working day."""
    errand.begin()
    errand.reply(low=1, high=1)
    errand.diary.workdays_ago(1)
    errand.desk("call_back", contacted="yes", solved="no", satisfaction="dissatisfied", reason="half_done")


def to_redo_long_ago(errand: Errand) -> None:
    errand.begin()
    errand.reply(low=0, high=0)
    errand.desk("call_back", contacted="yes", solved="no", satisfaction="very_dissatisfied", reason="not_done")


def replied(errand: Errand) -> None:
    errand.begin()
    errand.diary.workdays_ago(1)
    errand.reply(low=0, high=0)


def not_called_back(errand: Errand) -> None:
    errand.begin()
    errand.reply(low=0, high=1)


def parked(errand: Errand) -> None:
    errand.begin()
    errand.reply(low=1, high=2, result="explained")
    errand.desk("park", why=errand.say("parked"), review_in=60)


def parked_too_long(errand: Errand) -> None:
    errand.begin()
    errand.reply(low=1, high=2, result="explained")
    errand.desk("park", why=errand.say("parked"), review_in=15)


def data_wanted(errand: Errand) -> None:
    in_hand(errand)
    errand.resident("ask_data", data_ask="copy", said="")
