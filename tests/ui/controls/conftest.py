"""Each control by itself on a stage; a warning of QML fails the test."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickWindow

from tests.ui.controls.stage import Stage


@pytest.fixture(scope="module")
def engine(qapp: object) -> Iterator[QQmlEngine]:
    engine = QQmlEngine()
    yield engine
    engine.deleteLater()


@pytest.fixture(scope="module")
def window(qapp: object) -> Iterator[QQuickWindow]:
    window = QQuickWindow()
    window.resize(1000, 900)
    window.show()
    window.requestActivate()
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def stage(engine: QQmlEngine, window: QQuickWindow) -> Iterator[Callable[[str], Stage]]:
    shown: list[Stage] = []

    def show(qml: str) -> Stage:
        shown.append(Stage(engine, window, qml))
        return shown[-1]

    yield show
    for one in shown:
        one.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
