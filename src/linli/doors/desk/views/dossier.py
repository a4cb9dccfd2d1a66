"""The file of a whole matter, taken out: bound as one paper, or as an archive with all that is attached."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET

from linli.doors.desk.gate import Visit, staffed
from linli.doors.desk.views.official import DOCX
from linli.matters import access
from linli.matters.filing import archive, bound_file, source_of_file
from linli.matters.kind import BARRED, kind_named
from linli.matters.paper_source import MayNotOpen
from linli.matters.papers import PAPER

SORTS = {"docx": DOCX, "zip": "application/zip"}


@require_GET
@staffed
def dossier(visit: Visit, number: str, sort: str) -> HttpResponse:
    """Each personal word in it is a logged look; who may not open them gets it masked."""
    seen = access.find(visit.who, number)
    form = kind_named(seen.kind).dossier
    if form is None or sort not in SORTS:
        raise Http404(sort)
    try:
        source, attached = source_of_file(seen, form, who=visit.who, at=visit.at)
    except MayNotOpen as refused:
        raise PermissionDenied(_(BARRED)) from refused
    content = archive(form, source, attached=attached) if sort == "zip" else bound_file(form, source)
    response = HttpResponse(content, content_type=SORTS[sort])
    with override(PAPER):
        name = f"{form.cover(source).title} {seen.number}.{sort}"
    response.headers["Content-Disposition"] = str(content_disposition_header(True, name))
    response.headers["Cache-Control"] = "no-store"
    return response
