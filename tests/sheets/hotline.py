"""Lists as the hotline exports them, for the tests of taking in."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

HEADS = (
    "工单编号",
    "受理时间",
    "诉求标题",
    "诉求内容",
    "诉求类别",
    "来源",
    "诉求地址",
    "联系电话",
    "派单时间",
    "承办单位",
    "办结时间",
    "答复内容",
    "办理结果",
)
OPENED = {
    "受理时间": "2026-03-02 09:00",
    "诉求标题": "路灯不亮",
    "诉求内容": "3号楼门口的路灯坏了三天。",
    "诉求类别": "street-light",
    "来源": "phone",
    "诉求地址": "柳树街3号楼",
    "联系电话": "13800000011",
}
CLOSED = {
    "派单时间": "2026-03-02 10:00",
    "承办单位": "北社区",
    "办结时间": "2026年3月3日 15:30",
    "答复内容": "路灯已修好。",
    "办理结果": "resolved",
}


def rows(count: int, *, first: int = 1) -> list[dict[str, str]]:
    """Every second one is closed."""
    return [line(f"{place:05}", **(CLOSED if place % 2 else {})) for place in range(first, first + count)]


def line(number: str, **more: str) -> dict[str, str]:
    return {"工单编号": f"HX{number}", **OPENED, **more}


def written(told: Sequence[Mapping[str, str]], *, encoding: str = "utf-8-sig", end: str = "\r\n") -> bytes:
    into = io.StringIO()
    made = csv.DictWriter(into, HEADS, lineterminator=end)
    made.writeheader()
    made.writerows(told)
    return into.getvalue().encode(encoding)


def file_of(place: Path, told: Sequence[Mapping[str, str]], name: str = "工单.csv") -> Path:
    file = place / name
    file.write_bytes(written(told))
    return file
