"""What a channel is given to send, and what it says came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import msgspec

from linli.ground.text import msg
from linli.notices.calling import SECONDS, Answer, Call, Unreachable, call
from linli.notices.guarding import Forbidden

DETAIL = 40
REFUSING = frozenset({400, 401, 403, 404, 405, 406, 410, 411, 413, 414, 415, 422})
ANSWERED = msg("The receiver did not take it.")
REDIRECTED = msg("The receiver sent us on to another address, which we do not follow.")
UNCLEAR = msg("The receiver answered without saying whether it took it.")


@dataclass(frozen=True)
class Message:
    """One notice, opened for the moment of sending."""

    address: str
    secret: str = field(repr=False)
    key: str
    text: str
    at: datetime
    internal: bool = False
    seconds: float = SECONDS
    number: str = field(default="", repr=False)
    """The telephone number of a resident: in memory only."""
    headers: str = ""
    body: str = ""
    proof: str = ""
    told: Mapping[str, str] = field(default_factory=dict)
    """What a webhook gets beside the text."""


@dataclass(frozen=True)
class Outcome:
    """Taken or not; refused when trying again soon will not help; the reason is a msgid."""

    took: bool
    reason: str = ""
    detail: str = ""
    refused: bool = False
    retry_after: str = ""


def posted(told: Call, *, message: Message) -> tuple[Outcome, Answer]:
    """Call, and judge by the status alone."""
    try:
        answer = call(told, internal=message.internal, seconds=message.seconds)
    except Forbidden as no:
        return Outcome(False, str(no), refused=True), Answer(0)
    except Unreachable as nothing:
        return Outcome(False, str(nothing), nothing.detail), Answer(0)
    status, moved = str(answer.status), 300 <= answer.status < 400
    if 200 <= answer.status < 300:
        return Outcome(True, detail=status), answer
    refused = moved or answer.status in REFUSING
    return Outcome(False, REDIRECTED if moved else ANSWERED, status, refused, answer.retry_after), answer


def posted_json(url: str, content: Mapping[str, Any], *, message: Message, ok: tuple[str, ...]) -> Outcome:
    """A robot that answers 200 to everything: the first of these fields that stands in its answer must be nought."""
    headers = {"Content-Type": "application/json; charset=utf-8", "Idempotency-Key": message.key}
    outcome, answer = posted(Call(url, msgspec.json.encode(content), headers), message=message)
    if not outcome.took:
        return outcome
    try:
        said = msgspec.json.decode(answer.body)
        code = next(said[name] for name in ok if name in said)
    except (msgspec.DecodeError, UnicodeDecodeError, TypeError, StopIteration):
        return replace(outcome, took=False, reason=UNCLEAR)
    return outcome if code == 0 else Outcome(False, ANSWERED, str(code)[:DETAIL])
