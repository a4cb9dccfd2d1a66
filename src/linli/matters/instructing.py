"""Instructions: who is to do what by when, often given in a meeting, each ticked off by itself."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from linli.ground.clock import day_of
from linli.ground.text import msg
from linli.matters.calling_up import still_open
from linli.matters.command import CommandForm, Decision, Refused, Scene, command
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.fields import ChosenNumberField, UnitField, UserField
from linli.matters.kind import BARRED_OTHER, kind_named
from linli.matters.marks import CALLED_UP, INSTRUCTION, instruction_mark
from linli.matters.models import Words
from linli.matters.reach import post_in_reach, reaches
from linli.matters.state import Instruction, Mark, State
from linli.staff.acts import roles_for
from linli.staff.models import User
from linli.staff.posts import Held

NOTHING_OPEN = msg("No instruction is open here.")
NO_MEETING = msg(
    "That is not the number of a meeting that is open now and covers this matter. "
    "Look whether the meeting was closed, or give the instruction from the page of the matter."
)
MEETING = re.compile("[A-Za-z0-9-]{1,32}")
"""What the number of a meeting looks like: no words fit in."""

Covers = Callable[[str, Scene], bool]

MEETINGS: list[Covers] = []


def know_meetings(covers: Covers) -> Covers:
    """Let a room above say whether a number is that of a meeting in which this scene's instruction can be given."""
    MEETINGS.append(covers)
    return covers


@dataclass(frozen=True)
class Instructed(Fact):
    """Somebody is to do something by a day; `user` is None where the unit itself settles who."""

    sentence = msg("{unit} ({user}) is to do by {until}: {what} {meeting}")
    user: int | None
    unit: int
    what: Narrative
    until: Dated
    meeting: Plain = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        due = instruction_mark(stamp.seq)
        state.instructions.append(Instruction(stamp.seq, self.user, self.unit, due, self.meeting))
        state.marks[due] = Mark(at=self.until.at, provisional=False, basis={})
        state.lift_mark(CALLED_UP)


@dataclass(frozen=True)
class Fulfilled(Fact):
    """What an instruction asked for is done."""

    sentence = msg("Instruction of entry {instruction} done: {done}")
    instruction: int
    done: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        for one in state.instructions:
            if one.seq == self.instruction:
                one.done_seq = stamp.seq
                state.lift_mark(one.due)


class InstructForm(CommandForm):
    user = UserField(label=_("Who"), act="note", required=False)
    unit = UnitField(label=_("Which unit"), required=False, help_text=_("A person, a unit, or both."))
    what = forms.CharField(label=_("Task"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000)
    by_on = forms.DateField(label=_("By which day"), help_text=_("It ends when the office closes on that day."))
    meeting = forms.CharField(label=_("Meeting"), required=False, widget=forms.HiddenInput)

    def prepare(self) -> None:
        """The number comes by a link: what cannot be one is left out."""
        if not MEETING.fullmatch(str(self.initial.get("meeting") or "")):
            self.initial.pop("meeting", None)

    def clean(self) -> None:
        told = super().clean() or self.cleaned_data
        if told.get("meeting") and not MEETING.fullmatch(told["meeting"]):
            self.add_error(None, gettext(NO_MEETING))
        if not (self.errors or told.get("user") or told.get("unit")):
            self.add_error("user", gettext("Say who is to do it: a person, a unit, or both."))


class FulfilForm(CommandForm):
    instruction = ChosenNumberField(label=_("Which instruction"))
    done = forms.CharField(label=_("What was done"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000)

    def prepare(self) -> None:
        """Those still open that the one who fills it in may tick off."""
        offered = [one for one in self.scene.state.open_instructions() if post_to_fulfil(one, self.scene)]
        self.fields["instruction"].choices = list(_labelled(offered, self.scene))  # type: ignore[attr-defined]


def some_open(state: State) -> str:
    return still_open(state) or ("" if state.open_instructions() else NOTHING_OPEN)


def post_to_fulfil(instruction: Instruction, scene: Scene) -> Held | None:
    """The post of theirs that may tick it off; not one stood in for whose own user may not handle the matter."""
    barred = kind_named(scene.state.kind).barred
    posts = (post for post in scene.posts if not (post.for_user_id and barred(scene.state, post.for_user_id)))
    return next((post for post in posts if may_fulfil(instruction, post)), None)


def may_fulfil(instruction: Instruction, by: Held) -> bool:
    """Who was told, whoever stands in for them, anybody of the unit where no person was named, or a head."""
    persons = {by.user_id, by.for_user_id}
    told = instruction.user in persons if instruction.user else instruction.unit == by.unit_id
    return told or by.role in roles_for("approve")


@command(msg("Give an instruction"), act="approve", form=InstructForm, guard=still_open, weight="aside")
def instruct(scene: Scene) -> Decision:
    user, unit, by_on = scene.told.get("user"), scene.told.get("unit"), scene.told["by_on"]
    today = day_of(scene.at, zone=scene.book.calendar.zone)
    if not (user or unit):
        raise Refused(gettext("Say who is to do it: a person, a unit, or both."))
    if by_on < today:
        raise Refused(gettext("That day is over. Put in today or a later day."))
    if unit and not reaches(scene.state, unit):
        sentence = gettext("{unit} does not see this matter. Call it in first, or name a unit that does.")
        raise Refused(sentence.format(unit=unit.label))
    at_home = _post_of(user, scene, today=today).unit_id if user else 0
    given = Instructed(
        user=user.pk if user else None,
        unit=unit.pk if unit else at_home,
        what=scene.told["what"],
        until=Dated(INSTRUCTION, at=scene.book.calendar.closing(by_on), provisional=False, basis={}),
        meeting=scene.told.get("meeting") or "",
    )
    return Decision((given,), by=_post_in_meeting(given.meeting, scene))


@command(msg("Instruction done"), act="note", form=FulfilForm, guard=some_open)
def fulfil(scene: Scene) -> Decision:
    told = scene.told["instruction"]
    instruction = next((one for one in scene.state.open_instructions() if one.seq == told), None)
    if instruction is None:
        raise Refused(gettext("That instruction is no longer open. Reload to see those that are."))
    by = post_to_fulfil(instruction, scene)
    if by is None:
        raise Refused(gettext("Only who was told, or a head, says that an instruction is done."))
    return Decision((Fulfilled(instruction=told, done=scene.told["done"]),), by=by)


def _post_in_meeting(meeting: str, scene: Scene) -> Held | None:
    """The post of theirs from which they can speak in that meeting; None where no meeting is named."""
    if not meeting:
        return None
    posts = (post for post in scene.posts if any(covers(meeting, scene._replace(by=post)) for covers in MEETINGS))
    if found := next(posts, None):
        return found
    raise Refused(gettext(NO_MEETING))


def _post_of(user: User, scene: Scene, *, today: date) -> Held:
    post = post_in_reach(scene.state, user, act="note", on=today)
    if post is None:
        sentence = gettext("{user} does not see this matter. Assign it first, or name somebody who does.")
        raise Refused(sentence.format(user=user.name))
    if kind_named(scene.state.kind).barred(scene.state, user.pk):
        raise Refused(gettext(BARRED_OTHER).format(user=user.name))
    return post


def _labelled(instructions: list[Instruction], scene: Scene) -> Iterator[tuple[int, str]]:
    """Each with its day and the beginning of its words, unless these were erased."""
    rows = Words.objects.filter(matter__number=scene.number, field="what", seq__in=[one.seq for one in instructions])
    said = dict(rows.values_list("seq", "text"))
    for one in instructions:
        until_on = day_of(scene.state.marks[one.due].at, zone=scene.book.calendar.zone)
        yield one.seq, f"{one.seq} · {until_on.isoformat()} · {said.get(one.seq, '')[:40]}"
