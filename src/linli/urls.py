"""Every address of the house, by door."""

from django.urls import include, path

urlpatterns = [
    path("", include("linli.doors.desk.urls")),
    path("", include("linli.doors.counter.urls")),
    path("", include("linli.doors.screen.urls")),
    path("", include("linli.doors.api.urls")),
    path("", include("linli.doors.open311.urls")),
    path("office/", include("linli.doors.office.urls")),
]

handler400 = "linli.doors.desk.views.errors.bad_request"
handler403 = "linli.doors.desk.views.errors.forbidden"
handler404 = "linli.doors.desk.views.errors.missing"
handler500 = "linli.doors.desk.views.errors.broken"
