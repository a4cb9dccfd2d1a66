"""Handing something in: three steps, shown one at a time; nothing typed is lost, whatever goes wrong."""

import re

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods

from linli.doors.counter import lanes, proof
from linli.doors.counter.caller import Caller, open_to_all, page
from linli.doors.counter.chart import SIDE, Window, drawn
from linli.doors.counter.filling import STEPS, Filling, filling, heed
from linli.doors.counter.handing import add_pictures, handing, is_new, number_before
from linli.doors.counter.joining import join_in, told_near
from linli.doors.counter.look import Look, remember, switched
from linli.doors.counter.pictures import keep_pictures
from linli.doors.counter.views.front import handed_in
from linli.ground.text import msg
from linli.matters.commands import Conflict, NotAllowed, Refused, SentBefore
from linli.matters.following import code_of
from linli.matters.handed_in import take_in
from linli.matters.kind import Kind
from linli.matters.pointing import point_of
from linli.matters.shown import clock
from linli.matters.spots import IN_BRACKETS
from linli.place.grid import cell_at

PIXEL = re.compile("[0-9]{1,4}")
OUTSIDE = msg("That is outside the area this centre looks after. Tap inside it, or write where it is.")
TOO_LONG = msg("This page had been open for more than a day. Nothing is lost: please press the button once more.")
NO_LONGER = msg("Nobody can join in there any more. Please hand it in yourself: what you wrote is still on this page.")
BUSY = msg("The counter could not finish this. Nothing is lost: please press the button once more.")
WAIT = msg("Too much was handed in within this hour. Please send again from {time}; what you wrote stays on this page.")
WAIT_PLAIN = msg(
    "Without scripts in the browser only a few may hand in within an hour, and they have. "
    "Please send again from {time}, or switch scripts on; what you wrote stays on this page."
)


@require_http_methods(["GET", "POST"])
@open_to_all
def hand_in(caller: Caller, kind: str) -> HttpResponse:
    chosen = next((one for one in handed_in(caller) if one.name == kind), None)
    if chosen is None:
        return page(caller, "counter/missing.html", status=404)
    if not caller.posted:
        return _page(caller, filling(chosen, QueryDict(mutable=True), step=0, at=caller.at, bound=False))
    asked = caller.request.POST.get("go", "next")
    if asked.startswith("look:"):
        return _looked_at_anew(caller, chosen, asked.removeprefix("look:"))
    return _moved(caller, _read(caller, chosen), asked)


def _read(caller: Caller, kind: Kind) -> Filling:
    """What came in, with the pictures that came along kept as drafts.

    Whoever planted a challenge of their own in a page could ask with it for the code of what is handed in.
    """
    told = caller.request.POST.copy()
    if caller.from_elsewhere:
        told["challenge"] = ""
    step = told.get("step", "")
    read = filling(kind, told, step=int(step) if step in ("0", "1", "2") else 0, at=caller.at, bound=True)
    read.drafts, read.problems = keep_pictures(caller, most=read.photos)
    return read


def _moved(caller: Caller, read: Filling, asked: str) -> HttpResponse:
    """One step on or back, a tap on the map, a picture less; or everything is handed in."""
    tapped = _tapped(caller, read)
    if tapped or asked in ("wider", "unmark") or asked.startswith("drop:"):
        _change(read, asked)
        return _again(caller, read)
    if asked.startswith("too:"):
        return _joined_in(caller, read, asked.removeprefix("too:"))
    if read.problems:
        heed(read.form, read.names)
        return _page(caller, read, status=422)
    if asked == "back":
        return _again(caller, read, step=read.step - 1)
    read.place_in_words()
    if asked != "send" or read.step < STEPS - 1:
        return _again(caller, read, step=read.step + 1) if read.is_step_right() else _page(caller, read, status=422)
    wrong = read.first_wrong_step()
    if wrong is not None:
        read.step = wrong
        return _page(caller, read, status=422)
    return _handed_in(caller, read)


def _tapped(caller: Caller, read: Filling) -> bool:
    """Whether the map was tapped, or the telephone said where it is; the place is noted."""
    told, window = caller.request.POST, read.window
    x, y, here = told.get("map.x", ""), told.get("map.y", ""), point_of(told.get("here", ""))
    if window is None or not (here or (PIXEL.fullmatch(x) and PIXEL.fullmatch(y) and (x, y) != ("0", "0"))):
        return False
    lon, lat = here or window.ground(min(int(x), SIDE), min(int(y), SIDE))
    cell = cell_at(lon, lat)
    if cell is None:
        read.problems.append(_(OUTSIDE))
    else:
        read.mark(window.near() if here else window, cell, lon=lon, lat=lat)
    return True


def _change(read: Filling, asked: str) -> None:
    if asked == "unmark":
        read.unmark()
    elif asked == "wider" and read.window:
        read.told["view"] = read.window.wider().written()
    read.drafts = [draft for draft in read.drafts if asked != f"drop:{draft.stored}"]


def _again(caller: Caller, read: Filling, *, step: int | None = None) -> HttpResponse:
    """The page with what was told so far, and nothing said of what is still missing."""
    fresh = filling(read.kind, read.told, step=read.step if step is None else step, at=caller.at, bound=True)
    fresh.drafts, fresh.problems = read.drafts, read.problems
    fresh.form.errors.clear()
    return _page(caller, fresh)


def _looked_at_anew(caller: Caller, kind: Kind, asked: str) -> HttpResponse:
    """Another language, size or light in the midst of it."""
    look = switched(caller.look, asked)
    with override(look.language):
        read = _read(caller, kind)
        read.form.errors.clear()
        return remember(_page(caller, read, look=look), look)


def _handed_in(caller: Caller, read: Filling) -> HttpResponse:
    """Everything is right: see whether it may be handed in now, and hand it in."""
    asked = proof.read(read.told.get("challenge", ""), at=caller.at)
    if asked is None:
        return _refused(caller, read, _(TOO_LONG), status=409)
    worked = proof.is_solved(asked, nonce=read.told.get("nonce", ""))
    lane, saying = lanes.WORKED if worked else lanes.UNWORKED, handing(key=asked.key, at=caller.at, request=caller.id)
    if is_new(saying) and (until := lanes.full_until(lane, caller.address, at=caller.at)):
        return _refused(caller, read, _(WAIT if worked else WAIT_PLAIN).format(time=clock(until)), status=429)
    try:
        done = take_in(read.kind, told=read.form.cleaned_data, saying=saying)
        if not done.again:
            lanes.count(lane, caller.address, at=caller.at)
        add_pictures(done.matter, read.drafts, saying=saying)
    except SentBefore:
        return _to_result(number_before(saying), before=True)
    except Conflict:
        return _refused(caller, read, _(BUSY), status=409)
    except Refused as refused:
        return _refused(caller, read, str(refused), status=409)
    except NotAllowed:
        return page(caller, "counter/missing.html", status=404)
    return _to_result(done.matter.number)


def _joined_in(caller: Caller, read: Filling, sign: str) -> HttpResponse:
    """Nothing is handed in: a neighbour told it already, and one more has it. Against floods it counts the same."""
    read.form.errors.clear()
    asked = proof.read(read.told.get("challenge", ""), at=caller.at)
    if asked is None:
        return _refused(caller, read, _(TOO_LONG), status=409)
    worked = proof.is_solved(asked, nonce=read.told.get("nonce", ""))
    lane, saying = lanes.WORKED if worked else lanes.UNWORKED, handing(key=asked.key, at=caller.at, request=caller.id)
    if until := lanes.full_until(lane, caller.address, at=caller.at):
        return _refused(caller, read, _(WAIT if worked else WAIT_PLAIN).format(time=clock(until)), status=429)
    try:
        done = join_in(read, sign, saying=saying)
    except (Refused, NotAllowed, Conflict, SentBefore):
        done = None
    if done is None:
        return _refused(caller, read, _(NO_LONGER), status=409)
    if not done.again:
        lanes.count(lane, caller.address, at=caller.at)
    return page(caller, "counter/joined.html", kind=read.kind)


def _to_result(number: str, *, before: bool = False) -> HttpResponse:
    place = reverse("kept", args=(code_of(number),))
    return HttpResponseRedirect(f"{place}?before=1" if before else place, status=303)


def _refused(caller: Caller, read: Filling, problem: str, *, status: int) -> HttpResponse:
    read.problems.append(problem)
    return _page(caller, read, status=status)


def _page(caller: Caller, read: Filling, *, status: int = 200, look: Look | None = None) -> HttpResponse:
    asked = proof.read(read.told.get("challenge", ""), at=caller.at) or proof.challenge(
        at=caller.at, lately=lanes.together(lanes.WORKED, at=caller.at)
    )
    window = read.window if read.step == 1 else None
    near = told_near(read, at=caller.at)
    values = {"filling": read, "kind": read.kind, "counter": read.counter, "challenge": asked, "window": window}
    return page(caller, "counter/hand_in.html", status=status, look=look, map=_map(read, window), near=near, **values)


def _map(read: Filling, window: Window | None) -> str:
    found = IN_BRACKETS.search(read.told.get(read.cell_field, ""))
    return drawn(window, point=read.point, cell=found[1] if found else "") if window else ""
