"""The next steps: what the viewer may lawfully do with a matter now, and the form of one of them."""

import hashlib
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext as _

from linli.doors.desk.gate import Visit
from linli.doors.desk.ready import long_text
from linli.ground.text import msg
from linli.matters import access
from linli.matters.calling_up import NOT_CALLED
from linli.matters.command import Command, CommandForm, Scene
from linli.matters.commands import content_of
from linli.matters.instructing import NOTHING_OPEN, fulfil, may_fulfil
from linli.matters.kind import Kind
from linli.matters.lines import Line
from linli.matters.models import Matter
from linli.matters.state import DESK, State
from linli.policy.models import Phrase
from linli.staff.acts import roles_for
from linli.staff.models import Role
from linli.staff.posts import Held

WEIGHTS = {"next": msg("Next step"), "aside": msg("Also possible"), "end": msg("Bring to an end")}
FALLBACK = "aside"
NOTHING_THERE = frozenset({NOTHING_OPEN, NOT_CALLED})
"""Refusals that say there is nothing the step could be said of: not a step that is still to open."""
OF_THE_PAGE = frozenset({"csrfmiddlewaretoken", "key", "version"})


@dataclass(frozen=True)
class Group:
    """Steps of one weight."""

    weight: str
    word: str
    commands: tuple[Command, ...]


@dataclass(frozen=True)
class Steps:
    """What may be done now, and what could be done if something else were done first."""

    groups: tuple[Group, ...]
    later: tuple[tuple[Command, str], ...]
    awaited: Command | None = None
    """The next step that somebody else takes, where the viewer has none."""

    @property
    def awaited_from(self) -> str:
        """The posts that may take it, in words."""
        roles = roles_for(self.awaited.act) if self.awaited else ()
        return _(", ").join(str(role.label) for role in Role if role.value in roles)


@dataclass(frozen=True)
class Rights:
    """Which of the viewer's posts may do what to one matter, each act asked once."""

    visit: Visit
    matter: Matter
    _known: dict[tuple[str, str], Held | None] = field(default_factory=dict)

    def post(self, act: str, *, of: str = "") -> Held | None:
        if (act, of) not in self._known:
            desks = self._desks if of == DESK else None
            self._known[act, of] = access.posting(self.visit.who, act, self.matter, of=of, desks=desks)
        return self._known[act, of]

    @cached_property
    def _desks(self) -> access.Desks:
        """The desk that took it in, asked for once for all acts."""
        return access.desks_of([self.matter.pk])

    def may(self, act: str) -> bool:
        return self.post(act) is not None

    def may_say(self, command: Command) -> bool:
        return not command.only_beside and self.post(command.act, of=command.of) is not None


@dataclass(frozen=True)
class Step:
    """One step being filled in: its form, and what stood in its way."""

    command: Command
    form: CommandForm
    key: str
    version: int
    problem: str = ""
    meanwhile: Sequence[Line] = ()
    back: str = ""
    """The address of the meeting that the step was opened from; it leads back there."""
    others: Sequence[str] = ()
    """Who else has a form of this matter open now, a sentence each."""
    own: bool = False
    """Whether all that happened meanwhile was done by the viewer, in another window."""
    phrases: Sequence[Phrase] = ()
    """Ready texts for the field of several lines."""

    @property
    def has_files(self) -> bool:
        return self.form.is_multipart()

    @property
    def phrased(self) -> str:
        """The id of the field that a phrase fills."""
        return f"{self.command.name}_{long_text(self.form)}"

    @cached_property
    def fields(self) -> list[Any]:
        return list(self.form.visible_fields())


def steps_for(kind: Kind, state: State, rights: Rights) -> Steps:
    """Every command of the kind that is not hidden, sorted by whether it is lawful now; none for who is barred."""
    now: list[Command] = []
    later: list[tuple[Command, str]] = []
    commands = () if kind.barred(state, rights.visit.who.user.pk) else kind.commands
    for command in commands:
        here = not command.stages or state.stage in command.stages
        if command.weight == "hidden" or not here or not rights.may_say(command):
            continue
        refusal = command.guard(state)
        if refusal in NOTHING_THERE or (command is fulfil and not yours_to_fulfil(state, rights)):
            continue
        if refusal:
            later.append((command, _(refusal)))
        else:
            now.append(command)
    groups = tuple(_grouped(now, state))
    others = () if any(group.weight == "next" for group in groups) else commands
    return Steps(groups=groups, later=tuple(later), awaited=_foremost(others, state))


def yours_to_fulfil(state: State, rights: Rights) -> frozenset[int]:
    """The open instructions that the viewer may say are done, by their place in line."""
    by = rights.post(fulfil.act)
    return frozenset(one.seq for one in state.open_instructions() if by and may_fulfil(one, by))


def _foremost(commands: Sequence[Command], state: State) -> Command | None:
    """The first that would be lawful now and is a next step."""
    asked = (one for one in commands if one.stages and not one.only_beside and one.weight_in(state) == "next")
    return next((one for one in asked if not one.refusal(state)), None)


def _grouped(commands: list[Command], state: State) -> list[Group]:
    groups = []
    for weight, word in WEIGHTS.items():
        weights = ((one, one.weight_in(state)) for one in commands)
        fitting = [one for one, shown in weights if (shown if shown in WEIGHTS else FALLBACK) == weight]
        if fitting:
            groups.append(Group(weight, _(word), tuple(fitting)))
    return groups


def scene_for(visit: Visit, state: State, *, by: Held, number: str) -> Scene:
    """What the form may look at to narrow its choices; nothing is told yet."""
    return Scene(state=state, told={}, by=by, at=visit.at, book=visit.office.book(visit.at), number=number)


def form_for(
    command: Command, scene: Scene, *, data: Any = None, files: Any = None, initial: Mapping[str, Any] | None = None
) -> CommandForm:
    """The form of a command, with the browser's own pickers for days and moments."""
    form = command.form(data, files, scene=scene, initial=dict(initial or {}), auto_id=f"{command.name}_%s")
    for field_ in form.fields.values():
        dress(field_)
    return form


def dress(field_: forms.Field) -> None:
    """Days and moments by the browser's picker; every text with a sensible end."""
    widget = field_.widget
    if isinstance(field_, forms.DateTimeField):
        field_.widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={**widget.attrs, "type": "datetime-local"})
    elif isinstance(field_, forms.DateField):
        field_.widget = forms.DateInput(format="%Y-%m-%d", attrs={**widget.attrs, "type": "date"})
    elif isinstance(widget, forms.Textarea):
        widget.attrs.setdefault("maxlength", str(getattr(field_, "max_length", None) or 20_000))
        widget.attrs["cols"] = "40"
    field_.widget.is_required = field_.required


def new_key() -> str:
    return str(uuid.uuid4())


def told_key(told: Mapping[str, str]) -> str:
    """The key under which this very post is remembered; one that no form of ours wrote is replaced."""
    try:
        return str(uuid.UUID(told.get("key", "")))
    except ValueError:
        return new_key()


def told_content(request: HttpRequest, verb: str, *, number: str = "") -> str:
    """A digest of what was posted, files by what is in them; the page's own marks are left out."""
    told = {name: texts for name, texts in request.POST.lists() if name not in OF_THE_PAGE}
    files = {name: [_digest(file) for file in sent] for name, sent in request.FILES.lists()}
    return content_of(verb, number=number, told={"told": told, "files": files})


def _digest(file: "UploadedFile[bytes]") -> list[str]:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return [file.name or "", digest.hexdigest()]


def told_version(told: Mapping[str, str]) -> int:
    text = told.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
