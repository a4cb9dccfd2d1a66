"""Group bots of WeCom, DingTalk and Feishu: a line of text to a group of the unit."""

from linli.notices.channels.message import Message, Outcome, posted_json
from linli.notices.signing import dingtalk_address, feishu_signature


def wecom(message: Message) -> Outcome:
    content = {"msgtype": "text", "text": {"content": message.text}}
    return posted_json(message.address, content, message=message, ok=("errcode",))


def dingtalk(message: Message) -> Outcome:
    millis = int(message.at.timestamp() * 1000)
    content = {"msgtype": "text", "text": {"content": message.text}}
    address = dingtalk_address(message.address, secret=message.secret, millis=millis)
    return posted_json(address, content, message=message, ok=("errcode",))


def feishu(message: Message) -> Outcome:
    seconds = int(message.at.timestamp())
    content: dict[str, object] = {"msg_type": "text", "content": {"text": message.text}}
    if message.secret:
        content |= {"timestamp": str(seconds), "sign": feishu_signature(message.secret, seconds=seconds)}
    return posted_json(message.address, content, message=message, ok=("code", "StatusCode"))
