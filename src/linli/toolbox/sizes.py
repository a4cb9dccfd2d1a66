"""The law of sizes: short files, short functions, few comments, measured over the whole house."""

import ast
import sys
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from statistics import median

LINES, LINES_MEDIAN = 300, 60
FUNCTION, FUNCTION_MEDIAN = 40, 8
SETTINGS = 250
COMMENTS = 0.06


@dataclass(frozen=True)
class Measure:
    """One file: how long it and its functions are, how many lines hold a comment."""

    file: str
    lines: int
    comments: int
    functions: tuple[tuple[str, int], ...]


def main() -> int:
    measures = [measure(file.read_text(encoding="utf-8"), file=str(file)) for file in our_files(Path())]
    wrong = defects(measures)
    print("\n".join(wrong) if wrong else summary(measures))
    return 1 if wrong else 0


def our_files(root: Path) -> Iterator[Path]:
    for folder in ("src", "tests", "bench"):
        for file in sorted((root / folder).rglob("*")):
            if file.suffix in (".py", ".html", ".css", ".js") and "migrations" not in file.parts:
                yield file


def measure(source: str, *, file: str) -> Measure:
    lines = source.count("\n")
    if not file.endswith(".py"):
        return Measure(file, lines, 0, ())
    comments = {token.start[0] for token in tokenize.generate_tokens(StringIO(source).readline) if is_comment(token)}
    nodes = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return Measure(file, lines, len(comments), tuple((node.name, length(node)) for node in nodes))


def is_comment(token: tokenize.TokenInfo) -> bool:
    return token.type == tokenize.COMMENT and not token.string.startswith(("# noqa", "# type:"))


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def defects(measures: Sequence[Measure]) -> list[str]:
    """Each breach in a sentence."""
    wrong = [sentence for one in measures for sentence in too_long(one)]
    files, functions, comments = figures(measures)
    if files > LINES_MEDIAN:
        wrong.append(f"The median file has {files:.0f} lines; {LINES_MEDIAN} are allowed.")
    if functions > FUNCTION_MEDIAN:
        wrong.append(f"The median function has {functions:.0f} lines; {FUNCTION_MEDIAN} are allowed.")
    if comments > COMMENTS:
        wrong.append(f"{comments:.1%} of the lines are comments; {COMMENTS:.0%} are allowed.")
    return wrong


def too_long(one: Measure) -> Iterator[str]:
    most = SETTINGS if one.file.endswith("linli/settings.py") else LINES
    if one.lines > most:
        yield f"{one.file} has {one.lines} lines; {most} are allowed: part it by what it does."
    for name, lines in one.functions:
        if lines > FUNCTION:
            yield f"{one.file}: {name} has {lines} lines; {FUNCTION} are allowed."


def figures(measures: Sequence[Measure]) -> tuple[float, float, float]:
    code = [one for one in measures if one.file.endswith(".py")]
    functions = [lines for one in code for _, lines in one.functions]
    total = sum(one.lines for one in code)
    comments = sum(one.comments for one in code) / total if total else 0.0
    return median([one.lines for one in code] or [0]), median(functions or [0]), comments


def summary(measures: Sequence[Measure]) -> str:
    files, functions, comments = figures(measures)
    return f"median file {files:.0f} lines, median function {functions:.0f}, comments {comments:.1%}"


if __name__ == "__main__":
    sys.exit(main())
