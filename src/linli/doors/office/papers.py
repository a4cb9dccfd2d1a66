"""The office's page for its own forms of official papers: a .docx with fields, checked before it is kept."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linli.doors.office.kept import DatedAdmin, begun
from linli.doors.office.site import site
from linli.doors.office.typed import AnyModelForm
from linli.ground.text import msg
from linli.matters.drawing_up import ALWAYS, WHY, why_unfit
from linli.matters.kind import kind_named, kinds
from linli.paper.safe import LARGEST
from linli.policy.models import PaperTemplate

NO_PAPER = msg("“{kind}” has no such paper. Choose one of that kind of matter.")
TOO_LARGE = WHY["too_large"]
NO_FILE = msg("Choose the file.")
HELP = gettext_lazy(
    "A Word file (.docx). A field in two braces on each side is filled in, all else stays as it is. "
    "Every paper knows these fields: %(fields)s."
)


class PaperTemplateForm(AnyModelForm):
    """A file for one of the papers there are: another would never be filled."""

    kind = forms.ChoiceField(
        label=PaperTemplate._meta.get_field("kind").verbose_name,
        choices=lambda: [(one.name, _(one.word)) for one in kinds() if one.papers],
    )
    form = forms.ChoiceField(
        label=PaperTemplate._meta.get_field("form").verbose_name,
        choices=lambda: [(paper.name, _(paper.word)) for one in kinds() for paper in one.papers],
    )
    upload = forms.FileField(label=gettext_lazy("File"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        if "upload" in self.fields:
            named = _(", ").join("{{" + name + "}}" for name in ALWAYS)
            self.fields["upload"].help_text = HELP % {"fields": named}

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        if self.instance.pk and begun(self.instance.valid_from):
            return told
        kind, form = told.get("kind"), told.get("form")
        if kind and form and kind_named(kind).paper(form) is None:
            self.add_error("form", _(NO_PAPER).format(kind=_(kind_named(kind).word)))
        elif kind and form:
            self._take(told.get("upload"), kind=kind, form=form)
        return told

    def _take(self, file: "UploadedFile[bytes] | None", *, kind: str, form: str) -> None:
        if file is None:
            content = bytes(self.instance.file or b"")
            wrong = "" if content else _(NO_FILE)
        elif (file.size or 0) > LARGEST:
            content, wrong = b"", _(TOO_LARGE)
        else:
            content, wrong = file.read(), ""
        if wrong := wrong or why_unfit(content, kind=kind, form=form):
            self.add_error("upload", wrong)
            return
        self.instance.file = content
        self.instance.name = file.name[-100:] if file and file.name else self.instance.name


@admin.register(PaperTemplate, site=site)
class PaperTemplateAdmin(DatedAdmin):
    form = PaperTemplateForm
    list_display = ("name", "kind", "form", "valid_from", "valid_until")
    list_filter = ("kind", "form")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """The file of a row in force is not changed: a new row brings a new one."""
        names = super().get_fields(request, obj)
        return [name for name in names if name != "upload" or obj is None or not begun(obj.valid_from)]
