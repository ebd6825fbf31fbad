"""The desk in a real browser, Chromium as Qt brings it.

`python -m tests.bureau.desk.browser ADDRESS WIDTH LANGUAGE PASSPHRASE PATH...`: it signs in by keys alone, looks at
each page, decides about the refund at the last of them by keys alone, signs out, and lets the second one sign. For each
code of a phone it asks by a line, `code NUMBER`. What it saw it says as a line of JSON. In a process of its own:
Chromium is large, and stays in memory.
"""

import json
import os
import sys
from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtNetwork import QNetworkCookie
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineUrlRequestInfo, QWebEngineUrlRequestInterceptor
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QWidget

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("QT_IM_MODULE", None)  # Keys come from a keyboard here, not from the one on a terminal's screen.
os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = (
    "--no-sandbox --disable-gpu --enable-blink-features=ComputedAccessibilityInfo"  # What it tells screen readers.
)
FIRST, SECOND = "0002", "0003"
AGAIN_MS, PATIENCE_MS, TABS = 5, 120_000, 80
LOOK = """(() => {
  const all = (what) => [...document.querySelectorAll(what)];
  const seen = (one) => one.checkVisibility() && one.getBoundingClientRect().width > 1;
  const told = (one) => (one.outerHTML || "").slice(0, 120);
  const ids = all("[id]").map((one) => one.id);
  const touched = all("button, .button, nav a, summary, select, input:not([type=hidden])").filter(seen);
  return JSON.stringify({
    path: location.pathname + location.search, title: document.title, lang: document.documentElement.lang,
    nameless: all("a, button, input:not([type=hidden]), select, summary, table, nav, [role=img], [role=region]")
      .filter((one) => seen(one) && !one.computedName).map(told),
    roles: [...new Set(all("body *").map((one) => one.computedRole))],
    headings: all("h1, h2, h3").map((one) => Number(one.tagName[1])),
    uncaptioned: all("table").filter((one) => !one.caption).map(told),
    twice: ids.filter((id, n) => ids.indexOf(id) !== n),
    wide: document.scrollingElement.scrollWidth, room: innerWidth,
    small: touched.filter((one) => (one.closest("label") || one).getBoundingClientRect().height < 24).map(told),
    spilt: all("main *").filter((one) => seen(one) && one.getBoundingClientRect().right > innerWidth + 1).map(told),
    text: document.querySelector("main").innerText,
  });
})()"""
FOCUS = """(() => {
  const one = document.activeElement, ring = (of) => of && getComputedStyle(of).outlineStyle !== "none";
  return JSON.stringify({
    name: one.computedName || "", role: one.computedRole || "", href: one.getAttribute("href") || "",
    value: one.value || "", id: one.id, ring: ring(one) || ring(one.closest(".choice")), tag: one.tagName,
  });
})()"""

NOTE = "was = [document.activeElement, document.activeElement.checked]; 0"
PAINT = "painted = false; requestAnimationFrame(() => requestAnimationFrame(() => { painted = true; })); 0"
"""A browser drops what is pressed before a page has been painted."""
REFRESH = """(() => {
  const old = document.querySelector("[data-live=figures]"), kept = document.querySelector("[data-live=terminals]");
  kept.querySelector("a").focus();
  fresh = false;
  refresh().then(() => {
    fresh = !old.isConnected && kept.isConnected && document.querySelector("[data-live=figures]").innerText.length > 20;
  });
})(); 0"""
"""What is live is put in place anew, but for where the focus is."""
HAS_HAD_IT = "was[0] !== document.activeElement || was[1] !== document.activeElement.checked"


class Asked(QWebEngineUrlRequestInterceptor):
    """Notes whatever is asked for."""

    def __init__(self, parent: QWebEngineView) -> None:
        super().__init__(parent)
        self.all: list[str] = []

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        self.all.append(info.requestUrl().toString())


class Page(QWebEnginePage):
    """Notes what it complains of."""

    def __init__(self, parent: QWebEngineView) -> None:
        super().__init__(parent)
        self.complaints: list[str] = []

    def javaScriptConsoleMessage(self, level: Any, message: str, line: int, source: str) -> None:
        self.complaints.append(message)


Step = Callable[["Reader"], None]
"""Begins something, and sees to it that the reader goes on."""
Script = Generator[Step, Any, None]


class Reader:
    """Goes through a script: each `yield` of it waits for the page, or for what a script in the page says."""

    def __init__(self, address: str, size: tuple[int, int], language: str, passphrase: str, paths: list[str]) -> None:
        self.view = QWebEngineView()
        self.page, self.asked = Page(self.view), Asked(self.view)
        self.page.setUrlRequestInterceptor(self.asked)
        self.view.setPage(self.page)
        self.view.resize(*size)
        self.view.show()
        cookie = QNetworkCookie(b"desk-language", language.encode())
        self.page.profile().cookieStore().setCookie(cookie, QUrl(address))
        self.address, self.passphrase, self.paths = address, passphrase, paths
        self.looks: list[Any] = []
        self.ringless: list[Any] = []
        self.tabs: list[int] = []
        self.script = self.plays()
        self.loads = False
        self.page.loadFinished.connect(self.loaded)
        QTimer.singleShot(0, self.goes_on)

    def waits(self, until: str) -> None:
        """Go on once this is true in the page."""

        def look() -> None:
            self.page.runJavaScript(until, 0, told)

        def told(so: Any) -> None:
            self.goes_on() if so else QTimer.singleShot(AGAIN_MS, look)

        look()

    @property
    def hand(self) -> QWidget:
        """What takes the keys."""
        return self.view.focusProxy() or self.view

    def goes_on(self, said: Any = None) -> None:
        try:
            step = self.script.send(said)
        except StopIteration:
            QApplication.quit()
            return
        step(self)

    def loaded(self, ok: bool) -> None:
        if self.loads:
            self.loads = False
            self.page.runJavaScript(PAINT, 0, lambda said: self.waits("painted"))

    def plays(self) -> Script:
        yield opens("/sign-in")
        self.looks.append((yield says(LOOK)))
        yield from self.signs_in(FIRST)
        yield opens(self.paths[0])
        yield lambda reader: reader.page.runJavaScript(REFRESH, 0, lambda said: reader.waits("fresh"))
        for path in self.paths:
            yield opens(path)
            self.looks.append((yield says(LOOK)))
        yield from self.walks_to("/refunds")
        yield from self.walks_to(self.paths[-1])
        yield from self.tabs_to(lambda at: at["value"] == "refund.approve")
        yield presses(Qt.Key.Key_Space)
        yield from self.tabs_to(lambda at: at["id"] == "reason")
        yield types("both payments looked at")
        yield from self.tabs_to(lambda at: at["id"] == "sign-code")
        yield types(code(FIRST))
        yield enters()
        self.looks += [(yield says(LOOK)), (yield says(FOCUS))]
        yield from self.tabs_to(lambda at: at["role"] == "button" and at["name"] in {"退出", "Sign out"})
        yield enters()
        yield from self.signs_in(SECOND)
        yield opens(self.paths[-1])
        yield from self.tabs_to(lambda at: at["id"] == "agree-code")
        yield types(code(SECOND))
        yield enters()
        self.looks += [(yield says(LOOK)), (yield says(FOCUS))]

    def signs_in(self, number: str) -> Script:
        yield lambda reader: reader.waits("document.activeElement.id === 'number'")
        yield types(number)
        yield presses(Qt.Key.Key_Tab)
        yield types(self.passphrase)
        yield presses(Qt.Key.Key_Tab)
        yield types(code(number))
        yield enters()

    def walks_to(self, path: str) -> Script:
        """By the link that leads there."""
        yield from self.tabs_to(lambda at: at["href"] == path)
        yield enters()

    def tabs_to(self, wanted: Callable[[Any], bool]) -> Script:
        for n in range(TABS):
            at = yield says(FOCUS)
            if wanted(at):
                self.tabs.append(n)
                return
            if at["tag"] not in {"BODY", "MAIN", "P"} and not at["ring"]:
                self.ringless.append(at)
            yield presses(Qt.Key.Key_Tab)
        raise AssertionError("no key leads there")


def opens(path: str) -> Step:
    def begin(reader: Reader) -> None:
        reader.loads = True
        reader.page.load(QUrl(reader.address + path))

    return begin


def says(what: str) -> Step:
    def begin(reader: Reader) -> None:
        reader.page.runJavaScript(what, 0, lambda said: reader.goes_on(json.loads(said)))

    return begin


def presses(key: Qt.Key) -> Step:
    """And waits until the page has had it: another control is in focus, or this one has changed."""

    def begin(reader: Reader) -> None:
        def press(said: Any) -> None:
            QTest.keyClick(reader.hand, key)
            reader.waits(HAS_HAD_IT)

        reader.page.runJavaScript(NOTE, 0, press)

    return begin


def types(text: str) -> Step:
    """And waits until it stands there."""

    def begin(reader: Reader) -> None:
        QTest.keyClicks(reader.hand, text)
        reader.waits(f"document.activeElement.value === {json.dumps(text)}")

    return begin


def enters() -> Step:
    """And waits for the page that it leads to."""

    def begin(reader: Reader) -> None:
        reader.loads = True
        QTest.keyClick(reader.hand, Qt.Key.Key_Return)

    return begin


def code(number: str) -> str:
    """What a phone shows, as whoever started this says."""
    print(f"code {number}", flush=True)
    return sys.stdin.readline().strip()


def main(address: str, wide: str, language: str, passphrase: str, *paths: str) -> None:
    app = QApplication([])
    reader = Reader(address, (int(wide), 800), language, passphrase, [*paths])
    QTimer.singleShot(PATIENCE_MS, lambda: os._exit(1))  # It waits for a page that does not come.
    app.exec()
    told = {
        "looks": reader.looks,
        "asked": reader.asked.all,
        "complaints": reader.page.complaints,
        "ringless": reader.ringless,
        "tabs": reader.tabs,
    }
    print(json.dumps(told), flush=True)
    os._exit(0)  # Chromium's threads have nothing left to say.


if __name__ == "__main__":
    main(*sys.argv[1:])
