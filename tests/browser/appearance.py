"""What every page has in common to the eye: few sizes of text, one column in the middle, as wide as its window."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

SLACK = 2
"""CSS pixels by which a column may stand beside the middle."""

ODD_SIZES = """
() => {
  const named = ['var(--display)', 'var(--section)', 'var(--text)', 'var(--small)'];
  const resolved = (where, names) => names.map(name => {
    const probe = where.appendChild(document.createElement('i'));
    probe.style.fontSize = name;
    const size = getComputedStyle(probe).fontSize;
    probe.remove();
    return size;
  });
  const allowed = resolved(document.body, named), projector = document.querySelector('.projector');
  const own = projector ? resolved(projector, [...named, 'calc(1.6 * var(--display))']) : [];
  const odd = {};
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || parent.closest('style, script, .js-plotly-plot, svg, .sr-only')) continue;
    const { fontSize, fontFamily } = getComputedStyle(parent);
    if (fontFamily.includes('Material') || !parent.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    if (range.getBoundingClientRect().width < 2) continue;
    const known = projector?.contains(parent) ? own : allowed;
    if (!known.includes(fontSize)) odd[fontSize] ??= node.data.trim().slice(0, 60);
  }
  return { allowed, odd };
}
"""

OFF_CENTRE = """
slack => {
  const header = document.querySelector('.st-key-header')?.getBoundingClientRect();
  if (!header?.width) return {};
  const middle = (header.left + header.right) / 2;
  const blocks = document.querySelectorAll('.stMainBlockContainer > .stVerticalBlock > * > [data-testid$="Block"]');
  const columns = [...document.querySelectorAll('[class*="st-key-read_"], [class*="st-key-section_"]')].filter(column =>
    !column.closest('[data-testid="stColumn"]'));
  const off = {};
  for (const each of [...blocks, ...columns]) {
    const { left, right, width } = each.getBoundingClientRect();
    if (width < 2 || getComputedStyle(each).position === 'absolute') continue;
    const by = (left + right) / 2 - middle;
    if (Math.abs(by) > slack) off[each.className] = Math.round(by);
  }
  return off;
}
"""

SIDEWAYS = """
Math.max(...[document.documentElement, ...document.querySelectorAll('[data-testid="stMain"]')]
  .map(place => place.scrollWidth - place.clientWidth))
"""
"""The document never scrolls sideways: Streamlit cuts it off, and what is too wide scrolls in the main part."""


def odd_sizes(page: Page) -> dict[str, str]:
    """Sizes of visible text that are none of those that `theme.css` names, each with a text that has it.

    Figures and symbols are not looked at. The projector gives its own sizes to the names, and the code one more.
    """
    found: dict[str, Any] = page.evaluate(ODD_SIZES)
    assert len(set(found["allowed"])) == 4, found["allowed"]
    odd: dict[str, str] = found["odd"]
    return odd


def off_centre(page: Page) -> dict[str, int]:
    """Columns that are not centred under the header: by how many CSS pixels, to the right if positive."""
    off: dict[str, int] = page.evaluate(OFF_CENTRE, SLACK)
    return off


def sticks_out(page: Page) -> int:
    """CSS pixels by which the page that is open is wider than its window."""
    found: int = page.evaluate(SIDEWAYS)
    return found
