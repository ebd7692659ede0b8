"""Templating: docx bytes and a context give docx bytes. Knows nothing of our documents.

    template = compile_template(docx_bytes)   # TemplateError.problems: every one
    template.variables                        # dotted names the template asks for
    template.render({"x": "…"})               # bytes; safe to call from many threads
"""

from docgen.templating.compiler import compile_template
from docgen.templating.errors import TemplateError, TemplateProblem
from docgen.templating.proof import Put
from docgen.templating.render import Rendering, Template
from docgen.templating.trace import trace

__all__ = [
    "Put",
    "Rendering",
    "Template",
    "TemplateError",
    "TemplateProblem",
    "compile_template",
    "trace",
]
