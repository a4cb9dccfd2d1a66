"""Escaping of what a template says, without an object for each word: most words have nothing to escape."""

import re
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import escape

_NEEDS_IT = re.compile("[&<>\"']").search


def escaped(value: object) -> str:
    """What `escape` says; it becomes part of a longer text at once, so it needs not know that it is safe."""
    return value if type(value) is str and _NEEDS_IT(value) is None else escape(value)


class Writer(CodeGenerator):
    """Lets whatever is put out of a template that escapes go through `escaped`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")
            self.write(finalize.src or "")


class Escaping(Environment):
    """An environment whose templates are compiled so."""

    code_generator_class = Writer
    escaped = staticmethod(escaped)
