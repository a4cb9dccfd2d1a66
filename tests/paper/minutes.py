"""Minutes of Willow Street as an official paper of three pages."""

from datetime import date

from linli.paper.letter import Heading, Letter, Listed, Paragraph, Table, numbered

HEARD = (
    "会议听取了各社区关于矛盾纠纷排查化解情况的汇报，研究了3件久拖未决事项的处理办法。会议认为，今年以来全街道矛盾纠纷"
    "总量稳中有降，但物业服务、噪声扰民、渗漏水等老问题仍反复出现，须“一件一策”逐件过堂。"
)
ROWS = tuple(
    (
        f"{number}",
        f"TJ-2026-{number:06}",
        "夜间广场舞音响扰民，居民多次反映，社区两次调解未果" if number in (5, 17) else "楼上卫生间渗水",
        "北柳社区",
        f"12月{number}日",
    )
    for number in range(1, 26)
)
LIST = Table(
    ("序号", "事项编号", "事由", "承办单位", "期限"), ROWS, widths=(1.5, 3.6, 6, 3, 2.4), caption="表1  挂牌督办事项"
)

MINUTES = Letter(
    "柳树街道综治中心2026年第12次\n矛盾纠纷研判会议纪要",
    organ="柳树街道综治中心会议纪要",
    number="柳综治纪〔2026〕12号",
    to="各社区居民委员会，街道各办、所、中心：",
    body=numbered(
        (
            Paragraph(HEARD),
            Heading(1, "本周总体情况"),
            Heading(2, "办理进度"),
            Paragraph(HEARD),
            Heading(2, "超期事项"),
            Heading(3, "责任单位"),
            Paragraph("由承办单位主要负责人包案，街道综治中心每周调度一次。"),
            Heading(1, "挂牌督办事项"),
            Paragraph("挂牌督办事项共25件，逐件列明如下。"),
            LIST,
            Heading(1, "议定事项"),
            Paragraph("街道综治中心于12月10日前完成全部督办事项的回访，结果报街道党工委。"),
            Listed("出席", ("街道综治中心、司法所、柳树派出所负责人，北柳、南柳社区居民委员会主任",)),
            Listed("列席", ("人民调解委员会专职调解员",)),
        )
    ),
    signed="柳树街道综治中心",
    dated=date(2026, 11, 25),
    notes=("此件公开发布",),
)
