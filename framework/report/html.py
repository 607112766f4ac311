"""A document as one HTML file: works without a network, prints well, follows the reader's light or dark theme.

Templates escape every text; only the figures and the style sheet, which are ours, are markup.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from markupsafe import Markup, escape

from framework.report.charts import Look
from framework.report.typesetting import TEMPLATES
from framework.report.wording import colon

LOOK = Look(
    ink="var(--ink)",
    soft="var(--soft)",
    line="var(--line)",
    panel="var(--panel)",
    good="var(--good)",
    bad="var(--bad)",
    accent="var(--accent)",
    paper="var(--paper)",
)
"""Figures in the colours of the page, whatever its theme."""


_ADDRESS = re.compile(r"(https://\S+[^\s.,;])")
"""An address on the web, without the mark that ends its sentence; a group, so that `split` keeps it."""


def to_html(template: str, data: dict[str, Any]) -> str:
    """The page of a template (the name of a file) with these data."""
    templates, css = _templates()
    return str(templates.get_template(template).render(**data, colon=colon(data["language"]), css=css))


def linked(text: str) -> Markup:
    """The text, in which every address on the web is a link."""
    link, parts = Markup('<a href="{0}">{0}</a>'), _ADDRESS.split(text)
    return Markup().join(link.format(part) if number % 2 else escape(part) for number, part in enumerate(parts))


@cache
def _templates() -> tuple[Any, Markup]:
    import jinja2  # no other form needs it

    loader = jinja2.FileSystemLoader(TEMPLATES)
    environment = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    environment.filters["linked"] = linked
    return environment, Markup((TEMPLATES / "report.css").read_text(encoding="utf-8"))  # noqa: S704 (a file of our own)
