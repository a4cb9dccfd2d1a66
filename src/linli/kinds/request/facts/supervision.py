"""A unit was urged, said why it takes so long, and was supervised by a yellow and then a red notice."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.kinds.request import course, supervised
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Urged(Fact):
    """The desk urged the unit; it has until a day to say why it takes so long."""

    sentence = msg("Urged: {urge_ground}; the unit says why by {urge} {said}")
    urge_ground: Plain
    urge: Dated
    said: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.raise_flag("urged")
        self.urge.set_on(state)
        state.data["urges"].append({"seq": stamp.seq, "ground": self.urge_ground, "explained": 0})


@dataclass(frozen=True)
class DelayExplained(Fact):
    """The unit says why it takes so long, and what has come of it so far."""

    sentence = msg("Why it takes so long: {reason} So far: {stage_result}")
    reason: Narrative
    stage_result: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        course.note_handler(state, stamp.user)
        state.lift_flag("urged")
        state.lift_mark("urge")
        for row in supervised.unexplained(state):
            row["explained"] = stamp.seq


@dataclass(frozen=True)
class NoticeAnswered(DelayExplained):
    """The same under a notice: the account that the notice asked for was given."""

    sentence = msg("Account under the notice. Why it takes so long: {reason} So far: {stage_result}")

    def apply(self, state: State, stamp: Stamp) -> None:
        super().apply(state, stamp)
        state.lift_mark("supervision")


@dataclass(frozen=True)
class Supervised(Fact):
    """A notice was given: which level, in which of the three lists of exceptions it stands, and on what ground."""

    sentence = msg("{level}: {exception}; {supervise_ground}; to be put right by {supervision} {said}")
    level: Plain
    exception: Plain
    supervise_ground: Plain
    supervision: Dated
    said: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        lift_notices(state)
        state.raise_flag(supervised.FLAGS[self.level])
        self.supervision.set_on(state)
        state.data["supervision"] = {
            "seq": stamp.seq,
            "level": self.level,
            "exception": self.exception,
            "ground": self.supervise_ground,
        }


@dataclass(frozen=True)
class SupervisionLifted(Fact):
    """What the notice asked for was done, or it is no longer called for."""

    sentence = msg("The notice is lifted: {said}")
    said: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        lift_notices(state)
        state.lift_mark("supervision")
        state.data["supervision"] = None


def lift_notices(state: State) -> None:
    for flag in supervised.FLAGS.values():
        state.lift_flag(flag)
