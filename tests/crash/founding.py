"""Founds the town in a ledger that really commits, and prints what a browser needs to work in it."""

import json
import sys

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command

from linli.staff.models import User
from tests.town import Town, build, pebble

DESKS = 4


def main() -> None:
    """A session of Mei's and a pebble for each desk."""
    town = founded()
    desks = [{"session": session_of(town.mei), "number": pebble(town).number} for _desk in range(DESKS)]
    json.dump(desks, sys.stdout)


def founded() -> Town:
    call_command("migrate", interactive=False, verbosity=0)
    return build()


def session_of(user: User) -> str:
    """A session as after signing in."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    assert session.session_key is not None
    return session.session_key
