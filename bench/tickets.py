"""The same tickets for everybody who is measured: titles and stories made of a street's own words, by a fixed seed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

SEED, UNTIL = 20261129, datetime(2026, 2, 1, tzinfo=UTC)
YEAR_OF_MINUTES = 365 * 24 * 60
QUEUES, OPEN_OF_A_HUNDRED = 16, 6
WHERE = ("幸福里", "柳树街", "青石巷", "云棠路", "河滨花园", "北苑小区", "东门市场", "学府家园", "和平桥", "梧桐苑")
WHAT = (
    "路灯不亮",
    "楼道堆放杂物",
    "下水道堵塞",
    "夜间施工噪音",
    "电梯故障",
    "垃圾清运不及时",
    "违规停车占用消防通道",
    "井盖破损",
    "自来水浑浊",
    "物业服务不到位",
    "暖气不热",
    "树枝遮挡路牌",
    "流浪犬扰民",
    "油烟扰民",
    "充电桩损坏",
    "公共座椅破损",
)
SAID = (
    "居民来电反映，该问题已持续多日，影响正常出行，请尽快处理。",
    "多户居民共同反映，曾向物业反映未果，希望有关部门到现场查看。",
    "来电人表示夜间情况更严重，老人和孩子受到影响，要求给予答复。",
    "请协调责任单位明确处理时限，并将处理结果告知来电人。",
)


@dataclass(frozen=True)
class Ticket:
    """One thing somebody told: which desk it is for, and whether it is still open."""

    place: int
    title: str
    story: str
    queue: int
    open: bool
    at: datetime


def tickets(number: int) -> Iterator[Ticket]:
    chance = random.Random(SEED)  # noqa: S311 nothing here is a secret
    for place in range(number):
        where, what = chance.choice(WHERE), chance.choice(WHAT)
        house, floor = chance.randint(1, 99), chance.randint(1, 33)
        yield Ticket(
            place=place,
            title=f"{where}{house}号{what}",
            story=f"{where}{house}号{floor}层，{what}。{chance.choice(SAID)}",
            queue=chance.randrange(QUEUES),
            open=chance.randrange(100) < OPEN_OF_A_HUNDRED,
            at=UNTIL - timedelta(minutes=chance.randrange(YEAR_OF_MINUTES)),
        )
