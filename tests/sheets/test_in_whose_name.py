"""`./linli import` acts from a post: from the only one that may, else from the one that is named."""

from pathlib import Path

import pytest
from django.core.management import CommandError

from linli.matters.models import Taking
from linli.sheets import in_whose_name
from linli.staff.models import Post
from tests.kinds.request.in_town import clerk
from tests.sheets.hotline import file_of, rows
from tests.sheets.typed import run
from tests.town import LONG_AGO, Town

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_work(town: Town) -> None:
    clerk(town)


def test_an_installation_without_a_clerk_is_told_to_make_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Post.objects.update(valid_until=LONG_AGO)
    with pytest.raises(CommandError, match="请在设置后台的“岗位”中设一位受理员或组长"):
        run(file_of(tmp_path, rows(1)), capsys, who="")


def test_without_a_name_the_only_post_that_may_takes_it_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], town: Town
) -> None:
    Post.objects.exclude(user=town.mei).update(valid_until=LONG_AGO)
    run(file_of(tmp_path, rows(1)), capsys, who="")
    assert Taking.objects.get().post.user == town.mei


def test_where_several_may_nobody_is_chosen_and_all_of_them_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CommandError) as refused:
        run(file_of(tmp_path, rows(1)), capsys, who="", dry_run=True)
    said = str(refused.value).splitlines()
    assert said[0] == "可导入的岗位不止一个，请用 --as 写明以谁的名义导入："
    assert said[1:] == [
        "  qin（秦桑，受理员，柳树街道）",
        "  mei（梅兰，受理员，北社区）",
        "  sun（孙桂，受理员，南社区）",
        "  gu（顾长青，组长，北社区）",
    ]


def test_of_very_many_the_first_are_named_and_the_others_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_whose_name, "NAMED_AT_MOST", 1)
    with pytest.raises(CommandError, match=r"秦桑，受理员，柳树街道）\n  另有 3 个$"):
        run(file_of(tmp_path, rows(1)), capsys, who="")


def test_a_mapping_is_written_down_in_nobodys_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = tmp_path / "map.toml"
    run(file_of(tmp_path, rows(1)), capsys, who="", write_map=made)
    assert made.exists()
    assert "的名义" not in capsys.readouterr().err
