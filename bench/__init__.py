"""Speed as a budget: each bench measures the product beside the raw limit in one run, and says whether it is kept."""

import gc
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

gc.collect()
gc.freeze()
"""As the web server does it, see `linli.serve.web`."""
