"""What broke in other versions of PySide6 and would break us: an upgrade is judged by this."""

import re
import sys
from pathlib import Path

from PySide6.QtCore import QMetaObject, QObject, Qt, Signal, Slot

ROOT = Path(__file__).parents[2]


class Bell(QObject):
    rung = Signal()
    answers = 0

    @Slot(result=bool)
    def answer(self) -> bool:
        self.answers += 1
        return True


def test_thousands_of_signals_leave_true_alone() -> None:
    """6.12.0 on Python 3.11 drops a reference to True with every emit, until the process aborts."""
    bell = Bell()
    bell.rung.connect(bell.answer)
    before = sys.getrefcount(True)
    for _ in range(5000):
        bell.rung.emit()
    assert bell.answers == 5000
    assert abs(sys.getrefcount(True) - before) < 100


def test_a_slot_with_a_result_can_be_invoked_by_name() -> None:
    """6.8 to 6.10 crash here."""
    bell = Bell()
    for _ in range(100):
        QMetaObject.invokeMethod(bell, "answer", Qt.ConnectionType.DirectConnection)
    assert bell.answers == 100


def test_no_item_of_qml_is_asked_for_its_metaobject() -> None:
    """PySide keeps it as long as the item's shell, and QML frees it with the item: what is made there next is then
    taken for it. A view model's belongs to its class.
    """
    asks = re.compile(r"\.metaObject\(\)")
    users = {
        str(file.relative_to(ROOT))
        for room in ("ui", "kit", "tests")
        for file in (ROOT / room).rglob("*.py")
        if asks.search(file.read_text("utf-8"))
    }
    assert users == {"kit/trace/sights.py", "tests/viewmodels/reading.py"}
