"""The kind as a Django app: templates, words and kind.py are found by its name."""

from django.apps import AppConfig


class DisputeConfig(AppConfig):
    name = "linli.kinds.dispute"
    label = "dispute"
