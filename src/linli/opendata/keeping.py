"""How a published month is kept: it answers to a digest made with a key, and is taken down but never changed."""

from collections.abc import Iterator

from linli.ground.chain import canonical, seal_mac
from linli.ground.clock import utc_text
from linli.ground.sentence import Sentence
from linli.ground.text import msg
from linli.matters.sealing import key
from linli.opendata.models import OpenMonth

ALTERED = msg("open data {month}: the numbers are not those that were published")


def digest_of(month: OpenMonth) -> str:
    told = {
        "month": month.name,
        "counted": utc_text(month.counted_at),
        "under": month.under,
        "licence": month.licence,
        "frozen": month.frozen,
        "seal": month.seal,
    }
    return seal_mac(canonical(told), key=key())


def altered() -> Iterator[Sentence]:
    """What verify says of each month that is not as it was published."""
    for month in OpenMonth.objects.order_by("month").iterator():
        if digest_of(month) != month.digest:
            yield Sentence(ALTERED, month=month.name)
