"""A trace's page in a real browser, Chromium as Qt brings it: `python -m tests.screens.trace_browser FILE FOLDER`.

It is opened, ← and → are pressed, and what stands there after each is said as a line of JSON, with all that was asked
for and all that the page complained of. In a process of its own: Chromium is large, and stays in memory.
"""

import json
import os
import sys
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineUrlRequestInfo, QWebEngineUrlRequestInterceptor
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = "--no-sandbox --disable-gpu"  # Nothing but the page under test is opened.
SIZE = (1440, 900)
READ = """(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const shown = all("main .screen img");
  return JSON.stringify({
    title: document.title,
    sentence: document.querySelector("h2").innerText,
    below: document.querySelector(".told p").innerText,
    code: all(".told pre > div").map((line) => line.innerText),
    chosen: all(".steps button").findIndex((step) => step.hasAttribute("aria-current")) + 1,
    steps: all(".steps li").map((step) => step.className),
    told: document.getElementById("now").innerText,
    pictures: shown.map((one) => one.complete && one.naturalWidth > 0),
    ring: all(".mark.ring").length,
    frames: all(".mark.frame").length,
    marked: all(".tree tr.touched, .tree tr.new, .tree tr.changed").map((row) => row.innerText.replace(/\\s+/g, " ")),
    state: all(".state tr.changed th").map((row) => row.innerText),
    waits: all("main .panel")[3].innerText,
    nameless: all("button").filter((one) => !one.innerText && !one.ariaLabel && !one.title).length,
    high: document.documentElement.scrollHeight,
  });
})()"""


KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right)
AGAIN_MS, TRIES = 10, 500


class Asked(QWebEngineUrlRequestInterceptor):
    """Notes whatever is asked for that does not stand in the page itself."""

    def __init__(self, parent: QWebEngineView) -> None:
        super().__init__(parent)
        self.all: list[str] = []

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        if info.requestUrl().scheme() != "data":
            self.all.append(info.requestUrl().toString())


class Page(QWebEnginePage):
    """Notes what it complains of."""

    def __init__(self, parent: QWebEngineView) -> None:
        super().__init__(parent)
        self.complaints: list[str] = []

    def javaScriptConsoleMessage(self, level: Any, message: str, line: int, source: str) -> None:
        self.complaints.append(message)


class Reader:
    """Looks, presses the next key, and looks again once the page has gone on."""

    def __init__(self, file: str, folder: str) -> None:
        self.view = QWebEngineView()
        self.page, self.asked = Page(self.view), Asked(self.view)
        self.looks: list[Any] = []
        self.folder, self.keys, self.tries = folder, [*KEYS], TRIES
        self.page.setUrlRequestInterceptor(self.asked)
        self.view.setPage(self.page)
        self.view.resize(*SIZE)
        self.view.show()
        self.page.loadFinished.connect(self.look)
        self.page.load(QUrl.fromLocalFile(file))

    def look(self) -> None:
        self.page.runJavaScript(READ, 0, self.keep)

    def keep(self, what: str) -> None:
        look = json.loads(what)
        self.tries -= 1
        still = bool(self.looks) and look["chosen"] == self.looks[-1]["chosen"]
        if self.tries and (still or not all(look["pictures"])):
            QTimer.singleShot(AGAIN_MS, self.look)
            return
        self.looks.append(look)
        if len(self.looks) == 1:
            self.view.grab().save(f"{self.folder}/page.png")
        if not self.keys or not self.tries:
            QApplication.quit()
            return
        QTest.keyClick(self.view.focusProxy() or self.view, self.keys.pop(0))
        self.look()


def main(file: str, folder: str) -> None:
    app = QApplication([])
    reader = Reader(file, folder)
    app.exec()
    print(json.dumps({"looks": reader.looks, "asked": reader.asked.all, "complaints": reader.page.complaints}))
    sys.stdout.flush()
    os._exit(0)  # Chromium's threads have nothing left to say.


if __name__ == "__main__":
    main(*sys.argv[1:])
