"""Somebody at the desk: signs in, opens steps, fills in their forms, and reads what the page says."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import ConsoleMessage, Page, expect

CHINESE = "zh-hans"


class Visitor:
    """One browser window; every complaint of the browser (policy, script, 5xx) is kept and fails the walk."""

    def __init__(self, page: Page, *, address: str, password: str, pictures: Path) -> None:
        self.page, self.address, self.password, self.pictures = page, address, password, pictures
        self.complaints: list[str] = []
        self._taken = 0
        self._speaks = CHINESE
        self._signed_in: dict[str, Any] = {}
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("response", lambda said: self.complaints.append(said.url) if said.status >= 500 else None)

    def sign_in(self, username: str) -> None:
        """Through the door the first time; later as somebody who left this window open."""
        self.page.context.clear_cookies()
        if username in self._signed_in:
            self.page.context.add_cookies(self._signed_in[username])
            self.go("/")
            return
        self.page.goto(f"{self.address}/sign-in/")
        self.page.fill("#username", username)
        self.page.fill("#password", self.password)
        self.page.click(".door-card form.form button.primary")
        expect(self.page).to_have_url(f"{self.address}/")
        self._signed_in[username] = self.page.context.cookies()

    def speak(self, language: str) -> None:
        """Choose a language in the user's menu."""
        self.page.request.post(
            f"{self.address}/language/",
            form={
                "language": language,
                "csrfmiddlewaretoken": self.page.input_value("[name=csrfmiddlewaretoken] >> nth=0"),
            },
            headers={"Referer": self.page.url},
        )

        self._speaks = language

    def leave(self) -> None:
        """The language belongs to the user, and the next walk meets the same one."""
        if self._speaks != CHINESE:
            self.go("/")
            self.speak(CHINESE)

    def go(self, path: str) -> None:
        self.page.goto(f"{self.address}{path}")

    def step(self, number: str, verb: str, told: Mapping[str, str | bool | list[str]]) -> None:
        """Open a step of the matter, fill in its form, and send it."""
        self.send(self.open(number, verb), told)

    def open(self, number: str, verb: str) -> str:
        """Open the form of a step, and tell where in the page it stands."""
        if not self.page.url.endswith(f"/m/{number}/"):
            self.go(f"/m/{number}/")
        self.page.click(f".ways a[href='/m/{number}/{verb}/']")
        form = f"form.step-form[action='/m/{number}/{verb}/']"
        expect(self.page.locator(form)).to_be_visible()
        return form

    def send(self, form: str, told: Mapping[str, str | bool | list[str]]) -> None:
        """Fill in an open form and send it; the matter moves on."""
        self.fill(form, told)
        version = self.page.get_attribute("#matter", "data-version")
        self.page.click(f"{form} button[type=submit].primary")
        expect(self.page.locator("#matter")).not_to_have_attribute("data-version", version or "")

    def look_up(self, field: str, typed: str, *, chosen: str) -> None:
        """Type part of a name, and take what is suggested with that code."""
        box = self.page.locator(field)
        box.fill("")
        box.press_sequentially(typed)
        suggested = self.page.locator(f"datalist#{box.get_attribute('list')} option[value*='({chosen})']")
        expect(suggested).to_have_count(1)
        box.fill(suggested.get_attribute("value") or "")

    def fill(self, form: str, told: Mapping[str, str | bool | list[str]]) -> None:
        """Fill in by field name: text, a choice, yes or no, or the list of boxes to tick."""
        self.page.wait_for_selector(form, state="attached")  # a click does not wait for the page that it leads to
        for name, value in told.items():
            field = self.page.locator(f"{form} [name='{name}']")
            if not field.count():
                self.page.click(f"{form} .field-rows:has([name^='{name.split('-')[0]}-']) [data-rows-add]")
            kind = field.first.evaluate("node => node.type || node.tagName.toLowerCase()")
            if kind == "radio":
                self.page.check(f"{form} [name='{name}'][value='{value}']")
            elif kind == "checkbox":
                self._tick(f"{form} [name='{name}']", value)
            elif kind == "select-one":
                field.select_option(str(value))
            else:
                field.fill(str(value))

    def picture(self, name: str) -> None:
        self._taken += 1
        self.page.evaluate("scrollTo(0, 0)")
        self.page.screenshot(path=self.pictures / f"{self._taken:02d}-{name}.png", full_page=True)

    def reads(self, colour: str, because: str, back: str = "") -> None:
        """The head of the status card says colour and reason; below it stands what turns it back."""
        expect(self.page.locator(".verdict h2")).to_contain_text(colour)
        expect(self.page.locator(".verdict h2")).to_contain_text(because)
        if back:
            expect(self.page.locator(".verdict > p").first).to_contain_text(back)

    def _tick(self, boxes: str, value: str | bool | list[str]) -> None:
        wanted = value if isinstance(value, list) else ["on"] if value else []
        for box in self.page.locator(boxes).all():
            box.set_checked((box.get_attribute("value") or "on") in wanted)

    def _hear(self, said: ConsoleMessage) -> None:
        expected = any(code in said.text for code in ("status of 404", "status of 409", "status of 422"))
        if said.type == "error" and not expected:
            self.complaints.append(said.text)
