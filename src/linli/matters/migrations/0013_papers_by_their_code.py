import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("matters", "0012_open_matters_of_a_category"),
    ]

    operations = [
        migrations.CreateModel(
            name="PaperCode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.IntegerField()),
                ("digest", models.CharField(max_length=64, unique=True)),
                (
                    "matter",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.matter",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("matter", "place"), name="paper_code_once")],
            },
        ),
    ]
