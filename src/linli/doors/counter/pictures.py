"""Pictures that come along with a page: kept as drafts, at most a few, and not more than one may within an hour."""

from django.utils.translation import gettext as _

from linli.doors.counter import lanes
from linli.doors.counter.caller import Caller
from linli.doors.counter.drafts import keep, waiting
from linli.doors.counter.models import Draft
from linli.ground.text import msg
from linli.matters.uploads import TOO_LARGE, Unfit, too_large

ENOUGH = msg("At most {most} pictures can be added. The others were left out.")
LATER = msg("No more pictures can be taken in from here within this hour. Hand in without them, and add them later.")


def keep_pictures(caller: Caller, *, most: int) -> tuple[list[Draft], list[str]]:
    """The drafts of this page, those that just came in among them, and what was wrong with any."""
    drafts = waiting(caller.request.POST.getlist("draft")[:most])
    problems: list[str] = []
    if too_large(caller.request):
        return drafts, [_(TOO_LARGE)]
    for upload in caller.request.FILES.getlist("pictures"):
        if len(drafts) >= most:
            return drafts, [*problems, _(ENOUGH).format(most=most)]
        if lanes.full_until(lanes.PICTURES, caller.address, at=caller.at):
            return drafts, [*problems, _(LATER)]
        try:
            drafts.append(keep(upload, at=caller.at))
        except Unfit as unfit:
            problems.append(f"{upload.name}: {unfit}")
        lanes.count(lanes.PICTURES, caller.address, at=caller.at)
    return drafts, problems
