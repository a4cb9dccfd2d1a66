"""Putting right what a request is, how urgent it is, and where."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.request.commands.limit import first_term, reply_again, reply_terms, soon_before
from linli.kinds.request.commands.points import point_told
from linli.kinds.request.facts.describing import PlaceCorrected, Reclassified
from linli.kinds.request.forms.describing import CorrectPlaceForm, ReclassifyForm
from linli.kinds.request.rules import UNDER_LIMIT
from linli.matters.command import Refused, Scene, command
from linli.matters.state import DESK
from linli.matters.told import perhaps_key, words

UNANSWERED = UNDER_LIMIT | {"handed_in"}


@command(
    msg("Put right what it is"),
    act="record",
    form=ReclassifyForm,
    stages=UNANSWERED,
    of=DESK,
    weight="aside",
    hint=msg("The limit is counted anew from when it began."),
)
def reclassify(scene: Scene) -> Reclassified:
    """Told: category, sort, urgency; what is left out stays. Said by the desk: the limit of the unit hangs on it."""
    state = scene.state
    before = {"category": state.category, "sort": state.data["sort"], "urgency": state.data["urgency"]}
    after = {name: words(scene, name) or was for name, was in before.items()}
    if after == before:
        raise Refused(_("That is what it is already. Change one of the three."))
    codes = reply_terms(scene.book.profile, sort=after["sort"], urgency=after["urgency"])
    reply = reply_again(scene, term=first_term(scene, codes, category=after["category"]), category=after["category"])
    return Reclassified(reply=reply, soon=soon_before(scene, reply) if reply else None, **after)


@command(msg("Put the place right"), act="record", form=CorrectPlaceForm, stages=UNANSWERED | {"redo"}, weight="aside")
def correct_place(scene: Scene) -> PlaceCorrected:
    """Told: perhaps place (left blank it stays), cell, point (lon, lat)."""
    point = point_told(scene)
    cell = perhaps_key(scene.told.get("cell"))
    if not (words(scene, "place") or point or cell):
        raise Refused(_("Nothing was filled in. Say where it is."))
    return PlaceCorrected(
        place=words(scene, "place"),
        cell=cell or scene.state.cell,
        point=point,
    )
