"""Short messages by any gateway that takes them over HTTP: its address, headers and body are the office's to write."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import quote

from linli.ground.text import msg
from linli.notices.calling import Call
from linli.notices.channels.message import UNCLEAR, Message, Outcome, posted

GAP = re.compile(r"\{(to|text|key|secret)\}")
MOBILE = re.compile(r"(?:\+?86)?(1[3-9]\d{9})")


def send(message: Message) -> Outcome:
    to = mobile_of(message.number)
    if not to:
        return Outcome(False, msg("The number given is not that of a mobile phone."), refused=True)
    told = {"to": to, "text": message.text, "key": message.key, "secret": message.secret}
    try:
        headers = {"Idempotency-Key": message.key, **headers_of(message.headers, told)}
    except ValueError:
        return Outcome(False, msg("The headers of the channel cannot be sent."), refused=True)
    body = filled(message.body, told, as_in=_writer(headers)).encode()
    url = filled(message.address, told, as_in=_in_address)
    outcome, answer = posted(Call(url, body, headers), message=message)
    if outcome.took and message.proof and message.proof.encode() not in answer.body:
        return replace(outcome, took=False, reason=UNCLEAR)
    return outcome


def mobile_of(number: str) -> str:
    """The eleven figures of a mobile number of the mainland, however it was written; empty for any other."""
    found = MOBILE.fullmatch(re.sub(r"[\s()-]", "", number))
    return found[1] if found else ""


def headers_of(lines: str, told: Mapping[str, str]) -> dict[str, str]:
    """Raises ValueError where a line is no header."""
    found = {}
    for line in filter(None, (line.strip() for line in lines.splitlines())):
        name, colon, value = line.partition(":")
        if not colon or not re.fullmatch(r"[A-Za-z0-9-]+", name) or name.lower() in ("host", "content-length"):
            raise ValueError(name)
        found[name.title()] = filled(value.strip(), {name: told[name] for name in ("key", "secret")}, as_in=str)
    for value in found.values():
        value.encode("latin-1")
    return found


def filled(text: str, told: Mapping[str, str], *, as_in: Callable[[str], str]) -> str:
    """In one pass, so that what is put in is never looked into again."""
    return GAP.sub(lambda match: as_in(told[match[1]]) if match[1] in told else match[0], text)


def _writer(headers: Mapping[str, str]) -> Callable[[str], str]:
    sort = headers.get("Content-Type", "").lower()
    if "json" in sort:
        return lambda value: json.dumps(value, ensure_ascii=False)[1:-1]
    return _in_address if "urlencoded" in sort else str


def _in_address(value: str) -> str:
    return quote(value, safe="")
