"""A mediation register and a case docket, headed and worded as such lists are."""

import csv
from collections.abc import Mapping
from pathlib import Path

REGISTER = {
    "编号": "柳调2026-7",
    "登记日期": "2026-03-02",
    "纠纷类型": "邻里",
    "纠纷来源": "主动排查",
    "申请人": "周桂兰",
    "申请人电话": "13800000011",
    "被申请人": "孙大勇",
    "纠纷简要情况": "楼上阳台渗水，两家争执不下。",
    "受理日期": "2026-03-03",
    "调解结果": "调解成功",
    "调解日期": "2026年3月4日",
    "协议形式": "口头协议",
    "协议内容": "乙方修好阳台。",
    "涉及金额": "800元",
    "结案日期": "2026-03-05",
}
DOCKET = {
    "案件编号": "A360101-12",
    "案件名称": "柳树街住宅被盗",
    "案件类别": "盗窃入室",
    "简要案情": "夜间住宅被人进入，现金丢失。",
    "报警方式": "110",
    "案发地点": "柳树街3号楼",
    "发案时间": "2026-03-01 23:00",
    "接警时间": "2026-03-02 08:10",
    "报案人": "周桂兰",
    "损失价值": "12,000",
    "立案时间": "2026-03-02 16:00",
    "案件状态": "已破案",
    "破案时间": "2026-03-04 09:00",
}


def file_of(place: Path, row: Mapping[str, str]) -> Path:
    file = place / "register.csv"
    with file.open("w", encoding="gb18030", newline="") as into:
        made = csv.DictWriter(into, row)
        made.writeheader()
        made.writerow(row)
    return file
