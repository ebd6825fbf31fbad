"""The check of QML against Python finds what a reader would overlook."""

from pathlib import Path

import pytest

from tests.qml import describe, lint

BASE = """
from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement
QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
@QmlElement
class Step(QObject):
    pass
"""
# Named to be described before its base unless the check sees to the order.
DERIVED = """
from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement
from step import Step
QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
@QmlElement
class Amount(Step):
    changed = Signal()
    @Property(str, notify=changed)
    def total(self) -> str:
        return "12.00"
    @Property(str, constant=True)
    def unit(self) -> str:
        return "yuan"
    @Property(str)
    def payer(self) -> str:
        return "whoever it is now"
    @Property(Step, constant=True)
    def before(self) -> Step:
        return self
    @Slot(str)
    def choose(self, item: str) -> None:
        pass
"""
SCREEN = """import QtQuick
import Kiosk.ViewModels

Text {{
    id: root

    required property Amount step

    text: {text}
    Component.onCompleted: {does}
}}
"""


@pytest.fixture
def modules(tmp_path: Path) -> Path:
    sources = [tmp_path / "amount.py", tmp_path / "step.py"]
    for source, text in zip(sources, (DERIVED, BASE), strict=True):
        source.write_text(text)
    describe(sources, tmp_path / "modules")
    return tmp_path / "modules"


@pytest.mark.parametrize(
    ("text", "does", "complaint"),
    [
        ("root.step.total", 'root.step.choose("a")', None),
        ("root.step.unit", 'root.step.choose("a")', None),
        ("root.step.payer", 'root.step.choose("a")', "Reading non-constant and non-notifiable property payer"),
        ("root.step.before.nam", 'root.step.choose("a")', 'Member "nam" not found on type "Step"'),
        ("root.step.totl", 'root.step.choose("a")', '"totl" not found'),
        ("root.step.total", 'root.step.chose("a")', '"chose" not found'),
        ("total", 'root.step.choose("a")', "Unqualified access"),
    ],
    ids=["right", "constant", "stale", "misspelt within", "misspelt property", "misspelt slot", "unqualified"],
)
def test_lint(modules: Path, tmp_path: Path, text: str, does: str, complaint: str | None) -> None:
    screen = tmp_path / "Screen.qml"
    screen.write_text(SCREEN.format(text=text, does=does))
    said = lint([screen], modules)
    assert complaint in said if complaint else said == ""


def test_a_class_that_cannot_be_described_is_not_passed_over(tmp_path: Path) -> None:
    source = tmp_path / "amount.py"
    source.write_text(DERIVED)
    with pytest.raises(RuntimeError, match=r"amount\.py"):
        describe([source], tmp_path / "modules")
