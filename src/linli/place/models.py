"""Units of the organisation tree and the grid cells on the ground."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

LEVELS = 4


class UnitKind(models.TextChoices):
    COUNTY = "county", _("county")
    STREET = "street", _("sub-district")
    TOWN = "town", _("township")
    COMMUNITY = "community", _("community or village")
    GRID = "grid", _("grid")
    DEPARTMENT = "department", _("department")
    ORGANISATION = "organisation", _("social organisation")


class Datum(models.TextChoices):
    WGS84 = "wgs84", _("WGS-84 (satellite positioning)")
    GCJ02 = "gcj02", _("GCJ-02 (Chinese web maps)")


class Unit(models.Model):
    """One node of the tree; its ancestors are kept as one column a level, so a subtree is one comparison."""

    code = models.CharField(_("code"), max_length=32, unique=True)
    name = models.CharField(_("name in Chinese"), max_length=100)
    name_en = models.CharField(_("name in English"), max_length=150, blank=True)
    kind = models.CharField(_("kind of unit"), max_length=16, choices=UnitKind.choices)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("belongs to")
    )
    level = models.PositiveSmallIntegerField(_("level"), default=1, editable=False)
    unit_1 = models.BigIntegerField(null=True, editable=False, db_index=True)
    unit_2 = models.BigIntegerField(null=True, editable=False, db_index=True)
    unit_3 = models.BigIntegerField(null=True, editable=False, db_index=True)
    unit_4 = models.BigIntegerField(null=True, editable=False, db_index=True)
    closed_on = models.DateField(
        _("closed on"), null=True, blank=True, help_text=_("A unit that has done work is closed, never deleted.")
    )

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ("code",)

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        return label_of(self.name, self.name_en)


def label_of(name: str, name_en: str) -> str:
    """Of two names the one in the language of the page, where there is one."""
    if name_en and (get_language() or "").startswith("en"):
        return name_en
    return name


class Cell(models.Model):
    """The ground one grid unit looks after."""

    code = models.CharField(_("code"), max_length=32, unique=True)
    unit = models.OneToOneField(Unit, models.PROTECT, related_name="cell", verbose_name=_("grid"))
    polygon = models.TextField(_("outline (GeoJSON)"))
    min_lon = models.FloatField(editable=False)
    min_lat = models.FloatField(editable=False)
    max_lon = models.FloatField(editable=False)
    max_lat = models.FloatField(editable=False)
    datum = models.CharField(_("coordinates"), max_length=8, choices=Datum.choices, default=Datum.WGS84)
    changed_at = models.DateTimeField(auto_now=True, editable=False)

    class Meta:
        verbose_name = _("grid cell")
        verbose_name_plural = _("grid cells")
        ordering = ("code",)

    def __str__(self) -> str:
        return self.code
