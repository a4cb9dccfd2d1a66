"""The kind as a Django app: its kind.py, templates, words and profile are found by its name."""

from django.apps import AppConfig


class PebbleConfig(AppConfig):
    name = "tests.pebble"
    label = "pebble"
