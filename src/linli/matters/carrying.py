"""From a filled-in form to the command, whatever door it came in by: a file is kept only if it was taken."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from linli.matters import uploads
from linli.matters.command import Command
from linli.matters.commands import Done, Saying, carry_out
from linli.matters.files import drop
from linli.matters.models import Matter
from linli.matters.reading import private_fields
from linli.matters.sweeping import drop_erased


def carried_out(command: Command, seen: Matter, cleaned: Mapping[str, Any], *, saying: Saying) -> Done:
    """Say the command; a file that came with it is kept only if it was taken, and one that was erased goes.

    Raises what `carry_out` raises, and Unfit.
    """
    told = _told(seen, cleaned)
    try:
        done = carry_out(command, seen.number, told=told, saying=saying)
    except BaseException:
        _forget(told)
        raise
    if done.again:
        _forget(told)
    if "of" in told:
        transaction.on_commit(partial(drop_erased, done.matter), robust=True)
    return done


def _told(seen: Matter, cleaned: Mapping[str, Any]) -> dict[str, Any]:
    """What the form said, a file as what is kept of it, and the private fields of an entry that is named."""
    told = dict(cleaned)
    for name, value in cleaned.items():
        if isinstance(value, UploadedFile):
            told.pop(name)
            told.update(uploads.kept(uploads.made_safe(value)))
    if "of" in cleaned:
        told["fields"] = private_fields(seen, cleaned["of"])
    return told


def _forget(told: Mapping[str, Any]) -> None:
    if stored := told.get("stored"):
        drop(stored)
