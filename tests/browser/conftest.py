"""One browser for all tests of this folder, one server for each folder of rules, one empty context for each window."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from framework.model.sheet import Sheet
from framework.rulebase import load_rules
from framework.store import Store
from tests.browser.contexts import Contexts, Device
from tests.browser.inspecting import Theme
from tests.browser.serving import ROOT, Server
from tests.browser.visiting import Visitor
from tools.browser import HELP, find_browser

TITLE = "Which parcels will be late?"
"""Of the idea that tests find at their start."""

NARROW = 500
"""CSS pixels below which a window is a phone."""

RULES = {"shipped": ROOT / "rules", "tiny": ROOT / "tests" / "tiny_rules"}
NO_GPU = ("--disable-gpu", "--disable-software-rasterizer")
"""Imitating a graphics card takes a tenth of the processor time of a page."""

WIDTHS = {375: 812, 1280: 900}
"""Width to height of a window, in CSS pixels."""

PHONE, LAPTOP, HALL = (375, 812), (1280, 900), (1920, 1080)
"""The windows of a class: width and height."""

Open = Callable[..., Visitor]
"""Opens a window on a server with nothing in it from before."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser: nobody has to remember the mark.

    Of several workers that share all tests, every one but the last begins with some of these: they wait a lot, and
    the last one uses the machine meanwhile.
    """
    here = f"{Path(__file__).parent}{os.sep}"
    own = [item for item in items if str(item.path).startswith(here)]
    others = [item for item in items if not str(item.path).startswith(here)]
    for item in own:
        item.add_marker(pytest.mark.browser)
    workers = getattr(config, "workerinput", {}).get("workercount", 1)
    if workers > 1 and len(others) > len(own):
        shares = [own[number :: workers - 1] for number in range(workers - 1)] + [[]]
        items.clear()
        for number, share in enumerate(shares):  # divided as xdist divides them before it balances
            left = len(others) + sum(map(len, shares[number:]))
            size = left // (workers - number) - len(share)
            items += share + others[:size]
            others = others[size:]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium; without one the tests fail and say what to do, they are never passed over in silence."""
    path = find_browser()
    if path is None:
        pytest.fail(HELP, pytrace=False)
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=[*NO_GPU, *(["--no-sandbox"] if as_root else [])])
        yield found
        found.close()


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Contexts:
    """What windows are opened in."""
    return Contexts(browser)


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Server]]:
    """The server for a folder of rules by its name, started at the first call."""
    running: dict[str, Server] = {}

    def serve(name: str) -> Server:
        if name not in running:
            running[name] = Server(RULES[name], tmp_path_factory.mktemp(f"server_{name}"))
            running[name].start()
        return running[name]

    yield serve
    for server in running.values():
        server.kill()


@pytest.fixture(params=WIDTHS, ids=lambda width: f"{width}px")
def width(request: pytest.FixtureRequest) -> int:
    """CSS pixels across: a phone, and a laptop."""
    return int(request.param)


@pytest.fixture
def opened(contexts: Contexts, servers: Callable[[str], Server]) -> Iterator[Open]:
    """Opens a window for a device and a folder of rules; afterwards checks what happened behind the page."""
    visitors: list[Visitor] = []

    def open_window(rules: str, device: Device, *, looking: bool = True) -> Visitor:
        visitors.append(Visitor(contexts.lend(device), servers(rules), device.theme, looking=looking))
        return visitors[-1]

    yield open_window
    for visitor in visitors:
        contexts.take_back(visitor.page, visitor.server.address)
    for visitor in visitors:
        visitor.check_behind()


@pytest.fixture
def visit(opened: Open, width: int) -> Open:
    """Opens a window as wide as the test wants on the server for a folder of rules."""
    theme: Theme = "dark" if width < NARROW else "light"  # each look is in both; this is what pages are loaded in

    def open_window(rules: str, *, touch: bool = False, looking: bool = True) -> Visitor:
        return opened(rules, Device((width, WIDTHS[width]), theme, touch), looking=looking)

    return open_window


@pytest.fixture
def window(opened: Open) -> Open:
    """Opens a window of some size on the server for small rules."""
    return lambda size: opened("tiny", Device(size))


@pytest.fixture
def idea(servers) -> str:
    """The key of an idea with the answers of a worked case."""
    server = servers("tiny")
    owner = Store.open(server.database)
    rulebase = load_rules(server.rules)
    sheet = Sheet(title=TITLE, answers=rulebase.accept(rulebase.cases[0].answers))
    key = owner.work.create("", rulebase.manifest.id, rulebase.digest, sheet).key
    owner.close()
    return key
