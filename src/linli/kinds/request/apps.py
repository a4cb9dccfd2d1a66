"""The kind as a Django app: templates, words, profile and kind.py are found by its name."""

from django.apps import AppConfig


class RequestConfig(AppConfig):
    name = "linli.kinds.request"
    label = "request"
