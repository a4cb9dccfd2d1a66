"""The office brings its own form of a paper: what cannot be filled is refused in words, what can is filled."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from linli.paper.document import docx
from linli.paper.letter import Letter, Paragraph
from linli.policy.models import PaperTemplate
from linli.policy.own_papers import own_paper
from tests.office.visiting import LONG_AGO, administrator, page, text

pytestmark = pytest.mark.django_db
TOLD = {"kind": "pebble", "form": "slip", "valid_from": LONG_AGO}
PLACE = page("policy_papertemplate_add")


def file(words: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("收条.docx", docx(Letter("收条", body=(Paragraph(words),))))


def test_only_a_file_whose_fields_are_all_known_is_kept() -> None:
    client = administrator()
    refused = text(client.post(PLACE, {**TOLD, "upload": file("{{文号}}{{姓名}}")}))
    assert "没有字段{{姓名}}" in refused
    assert "{{大小}}" in refused
    assert "请选择文件" in text(client.post(PLACE, TOLD))
    assert "没有这种文书" in text(client.post(PLACE, {**TOLD, "kind": "request", "upload": file("{{文号}}")}))
    assert client.post(PLACE, {**TOLD, "upload": file("{{文号}}{{大小}}")}).status_code == 302
    assert PaperTemplate.objects.get().name == "收条.docx"
    assert own_paper("pebble", "slip", on=timezone.localdate())
    assert own_paper("pebble", "slip", on=LONG_AGO.replace(year=2019)) is None
    change = client.get(page("policy_papertemplate_change", PaperTemplate.objects.get().pk))
    assert 'type="file"' not in text(change)
