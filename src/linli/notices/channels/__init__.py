"""How each sort of channel says a notice, and how it tells that the notice was taken."""

from collections.abc import Callable, Mapping

from linli.notices.channels import bots, mail, sms, webhook
from linli.notices.channels.message import Message, Outcome

SENDERS: Mapping[str, Callable[[Message], Outcome]] = {
    "wecom": bots.wecom,
    "dingtalk": bots.dingtalk,
    "feishu": bots.feishu,
    "sms": sms.send,
    "webhook": webhook.send,
    "email": mail.send,
}
