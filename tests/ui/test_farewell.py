"""What is done once a visitor has gone: after Home is on the screen, in order, once for each visit."""

from PySide6.QtCore import QEventLoop, QTimer

from ui.farewell import Farewell
from viewmodels.shell.hall import Hall
from viewmodels.shell.navigation import NavigationViewModel
from viewmodels.words.language import Language


def test_it_waits_until_home_is_drawn_and_is_said_once(qapp: object) -> None:
    navigation = NavigationViewModel(Language(), Hall())
    done: list[str] = []
    loop = QEventLoop()
    Farewell(navigation, lambda: done.append("first"), lambda: done.append("last"), loop.quit)
    navigation.left.emit()
    navigation.left.emit()
    assert done == []
    loop.exec()
    assert done == ["first", "last"]


def test_what_waits_is_not_kept_until_all_is_done(qapp: object) -> None:
    navigation = NavigationViewModel(Language(), Hall())
    done: list[str] = []
    loop = QEventLoop()

    def first() -> None:
        done.append("first")
        QTimer.singleShot(0, navigation, lambda: done.append("a tap"))

    Farewell(navigation, first, lambda: done.append("last"), loop.quit)
    navigation.left.emit()
    loop.exec()
    assert done == ["first", "a tap", "last"]
