"""What a person would find on a page in memory."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

MISTAKE = "Something went wrong"


def healthy(at: AppTest) -> AppTest:
    """The page came up: no exception and no apology in its place."""
    assert not at.exception, at.exception
    assert not any(MISTAKE in header.value for header in at.header), [text.value for text in at.markdown]
    return at


def words(at: AppTest) -> str:
    """Everything that is written on the page."""
    kinds = (at.title, at.header, at.subheader, at.markdown, at.caption, at.html, at.info, at.toast, at.button)
    found = [str(getattr(item, "value", "") or "") for kind in kinds for item in kind if kind is not at.button]
    found = [text for text in found if not text.startswith("<script>")]
    found += [*buttons(at), *(link.proto.label for link in at.get("page_link"))]
    return "\n".join(found)


def buttons(at: AppTest) -> list[str]:
    """The buttons that a person can see."""
    return [button.label for button in at.button if button.key != "reconnect_button"]


def key_of(at: AppTest) -> str:
    """The key in the address."""
    value = at.query_params["work"]
    return str(value[0] if isinstance(value, list) else value)
