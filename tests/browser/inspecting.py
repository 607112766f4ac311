"""What must hold on every page, whoever comes to it: nothing shut off, sticking out, unreadable or meant for a log."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, get_args

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.appearance import odd_sizes, off_centre, sticks_out

Theme = Literal["light", "dark"]
"""What the reader's system prefers."""

THEMES: tuple[Theme, ...] = get_args(Theme)

TROUBLE = ("Traceback (most recent call last)", "Something went wrong", "Uncaught", "site-packages", 'File "')

BARE = """
theme => [...document.querySelectorAll('[class*="st-key-picture_"]')].filter(picture =>
  !picture.className.includes(`_on_${theme}`)
  && getComputedStyle(picture).backgroundColor === 'rgba(0, 0, 0, 0)').length
"""
"""Figures that were drawn for the other theme and have nothing behind them on which they could be read."""

AXE = Axe().axe_script
"""Axe-core, as it is put into a page."""

ALL_RULES: dict[str, Any] = {"resultTypes": ["violations"]}
COLOUR_RULES: dict[str, Any] = {**ALL_RULES, "runOnly": ["color-contrast", "link-in-text-block"]}
"""Of axe-core: in the other theme the document is the same, and only colours can be wrong."""


def inspect(page: Page, name: str, theme: Theme, *, whole: bool, settle: Callable[[], None]) -> None:
    """Check the page that is open, which `name` stands for in messages.

    `whole`: all is checked; otherwise only colours, as the same document is checked in the other theme. `settle` waits
    until the page stays as it is.
    """
    beyond = sticks_out(page)
    assert beyond <= 0, f"{name}: {beyond} px wider than its window"
    if whole:  # neither depends on the theme
        seen = odd_sizes(page), off_centre(page)
        assert seen == ({}, {}), f"{name}: {seen}"
    said = page.locator("body").inner_text()
    assert not [words for words in TROUBLE if words in said], f"{name}: {said[:2_000]}"
    shown = page.evaluate("getComputedStyle(document.querySelector('[data-testid=\"stApp\"]')).colorScheme")
    assert shown == theme, f"{name}: shown {shown}"
    assert not page.evaluate(BARE, theme), f"{name} ({theme}): a figure cannot be read"
    options = ALL_RULES if whole else COLOUR_RULES
    found = _violations(page, options)
    if found:  # a late run of the script pales the page for a moment; a true violation stays
        settle()
        found = _violations(page, options)
    assert not found, f"{name} ({theme}): {_said_of(found)}"


def _violations(page: Page, options: dict[str, Any]) -> list[dict[str, Any]]:
    """What axe-core finds. It is loaded once for each page: that takes as long as looking for wrong colours."""
    if page.evaluate("!window.axe"):
        page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return found


def _said_of(violations: list[dict[str, Any]]) -> str:
    return "\n".join(
        f"{found['id']}: {found['help']}: {[node['html'][:300] for node in found['nodes'][:3]]}"
        f" {[node.get('failureSummary', '')[:300] for node in found['nodes'][:1]]}"
        for found in violations
    )
