"""Takes requests in from outside, with hands beside it, from wherever it got; says each chunk, and at last the sum."""

import json
import sys

from django.core.management import call_command

from linli.kinds.request.kind import REQUEST
from linli.matters import weighing
from linli.matters.models import Matter, Taken
from linli.matters.taking_in import begin_taking, take_in
from linli.matters.verify import verify
from linli.policy.models import Series
from linli.staff.models import User
from tests.kinds.request.in_town import clerk
from tests.kinds.request.outside import mixed
from tests.town import NEXT_MONDAY, build, viewing

ROWS, AT_ONCE = 110, 5


def main() -> None:
    call_command("migrate", interactive=False, verbosity=0)
    who = User.objects.filter(username="qin").first() or clerk(build())
    taking = begin_taking(REQUEST, source="12345", by=viewing(who).posts[0], at=NEXT_MONDAY, digest="a")
    weighing.chunks.__kwdefaults__ = {"most": AT_ONCE}
    for progress in take_in(taking, mixed(ROWS), hands=2):
        sys.stdout.write(f"{progress.taking.rows}\n")
        sys.stdout.flush()
    sums = (Matter.objects.count(), Taken.objects.count(), Series.objects.get(code="request", year=2026).last)
    json.dump({"sums": sums, "differences": [str(one) for one in verify().differences]}, sys.stdout)
