"""Sentences where words of a fixed list are looked for: told from those, kept word for word, and spoken of."""

import io

import pytest

from linli.kinds.case.incoming import INCOMING as CASES
from linli.kinds.dispute.incoming import INCOMING as DISPUTES
from linli.kinds.request.incoming import INCOMING as REQUESTS
from linli.kinds.request.kind import REQUEST
from linli.matters.fitting import plain
from linli.matters.incoming import Incoming
from linli.paper.rows.table import opened
from linli.sheets.doubts import of_columns, of_words
from linli.sheets.mapping import Filled, Mapping
from linli.sheets.names import named
from linli.sheets.proposing import proposed
from linli.sheets.sentences import are_sentences, only_words, telling, told_of

HANDLED = (
    "已联系相关单位现场处理完毕，居民表示认可。",
    "经社区网格员上门核实，楼道杂物已于当日清理。",
    "物业已更换三号楼门口的路灯灯泡，恢复照明。",
)


@pytest.mark.parametrize(
    ("values", "are"),
    [
        (HANDLED, True),
        (HANDLED[:1], True),
        ((*HANDLED, "", ""), True),
        ((*HANDLED, "已办结", "已办结"), True),
        ((*HANDLED, "已办结", "已办结", "已办结"), False),
        ((HANDLED[0],) * 3, False),
        (HANDLED * 10, True),
        ((*HANDLED * 10, *["已办结"] * 29), True),
        ((*HANDLED * 10, *["已办结"] * 30), False),
        (("路灯已换好。", "已劝离摊贩。", "路灯已换好。", "已劝离摊贩。"), True),
        (("已办结。", "办理中。", "已办结。", "办理中。"), False),
        (tuple(one.rstrip("。") for one in HANDLED) * 10, False),
        (("已办结，居民满意",), False),
        (("Referred to another department",), False),
        (("The company repaired the lamp at gate three on Tuesday morning.",), True),
        (("resolved", "explained", "问题已解决"), False),
        ((), False),
    ],
)
def test_sentences_are_long_and_each_is_another(values: tuple[str, ...], are: bool) -> None:
    assert are_sentences(values) is are


def test_a_word_of_the_list_is_no_sentence_however_long_it_is() -> None:
    assert not are_sentences(HANDLED, known={plain(one) for one in HANDLED})
    assert not are_sentences(HANDLED * 2, known={plain(one).rstrip("。") for one in HANDLED})


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (("路灯", "已转交", "城乡建设/市政设施/路灯"), 3),
        (("城乡建设 - 市政设施 - 照明", "城乡建设 - 市政设施 - 道路"), 2),
        (("路灯", "已办结", HANDLED[0]), 2),
        (("路灯", "张三/已联系相关单位现场处理完毕/居民表示认可"), 1),
        (("路灯", "张三来电，路灯-井盖-电梯都坏了"), 1),
        ((*HANDLED, "已办结"), 0),
        ((), 0),
    ],
)
def test_what_is_kept_of_words_is_no_longer_than_a_word_may_be(words: tuple[str, ...], kept: int) -> None:
    mapping = Mapping(columns={"result": Filled(("结果",), dict.fromkeys(words, "x"), fixed="y"), "title": Filled()})
    column = only_words(mapping).columns["result"]
    assert (column.words, column.heads, column.fixed) == (dict.fromkeys(words[:kept], "x"), ("结果",), "y")
    assert only_words(mapping, telling={"结果"}).columns["result"].words == {}


@pytest.mark.parametrize(
    ("incoming", "head", "text"),
    [(REQUESTS, "办理结果", "answer"), (DISPUTES, "调解结果", "agreement"), (CASES, "处理结果", "report")],
)
def test_a_result_in_sentences_is_proposed_as_free_text_and_says_why(incoming: Incoming, head: str, text: str) -> None:
    plainly = proposed((head,), incoming=incoming, like=Mapping())
    found = proposed((head,), incoming=incoming, like=Mapping(), telling={head})
    assert list(plainly.columns) == ["result"]
    assert found.columns == {text: Filled(heads=(head,))}
    assert list(of_columns(found, incoming)) == []
    said, and_then = of_columns(found, incoming, telling={head})
    assert (f"“{head}”" in said, "原句照录" in said) == (True, True)
    assert "没有列填写" in and_then


def test_words_of_the_result_that_stand_for_nothing_may_be_sentences_and_that_is_said() -> None:
    as_result = Mapping(columns={"result": Filled(heads=("办理结果",))})
    [said] = of_words(as_result, REQUESTS, ("已转交", "已告知"))
    assert ("“办理结果”" in said, "“答复”" in said) == (True, True)
    assert list(of_words(as_result, REQUESTS, ())) == []
    assert list(of_words(as_result, REQUESTS, HANDLED)) == [], "that is said already"
    assert list(of_words(Mapping(), REQUESTS, ("已转交",))) == []


@pytest.mark.parametrize("heads", [("办理结果", "处理结果"), ("处理结果", "办理结果")])
def test_another_column_of_results_is_read_beside_the_sentences(heads: tuple[str, ...]) -> None:
    found = proposed(heads, incoming=REQUESTS, like=Mapping(), telling={"办理结果"})
    assert found.columns == {"answer": Filled(heads=("办理结果",)), "result": Filled(heads=("处理结果",))}
    [said] = of_columns(found, REQUESTS, telling={"办理结果"})
    assert "原句照录" in said, "and what came of it is said by the other column"


@pytest.mark.parametrize(
    ("heads", "like"),
    [(("办理结果", "答复内容"), Mapping()), (("办理结果",), Mapping(columns={"result": Filled(heads=("办理结果",))}))],
)
def test_where_free_text_has_its_column_or_it_was_chosen_it_stays_the_result_and_what_is_lost_is_said(
    heads: tuple[str, ...], like: Mapping
) -> None:
    found = proposed(heads, incoming=REQUESTS, like=like, telling={"办理结果"})
    assert found.columns["result"].heads == ("办理结果",)
    [said] = of_columns(found, REQUESTS, telling={"办理结果"})
    assert ("“办理结果”" in said, "原句不会保留" in said) == (True, True)


def test_an_answer_that_is_headed_as_one_needs_no_word() -> None:
    found = proposed(("答复内容",), incoming=REQUESTS, like=Mapping(), telling={"答复内容"})
    assert list(of_columns(found, REQUESTS, telling={"答复内容"})) == []


def test_sentences_are_seen_in_the_rows_of_the_list_and_in_the_words_that_were_told() -> None:
    rows = "\n".join(f"{place},{said},explained" for place, said in enumerate(HANDLED))
    assert telling(opened(io.BytesIO(f"编号,办理结果,结果\n{rows}\n".encode())), REQUEST) == {"办理结果"}
    mapped = Filled(heads=("办理结果",), words=dict.fromkeys(HANDLED, "resolved"))
    assert told_of(Mapping(columns={"result": mapped}), ()) == {"办理结果"}
    assert told_of(Mapping(columns={"result": Filled(heads=("办理结果",))}), HANDLED) == {"办理结果"}
    assert told_of(Mapping(columns={"result": Filled(heads=("办理结果",))}), ("已办结",)) == frozenset()
    assert told_of(Mapping(), HANDLED) == frozenset()


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (("拂柳街道办事处城建科", "区城市管理综合行政执法局直属二大队"), 2),
        (("其他城市管理和环境卫生问题投诉", "城乡建设/市政设施/路灯"), 2),
        (("Office of Urban Construction of the Street of the Old Willows and Elms"[:60],), 1),
        (("综合执法队", "张三来电称楼下路灯已经坏了三天"), 1),
        (("综合执法队", "张三家的路灯坏，李四家的也坏"), 1),
        (("综合执法队", "请回电张三13800000011处理路灯"), 1),
        (("综合执法队", "办" * 61), 1),
        (("张三来电称楼下路灯已经坏了三天", "李四来电称楼上漏水已经很久了", "综合执法队"), 0),
    ],
)
def test_names_of_the_office_are_kept_however_long_and_sentences_beside_them_are_not(
    words: tuple[str, ...], kept: int
) -> None:
    mapping = Mapping(columns={"handler": Filled(("承办单位",), dict.fromkeys(words, "x"))})
    outlasting = only_words(mapping, telling={"承办单位"}, named={"handler"})
    assert outlasting.columns["handler"].words == dict.fromkeys(words[:kept], "x")


def test_the_columns_of_names_are_those_of_the_lists_of_the_office() -> None:
    assert named(REQUEST) == {"unit", "cell", "handler"}


@pytest.mark.parametrize("word", ["请回电张三13800000011", "张三/13800000011/路灯", "138-0000-0011"])
def test_no_word_is_kept_that_holds_a_telephone(word: str) -> None:
    mapping = Mapping(
        columns={
            "result": Filled(("结果",), {word: "x", "已解决": "y"}),
            "handler": Filled(("单位",), {word: "x", "综合执法队": "y"}),
        }
    )
    outlasting = only_words(mapping, named={"handler"})
    assert [one.words for one in outlasting.columns.values()] == [{"已解决": "y"}, {"综合执法队": "y"}]
