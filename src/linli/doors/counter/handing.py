"""Handing in: one matter with its pictures, however often the same page is sent."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from linli.doors.counter.drafts import drop, let_go, taken_over
from linli.doors.counter.models import Draft
from linli.matters.commands import Conflict, Done, Saying, answered, carry_out, content_of
from linli.matters.following import at_the_counter, bearer
from linli.matters.models import Matter
from linli.matters.supplementing import supplement

TRIES = 8


def add_pictures(matter: Matter, drafts: Sequence[Draft], *, saying: Saying) -> None:
    """Add the pictures that were handed in with it, once. Raises NotAllowed, Refused, SentBefore."""
    if drafts:
        key = str(uuid.uuid5(uuid.UUID(saying.key), "pictures"))
        add(matter, text="", drafts=drafts, key=key, at=saying.at, request=saying.request)


def add(matter: Matter, *, text: str, drafts: Sequence[Draft], key: str, at: datetime, request: str) -> Done:
    """Add words and pictures to a matter, once. Raises NotAllowed, Refused, SentBefore."""
    told = {"text": text, "photos": [draft.digest for draft in drafts]}
    content, who = content_of(supplement.name, number=matter.number, told=told), bearer(matter, at=at)
    saying = Saying(who=who, at=at, key=key, version=matter.version, request=request, content=content)
    if done := answered(saying):
        return done
    try:
        photos = taken_over(drafts)
    except FileNotFoundError:
        if done := answered(saying):
            return done
        raise
    done = _added(matter, {"text": text, "photos": photos}, saying=saying)
    drop(drafts)
    return done


def _added(matter: Matter, told: dict[str, Any], *, saying: Saying) -> Done:
    """What is added contradicts nothing that was said meanwhile, so it is said to the newest version."""
    done = None
    try:
        for _try in range(TRIES):
            try:
                done = carry_out(supplement, matter.number, told=told, saying=saying)
                return done
            except Conflict:
                matter.refresh_from_db(fields=["version"])
                saying = replace(saying, version=matter.version)
        raise Conflict(matter.number)
    finally:
        if done is None or done.again:
            let_go(told["photos"])


def is_new(saying: Saying) -> bool:
    """Whether nothing was handed in under this key yet."""
    return answered(saying) is None


def handing(*, key: str, at: datetime, request: str) -> Saying:
    return Saying(who=at_the_counter(at=at), at=at, key=key, request=request)


def number_before(saying: Saying) -> str:
    """The number of what was handed in under this key, with whatever words."""
    done = answered(replace(saying, content=""))
    assert done is not None
    return done.matter.number
