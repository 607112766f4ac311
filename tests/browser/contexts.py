"""Windows with nothing in them from before, in a browser that knows the application's code already."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.inspecting import Theme

KEPT = "cookies,local_storage,indexeddb,service_workers,cache_storage"
"""What a browser keeps for an address, except the copies of files that it has loaded."""


@dataclass(frozen=True)
class Device:
    """What a person looks at."""

    size: tuple[int, int]
    """Width and height of the window, in CSS pixels."""
    theme: Theme = "light"
    touch: bool = False


class Contexts:
    """Lends pages, each in a context that no other page of the test has. What comes back is emptied and lent again.

    A new context loads and compiles all of the application's code, which takes the processor as long as the page.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[bool, list[BrowserContext]] = defaultdict(list)
        self._touch: dict[BrowserContext, bool] = {}

    def lend(self, device: Device) -> Page:
        """An empty page on such a device."""
        free = self._free[device.touch]
        page = (free.pop() if free else self._new(device.touch)).new_page()
        width, height = device.size
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=device.theme, reduced_motion="reduce")
        return page

    def take_back(self, page: Page, origin: str) -> None:
        """Empty the context of this page, in which pages of `origin` were open."""
        context = page.context
        blank, *others = context.pages
        for other in others:
            other.close()
        session = context.new_cdp_session(blank)
        session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": KEPT})
        session.detach()
        context.clear_cookies()
        context.clear_permissions()
        self._free[self._touch[context]].append(context)

    def _new(self, touch: bool) -> BrowserContext:
        context = self._browser.new_context(has_touch=touch)
        context.new_page()  # stays open, and with it what was compiled
        self._touch[context] = touch
        return context
