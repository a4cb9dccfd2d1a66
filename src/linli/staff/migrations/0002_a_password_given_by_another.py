from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("staff", "0001_users_and_posts"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="must_change",
            field=models.BooleanField(
                default=False, editable=False, verbose_name="chooses a new password at the next sign-in"
            ),
        ),
    ]
