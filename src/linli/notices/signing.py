"""How messages are signed, as each receiver wants it: pure."""

import base64
import hashlib
import hmac
import secrets
from urllib.parse import quote

PREFIX = "whsec_"
LEAST, MOST = 24, 64


def webhook_signature(secret: str, *, key: str, timestamp: int, payload: bytes) -> str:
    """By the Standard Webhooks scheme: HMAC-SHA256 over id.timestamp.payload."""
    signed = f"{key}.{timestamp}.".encode() + payload
    return f"v1,{_base64(hmac.digest(webhook_key(secret), signed, hashlib.sha256))}"


def webhook_key(secret: str) -> bytes:
    """The bytes of a whsec_… secret. Raises ValueError when it is none."""
    if not secret.startswith(PREFIX):
        raise ValueError("not a webhook secret")
    key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    if not LEAST <= len(key) <= MOST:
        raise ValueError("too short or too long")
    return key


def make_webhook_secret() -> str:
    return PREFIX + _base64(secrets.token_bytes(32))


def dingtalk_address(address: str, *, secret: str, millis: int) -> str:
    """The address of the bot with the moment and the signature over it."""
    if not secret:
        return address
    signed = hmac.digest(secret.encode(), f"{millis}\n{secret}".encode(), hashlib.sha256)
    joined = "&" if "?" in address else "?"
    return f"{address}{joined}timestamp={millis}&sign={quote(_base64(signed), safe='')}"


def feishu_signature(secret: str, *, seconds: int) -> str:
    """Feishu signs nothing, by a key made of the moment and the secret."""
    return _base64(hmac.digest(f"{seconds}\n{secret}".encode(), b"", hashlib.sha256))


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")
