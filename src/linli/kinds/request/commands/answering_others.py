"""What a reply does beyond its own request: to those that go with it, and to the whole that it is a part of."""

from collections.abc import Mapping

from linli.kinds.request import cycles, joined
from linli.kinds.request.facts.merging import AnswerPassedOn
from linli.kinds.request.facts.splitting import PartClosed
from linli.matters.command import Beside, Decision, Scene
from linli.matters.facts import Fact
from linli.matters.state import State
from linli.matters.told import home


def answers_with(state: State) -> tuple[str, ...]:
    """The numbers of those that hear of a reply."""
    whole = joined.part_of(state)
    return (*joined.waiting(state), *([whole] if whole else ()))


def answered(scene: Scene, reply: Fact, answer: Mapping[str, str]) -> Decision:
    """The reply with all that follows from it: `answer` holds text, measures, legal_basis and result."""
    state = scene.state
    along, whole = joined.waiting(state), joined.part_of(state)
    handlers = sorted({*cycles.handlers(state), scene.by.user_id})
    told = {"number": scene.number, "handlers": handlers, **answer}
    facts: list[Fact] = [reply]
    beside = [Beside(number, "answer_along", {**told, "unit": home(state)}) for number in along]
    if along:
        facts.append(AnswerPassedOn(numbers=along))
    if whole:
        facts.append(PartClosed(number=whole, outcome=answer["result"]))
        beside.append(Beside(whole, "part_answered", told))
    return Decision(tuple(facts), beside=tuple(beside))
