"""The newest moment the ledger holds, against which a machine's clock is looked at, and its being confirmed."""

from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Max


def newest_at() -> datetime | None:
    """When the last event or seal was written, leaving out what a clock once known to be ahead has dated."""
    last = [rows("Event").order_by("-pk").first(), rows("Seal").order_by("-last").first()]
    confirmed = rows("ClockConfirmed").order_by("-pk").first()
    moments = [row.at for row in last if row and not (confirmed and confirmed.at < row.at <= confirmed.until_at)]
    return max(moments, default=None)


def confirm(*, at: datetime) -> bool:
    """Somebody says that it is `at` now: what is dated later was dated by a wrong clock. False: nothing is."""
    latest = rows("Event").aggregate(latest=Max("at"))["latest"]
    seal = rows("Seal").order_by("-last").first()
    until_at = max((moment for moment in (latest, seal and seal.at) if moment), default=at)
    if until_at <= at:
        return False
    rows("ClockConfirmed").create(at=at, until_at=until_at)
    return True


def rows(name: str) -> Any:
    """A table by its name, so that whoever must look before the house is set up can name this module too."""
    return apps.get_model("matters", name)._default_manager
