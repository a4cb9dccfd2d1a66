"""What a record from outside tells of a dispute, step by step; never said by anybody, only when it is taken in."""

from collections.abc import Iterator

from linli.kinds.dispute import course
from linli.kinds.dispute.commands.closing import close
from linli.kinds.dispute.commands.corrections import correct_party
from linli.kinds.dispute.commands.days import end_of, today
from linli.kinds.dispute.commands.parties import add_party
from linli.kinds.dispute.commands.performance import perform
from linli.kinds.dispute.commands.taking_on import accept
from linli.kinds.dispute.commands.window import window
from linli.kinds.dispute.facts.agreement import Agreed
from linli.kinds.dispute.facts.ending import Terminated
from linli.kinds.dispute.facts.instalments import Instalment
from linli.kinds.dispute.facts.taking_on import Declined
from linli.matters.command import Decision, Scene
from linli.matters.facts import Fact
from linli.matters.told import words

SIDES = ("a", "b")


def agreed_there(scene: Scene) -> Agreed:
    """Told: perhaps agreement, agreement_form, amount_fen, perform_by.

    What is to be performed is one thing, due at once where no day is told; that it is written stands only where the
    record says so.
    """
    effective_on, amount_fen = today(scene), scene.told.get("amount_fen") or 0
    part = Instalment(1, amount_fen, max(scene.told.get("perform_by") or effective_on, effective_on), "")
    confirmation, first, second = window(scene, effective_on)
    return Agreed(
        agreement_form=words(scene, "agreement_form") or "oral",
        main_facts="",
        disputed="",
        terms=words(scene, "agreement"),
        manner="",
        items="",
        amount_fen=amount_fen,
        instalments=(part,),
        effective_on=effective_on,
        copies=course.copies_needed(scene.state),
        performance=end_of(scene, part.due_on, name="performance"),
        confirmation=confirmation,
        confirmation_first=first,
        confirmation_second=second,
    )


def ended_there(scene: Scene) -> Terminated:
    """Told: termination_reason. Of which other ways the sides were told the record says nothing."""
    return Terminated(termination_reason=scene.told["termination_reason"], ways=(), ended_on=today(scene))


def declined_there(scene: Scene) -> Declined:
    """Told: decline_reason."""
    return Declined(decline_reason=scene.told["decline_reason"], told="")


def performed_there(scene: Scene) -> Decision:
    """What was settled there and is closed was performed by then."""
    return perform.decided(scene._replace(told={"number": 0, "performed_on": today(scene), "proof": ""}))


def closed_there(scene: Scene) -> Decision:
    """Whether anybody visited the sides is not known."""
    return close.decided(scene)


def accepted_there(scene: Scene) -> Decision:
    """Whether every side was asked for its consent, and for danger, is not known."""
    return accept.decided(scene._replace(told={}))


def party_again(scene: Scene) -> Iterator[Fact]:
    """Told: name and phone of one side, such as name_a and phone_a, as the record says them now."""
    for side in (side for side in SIDES if f"name_{side}" in scene.told):
        name, phone = words(scene, f"name_{side}"), words(scene, f"phone_{side}")
        first = next((row for row in course.parties(scene.state) if row["side"] == side), None)
        if first and (name or phone):
            told = {"number": first["number"], "name": name, "phone": phone}
            yield from correct_party.decided(scene._replace(told=told)).facts
        elif name:
            yield from add_party.decided(scene._replace(told={"side": side, "name": name, "phone": phone})).facts
