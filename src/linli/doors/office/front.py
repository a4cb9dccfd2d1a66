"""Makes the office the one site of Django's admin, so that any room may bring a page of its own to it."""

from django.contrib.admin.apps import AdminConfig


class Front(AdminConfig):
    default_site = "linli.doors.office.site.OfficeSite"
