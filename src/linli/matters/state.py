"""What a timeline adds up to: the present state of one matter, as plain values."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec

from linli.ground.chain import canonical_record


@dataclass
class Mark:
    """A named moment that rules look at; `basis` holds all that is needed to explain and recompute it."""

    at: datetime
    provisional: bool
    basis: dict[str, Any]


@dataclass
class Duty:
    """Who holds the matter, as what, from when until when."""

    role: str
    unit: int
    user: int | None
    from_at: datetime
    until_at: datetime | None = None


@dataclass
class File:
    """An attachment: its name is among the words of event `seq`."""

    seq: int
    mime: str
    size: int
    stored: str
    label: str
    removed: bool = False


@dataclass
class Tie:
    """What the matter shares with others: a series it belongs to, the matter it came from or goes on as."""

    sort: str
    number: str
    from_at: datetime
    until_at: datetime | None = None


@dataclass
class Instruction:
    """Who was told to do something, as event `seq` says it; `due` names its mark, `done_seq` the event of its end."""

    seq: int
    user: int | None
    unit: int
    due: str
    meeting: str
    done_seq: int = 0


@dataclass
class Paper:
    """An official paper as event `seq` issued it: which form, about which event (0: the whole matter), by which unit.

    `check` is the digest by which its code is found; `void_seq` the event that made it void.
    """

    seq: int
    form: str
    about: int
    number: str
    check: str
    unit: int
    at: datetime
    void_seq: int = 0


@dataclass
class State:
    """The folded timeline. Holds no personal or narrative text: only the places (`seq`) where words are kept."""

    kind: str
    stage: str = ""
    title_seq: int = 0
    category: str = ""
    cell: int | None = None
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    colour: str = ""
    because: str = ""
    turns_at: datetime | None = None
    outcome: str = ""
    flags: list[str] = field(default_factory=list)
    marks: dict[str, Mark] = field(default_factory=dict)
    duties: list[Duty] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    instructions: list[Instruction] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)

    def raise_flag(self, flag: str) -> None:
        self.flags = sorted({*self.flags, flag})

    def lift_flag(self, flag: str) -> None:
        self.flags = [kept for kept in self.flags if kept != flag]

    def lift_mark(self, name: str) -> None:
        """Take away a moment that no longer matters."""
        self.marks.pop(name, None)

    def begin_duty(self, role: str, *, unit: int, user: int | None, at: datetime) -> None:
        """Give a duty. A sole duty (any but an assisting one) ends the one before it."""
        if role not in SHARED_DUTIES:
            self.end_duty(role, at=at)
        self.duties.append(Duty(role=role, unit=unit, user=user, from_at=at))

    def end_duty(self, role: str, *, at: datetime, unit: int | None = None, user: int | None = None) -> None:
        """End the open duties of a role; narrowed to one unit or user where given."""
        for duty in self.duties:
            fits = unit in (None, duty.unit) and user in (None, duty.user)
            if duty.role == role and duty.until_at is None and fits:
                duty.until_at = at

    def holders(self, role: str) -> list[Duty]:
        return [duty for duty in self.duties if duty.role == role and duty.until_at is None]

    def holder(self, role: str) -> Duty | None:
        return next(iter(self.holders(role)), None)

    def tie(self, sort: str, number: str, *, at: datetime) -> None:
        """Tie the matter to that number; a tie that is open already stays as it is."""
        if number not in self.tied(sort):
            self.ties.append(Tie(sort=sort, number=number, from_at=at))

    def untie(self, sort: str, number: str, *, at: datetime) -> None:
        """End the open tie to that number; that it was there stays."""
        for tie in self.ties:
            if (tie.sort, tie.number, tie.until_at) == (sort, number, None):
                tie.until_at = at

    def forget_tie(self, sort: str, number: str) -> None:
        """Take the open tie to that number away as if it had never been: the timeline alone still tells of it."""
        self.ties = [tie for tie in self.ties if (tie.sort, tie.number, tie.until_at) != (sort, number, None)]

    def tied(self, sort: str) -> list[str]:
        """The numbers of the open ties of a sort."""
        return [tie.number for tie in self.ties if tie.sort == sort and tie.until_at is None]

    def open_instructions(self) -> list[Instruction]:
        """Neither done nor lapsed: with the closing of the matter all lapse."""
        return [one for one in self.instructions if not (one.done_seq or self.closed_at) and one.due in self.marks]

    def paper(self, form: str, *, about: int = 0) -> Paper | None:
        """The paper of that form that was issued about this and stands."""
        return next((one for one in self.papers if (one.form, one.about, one.void_seq) == (form, about, 0)), None)

    def written(self) -> str:
        """The state as canonical JSON: what is stored, and compared byte for byte on replay."""
        return canonical_record(self.__dict__)

    @classmethod
    def read(cls, text: str) -> "State":
        return msgspec.json.decode(text, type=cls)


UNIT, LEADER, TEAM_LEAD, HOLDER, CO_HOLDER, ASSISTING, DESK = (
    "unit",
    "leader",
    "team_lead",
    "holder",
    "co_holder",
    "assisting",
    "desk",
)
SHARED_DUTIES = frozenset({CO_HOLDER, ASSISTING})
