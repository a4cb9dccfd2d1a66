"""What is found by a code: a matter by the code of who follows it, an official paper by the one printed on it."""

from django.db import models


class Follow(models.Model):
    """By what digest the bearer of a code finds one matter; derived from its number and a key outside."""

    matter = models.OneToOneField("matters.Matter", primary_key=True, on_delete=models.PROTECT, related_name="follow")
    digest = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return f"{self.matter_id}"


class PaperCode(models.Model):
    """By what digest an official paper is found: the place among all that its matter issued; derived from the state."""

    matter = models.ForeignKey("matters.Matter", on_delete=models.PROTECT, related_name="+", db_index=False)
    place = models.IntegerField()
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "place"], name="paper_code_once")]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.place}"
