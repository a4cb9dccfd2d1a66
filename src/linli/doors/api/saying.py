"""Steps and openings said by a machine: the same commands by their names, the same answer for the same key."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext as _

from linli.doors.api.problems import Problem
from linli.doors.api.rows import done
from linli.doors.api.told import posted, refuse_no_text
from linli.doors.api.whole import Rights
from linli.machines.answers import KeyUsed, answered, keep
from linli.machines.callers import Caller
from linli.matters import access, commands, uploads
from linli.matters.carrying import carried_out
from linli.matters.command import Command, CommandForm, Scene
from linli.matters.commands import Conflict, Done, NotAllowed, Refused, Saying, SentBefore, content_of, in_hand
from linli.matters.kind import Kind, kind_named
from linli.matters.models import Matter
from linli.matters.reach import posts_for
from linli.matters.state import State
from linli.place.models import Unit
from linli.policy.book import book
from linli.staff.posts import Held

Answer = tuple[int, dict[str, Any]]
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Said:
    """What one request says: who, under which key, in which words."""

    called: Caller
    key: str
    told: Mapping[str, Any]
    version: int = 0

    def content(self, verb: str, *, number: str = "") -> str:
        refuse_no_text(self.told)
        return content_of(verb, number=number, told={"told": self.told, "version": self.version})

    def saying(self, content: str) -> Saying:
        one = self.called
        key = one.key(self.key)
        return Saying(one.who, one.at, key, version=self.version, request=one.request, content=content)


def say(said: Said, number: str, verb: str) -> Answer:
    """Say a step to a matter. Raises Http404, Problem."""
    seen = access.find(said.called.who, number)
    command = command_of(seen, verb)
    return _once(said, said.content(verb, number=seen.number), partial(_said, said, seen, command), status=200)


def open_one(said: Said, name: str) -> Answer:
    """Open a matter of the kind of that name in the unit of the token's post. Raises Problem."""
    kind = kind_named(name)
    return _once(said, said.content(f"open {kind.name}"), partial(_opened, said, kind), status=201)


def form_for(called: Caller, seen: Matter, command: Command, *, told: Mapping[str, Any] | None = None) -> CommandForm:
    """The form of a step as this matter narrows it, bound to what was told. Raises Problem."""
    by = Rights(called, seen).post(command)
    if by is None:
        raise Problem("not-allowed")
    others = partial(posts_for, called.who, command.act, seen, of=command.of)
    scene = _scene(called, in_hand(seen).state, by, seen.number, others=others)
    return _bound(command, scene, told)


def command_of(seen: Matter, verb: str) -> Command:
    """The step of that name. Raises Problem where its kind has none, or it follows another one only."""
    command = kind_named(seen.kind).command(verb)
    if command is None or command.only_beside:
        raise Problem("missing")
    return command


def refusal_of(called: Caller, seen: Matter, command: Command) -> str:
    refusal = kind_named(seen.kind).refusal(command, in_hand(seen).state, user=called.who.user.pk)
    return _(refusal) if refusal else ""


def _once(said: Said, content: str, say_it: Callable[[str], Done], *, status: int) -> Answer:
    """The answer that was given under this key before; else say it, and keep the answer."""
    try:
        if before := answered(said.called, said.key, content=content):
            return before.status, before.body
        found = done(say_it(content).matter)
    except (KeyUsed, SentBefore) as error:
        raise Problem("key-used") from error
    except NotAllowed as error:
        raise Problem("not-allowed") from error
    except Conflict as error:
        raise Problem("conflict") from error
    except Refused as refused:
        raise Problem("refused", detail=str(refused)) from refused
    except uploads.Unfit as unfit:
        raise Problem("invalid", fields={"file": [str(unfit)]}) from unfit
    log.info("token %s said a step to %s, request %s", said.called.token.pk, found["number"], said.called.request)
    keep(said.called, said.key, content=content, status=status, body=found)
    return status, found


def _said(said: Said, seen: Matter, command: Command, content: str) -> Done:
    saying = said.saying(content)
    if before := commands.answered(saying):
        return before
    form = form_for(said.called, seen, command, told=said.told)
    if said.version != seen.version:
        raise Conflict(seen.number)
    if refusal := refusal_of(said.called, seen, command):
        raise Refused(refusal)
    return carried_out(command, seen, _cleaned(form), saying=saying)


def _opened(said: Said, kind: Kind, content: str) -> Done:
    saying = said.saying(content)
    if before := commands.answered(saying):
        return before
    (post,) = said.called.who.posts
    unit = Unit.objects.get(pk=post.unit_id)
    if access.posting_at(said.called.who, kind.opening.act, unit) is None:
        raise Problem("not-allowed")
    form = _bound(kind.opening, _scene(said.called, State(kind=kind.name), post, ""), said.told)
    return commands.open_matter(kind, unit=unit, told=_cleaned(form), saying=saying)


def _scene(called: Caller, state: State, by: Held, number: str, **more: Any) -> Scene:
    return Scene(state=state, told={}, by=by, at=called.at, book=book(called.at), number=number, **more)


def _bound(command: Command, scene: Scene, told: Mapping[str, Any] | None) -> CommandForm:
    if told is None:
        return command.form(scene=scene)
    found = posted(told, fields=command.form.base_fields)
    return command.form(found.data, found.files, scene=scene)


def _cleaned(form: CommandForm) -> dict[str, Any]:
    """What the form made of it. Raises Problem with the sentences the desk would show."""
    if form.is_valid():
        return dict(form.cleaned_data)
    errors = {("told" if name == NON_FIELD_ERRORS else name): said for name, said in form.errors.items()}
    raise Problem("invalid", fields={name: [str(one) for one in said] for name, said in errors.items()})
