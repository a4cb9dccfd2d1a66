"""The verbs every kind has: note, rename, erase, each with its fact and form; and all those from beside it."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.ground.text import msg
from linli.matters.attaching import LABELS, Attached, attach
from linli.matters.calling_up import CallDismissed, CalledUp, call_up, dismiss_call
from linli.matters.command import CommandForm, Refused, Scene, command
from linli.matters.facts import Fact, Narrative, Plain, Stamp
from linli.matters.fields import ChosenField
from linli.matters.instructing import Fulfilled, Instructed, fulfil, instruct
from linli.matters.issuing import VOIDED_FOR, PaperIssued, PaperVoided, issue_paper, void_paper
from linli.matters.state import State
from linli.matters.supplementing import Supplemented, supplement

GROUNDS = {
    "request": msg("asked for by the person concerned"),
    "retention": msg("retention period over"),
    "mistake": msg("recorded by mistake"),
}


@dataclass(frozen=True)
class Noted(Fact):
    """A note was written; internal unless said to be public."""

    sentence = msg("Note: {text}")
    text: Narrative
    public: bool = False

    def for_resident(self) -> str:
        return msg("{text}") if self.public else ""


@dataclass(frozen=True)
class Renamed(Fact):
    """The title was put better."""

    sentence = msg("Renamed: {title}")
    title: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        state.title_seq = stamp.seq


@dataclass(frozen=True)
class Erased(Fact):
    """The words of an earlier event were wiped out; that there were some stays in the chain."""

    sentence = msg("Words of entry {of} erased: {ground}")
    of: int
    fields: tuple[Plain, ...]
    ground: Plain

    def erases(self) -> tuple[tuple[int, str], ...]:
        return tuple((self.of, name) for name in self.fields)

    def apply(self, state: State, stamp: Stamp) -> None:
        for file in state.files:
            file.removed = file.removed or file.seq == self.of


class NoteForm(CommandForm):
    text = forms.CharField(label=_("Note"), widget=forms.Textarea(attrs={"rows": 3}), max_length=4000)
    public = forms.BooleanField(
        label=_("The parties may be told this"),
        required=False,
        help_text=_("Whoever follows the matter with its code reads it. Nothing is sent to anybody."),
    )


class RenameForm(CommandForm):
    title = forms.CharField(label=_("Title"), max_length=60)


class EraseForm(CommandForm):
    of = forms.IntegerField(widget=forms.HiddenInput)
    ground = ChosenField(label=_("Why"), choices=[(code, _(word)) for code, word in GROUNDS.items()])


@command(msg("Write a note"), act="note", form=NoteForm, weight="aside")
def note(scene: Scene) -> Noted:
    return Noted(text=scene.told["text"], public=bool(scene.told.get("public")))


@command(msg("Rename"), act="record", form=RenameForm, weight="aside")
def rename(scene: Scene) -> Renamed:
    return Renamed(title=scene.told["title"])


@command(msg("Erase words"), act="erase", form=EraseForm, weight="hidden")
def erase(scene: Scene) -> Erased:
    """`fields` are the private fields that the event has, looked up by the door."""
    fields: tuple[Any, ...] = tuple(scene.told["fields"])
    if not fields:
        raise Refused(_("That entry holds no words to erase."))
    return Erased(of=scene.told["of"], fields=fields, ground=scene.told["ground"])


EVERYDAY_FACTS: tuple[type[Fact], ...] = (
    Noted,
    Attached,
    Renamed,
    Erased,
    Instructed,
    Fulfilled,
    CalledUp,
    CallDismissed,
    Supplemented,
    PaperIssued,
    PaperVoided,
)
EVERYDAY = (note, attach, rename, erase, fulfil, instruct, call_up, dismiss_call, supplement, issue_paper, void_paper)
EVERYDAY_CHOICES = {"label": LABELS, "ground": GROUNDS, "void_reason": VOIDED_FOR}
