"""Reads from the page of a form what it has answered before anybody said a word."""

from html.parser import HTMLParser

BEFOREHAND = {
    ("dispute", "open", "channel"): "the window is where this form stands",
    ("dispute", "open", "parties"): "the first two rows are the two sides, most often a person each",
    ("dispute", "consent", "side"): "the side that is still to be asked; what it answers is not",
    ("dispute", "add_party", "acts_for"): "nobody in particular, which is what most have",
    ("dispute", "classify", "dispute_class"): "what stands now and is to be put right",
    ("dispute", "classify", "category"): "what stands now and is to be put right",
    ("case", "classify", "category"): "what stands now and is to be put right",
    ("request", "take_in", "urgency"): "ordinary is what is recorded wherever nobody said that it is not",
    ("request", "reclassify", "category"): "what stands now and is to be put right",
    ("request", "reclassify", "sort"): "what stands now and is to be put right",
    ("request", "reclassify", "urgency"): "what stands now and is to be put right",
}
"""The only answers of fact that a form may hold at first, each with its reason."""


def answered(html: str) -> set[str]:
    """The names of the choices and boxes that would be sent with an answer; rows by the name of their field."""
    reader = _Reader()
    reader.feed(html.replace("<template>", "<!--").replace("</template>", "-->"))
    return {name.partition("-")[0] for name in reader.found}


def unexplained(html: str, *, kind: str, verb: str) -> set[str]:
    return {name for name in answered(html) if (kind, verb, name) not in BEFOREHAND}


class _Reader(HTMLParser):
    """A list answers when an option is selected, or when its first one says something and there is another."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self._inside, self._name = False, ""
        self._options: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = {"step-form", "open-form"} & set(told.get("class", "").split()) != set()
        elif tag == "input" and self._inside and "checked" in told:
            self.found.add(told["name"])
        elif tag == "select":
            self._name, self._options = told.get("name", ""), []
        elif tag == "option":
            self._options.append((told.get("value", ""), "selected" in told))

    def handle_endtag(self, tag: str) -> None:
        if tag == "select" and self._inside and len(self._options) > 1:
            value = next((value for value, selected in self._options if selected), self._options[0][0])
            self.found |= {self._name} if value else set()
