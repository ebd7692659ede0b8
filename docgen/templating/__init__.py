"""Templating: docx bytes and a context give docx bytes. Knows nothing of our documents.

`compile_template(docx)` gives a `Template`, or raises `TemplateError` with every problem;
`template.variables` are the dotted names it asks for; `template.render({"x": "…"})` gives bytes,
and may be called from many threads.
"""

from docgen.templating.budget import Budget
from docgen.templating.comments import with_comments
from docgen.templating.compiler import compile_template
from docgen.templating.documents import Document, Image
from docgen.templating.errors import TemplateError, TemplateProblem
from docgen.templating.package import read_main_part, read_package
from docgen.templating.proof import Put
from docgen.templating.render import Rendering, Template
from docgen.templating.rich import (
    LINE_BREAK,
    PAGE_BREAK,
    TAB,
    Bookmark,
    Link,
    Look,
    Reference,
    RichText,
)
from docgen.templating.tables import Table
from docgen.templating.values import joined, trace

__all__ = [
    "LINE_BREAK",
    "PAGE_BREAK",
    "TAB",
    "Bookmark",
    "Budget",
    "Document",
    "Image",
    "Link",
    "Look",
    "Put",
    "Reference",
    "Rendering",
    "RichText",
    "Table",
    "Template",
    "TemplateError",
    "TemplateProblem",
    "compile_template",
    "joined",
    "read_main_part",
    "read_package",
    "trace",
    "with_comments",
]
