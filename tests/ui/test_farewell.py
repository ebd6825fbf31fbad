"""What is done once a visitor has gone: after Home is on the screen, in order, once for each visit."""

from PySide6.QtCore import QEventLoop

import main
from ui.farewell import Farewell
from viewmodels.shell.shell import ShellViewModel


def test_it_waits_until_home_is_drawn_and_is_said_once(qapp: object) -> None:
    shell = ShellViewModel(main.MACHINE.now, demo=False)
    done: list[str] = []
    loop = QEventLoop()
    Farewell(shell, lambda: done.append("first"), lambda: done.append("last"), loop.quit)
    shell.left.emit()
    shell.left.emit()
    assert done == []
    loop.exec()
    assert done == ["first", "last"]
