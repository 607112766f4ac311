"""A person at a browser; what must hold on every page that such a person comes to stands in `inspecting`."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import ConsoleMessage, Download, Locator, Page, expect

from framework.model.question import Question
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.rulebase import load_rules
from framework.store import Store
from tests.browser.inspecting import THEMES, Theme, inspect
from tests.browser.serving import Server

PATIENCE = 90_000
"""Milliseconds after which something that should appear counts as missing, on a busy machine."""

CONNECTED = "document.querySelector('[data-testid=\"stApp\"]')?.dataset.testConnectionState === 'CONNECTED'"
"""The page and its server hear one another."""

TAKES = "!document.querySelector('[data-testid=\"stApp\"]').dataset.fresh"
"""A new screen has been there long enough to take taps."""

STATE = """JSON.stringify(document.querySelector('[data-testid="stApp"]').dataset)"""

QUIET = """
call => {
  const app = document.querySelector('[data-testid="stApp"]');
  const ready = app && app.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
    && !document.querySelector('[data-stale="true"]')
    && !document.querySelector('[data-testid="stSkeleton"]') && document.querySelector('.st-key-footer')
    && !document.getAnimations().some(each =>
      each.playState === 'running' && isFinite(each.effect.getComputedTiming().endTime));
  const now = performance.now();
  if (!ready || window.settling !== call || window.seenText !== document.body.textContent.length) {
    window.settling = call;
    window.seenText = ready ? document.body.textContent.length : -1;
    window.quietSince = now;
  }
  return ready && now - window.quietSince > 300;
}
"""
"""The page has come up whole, no panel is still opening (Streamlit takes half a second for that, whatever motion a
person prefers), and it has not changed for a moment. Its text is measured without laying the page out."""

SEEN: set[tuple[Path, int, str]] = set()
"""Screens that were looked at in this process: rules, width, name."""

ASK = '[class*="st-key-ask_"]'
"""The question of the quick check."""

PROBE = re.compile(r"^http://127\.0\.0\.1:\d+/[^/]+/_stcore/(?:health|host-config)$")
"""Streamlit's page looks for its server below its own address first; that this is not found is no error."""

MOTION_OFF = "*, *::before, *::after { transition: none !important; animation: none !important; }"

GO = "path => { history.pushState({}, '', path); dispatchEvent(new PopStateEvent('popstate')); }"

Answers = dict[str, str | tuple[str, ...]]
"""Question to option, or to several."""


class Visitor:
    """Goes from page to page; `look` checks the page that is open.

    Where every screen is looked at on another journey, `looking` is False.
    """

    def __init__(self, page: Page, server: Server, theme: Theme, *, looking: bool = True) -> None:
        self.page, self.server, self.theme, self.looking = page, server, theme, looking
        self.errors: list[str] = []
        self._hosts: set[str] = set()
        self._forgiving = False
        self._settled = 0
        page.set_default_timeout(PATIENCE)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self._hosts.add(request.url))
        page.on("websocket", lambda socket: self._hosts.add(socket.url))

    @cached_property
    def rulebase(self) -> RuleBase:
        """The rules that the server was started with."""
        return load_rules(self.server.rules)

    def open(self, path: str = "/") -> None:
        """Type an address."""
        self.page.goto(self.server.address + path)
        self.settle()

    def go(self, path: str) -> None:
        """Go to another page as the button to go back does: the application is not loaded again."""
        self.page.evaluate(GO, path)
        self.page.wait_for_url(f"**{path}")
        self.settle()

    def settle(self) -> None:
        """Wait until the page has come up whole and stays as it is; what was seen before a click does not count."""
        self._settled += 1
        self.page.wait_for_function(QUIET, arg=self._settled, timeout=PATIENCE, polling=50)

    def press(self, name: str, within: Locator | None = None) -> None:
        """Press the button with these words, once the screen takes taps."""
        self.page.wait_for_function(TAKES, timeout=PATIENCE)
        (within or self.page).get_by_role("button", name=name).first.click()

    def follow(self, name: str | re.Pattern[str], within: Locator | None = None) -> None:
        """Follow the link with these words."""
        (within or self.page).get_by_role("link", name=name).first.click()

    def titled(self, text: str | re.Pattern[str]) -> None:
        """Wait for a page with this title."""
        expect(self.page.get_by_role("heading", level=1, name=text).first).to_be_visible(timeout=PATIENCE)
        self.settle()

    def brief_of(self, title: str) -> None:
        """Wait for the brief of the idea with this name."""
        expect(self.page.locator(".headline h1")).to_be_visible(timeout=PATIENCE)
        written = re.compile("\u2060?".join(map(re.escape, title)))  # a joiner may keep an address from being a link
        named = self.page.locator(".st-key-idea_line, .headline .kicker").filter(has_text=written)
        expect(named.first).to_be_visible(timeout=PATIENCE)
        self.settle()

    def param(self, name: str) -> str | None:
        """A parameter of the address."""
        return parse_qs(urlsplit(self.page.url).query).get(name, [None])[0]

    def look(self, name: str, *, both: bool = True) -> None:
        """In both themes: nobody is shut out, nothing sticks out at the side, nothing meant for a log is shown; text
        and column are as on every page. Not `both`: in its own theme, where the colours were seen on a like screen.
        """
        if not self.looking:
            self.settle()
            return
        self.settle()  # a page that is still loading when the system's theme changes keeps Streamlit's own colours
        self.page.add_style_tag(content=MOTION_OFF)
        inspect(self.page, name, self.theme, whole=True, settle=self.settle)
        if not both:
            return
        other = next(theme for theme in THEMES if theme != self.theme)
        self.page.emulate_media(color_scheme=other)
        self.settle()
        inspect(self.page, name, other, whole=False, settle=self.settle)
        self.page.emulate_media(color_scheme=self.theme)
        self.settle()

    def look_once(self, name: str) -> None:
        """`look`, unless an earlier journey came to the same screen; the page settles either way."""
        screen = (self.server.rules, self.page.evaluate("window.innerWidth"), name)
        if screen in SEEN or not self.looking:
            self.settle()
        else:
            SEEN.add(screen)
            self.look(name)

    def sheet(self) -> Sheet:
        """What is saved under the key in the address."""
        work = Store.open(self.server.database).work.get(self.param("work"))
        assert work
        return work.sheet

    def ready(self) -> None:
        """Wait until a new screen takes taps."""
        self.settle()
        self.page.wait_for_function(TAKES, timeout=PATIENCE)

    def tap(self, key: str, times: int = 1) -> None:
        """Tap the button with this key, once the screen takes taps; so many times in a row, without a pause."""
        self.page.wait_for_function(TAKES, timeout=PATIENCE)
        self.page.locator(f".st-key-{key} button").first.click(click_count=times)

    def asked(self, answers: Answers | None = None) -> Question | None:
        """The question of the quick check that is on the page; None when it asks nothing more.

        The first line is left empty, and of the rare stops those hold that the answers name.
        """
        self.ready()
        if self.page.locator(".st-key-idea_go").count():
            self.tap("idea_go")
            self.gone("idea")
            self.ready()
        if self.page.locator(".st-key-stops_go").count():
            self.stops(answers or {})
            self.ready()
        card = self.page.locator(ASK)
        if not card.count():
            return None
        found = re.search(r"st-key-ask_(\w+)", card.first.get_attribute("class") or "")
        assert found
        return self.rulebase.questions[found[1]]

    def stops(self, answers: Answers) -> None:
        """Tick what the answers name; "not sure about one" for each of which the answers say nothing."""
        self.look_once("stops")
        stops = self.rulebase.manifest.interview.stops
        shown = [x for x in (stops.statements if stops else ()) if self.page.locator(f".st-key-tick_{x.id}").count()]
        for stop in shown:
            given = answers.get(stop.question, ())
            if set(stop.options) & set((given,) if isinstance(given, str) else given):
                self.page.locator(f".st-key-tick_{stop.id} label").first.click()
                expect(self.page.locator(f".st-key-tick_{stop.id} input")).to_be_checked(timeout=PATIENCE)
                self.settle()
        unknown = [stop for stop in shown if answers.get(stop.question, "not_sure") == "not_sure"]
        self.tap("stops_unsure" if unknown else "stops_go")
        self.gone("stops")
        if unknown:
            self.ready()
            self.look_once("unsure")
            for stop in unknown:
                self.page.locator(f".st-key-unsure_{stop.id} label").first.click()
                expect(self.page.locator(f".st-key-unsure_{stop.id} input")).to_be_checked(timeout=PATIENCE)
            self.settle()
            self.tap("go_unsure")
            self.gone("unsure")

    def gone(self, screen: str) -> None:
        """Wait until a screen has made way for the next."""
        try:
            expect(self.page.locator(f".st-key-screen_{screen}")).to_have_count(0, timeout=PATIENCE)
        except AssertionError as error:
            state = self.page.evaluate(STATE)
            error.add_note(f"{self.page.url}\n{state}\n{self.page.locator('body').inner_text()}")
            raise

    def answer(self, question: Question, given: str | tuple[str, ...]) -> None:
        """Choose by the id of the option, the group before it where there are groups, and wait for what comes next.

        The question is on a screen that takes taps, as `asked` leaves it.
        """
        group = next((group for group in question.groups if given in group.options), None)
        if group and self.page.locator(f".st-key-pick_{question.id}_group_{group.id}").count():
            self.tap(f"pick_{question.id}_group_{group.id}")
            self.gone(f"groups_{question.id}")
            if len(group.options) == 1:
                return
            self.ready()
        screen = self.page.locator('[class*="st-key-screen_"]')
        name = re.search(r"st-key-(screen_\w+)", screen.first.get_attribute("class") or "")
        assert name
        if question.kind == "many":
            for id_ in (given,) if isinstance(given, str) else given:
                box = self.page.locator(f".st-key-box_{question.id}_{id_} input")
                if not box.is_checked():  # a tick among the rare stops may have said so already
                    self.page.locator(f".st-key-box_{question.id}_{id_} label").first.click()
                expect(box).to_be_checked(timeout=PATIENCE)
                self.settle()
            self.tap(f"go_{question.id}")
        elif isinstance(given, str) and self.page.locator(f".st-key-pick_{question.id}_{given}").count():
            self.tap(f"pick_{question.id}_{given}")
        self.gone(name[1].removeprefix("screen_"))

    def quick_check(self, answers: Answers) -> list[str]:
        """Answer until nothing more is asked, "not sure" where nothing is known; the questions that were asked."""
        asked: list[str] = []
        while question := self.asked(answers):
            assert question.id not in asked, f"asked twice: {question.id}"
            if not asked:
                self.look_once(f"question {question.id}")
            asked.append(question.id)
            self.answer(question, answers.get(question.id, "not_sure"))
        return asked

    def power_cut(self) -> None:
        """The server dies and comes back; the window, freshly loaded, stays open and says so while it is cut off."""
        self._forgiving = True
        self.page.reload()
        self.settle()
        self.server.kill()
        self.page.wait_for_function(f"!({CONNECTED})", timeout=PATIENCE)
        self.server.start()
        self.page.wait_for_function(CONNECTED, timeout=2 * PATIENCE)

    def download(self, key: str) -> Download:
        """What a button downloads.

        A file that is made when its button is pressed is gone if the page asks for news before the browser has fetched
        it: a matter of milliseconds, and of Streamlit. Then it is pressed again, as a person would.
        """
        for _ in range(3):
            self._forgiving = True
            with self.page.expect_download(timeout=PATIENCE) as kept:
                self.tap(key)
            self.settle()
            self.back_to_strict()
            if not _NO_NAME.match(kept.value.suggested_filename):
                break
        return kept.value

    def back_to_strict(self) -> None:
        """From here on a line in the console is an error again."""
        self._forgiving = False

    def check_behind(self) -> None:
        """What a person does not see: no word to anybody else, no error in the console, no stack trace in the log."""
        elsewhere = [url for url in sorted(self._hosts) if not _stays_here(url)]
        assert not elsewhere, elsewhere
        assert not self.errors, self.errors
        assert "Traceback" not in self.server.said(), self.server.said()[-3_000:]

    def _console(self, message: ConsoleMessage) -> None:
        if PROBE.search(message.location.get("url", "")):
            return
        if message.type == "error" and not self._forgiving:
            self.errors.append(f"{message.text} ({self.page.url})")


_NO_NAME = re.compile(r"[0-9a-f]{32}\b")
"""What a file is called that the server no longer has."""


def _stays_here(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("data", "blob", "about") or parts.hostname == "127.0.0.1"
