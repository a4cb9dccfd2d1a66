"""Finds the Chromium the browser walks go through."""

import shutil

from linli.toolbox.debs import bring

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")


def chromium() -> str | None:
    """The path of the browser, where there is one."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def chromium_or_reason() -> tuple[str | None, str]:
    """The browser, installed if that may be done, or the reason why there is none."""
    if found := chromium():
        return found, ""
    reason = bring("chromium", "fonts-noto-cjk")
    return chromium(), f"no Chromium: {reason}"
