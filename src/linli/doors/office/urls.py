"""Where the office door stands; the whole site is included under /office/."""

from django.urls import path

from linli.doors.office.site import site

urlpatterns = [path("", site.urls)]
