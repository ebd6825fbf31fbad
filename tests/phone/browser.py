"""A real browser, Chromium as Qt brings it: `python -m tests.phone.browser LINK FOLDER`.

It opens the link twice, touches the button, waits for the download, and opens the link once more. What it saw it says
as a line of JSON. In a process of its own: Chromium is large, and stays in memory.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = "--no-sandbox --disable-gpu"  # Nothing but the page under test is opened.
READ = """JSON.stringify({title: document.title, text: document.body.innerText,
    wide: document.documentElement.scrollWidth})"""
PHONE = (412, 860)


def main(link: str, folder: str) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtWebEngineCore import QWebEngineDownloadRequest, QWebEnginePage
    from PySide6.QtWebEngineWidgets import QWebEngineView
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    view = QWebEngineView()
    view.resize(*PHONE)
    view.show()
    page: QWebEnginePage = view.page()
    seen: dict[str, Any] = {"pages": [], "down": False}

    def read(then: Any) -> None:
        def keep(what: str) -> None:
            seen["pages"].append(json.loads(what))
            then()

        page.runJavaScript(READ, 0, keep)

    def loaded(ok: bool) -> None:
        """Also told, as not `ok`, of a page that turned out to be a download."""
        match len(seen["pages"]):
            case 0:
                read(lambda: page.load(QUrl(link)))
            case 1:
                view.grab().save(f"{folder}/page.png")
                read(lambda: page.runJavaScript("document.querySelector('button').click()"))
            case 2 if seen["down"]:
                read(app.quit)

    def look_again() -> None:
        seen["down"] = True
        page.load(QUrl(link))

    def download(request: QWebEngineDownloadRequest) -> None:
        seen["name"], seen["mime"] = request.suggestedFileName(), request.mimeType()
        request.setDownloadDirectory(folder)
        request.isFinishedChanged.connect(look_again)
        request.accept()

    page.loadFinished.connect(loaded)
    page.profile().downloadRequested.connect(download)
    page.load(QUrl(link))
    app.exec()
    seen["paper"] = (Path(folder) / seen["name"]).read_bytes().decode("latin-1")
    print(json.dumps(seen))
    sys.stdout.flush()
    os._exit(0)  # Chromium's threads have nothing left to say.


if __name__ == "__main__":
    main(*sys.argv[1:])
