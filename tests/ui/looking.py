"""What a person would find on a page in memory."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from streamlit.testing.v1 import AppTest

from framework.model.rule_index import index_of
from tests.ui.brief_sheets import rules

MISTAKE = "Something went wrong"
HREF = re.compile(r'href="([^"]+)"')


def healthy(at: AppTest) -> AppTest:
    """The page came up: no exception and no apology in its place."""
    assert not at.exception, at.exception
    assert not any(MISTAKE in header.value for header in at.header), [text.value for text in at.markdown]
    return at


def french(app: Callable[..., AppTest], page: str = "start", **params: str) -> AppTest:
    """A page in French; it came up."""
    return healthy(app(page, language="fr", **params))


def marked(block: Any) -> set[str]:
    """The parts of a page that are marked as English, by the keys of their containers."""
    found: set[str] = set()
    for child in getattr(block, "children", {}).values():
        found |= {*re.findall(r"lang_en_(\w+)", getattr(child.proto, "id", ""))} | marked(child)
    return found


def words(at: AppTest) -> str:
    """Everything that is written on the page."""
    kinds = (at.title, at.header, at.subheader, at.markdown, at.caption, at.html, at.info, at.toast, at.button)
    found = [str(getattr(item, "value", "") or "") for kind in kinds for item in kind if kind is not at.button]
    found = [text for text in found if not text.startswith("<script>")]
    found += [*buttons(at), *(link.proto.label for link in at.get("page_link"))]
    return "\n".join(found)


def buttons(at: AppTest) -> list[str]:
    """The buttons that a person can see."""
    return [button.label for button in at.button if button.key not in ("reconnect_button", "rest_button")]


def key_of(at: AppTest) -> str:
    """The key in the address."""
    value = at.query_params["work"]
    return str(value[0] if isinstance(value, list) else value)


def dangling(html: str) -> list[str]:
    """The links to pages of the application that name something that does not exist."""
    return [link for link in HREF.findall(html) if not _leads_somewhere(link.replace("&amp;", "&"))]


def _leads_somewhere(link: str) -> bool:
    at = urlsplit(link)
    if at.scheme in ("https", "http") or not at.query:
        return True
    names = {name: found[0] for name, found in parse_qs(at.query).items()}
    lesson = rules().lesson.get(names.get("lesson", ""))
    blocks = {block.id for block in lesson.blocks} if lesson else set()
    return (
        ("rule" not in names or names["rule"] in index_of(rules()))
        and ("case" not in names or names["case"] in rules().case)
        and ("question" not in names or names["question"] in rules().questions)
        and ("lesson" not in names or lesson is not None)
        and (not lesson or not at.fragment or at.fragment in blocks)
    )
