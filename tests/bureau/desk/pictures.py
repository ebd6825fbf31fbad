"""The desk's pages as pictures: `python -m tests.bureau.desk.pictures FOLDER [WORD...]`.

Words: `en` for English, `narrow` for a phone's window, `dark`; the name of a page for that page alone.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = "--no-sandbox --disable-gpu --hide-scrollbars" + (
    " --blink-settings=preferredColorScheme=0" if "dark" in sys.argv else ""
)

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtNetwork import QNetworkCookie
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

from bureau.desk import first
from bureau.desk.hiring import Wish
from bureau.desk.signing import Matter
from bureau.desk.who import COOKIE
from domain.desk.deeds import Opened, Proposed
from domain.desk.member import Role
from domain.desk.proposals import Act
from domain.money import Fen
from tests.bureau.desk.serve import served
from tests.bureau.desk.world import LI_MING, World, call, furnish, make, opened, pages

NEW, OTHER = "0007", "0005"
WIDE, NARROW = (1440, 900), (390, 844)
SETTLED_MS = 250


def signs_first(world: World) -> None:
    """The last application, and a new member, have been signed by the first of two; another has yet to enter."""
    application = world.store.refunds.open()[1]
    office = world.desk.refunds(LI_MING)
    office.take(application.number)
    case = office.case(application.number)
    assert case is not None
    matter = Matter.refund(case)
    world.desk.proposals.add(
        *(Act.REFUND_APPROVE, matter.subject, Fen(matter.fen), LI_MING, world.runtime.now()),
        *("", "两笔都看过，电话核对过卡号", matter.seen),
    )
    first.add_member(world.store, world.runtime, NEW, "钱某", {Role.LOOK})
    world.hires(OTHER, "周某", Role.STAFF)
    wish = Wish(Act.MEMBER_ADD, "0008", "吴某", frozenset({Role.DECIDE}))
    given = (wish.act, wish.subject, Fen(0), OTHER, world.runtime.now(), "decide", wish.name, wish.subject)
    world.desk.proposals.add(*given)
    for deed in (Opened(), Proposed(detail=f"{Act.REFUND_APPROVE} {matter.fen}")):
        world.desk.staff.did(LI_MING, deed, world.runtime.now(), matter.subject)


def main(folder: str, *words: str) -> None:
    app = QApplication([])
    size = NARROW if "narrow" in words else WIDE
    with TemporaryDirectory() as kept:
        origin, copy = Path(kept) / "origin", Path(kept) / "copy"
        origin.mkdir()
        copy.mkdir()
        make(origin)
        with opened(origin, copy) as world, served(world.parts) as address:
            furnish(world)
            call(world)
            signs_first(world)
            wanted = pages(world) | {"set-up": (NEW, "/set-up")}
            chosen = {name: page for name, page in wanted.items() if name in words} or wanted
            _draw(app, world, address, chosen, Path(folder), words, size)


def _draw(
    app: QApplication,
    world: World,
    address: str,
    chosen: dict[str, tuple[str, str]],
    folder: Path,
    words: tuple[str, ...],
    size: tuple[int, int],
) -> None:
    view = QWebEngineView()
    view.resize(*size)
    view.show()
    jar, waiting = view.page().profile().cookieStore(), list(chosen.items())
    if "en" in words:
        jar.setCookie(QNetworkCookie(b"desk-language", b"en"), QUrl(address))

    def seat(who: str) -> None:
        name = world.desk.sessions.begin(who, world.runtime.now(), who == NEW) if who else "nobody"
        cookie = QNetworkCookie(COOKIE.encode(), name.encode())
        cookie.setSecure(True)
        cookie.setPath("/")
        jar.setCookie(cookie, QUrl(address))

    def following() -> None:
        if not waiting:
            app.quit()
            return
        _, (who, path) = waiting[0]
        seat(who)
        view.load(QUrl(address + path))

    def whole(height: int) -> None:
        view.resize(size[0], max(size[1], int(height)))
        QTimer.singleShot(SETTLED_MS, keep)

    def keep() -> None:
        name, _ = waiting.pop(0)
        tags = [word for word in words if word in {"en", "narrow", "dark"}]
        view.grab().save(str(folder / ("-".join([name, *tags]) + ".png")))
        view.resize(*size)
        following()

    def loaded(ok: bool) -> None:
        def measure() -> None:
            view.page().runJavaScript("document.documentElement.scrollHeight", 0, whole)

        QTimer.singleShot(SETTLED_MS, measure)

    view.loadFinished.connect(loaded)
    following()
    app.exec()
    view.page().deleteLater()
    sys.stdout.flush()
    os._exit(0)  # Chromium's threads have nothing left to say.


if __name__ == "__main__":
    main(*sys.argv[1:])
