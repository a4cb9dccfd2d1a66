from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0003_exports_and_pins"),
    ]

    operations = [
        migrations.AlterField(
            model_name="export",
            name="form",
            field=models.CharField(
                choices=[
                    ("xlsx", "Workbook (.xlsx)"),
                    ("csv", "Lines of text (.csv)"),
                    ("jsonl", "JSON Lines, with codes, for programs (.jsonl)"),
                ],
                max_length=8,
            ),
        ),
    ]
