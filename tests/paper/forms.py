"""A little file of three parts with a cover and a back, as a bundle."""

from linli.paper.bundle import LAST, Leaf, bound
from linli.paper.grid import Box, Grid, Row, filling, label, ruled, signing
from linli.paper.letter import Letter, PageBreak, Paragraph

COVER = Letter("卷宗", untitled=True, body=(Grid((1,), (Row((Box("卷宗", edge="none", style="CoverTitle"),)),)),))
FORM = Grid(
    (1, 2, 2),
    (
        Row((label("当事人", down="begins"), Box("甲方"), Box("周桂兰"))),
        Row((label("", down="goes on"), Box("乙方"), Box("孙大勇"))),
        Row((label("事由"), Box("阳台渗水", span=2, top=True)), height=40),
    ),
)
CONTENTS = Letter(
    "卷内目录",
    body=(
        Grid(
            (1, 4, 1),
            (
                Row((label("序号"), label("文书名称"), label("页号"))),
                *(Row((Box(f"{mark}"), Box(f"文书{mark}"), Box(page_of=mark))) for mark in (1, 2, 3)),
                Row((Box(""), Box("共"), Box(page_of=LAST))),
            ),
        ),
    ),
)
PARTS = (
    Letter("申请书", body=(filling(("姓名", "周桂兰"), ("联系方式", "")), ruled(3), signing(("申请人（签名）：",)))),
    Letter("调解记录", body=(Paragraph("双方各自陈述。"), PageBreak(), Paragraph("下一页。"))),
    Letter("登记表", body=(FORM,)),
)
BACK = Letter("封底", untitled=True, body=(Paragraph("封底"),))
LEAVES = (
    Leaf(COVER, numbered=False),
    Leaf(CONTENTS, numbered=False),
    *(Leaf(letter, mark=place) for place, letter in enumerate(PARTS, 1)),
    Leaf(BACK, numbered=False),
)


def file() -> bytes:
    return bound(LEAVES, title="卷宗")
