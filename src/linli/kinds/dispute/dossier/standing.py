"""Who stands on which side, as the documents name them: each word as it was told last."""

from collections.abc import Iterable
from dataclasses import dataclass

from linli.kinds.dispute.course import Row
from linli.kinds.dispute.facts.corrections import PartyRemoved
from linli.matters.papers import WHOLE, Source
from linli.matters.state import CO_HOLDER, HOLDER, UNIT

COMMITTEE = "人民调解委员会"
AND = "、"


@dataclass(frozen=True)
class Who:
    """One party, agent or representative."""

    row: Row
    name: str
    phone: str
    address: str
    relation: str

    @property
    def is_party(self) -> bool:
        return bool(self.row["role"] == "party")

    @property
    def is_organisation(self) -> bool:
        return bool(self.row["sort"] == "organisation")


def everybody(source: Source, *, until: int = WHOLE) -> list[Who]:
    """All who ever stood in the matter, side by side: the record of a session names also who left since.

    `until`: as it was at that event, with what had been told of them by then; otherwise as it is now.
    """
    rows = _rows_at(source, until) if until else source.state.data["parties"]
    return [_who(source, row) for row in sorted(rows, key=lambda row: (row["side"], row["number"]))]


def there(source: Source, *, until: int = WHOLE) -> list[Who]:
    """All who still stand in it."""
    return [one for one in everybody(source, until=until) if not one.row["gone"]]


def parties(source: Source, *, until: int = WHOLE) -> list[Who]:
    return [one for one in there(source, until=until) if one.is_party]


def agents(source: Source) -> list[Who]:
    """Those who stand in it for others: agents and elected representatives."""
    return [one for one in there(source) if not one.is_party]


def sides(people: Iterable[Who]) -> list[str]:
    return sorted({one.row["side"] for one in people})


def names(people: Iterable[Who]) -> str:
    return AND.join(one.name for one in people)


def side_by_side(source: Source, people: Iterable[Who]) -> str:
    """Each side on a line of its own: 甲方：周桂兰."""
    told = list(people)
    lines = (
        f"{source.label('side', side)}：{names(one for one in told if one.row['side'] == side)}" for side in sides(told)
    )
    return "\n".join(lines)


def opponents(source: Source) -> str:
    """The sides by their names, the longer ones shortened: 周桂兰与孙大勇."""
    told = parties(source)
    return "与".join(_short([one for one in told if one.row["side"] == side]) for side in sides(told))


def reached(source: Source, one: Who) -> str:
    """Side, name, telephone and address in one line."""
    role = "" if one.is_party else source.label("party_role", one.row["role"])
    name = f"{source.label('side', one.row['side'])}{role}：{one.name}"
    return "，".join(part for part in (name, one.phone, one.address) if part)


def acting_for(source: Source, one: Who) -> list[Who]:
    """Those for whom an agent stands: a numbered party, or the whole side."""
    others = [other for other in parties(source) if other.row["side"] == one.row["side"]]
    return [other for other in others if one.row["acts_for"] in (0, other.row["number"])]


def mediators(source: Source) -> str:
    """Who mediates now, or did last."""
    duties = [duty for role in (HOLDER, CO_HOLDER) for duty in source.state.duties if duty.role == role and duty.user]
    until = [duty.until_at for duty in duties]
    last = None if None in until else max((at for at in until if at), default=None)
    there_now = [duty.user for duty in duties if duty.until_at is None or duty.until_at == last]
    return AND.join(source.people[user] for user in dict.fromkeys(there_now) if user)


def committee(source: Source) -> str:
    """The committee of the unit that answers for the matter."""
    duty = source.state.holder(UNIT)
    unit = source.unit or (source.places[duty.unit] if duty else "")
    return unit if unit.endswith(COMMITTEE) else unit + COMMITTEE


def _rows_at(source: Source, seq: int) -> list[Row]:
    told = [one.fact for one in source.told if one.seq <= seq]
    gone = {fact.number for fact in told if isinstance(fact, PartyRemoved)}
    rows = [row for row in source.state.data["parties"] if row["seqs"][0] <= seq]
    return [{**row, "seqs": [one for one in row["seqs"] if one <= seq], "gone": row["number"] in gone} for row in rows]


def _who(source: Source, row: Row) -> Who:
    name, phone, address, relation = (_newest(source, row, word) for word in ("name", "phone", "address", "relation"))
    return Who(row, name, phone, address, relation)


def _newest(source: Source, row: Row, word: str) -> str:
    told = (source.word(seq, word) for seq in reversed(row["seqs"]))
    return next((text for text in told if text), "")


def _short(people: list[Who]) -> str:
    return f"{people[0].name}等{len(people)}人" if len(people) > 2 else names(people)
