"""What every page has in common to the eye: few sizes of text, one column in the middle, as wide as its window."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

SLACK = 2
"""CSS pixels by which a column may stand beside the middle."""

TARGET = 24
"""CSS pixels that what is pressed has each way at least: WCAG 2.5.8."""

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

FAINT = """
() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = colour => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = ([r, g, b, a], below) => [r, g, b].map((each, at) => each * a + below[at] * (1 - a));
  const behind = (it, colour) => {
    if (!it) return [255, 255, 255];
    const own = rgba(getComputedStyle(it).backgroundColor);
    return own[3] === 1 ? own.slice(0, 3) : over(own, behind(it.parentElement));
  };
  const light = rgb => {
    const [r, g, b] = rgb.map(each => each / 255).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const contrast = (one, other) => {
    const [dim, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + .05) / (dim + .05);
  };
  const found = {};
  const check = (kind, it, colour) => {
    if (!it || !it.checkVisibility({ visibilityProperty: true })) return;
    const ground = behind(it.parentElement), ratio = contrast(over(rgba(colour), ground), ground);
    found[kind] = Math.min(found[kind] ?? 21, Math.round(100 * ratio) / 100);
  };
  for (const label of document.querySelectorAll('[data-testid="stCheckbox"] label, [data-testid="stRadioOption"]')) {
    const input = label.querySelector('input'), drawn = label.querySelector(':scope > span + div');
    const kind = input.role === 'switch' ? 'switch' : input.type;
    const it = kind === 'radio' ? drawn.firstElementChild : drawn, style = getComputedStyle(it);
    if (!input.checked) check(kind, it, kind === 'switch' ? style.backgroundColor : style.borderTopColor);
  }
  for (const mark of document.querySelectorAll('.spot .sym')) check('mark', mark, getComputedStyle(mark).color);
  return found;
}
"""

SMALL = """
least => {
  const pressed = 'button, summary, input:not([type="range"]), select, textarea, [role="spinbutton"], a.rule';
  const whole = '[data-testid="stCheckbox"], [data-testid="stRadioGroup"] > div';
  const small = {};
  for (const each of document.querySelectorAll(pressed)) {
    if (!each.checkVisibility({ visibilityProperty: true }) || each.closest('[aria-hidden="true"]')) continue;
    const it = each.matches('[type="checkbox"], [type="radio"]') && each.closest(whole) || each;
    const { width, height } = it.getBoundingClientRect();
    if (width > 1 && (width < least || height < least))
      small[each.ariaLabel || each.textContent.trim().slice(0, 40)] = `${Math.round(width)} x ${Math.round(height)}`;
  }
  return small;
}
"""


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


def contrasts(page: Page) -> dict[str, float]:
    """The least contrast with what is behind it, as WCAG 2 has it, of what tells by its outline that it can be ticked
    ("checkbox", "radio", "switch"), and of the marks of the verdicts ("mark"); kinds that are not on the page are
    missing.
    """
    found: dict[str, float] = page.evaluate(FAINT)
    return found


def small_targets(page: Page) -> dict[str, str]:
    """What is pressed and is less than 24 CSS pixels wide or high, with its size. Links in a text are not looked at."""
    small: dict[str, str] = page.evaluate(SMALL, TARGET)
    return small
