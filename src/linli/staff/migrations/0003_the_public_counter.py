from django.db import migrations, models

ROLES = [
    ("clerk", "desk clerk"),
    ("handler", "handling officer"),
    ("mediator", "mediator"),
    ("lead", "team lead"),
    ("leader", "leader"),
    ("statistician", "statistics clerk"),
    ("auditor", "auditor"),
    ("administrator", "administrator"),
    ("counter", "public counter"),
]


class Migration(migrations.Migration):
    dependencies = [("staff", "0002_a_password_given_by_another")]

    operations = [
        migrations.AlterField("post", "role", models.CharField(choices=ROLES, max_length=16, verbose_name="role")),
    ]
