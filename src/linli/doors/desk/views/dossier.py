"""The file of a whole matter, taken out: bound as one paper, or as an archive with all that is attached."""

import tempfile
from typing import IO

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET

from linli.doors.desk.gate import Visit, staffed
from linli.doors.desk.views.official import DOCX
from linli.matters import access
from linli.matters.dossier import DossierForm
from linli.matters.filing import archive, bound_file, source_of_file
from linli.matters.kind import BARRED, kind_named
from linli.matters.paper_source import MayNotOpen
from linli.matters.papers import PAPER, Source
from linli.notices.linking import origin

SORTS = {"docx": DOCX, "zip": "application/zip"}


@require_GET
@staffed
def dossier(visit: Visit, number: str, sort: str) -> FileResponse:
    """Each personal word in it is a logged look; who may not open them gets it masked."""
    seen = access.find(visit.who, number)
    form = kind_named(seen.kind).dossier
    if form is None or sort not in SORTS:
        raise Http404(sort)
    try:
        source, attached = source_of_file(seen, form, who=visit.who, at=visit.at, with_files=sort == "zip")
    except MayNotOpen as refused:
        raise PermissionDenied(_(BARRED)) from refused
    with override(PAPER):
        name = f"{form.cover(source).title} {seen.number}.{sort}"
    file = _written(form, source, attached=attached, sort=sort)
    sent = FileResponse(file, as_attachment=True, filename=name, content_type=SORTS[sort])
    sent.headers["Cache-Control"] = "no-store"
    return sent


def _written(form: DossierForm, source: Source, *, attached: frozenset[int], sort: str) -> IO[bytes]:
    """On the disk and not in memory: what is attached to a matter has no bound."""
    into = tempfile.TemporaryFile()  # noqa: SIM115 the answer closes it when all of it is sent
    if sort == "zip":
        archive(form, source, into, attached=attached, origin=origin())
    else:
        into.write(bound_file(form, source, origin=origin()))
    into.seek(0)
    return into
