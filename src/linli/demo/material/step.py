"""One thing said to an invented dispute."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Step:
    """Something said to the matter at a moment (UTC) by a username."""

    at: datetime
    by: str
