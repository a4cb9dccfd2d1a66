"""The demo as a Django app, for its command."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "linli.demo"
