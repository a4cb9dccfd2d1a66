"""What is kept to find a matter by its words: the text that is searched, and the signs of who may find it."""

from django.db import models


class Searched(models.Model):
    """The searched text of one matter; derived from its row and words, the bigrams of it stand in the index.

    `signs` are what the index holds beside them: its number, units, kind, category and cell, and whether it is open.
    """

    matter = models.OneToOneField("matters.Matter", primary_key=True, on_delete=models.PROTECT, related_name="searched")
    signs = models.CharField(max_length=255)
    text = models.TextField()

    def __str__(self) -> str:
        return f"{self.matter_id}"


class Frequent(models.Model):
    """How many texts hold a word that stands in very many of them, by kind; kept by triggers, on PostgreSQL alone."""

    gram = models.CharField(max_length=8)
    sign = models.CharField(max_length=64)
    """The sign of the kind."""
    n = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["gram", "sign", "n"], name="frequent_by_sign")]

    def __str__(self) -> str:
        return f"{self.gram} {self.sign}"
