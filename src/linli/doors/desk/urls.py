"""The desk's addresses."""

from django.urls import path

from linli.doors.desk.views.act import act
from linli.doors.desk.views.alike import alike
from linli.doors.desk.views.board import duties
from linli.doors.desk.views.bulk import bulk, bulk_step, round_, round_table
from linli.doors.desk.views.dossier import dossier
from linli.doors.desk.views.exports import decide_export, export_one, exports_page, new_export, take_export
from linli.doors.desk.views.filling import filling, filling_file, filling_rows
from linli.doors.desk.views.health import alive, ready
from linli.doors.desk.views.hot import hot
from linli.doors.desk.views.import_columns import import_columns
from linli.doors.desk.views.import_trial import import_on, import_take, import_trial
from linli.doors.desk.views.imports import import_, import_file, imports_page
from linli.doors.desk.views.issued import issued, issued_file, issued_rows, issued_since
from linli.doors.desk.views.looking_up import look_up
from linli.doors.desk.views.matter import matter, why
from linli.doors.desk.views.matters import forget_view, matters, save_view
from linli.doors.desk.views.meeting import close_sitting, hold_sitting, paper, sitting
from linli.doors.desk.views.meetings import live_sitting, sittings
from linli.doors.desk.views.official import paper_draft, paper_file
from linli.doors.desk.views.opening import new, open_kind
from linli.doors.desk.views.own_form import bind_cells, fill_form, form_file, own_form
from linli.doors.desk.views.own_forms import own_forms, put_form_away
from linli.doors.desk.views.password import password
from linli.doors.desk.views.pins import pin, unpin
from linli.doors.desk.views.repeats import matter_repeats, typed_repeats
from linli.doors.desk.views.reports import gallery, issue_report, report, report_file, report_rows
from linli.doors.desk.views.signing import language, signing_in, signing_out, theme
from linli.doors.desk.views.suggestions import typed_suggestions
from linli.doors.desk.views.systems import system, systems
from linli.doors.desk.views.today import today
from linli.doors.desk.views.wall import wall
from linli.doors.desk.views.words import attachment, export, reveal

urlpatterns = [
    path("", today, name="today"),
    path("matters/", matters, name="matters"),
    path("bulk/", bulk, name="bulk"),
    path("bulk/<str:kind>/<str:verb>/", bulk_step, name="bulk-step"),
    path("rounds/<uuid:key>/", round_, name="round"),
    path("rounds/<uuid:key>/table/", round_table, name="round-table"),
    path("views/", save_view, name="save-view"),
    path("views/<int:pk>/forget/", forget_view, name="forget-view"),
    path("pins/", pin, name="pin"),
    path("pins/<int:pk>/forget/", unpin, name="unpin"),
    path("new/", new, name="new"),
    path("new/<str:kind>/", open_kind, name="open"),
    path("new/<str:kind>/repeats/", typed_repeats, name="repeats-typed"),
    path("new/<str:kind>/suggestions/", typed_suggestions, name="suggestions-typed"),
    path("m/<str:number>/", matter, name="matter"),
    path("m/<str:number>/alike/", alike, name="alike"),
    path("m/<str:number>/repeats/", matter_repeats, name="repeats"),
    path("m/<str:number>/export/", export, name="export"),
    path("m/<str:number>/why/<str:mark>/", why, name="why"),
    path("m/<str:number>/reveal/<int:seq>/", reveal, name="reveal"),
    path("m/<str:number>/files/<int:seq>/", attachment, name="attachment"),
    path("m/<str:number>/papers/<int:seq>/", paper_file, name="paper-file"),
    path("m/<str:number>/papers/<str:form>/<int:about>/", paper_draft, name="paper-draft"),
    path("m/<str:number>/dossier/<str:sort>/", dossier, name="dossier"),
    path("m/<str:number>/<str:verb>/", act, name="act"),
    path("exports/", exports_page, name="exports"),
    path("exports/new/", new_export, name="export-new"),
    path("exports/<str:number>/", export_one, name="export-one"),
    path("exports/<str:number>/decide/", decide_export, name="export-decide"),
    path("exports/<str:number>/file/", take_export, name="export-file"),
    path("imports/", imports_page, name="imports"),
    path("imports/<uuid:key>/", import_, name="import"),
    path("imports/<uuid:key>/columns/", import_columns, name="import-columns"),
    path("imports/<uuid:key>/trial/", import_trial, name="import-trial"),
    path("imports/<uuid:key>/take/", import_take, name="import-take"),
    path("imports/<uuid:key>/on/", import_on, name="import-on"),
    path("imports/<uuid:key>/files/<str:name>", import_file, name="import-file"),
    path("meetings/", sittings, name="meetings"),
    path("meetings/live/", live_sitting, name="meeting-live"),
    path("meetings/<str:number>/", sitting, name="meeting"),
    path("meetings/<str:number>/hold/", hold_sitting, name="meeting-hold"),
    path("meetings/<str:number>/close/", close_sitting, name="meeting-close"),
    path("meetings/<str:number>/wall/", wall, name="meeting-wall"),
    path("meetings/<str:number>/papers/<str:paper>/", paper, name="meeting-paper"),
    path("forms/", own_forms, name="own-forms"),
    path("forms/<int:pk>/", own_form, name="own-form"),
    path("forms/<int:pk>/bind/", bind_cells, name="form-bind"),
    path("forms/<int:pk>/fill/", fill_form, name="form-fill"),
    path("forms/<int:pk>/file/", form_file, name="form-file"),
    path("forms/<int:pk>/away/", put_form_away, name="form-away"),
    path("fillings/<str:number>/", filling, name="filling"),
    path("fillings/<str:number>/file/", filling_file, name="filling-file"),
    path("fillings/<str:number>/<str:cell>/", filling_rows, name="filling-rows"),
    path("board/", duties, name="board"),
    path("reports/", gallery, name="reports"),
    path("reports/issues/<str:kind>/", hot, name="hot"),
    path("reports/rows/", report_rows, name="report-rows"),
    path("reports/ready/<str:name>/", report, name="report"),
    path("reports/ready/<str:name>/issue/", issue_report, name="report-issue"),
    path("reports/ready/<str:name>/<str:sort>/", report_file, name="report-file"),
    path("reports/issued/<str:number>/", issued, name="issued"),
    path("reports/issued/<str:number>/rows/", issued_rows, name="issued-rows"),
    path("reports/issued/<str:number>/since/", issued_since, name="issued-since"),
    path("reports/issued/<str:number>/<str:sort>/", issued_file, name="issued-file"),
    path("look-up/<str:what>/", look_up, name="look-up"),
    path("sign-in/", signing_in, name="sign-in"),
    path("sign-out/", signing_out, name="sign-out"),
    path("password/", password, name="password"),
    path("systems/", systems, name="systems"),
    path("systems/<int:pk>/", system, name="system"),
    path("language/", language, name="language"),
    path("theme/", theme, name="theme"),
    path("healthz", alive, name="healthz"),
    path("readyz", ready, name="readyz"),
]
