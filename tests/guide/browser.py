"""The guide's site in a real browser, Chromium as Qt brings it: `python -m tests.guide.browser PAGE`.

It opens the page, looks for a section, makes the letters larger, and says what it saw as a line of JSON; also what the
browser asked for that is not in the site. In a process of its own: Chromium is large, and stays in memory.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = "--no-sandbox --disable-gpu"  # Nothing but the page under test is opened.
SIZE = (1440, 900)
READ = """(() => {
  const all = (what, how) => [...document.querySelectorAll(what)].map(how);
  const find = document.getElementById("find");
  const links = () => all("body > nav li:not([hidden]) a", a => a.textContent);
  const before = links();
  find.value = "没有这一节"; find.dispatchEvent(new Event("input"));
  const nothing = links();
  find.value = "自主缴费"; find.dispatchEvent(new Event("input"));
  const found = links();
  const small = parseFloat(getComputedStyle(document.body).fontSize);
  document.getElementById("larger").click();
  const large = parseFloat(getComputedStyle(document.body).fontSize);
  const rings = all(".shot", shot => {
    const picture = shot.querySelector("img").getBoundingClientRect();
    const over = shot.querySelector("svg").getBoundingClientRect();
    return [picture.left - over.left, over.right - picture.right, picture.top - over.top, over.bottom - picture.bottom];
  });
  return JSON.stringify({
    title: document.title, text: document.body.innerText, wide: document.documentElement.scrollWidth,
    pictures: all("img", img => [img.alt, img.naturalWidth]), headings: all("h1, h2, h3", h => Number(h.tagName[1])),
    reached: all("a[href], button, input, summary", one => one.tabIndex), before, nothing, found, small, large, rings,
    moving: document.getAnimations().length,
  });
})()"""
ALL_LOADED = "[...document.images].every(img => img.complete)"


def main(page: str) -> None:
    from PySide6.QtCore import QTimer, QUrl
    from PySide6.QtWebEngineCore import QWebEngineUrlRequestInfo, QWebEngineUrlRequestInterceptor
    from PySide6.QtWebEngineWidgets import QWebEngineView
    from PySide6.QtWidgets import QApplication

    folder = QUrl.fromLocalFile(str(Path(page).parent)).toString()
    asked: list[str] = []

    class Watch(QWebEngineUrlRequestInterceptor):
        def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
            asked.append(info.requestUrl().toString())

    app = QApplication([])
    view, watch = QWebEngineView(), Watch()
    view.resize(*SIZE)
    view.show()
    view.page().profile().setUrlRequestInterceptor(watch)

    def read(what: str) -> None:
        seen: dict[str, Any] = json.loads(what)
        seen["elsewhere"] = [url for url in asked if not url.startswith(folder)]
        print(json.dumps(seen), flush=True)
        os._exit(0)  # Chromium's threads have nothing left to say.

    def when_loaded(done: bool) -> None:
        if done:
            view.page().runJavaScript(READ, 0, read)
        else:
            QTimer.singleShot(20, ask)

    def ask() -> None:
        view.page().runJavaScript(ALL_LOADED, 0, when_loaded)

    def eager(ok: bool) -> None:
        """Pictures below the edge are loaded as well."""
        view.page().runJavaScript("document.querySelectorAll('img').forEach(img => img.loading = 'eager')", 0)
        ask()

    view.loadFinished.connect(eager)
    view.load(QUrl.fromLocalFile(page))
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
