"""Pictures that wait: a page sent twice at once finds all of them or none."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from linli.doors.counter import drafts
from linli.doors.counter.models import Draft
from tests.desk.uploads import picture
from tests.town import MONDAY


@pytest.mark.django_db
@pytest.mark.parametrize("looked_at", range(1, 3))
def test_what_goes_while_it_is_looked_up_goes_as_a_whole(looked_at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = [
        drafts.keep(SimpleUploadedFile(f"{number}.jpg", picture(size=(40, 30 + number))), at=MONDAY)
        for number in range(2)
    ]
    folder, looks = drafts._folder(), 0

    def handed_in_by_another_meanwhile() -> Path:
        nonlocal looks
        looks += 1
        if looks == looked_at:
            drafts.drop(kept)
        return folder

    monkeypatch.setattr(drafts, "_folder", handed_in_by_another_meanwhile)
    assert len(drafts.waiting([draft.stored for draft in kept])) in (0, 2)
    monkeypatch.undo()
    drafts.drop(kept)
    assert (Draft.objects.count(), list(folder.iterdir())) == (0, [])
