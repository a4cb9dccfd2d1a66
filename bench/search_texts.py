"""Texts as residents and clerks write them, put together from pieces of which some are said often and most seldom."""

from itertools import accumulate
from random import Random

WHERE = "东南西北上下前后新老大小金银青红长平安泰和兴福康永宁文武山水河湖桥门街园苑庭居里村庄"
TROUBLES = (
    *("漏水", "噪音", "停车", "垃圾", "路灯", "违建", "油烟", "下水道", "电梯", "停水", "停电", "暖气", "燃气", "井盖"),
    *("积水", "扬尘", "占道", "摊贩", "绿化", "树木", "墙面", "楼道", "杂物", "飞线充电", "消防通道", "监控", "门禁"),
    *(
        "物业费",
        "维修资金",
        "业主委员会",
        "拖欠工资",
        "消费退款",
        "健身卡",
        "学区",
        "公交站",
        "共享单车",
        "犬只",
        "流浪狗",
    ),
    *("化粪池", "屋顶", "外墙脱落", "防水", "空调外机", "广场舞", "施工", "夜间施工", "渣土车", "道路破损", "人行道"),
    *(
        "斑马线",
        "信号灯",
        "快递柜",
        "充电桩",
        "宽带",
        "信号塔",
        "低保",
        "养老",
        "医保",
        "社保",
        "户口",
        "居住证",
        "宅基地",
    ),
    *("邻里纠纷", "承包地", "灌溉", "水渠", "采光", "通风", "隔音", "装修", "合租房", "群租", "民宿", "棋牌室", "餐馆"),
)
SAYS = (
    *("居民反映", "来电人称", "市民投诉", "群众求助", "网格员巡查发现", "业主反映", "住户多次反映", "村民反映"),
    *("长期", "多次", "近一周", "每天夜间", "每到雨天", "上月以来", "一直"),
    *("没有人处理", "影响休息", "影响出行", "存在安全隐患", "希望尽快解决", "要求给予答复", "物业推脱", "至今没有修好"),
    *("已联系社区", "已上门查看", "建议加装护栏", "请有关部门核实", "老人小孩经过危险", "造成家中财物受损", "气味难闻"),
)
LEAST, MOST = 6, 14


class Writer:
    """Tells one text after another; the same seed, the same texts."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)  # noqa: S311 nothing secret is made of it
        pairs = [a + b for a in WHERE for b in WHERE if a != b]
        self.chance.shuffle(pairs)
        self.places = [f"{pair}{end}" for pair in pairs for end in ("小区", "路", "社区", "市场")]
        self.seldom = list(accumulate(1 / (place + 20) for place in range(len(self.places))))
        self.often = list(accumulate(1 / (place + 6) for place in range(len(TROUBLES))))

    def title(self) -> str:
        return f"{self._place()}{self._trouble()}"

    def story(self) -> str:
        parts = [self.chance.choice(SAYS[:8]), self._place(), f"{self.chance.randint(1, 40)}号楼", self._trouble()]
        for _part in range(self.chance.randint(LEAST, MOST)):
            parts.append(self.chance.choice(SAYS[8:]) if self.chance.random() < 0.7 else self._place())
            parts.append("，" if self.chance.random() < 0.8 else "。")
        return "".join([*parts, self._trouble() if self.chance.random() < 0.3 else ""])

    def asked(self, length: int) -> str:
        """A stretch of so many characters out of what people name: as often asked for as it is told."""
        while len(word := self._trouble() if self.chance.random() < 0.6 else self._place()) < length:
            continue
        begins = self.chance.randint(0, len(word) - length)
        return word[begins : begins + length]

    def _place(self) -> str:
        return self.chance.choices(self.places, cum_weights=self.seldom)[0]

    def _trouble(self) -> str:
        return self.chance.choices(TROUBLES, cum_weights=self.often)[0]
