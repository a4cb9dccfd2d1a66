"""What a resident may say now to the matter they follow: each public step that is lawful, as its own small form."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from linli.doors.counter.course import Course
from linli.doors.counter.filling import form_of
from linli.doors.counter.models import Draft
from linli.matters.command import Command, CommandForm
from linli.matters.commands import Saying
from linli.matters.following import bearer
from linli.staff.counter import counter_user


@dataclass
class Answer:
    """One step being filled in."""

    command: Command
    form: CommandForm
    key: str
    version: int
    drafts: list[Draft] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def asked(self) -> list[Any]:
        return list(self.form.visible_fields())

    @property
    def is_open(self) -> bool:
        """Whether it is shown unfolded: it was sent and needs another look, or it is what is waited for."""
        return bool(self.problems or self.form.errors or self.command.weight == "next")


def answers(course: Course, *, at: datetime, sent: Answer | None = None) -> Iterator[Answer]:
    """Every public step that is lawful now; one that was just sent stays as it was filled in."""
    for command in lawful(course):
        if sent and sent.command is command:
            yield sent
        else:
            form = form_of(command, state=course.state, at=at, number=course.matter.number)
            yield Answer(command, form, str(uuid.uuid4()), course.matter.version)


def lawful(course: Course) -> list[Command]:
    """Those asked for before those one may add."""
    user = counter_user().pk
    public = (one for one in course.kind.commands if one.public and not one.only_beside)
    now = [one for one in public if not course.kind.refusal(one, course.state, user=user)]
    return sorted(now, key=lambda one: one.weight_in(course.state) != "next")


def told_answer(course: Course, command: Command, told: Any, *, at: datetime) -> Answer:
    """The step as it came in."""
    form = form_of(command, state=course.state, at=at, told=told, number=course.matter.number)
    version = told.get("version", "")
    seen = int(version) if version.isascii() and version.isdigit() and len(version) < 10 else 0
    return Answer(command, form, _key(told.get("key", "")), seen)


def saying(course: Course, answer: Answer, *, at: datetime, request: str) -> Saying:
    who = bearer(course.matter, at=at)
    return Saying(who=who, at=at, key=answer.key, version=answer.version, request=request)


def _key(text: str) -> str:
    try:
        return str(uuid.UUID(text))
    except ValueError:
        return str(uuid.uuid4())
