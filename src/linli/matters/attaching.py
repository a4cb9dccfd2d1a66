"""Adding a file to a matter: what it is, and where its sealed content lies."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.ground.text import msg
from linli.matters.command import CommandForm, Scene, command
from linli.matters.facts import Fact, Narrative, Plain, Stamp
from linli.matters.fields import ChosenField
from linli.matters.state import File, State

LABELS = {
    "application": msg("Application"),
    "identity": msg("Proof of identity"),
    "power": msg("Power of attorney"),
    "evidence": msg("Evidence"),
    "record": msg("Signed record"),
    "agreement": msg("Signed agreement"),
    "performance": msg("Proof of performance"),
    "rights": msg("Signed notice of rights and duties"),
    "inquiry": msg("Signed inquiry record"),
    "confirmation": msg("Paper of the court"),
    "resident": msg("Picture from the resident"),
    "other": msg("Other"),
}


@dataclass(frozen=True)
class Attached(Fact):
    """A file was added; its content is stored sealed under `stored`.

    `digest` is the SHA-256 of the content as it was kept: after it was made harmless, before it was sealed.
    """

    sentence = msg("{label} attached: {name}")
    searched = ("name",)
    name: Narrative
    label: Plain
    mime: Plain
    size: int
    stored: Plain
    digest: Plain

    def apply(self, state: State, stamp: Stamp) -> None:
        state.files.append(File(stamp.seq, self.mime, self.size, self.stored, self.label))

    def for_resident(self) -> str:
        return msg("A picture of yours was added.") if self.label == "resident" else ""


class AttachForm(CommandForm):
    """The door turns the uploaded file into what `attach` is told: name, mime, size, stored, digest."""

    label = ChosenField(label=_("What it is"), choices=[(code, _(word)) for code, word in LABELS.items()])
    file = forms.FileField(label=_("File"), help_text=_("Pictures, PDF, Word or Excel, at most 10 MB."))


@command(msg("Attach a file"), act="attach", form=AttachForm, weight="aside")
def attach(scene: Scene) -> Attached:
    told = {name: scene.told[name] for name in ("name", "label", "mime", "size", "stored", "digest")}
    return Attached(**told)
