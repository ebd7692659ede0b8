"""Templating: docx bytes and a context give docx bytes. Knows nothing of our documents.

`compile_template(docx)` gives a `Template`, or raises `TemplateError` with every problem;
`template.variables` are the dotted names it asks for; `template.render({"x": "…"})` gives bytes,
and may be called from many threads.
"""

from docgen.templating.compiler import compile_template
from docgen.templating.errors import TemplateError, TemplateProblem
from docgen.templating.proof import Put
from docgen.templating.render import Rendering, Template
from docgen.templating.values import trace

__all__ = [
    "Put",
    "Rendering",
    "Template",
    "TemplateError",
    "TemplateProblem",
    "compile_template",
    "trace",
]
