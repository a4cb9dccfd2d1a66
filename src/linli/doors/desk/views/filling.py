"""A filled form as it was kept: its sheets, the file once more, and the matters behind each filled cell."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from linli.doors.desk.form_sheet import filled_sheet
from linli.doors.desk.gate import Visit, staffed
from linli.doors.desk.show import plain, show
from linli.doors.desk.views.own_form import download
from linli.ground.text import msg
from linli.reports.counted_rows import counted_rows
from linli.reports.kept_fillings import cells_of, file_of, find
from linli.reports.own_forms import book_of
from linli.tally.behind import Spoilt
from linli.tally.defined import indicators
from linli.tally.periods import period_named

ALTERED = msg("What is stored is not what was filled in then. Tell your administrator; the file is not handed out.")


@require_GET
@staffed
def filling(visit: Visit, number: str) -> HttpResponse:
    kept = find(visit.who, number)
    book, cells = book_of(kept.version), cells_of(kept)
    sheet = visit.request.GET.get("sheet") or (cells[0].sheet if cells else "")
    words = {name: _(one.word) for name, one in indicators().items()}
    return show(
        visit,
        "desk/filling.html",
        kept=kept,
        period=period_named(kept.period),
        sheets=[one.name for one in book.sheets],
        sheet=sheet,
        shown=filled_sheet(book, sheet, cells),
        cells=cells,
        words=words,
        periods={one.period: period_named(one.period).word for one in cells},
    )


@require_GET
@staffed
def filling_file(visit: Visit, number: str) -> HttpResponse:
    """The same bytes as on the first day; another file is not handed out."""
    kept = find(visit.who, number)
    data = file_of(kept)
    if data is None:
        title = _("This filling was altered")
        return plain(visit.request, "desk/error.html", status=409, code=409, title=title, said=_(ALTERED))
    return download(data, f"{kept.version.form.title} {kept.unit.name} {kept.period} {kept.number}.xlsx")


@require_GET
@staffed
def filling_rows(visit: Visit, number: str, cell: str) -> HttpResponse:
    """The entries that the figure in a cell counts, as the ledger tells them now."""
    kept, sheet = find(visit.who, number), visit.request.GET.get("sheet", "")
    found = [one for one in cells_of(kept) if one.cell == cell and sheet in ("", one.sheet)]
    if not found:
        raise Http404(cell)
    shown = found[0]
    try:
        listed = [counted_rows(query, who=visit.who) for query in shown.behind]
    except Spoilt as error:
        raise Http404(cell) from error
    known = indicators().get(shown.indicator)
    return show(
        visit,
        "desk/filling_rows.html",
        kept=kept,
        one=shown,
        word=_(known.word) if known else shown.indicator,
        period=period_named(shown.period),
        listed=listed,
    )
