"""How a paragraph lies on the page, in the order in which Word wants it told."""

from dataclasses import dataclass

from linli.paper.page import characters


@dataclass(frozen=True)
class Layout:
    """Left out means: as the style has it. `before`, `after`, `line` are twips; the indents are characters."""

    keep: bool = False
    fresh: bool = False
    rule: bool = False
    off_grid: bool = False
    before: int | None = None
    after: int | None = None
    line: int | None = None
    first: float = 0
    hanging: float = 0
    left: float = 0
    right: float = 0
    align: str = ""
    outline: int | None = None

    def xml(self, *, style: str = "", section: str = "") -> str:
        inside = "".join(
            (
                f'<w:pStyle w:val="{style}"/>' if style else "",
                "<w:keepNext/>" if self.keep else "",
                "<w:pageBreakBefore/>" if self.fresh else "",
                RULE if self.rule else "",
                '<w:snapToGrid w:val="0"/>' if self.off_grid else "",
                self._spacing(),
                self._indents(),
                f'<w:jc w:val="{self.align}"/>' if self.align else "",
                f'<w:outlineLvl w:val="{self.outline}"/>' if self.outline is not None else "",
                section,
            )
        )
        return f"<w:pPr>{inside}</w:pPr>" if inside else ""

    def _spacing(self) -> str:
        given = [(name, getattr(self, name)) for name in ("before", "after", "line")]
        told = "".join(f' w:{name}="{value}"' for name, value in given if value is not None)
        exact = ' w:lineRule="exact"' if self.line is not None else ""
        return f"<w:spacing{told}{exact}/>" if told else ""

    def _indents(self) -> str:
        given = (("left", self.left), ("right", self.right), ("hanging", self.hanging), ("firstLine", self.first))
        told = "".join(
            f' w:{name}Chars="{round(value * 100)}" w:{name}="{characters(value)}"' for name, value in given if value
        )
        return f"<w:ind{told}/>" if told else ""


PLAIN = Layout()

# The red line under the head: 4 mm below it, as wide as the text.
RULE = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="11" w:color="FF0000"/></w:pBdr>'
