"""What a resident adds to a matter that they follow: words and pictures, said with the code of that matter."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from linli.ground.text import msg
from linli.matters.attaching import Attached
from linli.matters.command import CommandForm, Refused, Scene, command
from linli.matters.facts import Fact, Narrative, Stamp
from linli.matters.state import File, State

FROM_RESIDENT = "resident"
"""The label of what a resident handed in."""
SUPPLEMENTS = "supplements"
CLOSED = msg("This matter is closed, so nothing can be added to it any more. Hand in a new one if something is left.")


@dataclass(frozen=True)
class Supplemented(Fact):
    """A resident added something; where it stands is kept, so that it can be withheld."""

    sentence = msg("The resident added: {text}")
    searched = ("text",)
    text: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data.setdefault(SUPPLEMENTS, []).append(stamp.seq)

    def for_resident(self) -> str:
        return msg("You added: {text}")


class SupplementForm(CommandForm):
    photos: ClassVar[int] = 3

    text = forms.CharField(
        label=_("What you want to add"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )


def added_by_residents(state: State) -> frozenset[int]:
    """The events in which a resident added words or pictures: who they are may show in them."""
    return frozenset({*state.data.get(SUPPLEMENTS, ()), *(file.seq for file in state.files if _is_theirs(file))})


def still_open(state: State) -> str:
    return CLOSED if state.closed_at else ""


def _is_theirs(file: File) -> bool:
    return file.label == FROM_RESIDENT


@command(
    msg("Add something"),
    act="answer",
    form=SupplementForm,
    guard=still_open,
    hint=msg("Words or pictures that help. Whoever handles the matter reads them."),
    weight="aside",
    public=True,
)
def supplement(scene: Scene) -> Iterator[Fact]:
    """Told: text, and `photos`, each as the door kept it: name, mime, size, stored, digest."""
    text, photos = scene.told.get("text", ""), scene.told.get("photos", ())
    if not text and not photos:
        raise Refused(gettext("Nothing was added. Write a few words, or choose a picture."))
    if text:
        yield Supplemented(text=text)
    for photo in photos:
        yield Attached(label=FROM_RESIDENT, **photo)
