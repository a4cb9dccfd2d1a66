"""The Jinja2 environment of desk and kinds: autoescape, our words, and how moments and amounts are shown."""

import hashlib
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.http import HttpRequest
from django.template import engines
from django.templatetags.static import static
from django.urls import get_script_prefix, reverse
from django.utils import translation
from jinja2 import Environment

from linli.colours.colour import Colour
from linli.doors.desk import phrases
from linli.doors.desk.escaping import Escaping
from linli.matters import shown


def environment(**options: Any) -> Environment:
    """Made once by Django's Jinja2 backend."""
    made = Escaping(**{**options, "autoescape": True, "trim_blocks": True, "lstrip_blocks": True})
    made.add_extension("jinja2.ext.i18n")
    made.add_extension("jinja2.ext.do")
    made.install_gettext_callables(translation.gettext, translation.ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.globals.update(
        _=say,
        ngettext=say_many,
        static=versioned,
        url=url,
        colour=Colour,
        when=shown.when,
        day=shown.day,
        money=shown.money,
        clock=shown.clock,
        lasting=phrases.lasting,
        span_words=phrases.span_words,
    )
    made.filters.update(t=translate, when=shown.when, day=shown.day, money=shown.money)
    return made


def render(template: str, values: dict[str, Any], *, request: HttpRequest) -> str:
    told = {**values, "_": _speaking(translation.get_language())}
    return str(engines["jinja2"].get_template(template).render(told, request))


def say(msgid: str, **values: object) -> str:
    """A sentence with its values named in braces; escaping is left to the template."""
    said = _said(translation.get_language(), msgid) if msgid else ""
    return said.format(**values) if values else said


@cache
def _speaking(language: str | None) -> Callable[..., str]:
    """The same for a whole page, whose language is asked for only once."""

    def speak(msgid: str, **values: object) -> str:
        said = _said(language, msgid) if msgid else ""
        return said.format(**values) if values else said

    return speak


@lru_cache(maxsize=4096)
def _said(_language: str | None, msgid: str) -> str:
    """Asked once in each language: a page says three hundred words, and every page the same ones around it."""
    return translation.gettext(msgid)


def say_many(singular: str, plural: str, n: int, **values: object) -> str:
    return translation.ngettext(singular, plural, n).format(n=n, **values)


def translate(msgid: object) -> str:
    """A word that came with data or from a kind: a msgid, or something lazy."""
    return say(msgid) if isinstance(msgid, str) and msgid else str(msgid or "")


def url(name: str, *args: object, **named: object) -> str:
    return reverse(name, args=args, kwargs=named or None) if args or named else _plain_url(name, get_script_prefix())


@cache
def _plain_url(name: str, _prefix: str) -> str:
    """The address of a page that is only one: every page leads to two dozen of them."""
    return reverse(name)


@cache
def versioned(path: str) -> str:
    """The address of a static file, changed whenever its content changes."""
    found = finders.find(path)
    digest = hashlib.sha256(Path(found).read_bytes()).hexdigest()[:10] if found else "0"
    return f"{static(path)}?v={digest}"
