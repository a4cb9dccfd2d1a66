from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("matters", "0010_one_step_in_many_matters")]

    operations = [
        migrations.AddIndex(
            model_name="matter",
            index=models.Index(
                models.Func(
                    models.F("colour"),
                    output_field=models.SmallIntegerField(),
                    template=(
                        "CASE %(expressions)s WHEN 'red' THEN 0 WHEN 'orange' THEN 1 "
                        "WHEN 'yellow' THEN 2 WHEN 'green' THEN 3 ELSE 4 END"
                    ),
                ),
                models.Func(
                    models.F("due_at"), output_field=models.BooleanField(), template="(%(expressions)s IS NULL)"
                ),
                models.F("due_at"),
                models.F("id"),
                condition=models.Q(("closed_at__isnull", True)),
                name="matter_urgency",
            ),
        ),
    ]
