"""The one bookmark of this room, and the count beside the database by which a restored ledger is known."""

import logging
import os
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from linli.ground.text import msg
from linli.matters.models import Event, Seal
from linli.notices.models import Bookmark, Notice
from linli.notices.texts import RESIDENT

RESTORED = msg("The ledger was restored: perhaps the resident was told already.")

logger = logging.getLogger(__name__)


def bookmark() -> Bookmark:
    """Locked until the transaction ends. The first one stands at the end of what was sealed."""
    mark = Bookmark.objects.select_for_update().first()
    if mark is None:
        last = Seal.objects.order_by("-last").values_list("last", flat=True).first() or 0
        mark = Bookmark.objects.create(event=last, residents_from=last)
    return mark


def restored() -> bool:
    """Whether sending was begun more often than this ledger knows of, or nobody can say."""
    outside = _outside()  # before the row: a turn begun between the two readings is no restore
    mark = Bookmark.objects.first()
    if mark is None:
        return False
    return outside > mark.turn or (outside == 0 and mark.turn > 0)


def begin_again(*, at: datetime) -> int:
    """After a restore: residents are told of nothing that lies before it. Returns how many notices were put aside.

    Units are told again under the same keys: rather twice of a duty than never.
    """
    with transaction.atomic():
        mark = bookmark()
        mark.residents_from = Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        mark.turn = max(mark.turn, _outside()) + 1
        mark.save()
        told = Notice.objects.filter(audience=RESIDENT, state__in=(Notice.State.WAITING, Notice.State.SENDING))
        count = told.update(state=Notice.State.ASIDE, reason=RESTORED, detail="", leased_until=None)
    write_outside(mark.turn)
    logger.warning("the ledger was restored: %s notices to residents put aside at %s", count, at.isoformat())
    return count


def write_outside(turn: int) -> None:
    """After the commit and before anything is sent: the ledger can be behind the file, never the file's sendings."""
    file = Path(settings.NOTICES_COUNT)
    draft = file.with_suffix(f".{os.getpid()}.new")
    draft.write_text(str(turn), encoding="ascii")
    draft.replace(file)


def _outside() -> int:
    try:
        return int(Path(settings.NOTICES_COUNT).read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return 0
