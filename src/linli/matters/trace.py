"""What of a matter may be laid beside others: what, where, when and how; never who."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Trace:
    """What of a matter may be laid beside others: what, where, when and how; never who."""

    category: str
    cell: int | None
    from_at: datetime
    until_at: datetime
    method_seq: int = 0
    method_field: str = "method"
    series: str = ""
