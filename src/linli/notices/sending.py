"""Sends what is due: one notice after another is claimed, sent, and noted, each step in a transaction of its own."""

import logging
import time
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import override

from linli.ground.seal import CannotOpen
from linli.ground.text import msg
from linli.notices.bookmark import begin_again, bookmark, restored, write_outside
from linli.notices.channels import SENDERS
from linli.notices.channels.message import Message, Outcome
from linli.notices.linking import link_to
from linli.notices.models import Channel, Notice, Try
from linli.notices.private import private_of
from linli.notices.reaching import number_of
from linli.notices.retrying import asked_pause, is_over, pause
from linli.notices.texts import RESIDENT, fill

LEASE = timedelta(minutes=2)
"""Much longer than a call may take: who holds a notice longer hangs, and another takes over."""
AT_MOST, SECONDS = 200, 20.0
"""In one beat: the ledger's own work must not wait for slow receivers."""
OPEN = (Notice.State.WAITING, Notice.State.SENDING)
NO_NUMBER = msg("The resident left no number, or no longer wants to be told.")
UNREADABLE = msg("Where the channel leads cannot be opened: enter its address and secret again.")
UNEXPECTED = msg("The notice could not be made up.")

logger = logging.getLogger(__name__)


def send_due(*, at: datetime) -> int:
    """Send the notices that are due. Returns how many were taken by their receivers."""
    if restored():
        begin_again(at=at)
    took, failing, began = 0, set[int](), time.monotonic()
    for _turn in range(AT_MOST):
        notice = claim(at=at, without=failing) if time.monotonic() - began < SECONDS else None
        if notice is None:
            break
        outcome = sent(notice, at=at)
        took += conclude(notice, outcome, at=at)
        if not (outcome.took or outcome.refused):
            failing.add(notice.channel_id)
    return took


def claim(*, at: datetime, without: set[int]) -> Notice | None:
    """Take the next notice that is due, for as long as a lease lasts; None when there is none.

    Of one matter to one audience by one channel none goes before the one before it has gone or was given up.
    """
    with transaction.atomic():
        notice = _due(at).exclude(channel__in=without).select_related("channel", "matter").first()
        if notice is None:
            return None
        mine = Notice.objects.filter(pk=notice.pk, fence=notice.fence, state__in=OPEN)
        if not mine.update(state=Notice.State.SENDING, leased_until=at + LEASE, fence=F("fence") + 1):
            return None
        mark = bookmark()
        mark.turn += 1
        mark.save()
    write_outside(mark.turn)
    notice.fence += 1
    return notice


def sent(notice: Notice, *, at: datetime) -> Outcome:
    """Make the message up and send it, in no transaction."""
    try:
        with override(notice.channel.language):
            message = message_of(notice, at=at)
            if notice.audience == RESIDENT and not message.number:
                return Outcome(False, NO_NUMBER, refused=True)
            return SENDERS[notice.channel.sort](message)
    except CannotOpen:
        return Outcome(False, UNREADABLE, refused=True)
    except Exception as error:
        logger.exception("the notice %s could not be sent", notice.key)
        return Outcome(False, UNEXPECTED, type(error).__name__, refused=True)


def conclude(notice: Notice, outcome: Outcome, *, at: datetime) -> bool:
    """Note what came of it, unless somebody else has taken over meanwhile: what they note then holds."""
    tries = notice.tries + 1
    now: dict[str, object] = {"tries": tries, "leased_until": None, "reason": outcome.reason, "detail": outcome.detail}
    if outcome.took:
        now |= {"state": Notice.State.SENT, "sent_at": at}
    elif outcome.reason == NO_NUMBER:
        now |= {"state": Notice.State.ASIDE}
    elif is_over(tries=tries, refused=outcome.refused, made_at=notice.made_at, at=at):
        now |= {"state": Notice.State.DEAD}
    else:
        now |= {"state": Notice.State.WAITING, "next_at": at + _pause(notice, outcome, tries=tries, at=at)}
    with transaction.atomic():
        mine = Notice.objects.filter(pk=notice.pk, fence=notice.fence, state=Notice.State.SENDING)
        held = bool(mine.update(**now))
        Try.objects.create(notice=notice, at=at, took=outcome.took, reason=outcome.reason, detail=outcome.detail[:40])
    return held and outcome.took


def message_of(notice: Notice, *, at: datetime) -> Message:
    channel = notice.channel
    private = private_of(channel)
    link = link_to(notice.matter.number, audience=notice.audience)
    text = fill(notice.said, {"link": link})
    return Message(
        address=private.address,
        secret=private.secret,
        key=notice.key,
        text=text,
        at=at,
        internal=channel.internal,
        number=number_of(notice.matter, at=at) if notice.audience == RESIDENT else "",
        headers=channel.headers,
        body=channel.body,
        proof=channel.proof,
        told={"number": notice.matter.number, "kind": notice.matter.kind, "text": text, "link": link},
    )


def _due(at: datetime) -> QuerySet[Notice]:
    before = Notice.objects.filter(
        matter=OuterRef("matter"),
        channel=OuterRef("channel"),
        audience=OuterRef("audience"),
        event__lt=OuterRef("event"),
        state__in=OPEN,
    )
    free = Q(state=Notice.State.WAITING) | Q(state=Notice.State.SENDING, leased_until__lte=at)
    rests = Channel.objects.filter(pk=OuterRef("channel"), rests_until__gt=at)
    return Notice.objects.filter(free, ~Exists(before), ~Exists(rests), next_at__lte=at).order_by("next_at", "event")


def _pause(notice: Notice, outcome: Outcome, *, tries: int, at: datetime) -> timedelta:
    """Our own, or what the receiver asks for: then the whole channel is left alone."""
    asked = asked_pause(outcome.retry_after, at=at) if outcome.retry_after else timedelta()
    if asked:
        Channel.objects.filter(pk=notice.channel_id).update(rests_until=at + asked)
    return max(asked, pause(notice.key, tries=tries))
