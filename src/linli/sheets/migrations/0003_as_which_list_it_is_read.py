"""As which earlier list a list is proposed to be read."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sheets", "0002_words_go_with_their_file"),
    ]

    operations = [
        migrations.AddField(
            model_name="delivery",
            name="like",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="sheets.delivery"
            ),
        ),
    ]
