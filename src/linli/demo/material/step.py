"""One thing said to an invented dispute."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Step:
    """Something said to the matter at a moment (UTC) by a username."""

    at: datetime
    by: str

    @property
    def told_at(self) -> datetime:
        """When it is written down: at once, or when it is over."""
        return self.at
