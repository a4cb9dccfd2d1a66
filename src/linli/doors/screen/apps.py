"""The screen as a Django app."""

from django.apps import AppConfig


class ScreenConfig(AppConfig):
    name = "linli.doors.screen"
    label = "screen"
    default_auto_field = "django.db.models.BigAutoField"
