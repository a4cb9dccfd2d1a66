from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("policy", "0004_a_window_for_what_names_no_place"),
    ]

    operations = [
        migrations.AddField(
            model_name="centre",
            name="exports_alone",
            field=models.PositiveIntegerField(
                default=500,
                help_text="Longer lists, also in pieces on one day, leave only after somebody else has agreed.",
                verbose_name="rows that one person exports alone",
            ),
        ),
    ]
