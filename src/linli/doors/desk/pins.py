"""What somebody pinned to the page they come in by: a word, where it leads, and a figure where one can be told."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict
from django.urls import Resolver404, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from linli.doors.desk.models import Pin, SavedView, pins_made, views_shown
from linli.ground.text import msg, tidy
from linli.matters.access import Viewer
from linli.matters.asking import Listing, read_listing
from linli.matters.command import Refused

MOST = 12
FULL = msg("At most {most} things are pinned. Take one away first.")
NO_PAGE = msg("This page cannot be pinned.")


@dataclass(frozen=True)
class To:
    """Where a pin leads: what stands in the address of the page, and what behind its ?."""

    told: Mapping[str, str]
    query: QueryDict


@dataclass(frozen=True)
class Shown:
    """The figure of a pin: what it counts, of when, and how it moved."""

    figure: str = ""
    counts: str = ""
    period: str = ""
    moved: str = ""


@dataclass(frozen=True)
class Pinned:
    """A pin as the page shows it; without a figure it is a way there and no more."""

    pk: int
    word: str
    url: str
    shown: Shown = Shown()


NO_FIGURE = Shown()
Figures = Callable[[Viewer, Sequence[To], datetime], Sequence[Shown]]
FIGURES: dict[str, Figures] = {}


def tell_figures(address: str, figures: Figures) -> None:
    """Let a page say the figures of its pins: `address` is its name, `figures` is asked once, for all of its pins."""
    FIGURES[address] = figures


def pins_of(who: Viewer) -> list[Pin]:
    """In the order of pinning; a view that is not shared with the viewer any more has no pin."""
    pins = pins_made(who)
    theirs = {view.pk: view for view in views_shown(who)} if any(pin.view_id for pin in pins) else {}
    kept = [pin for pin in pins if pin.view_id is None or pin.view_id in theirs]
    for pin in kept:
        if pin.view_id:
            pin.view = theirs[pin.view_id]
    return kept


def listings_of(pins: list[Pin]) -> dict[str, Listing]:
    """What the pinned views ask for, to be counted together with the rest of the page."""
    return {f"pin.{pin.pk}": listing_of(pin.view) for pin in pins if pin.view}


def shown(pins: list[Pin], who: Viewer, *, found: Mapping[str, int], at: datetime) -> list[Pinned]:
    told = _of_pages([pin for pin in pins if not pin.view], who, at=at)
    return [
        _of_view(pin, pin.view, found) if pin.view else Pinned(pin.pk, pin.word, pin.page, told.get(pin.pk, NO_FIGURE))
        for pin in pins
    ]


def listing_of(view: SavedView) -> Listing:
    return read_listing(dict(QueryDict(view.query).lists()))


def pin_view(view: SavedView, who: Viewer, *, at: datetime) -> Pin:
    """Raises Refused."""
    _refuse_more(who)
    return Pin.objects.get_or_create(owner=who.user, view=view, defaults={"made_at": at})[0]


def pin_page(word: str, who: Viewer, *, page: str, at: datetime) -> Pin:
    """Any page of this house that is not posted to. Raises Refused."""
    _refuse_more(who)
    word, page = tidy(word)[:60], page[:500]
    path, _mark, _query = page.partition("?")
    if not word or not path.startswith("/") or not url_has_allowed_host_and_scheme(page, allowed_hosts=None):
        raise Refused(_(NO_PAGE))
    try:
        resolve(path)
    except Resolver404 as error:
        raise Refused(_(NO_PAGE)) from error
    return Pin.objects.get_or_create(owner=who.user, view=None, page=page, defaults={"word": word, "made_at": at})[0]


def _of_view(pin: Pin, view: SavedView, found: Mapping[str, int]) -> Pinned:
    return Pinned(pin.pk, view.title, f"{reverse('matters')}?{view.query}", Shown(str(found[f"pin.{pin.pk}"])))


def _of_pages(pins: list[Pin], who: Viewer, *, at: datetime) -> dict[int, Shown]:
    """Each page that says figures is asked once."""
    asked: dict[str, dict[int, To]] = {}
    for pin in pins:
        name, to = _address_of(pin.page)
        if name in FIGURES:
            asked.setdefault(name, {})[pin.pk] = to
    told: dict[int, Shown] = {}
    for name, there in asked.items():
        told |= zip(there, FIGURES[name](who, list(there.values()), at), strict=True)
    return told


def _address_of(page: str) -> tuple[str, To]:
    """By what name the page is known, and where it leads; a later version may not have it any more."""
    path, _mark, query = page.partition("?")
    try:
        match = resolve(path)
    except Resolver404:
        return "", To({}, QueryDict())
    return match.url_name or "", To(match.kwargs, QueryDict(query))


def _refuse_more(who: Viewer) -> None:
    if Pin.objects.filter(owner=who.user).count() >= MOST:
        raise Refused(_(FULL).format(most=MOST))
