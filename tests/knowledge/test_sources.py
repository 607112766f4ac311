"""Whether a reader can check a source: its address leads to the work and not to the front page of a site."""

from __future__ import annotations

from urllib.parse import urlsplit

from framework import load_rules

RULES = load_rules()

OWN_SITES = {"apo", "gbc", "kle", "leak"}
"""Works that have a site to themselves, so that its front page is their own."""


def test_an_address_leads_to_the_work() -> None:
    assert {source.id for source in RULES.sources if not source.editorial and _front_page(source.url)} <= OWN_SITES


def _front_page(url: str) -> bool:
    address = urlsplit(url)
    return not (address.path.strip("/") or address.query or address.fragment)
