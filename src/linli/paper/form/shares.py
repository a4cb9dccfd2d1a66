"""Percentages of a form that its own numbers contradict, and counts that no base gives the percentages beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from linli.ground.percent import change, percent
from linli.ground.text import msg
from linli.paper.form.address import Address
from linli.paper.form.complaint import Complaint
from linli.paper.form.figures import Figure
from linli.paper.form.printed import Printed
from linli.paper.form.roles import EITHER, Count, Share, shares

WRONG_CHANGE = msg("{cell} on the sheet “{sheet}” says {said}, but {now} ({of}) against {before} ({base}) is {right}.")
WRONG_RATE = msg("{cell} on the sheet “{sheet}” says {said}, but {top} ({of}) of {below} ({base}) is {right}.")
WRONG_COUNT = msg("{cell} on the sheet “{sheet}” says {now}, and with that these cannot hold: {reasons}.")
WRONG_COUNT_FITS = msg(
    "{cell} on the sheet “{sheet}” says {now}, and with that these cannot hold: {reasons}. With {fits} they would."
)
FURTHEST = 2000
"""So far from what is printed a number is looked for with which all would hold."""


@dataclass(frozen=True)
class Broken:
    """A change that does not hold, with the count it is most likely of; no base where the form shows none."""

    share: Share
    now: Count
    base: Count | None

    def holds(self, now: int) -> bool:
        return _holds(self.share.figure, now, self.base)


def wrong_shares(printed: Printed) -> Iterator[Complaint]:
    """A percentage is only named where no counts on its line give it."""
    broken: dict[Address, list[Broken]] = {}
    for share in shares(printed):
        if not share.is_change:
            yield from _wrong_rate(printed, share)
        elif found := _broken(share):
            broken.setdefault(found.now.at, []).append(found)
    for at in sorted(broken):
        yield from _told(printed, broken[at])


def _broken(share: Share) -> Broken | None:
    nows = [one for one in share.counts if not one.before]
    bases = [one for one in share.counts if one.before and share.of in (one.before, EITHER)]
    tried: Sequence[Count | None] = bases or [None]
    if not nows or any(_holds(share.figure, now.number, base) for now in nows for base in tried):
        return None
    return Broken(share, _nearest(share, nows), _nearest(share, bases) if bases else None)


def _nearest(share: Share, counts: Sequence[Count]) -> Count:
    """The last before it, else the first behind it."""
    before = [one for one in counts if one.at < share.at]
    return before[-1] if before else counts[0]


def _holds(figure: Figure, now: int, base: Count | None) -> bool:
    if base is not None:
        return bool(base.number) and figure.holds(100 * Fraction(now - base.number, base.number))
    return _has_base(figure, now)


def _has_base(figure: Figure, now: int) -> bool:
    """Whether there is a whole number before that gives this change."""
    half = Fraction(1, 2 * 10**figure.decimals)
    least, most = 1 + (figure.number - half) / 100, 1 + (figure.number + half) / 100
    if not now or most <= 0:
        return least <= 0
    return least <= 0 or max(1, ceil(now / most)) <= floor(now / least)


def _told(printed: Printed, broken: Sequence[Broken]) -> Iterator[Complaint]:
    """A typed count is wrong where several changes, or one without a base, speak against it; else each change is."""
    now = broken[0].now
    typed = not printed.is_filled(now.at)
    if typed and (len(broken) > 1 or broken[0].base is None):
        yield _wrong_count(printed, now, broken)
        return
    for one in broken:
        if one.base is None:
            yield _wrong_count(printed, now, [one])
        else:
            numbers = {
                "now": str(now.number),
                "of": now.at.name,
                "before": str(one.base.number),
                "base": one.base.at.name,
            }
            yield _complaint(
                printed,
                one.share.at,
                WRONG_CHANGE,
                said=_signed(one),
                right=change(now.number, one.base.number),
                **numbers,
            )


def _wrong_count(printed: Printed, now: Count, broken: Sequence[Broken]) -> Complaint:
    reasons = "; ".join(_reason(one) for one in broken)
    near = (now.number + step * sign for step in range(1, FURTHEST) for sign in (-1, 1))
    fits = next((one for one in near if one >= 0 and all(other.holds(one) for other in broken)), None)
    if fits is None:
        return _complaint(printed, now.at, WRONG_COUNT, now=str(now.number), reasons=reasons)
    return _complaint(printed, now.at, WRONG_COUNT_FITS, now=str(now.number), reasons=reasons, fits=str(fits))


def _reason(one: Broken) -> str:
    """In figures alone, which need no language."""
    said = f"{one.share.at.name} {_signed(one)}"
    if one.base is None:
        return said
    return f"{said} ≠ {change(one.now.number, one.base.number)} ({one.base.at.name}: {one.base.number})"


def _wrong_rate(printed: Printed, share: Share) -> Iterator[Complaint]:
    """Where a count on its line is called like it: that count, of any other count.

    A rate that was filled in is counted by its own rule, of more or less than what the form happens to show.
    """
    if printed.is_filled(share.at):
        return
    tops = [one for one in share.counts if any(share.of in text for text in one.called)]
    pairs = [(top, below) for top in tops for below in share.counts if below != top and below.number]
    if not pairs or any(share.figure.holds(100 * Fraction(top.number, below.number)) for top, below in pairs):
        return
    top, below = pairs[0]
    numbers = {"top": str(top.number), "of": top.at.name, "below": str(below.number), "base": below.at.name}
    right = percent(top.number, below.number)
    yield _complaint(printed, share.at, WRONG_RATE, said=share.figure.text, right=right, **numbers)


def _signed(one: Broken) -> str:
    figure = one.share.figure
    return f"+{figure.text}" if figure.number > 0 else figure.text


def _complaint(printed: Printed, at: Address, text: str, **words: str) -> Complaint:
    return Complaint(printed.sheet, at, text, {"cell": at.name, "sheet": printed.sheet, **words})
