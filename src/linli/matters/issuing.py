"""Issuing an official paper and making one void: facts of the matter, numbered in the same transaction."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from linli.ground.text import msg
from linli.matters.choosing import ChosenField, ChosenNumberField
from linli.matters.command import CommandForm, Decision, Refused, Scene, command
from linli.matters.facts import Fact, Narrative, Plain, Stamp
from linli.matters.genuine import check_of
from linli.matters.kind import kind_named
from linli.matters.papers import PAPER, WHOLE, PaperForm
from linli.matters.state import Paper, State
from linli.matters.told import filled
from linli.place.models import Unit
from linli.place.tree import path_of
from linli.staff.posts import Held, covering

VOIDED_FOR = {
    "mistake": msg("a mistake in the paper"),
    "addressee": msg("made out to the wrong addressee"),
    "withdrawn": msg("the decision was withdrawn"),
    "printed": msg("spoilt in printing"),
}
NO_PAPERS = msg("No official paper can be issued in this matter.")
NOTHING_STANDS = msg("No paper was issued here that is not void already.")
STANDS = msg("This paper was issued already and stands. Make it void first, then issue it anew.")
NOT_ABOUT = msg("There is nothing here that this paper could be about. Choose it again from the list of papers.")
NOT_THEIRS = msg("This paper is issued by {unit}. Ask somebody there.")


@dataclass(frozen=True)
class PaperIssued(Fact):
    """An official paper was issued; its words are written from what had been told until then."""

    sentence = msg("Official paper issued: {form} {number}")
    form: Plain
    about: int
    number: Plain
    check: Plain
    unit: int

    def apply(self, state: State, stamp: Stamp) -> None:
        paper = Paper(stamp.seq, self.form, self.about, self.number, self.check, self.unit, stamp.at)
        state.papers.append(paper)


@dataclass(frozen=True)
class PaperVoided(Fact):
    """A paper no longer holds; its number stays in the series as a void one."""

    sentence = msg("Official paper made void, {void_reason}: {form} {number} {note}")
    issued: int
    form: Plain
    number: Plain
    void_reason: Plain
    note: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        for paper in state.papers:
            if paper.seq == self.issued:
                paper.void_seq = stamp.seq


class IssuePaperForm(CommandForm):
    form = ChosenField(label=gettext_lazy("Official paper"))
    about = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def prepare(self) -> None:
        """Only what can be issued now; of that the one that was chosen already."""
        now = {paper.name: paper.word for paper, _about in issuable(self.scene.state)}
        if (chosen := self.initial.get("form")) in now:
            now = {chosen: now[chosen]}
        self.fields["form"].choices = [(name, _(word)) for name, word in now.items()]  # type: ignore[attr-defined]


class VoidPaperForm(CommandForm):
    issued = ChosenNumberField(label=gettext_lazy("Official paper"))
    void_reason = ChosenField(label=gettext_lazy("Why"), choices=[(code, _(word)) for code, word in VOIDED_FOR.items()])
    note = forms.CharField(
        label=gettext_lazy("Note"), required=False, widget=forms.Textarea(attrs={"rows": 2}), max_length=1000
    )

    def prepare(self) -> None:
        kind, papers = kind_named(self.scene.state.kind), standing_papers(self.scene.state)
        choices = [(one.seq, f"{_(kind.label('form', one.form))} {one.number}".strip()) for one in papers]
        self.fields["issued"].choices = choices  # type: ignore[attr-defined]


def issuable(state: State) -> Iterator[tuple[PaperForm, int]]:
    """Each paper that may be issued now, with the event that it would be about."""
    for paper in kind_named(state.kind).papers:
        if not paper.needs(state):
            yield from ((paper, about) for about in paper.each(state) if state.paper(paper.name, about=about) is None)


def standing_papers(state: State) -> list[Paper]:
    return [paper for paper in state.papers if not paper.void_seq]


def has_papers(state: State) -> str:
    return "" if kind_named(state.kind).papers else NO_PAPERS


def something_stands(state: State) -> str:
    return "" if standing_papers(state) else NOTHING_STANDS


@command(msg("Issue an official paper"), act="record", form=IssuePaperForm, guard=has_papers, weight="hidden")
def issue_paper(scene: Scene) -> Decision:
    state, form = scene.state, _form(scene)
    about = int(scene.told.get("about") or next(iter(form.each(state)), WHOLE))
    if refusal := _refusal(form, state, about=about):
        raise Refused(_(refusal))
    by, unit = _issuer(scene, form)
    number = scene.draw(form.series) if form.series else ""
    check = check_of(scene.number, place=len(state.papers))
    issued = PaperIssued(form=form.name, about=about, number=number, check=check, unit=unit)
    return Decision(facts=(issued,), by=by)


@command(msg("Make a paper void"), act="record", form=VoidPaperForm, guard=something_stands, weight="hidden")
def void_paper(scene: Scene) -> Decision:
    paper = next((one for one in standing_papers(scene.state) if one.seq == scene.told["issued"]), None)
    if paper is None:
        raise Refused(_(NOTHING_STANDS))
    by = _post_of(scene, paper.unit)
    reason = scene.told["void_reason"]
    if paper.number:
        with override(PAPER):
            scene.void(paper.number, _(VOIDED_FOR[reason]))
    voided = PaperVoided(
        issued=paper.seq, form=paper.form, number=paper.number, void_reason=reason, note=filled(scene, "note")
    )
    return Decision(facts=(voided,), by=by)


def _form(scene: Scene) -> PaperForm:
    form = kind_named(scene.state.kind).paper(str(scene.told["form"]))
    if form is None:
        raise Refused(_(NO_PAPERS))
    return form


def _refusal(form: PaperForm, state: State, *, about: int) -> str:
    if needs := form.needs(state):
        return needs
    if about not in form.each(state):
        return NOT_ABOUT
    return STANDS if state.paper(form.name, about=about) else ""


def _issuer(scene: Scene, form: PaperForm) -> tuple[Held, int]:
    """The post it is issued from, and the unit whose paper it is."""
    duty = scene.state.holder(form.signs)
    unit = duty.unit if duty else scene.by.unit_id
    return _post_of(scene, unit), unit


def _post_of(scene: Scene, unit: int) -> Held:
    """A post of theirs in that unit or above it. Raises Refused."""
    there: Any = Unit.objects.get(pk=unit)
    by = covering(scene.posts, issue_paper.act, path_of(there))
    if by is None:
        raise Refused(_(NOT_THEIRS).format(unit=there.label))
    return by
