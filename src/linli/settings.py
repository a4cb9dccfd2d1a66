"""Django's settings, read from one typed configuration."""

from pathlib import Path
from typing import Any

from linli.configuration import load
from linli.engine import know_plain, swap_in

swap_in()
know_plain()

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CONFIGURATION = load()

DEBUG = CONFIGURATION.debug
SECRET_KEY = CONFIGURATION.secret_key
ALLOWED_HOSTS = CONFIGURATION.hosts
CSRF_TRUSTED_ORIGINS = CONFIGURATION.trusted_origins
DATABASES = {"default": CONFIGURATION.database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "linli.urls"
WSGI_APPLICATION = "linli.wsgi.application"
AUTH_USER_MODEL = "staff.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {"user_attributes": ("username", "name")}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]

KINDS = sorted(folder.parent.name for folder in (HERE / "kinds").glob("*/kind.py"))

# Our rooms stand before Django's: of two Chinese words for one English one, the earlier room's is shown.
INSTALLED_APPS = [
    "linli.place",
    "linli.staff",
    "linli.policy",
    "linli.matters",
    *[f"linli.kinds.{name}" for name in KINDS],
    "linli.tally",
    "linli.likeness",
    "linli.notices",
    "linli.reports",
    "linli.opendata",
    "linli.machines",
    "linli.sheets",
    "linli.keeping",
    *(["linli.doors.desk"] if (HERE / "doors/desk/__init__.py").exists() else []),
    "linli.doors.counter",
    "linli.doors.screen",
    "linli.doors.api",
    "linli.doors.open311",
    *(["linli.doors.office"] if (HERE / "doors/office/__init__.py").exists() else []),
    "csp",
    "django_htmx",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "linli.doors.office.front.Front" if (HERE / "doors/office/__init__.py").exists() else "django.contrib.admin",
    "linli.demo",
]

MIDDLEWARE = [
    "linli.doors.desk.passage.RequestIdMiddleware",
    "linli.machines.shaping.ShapingMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "linli.doors.desk.language.LanguageMiddleware",
    "linli.doors.desk.passage.UnseenMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "NAME": "jinja2",
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [
            HERE / "doors/desk/templates",
            HERE / "doors/counter/templates",
            HERE / "doors/screen/templates",
            HERE / "doors/api/templates",
            *[HERE / "kinds" / name / "templates" for name in KINDS],
        ],
        "OPTIONS": {"environment": "linli.doors.desk.jinja.environment"},
    },
    {
        "NAME": "django",
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [HERE / "locale"]
USE_TZ = True
TIME_ZONE = CONFIGURATION.zone

STATIC_URL = "static/"
STATICFILES_DIRS = [folder for folder in (ROOT / "assets",) if folder.is_dir()]
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600
WHITENOISE_ALLOW_ALL_ORIGINS = False
MEDIA_ROOT = CONFIGURATION.data / "files"
KEYRING = CONFIGURATION.personal_keys
SEAL_KEY = CONFIGURATION.seal_key
ANCHORS = CONFIGURATION.data / "anchors.jsonl"
NOTICES_COUNT = CONFIGURATION.data / "notices.count"
PACE = CONFIGURATION.pace_file
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "today"

# What was recorded is said on the next page: kept on the server, for a cookie would carry the words.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CONFIGURATION.production
CSRF_COOKIE_SECURE = CONFIGURATION.production
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "linli.doors.desk.views.errors.stale_form"
FILE_UPLOAD_HANDLERS = ["linli.matters.uploads.SmallFiles"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "linli.doors.counter.discreet.Discreet",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # A refusal is an answer, not a fault: the console hears of what broke.
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
        "linli": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}
