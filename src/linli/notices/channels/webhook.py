"""Webhooks signed by the Standard Webhooks scheme, for a unit's own system."""

import msgspec

from linli.ground.clock import utc_text
from linli.ground.text import msg
from linli.notices.calling import Call
from linli.notices.channels.message import Message, Outcome, posted
from linli.notices.signing import webhook_signature


def send(message: Message) -> Outcome:
    timestamp = int(message.at.timestamp())
    content = {"type": "matter.notice", "timestamp": utc_text(message.at), "data": {**message.told}}
    payload = msgspec.json.encode(content)
    try:
        signature = webhook_signature(message.secret, key=message.key, timestamp=timestamp, payload=payload)
    except ValueError:
        return Outcome(False, msg("The channel has no secret of a webhook."), refused=True)
    headers = {
        "Content-Type": "application/json",
        "webhook-id": message.key,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": signature,
        "Idempotency-Key": message.key,
    }
    return posted(Call(message.address, payload, headers), message=message)[0]
