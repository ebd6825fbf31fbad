"""What measures say of the screens is what the theme draws, at every size of text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine

from ui import measures
from viewmodels.shell.access import SCALES
from viewmodels.shell.colours import ChannelColours as ChannelColours  # the theme makes one

CONTROLS = Path(__file__).parents[2] / "ui" / "controls"


@pytest.fixture(scope="module")
def engine(qapp: object) -> Iterator[QQmlEngine]:
    engine = QQmlEngine()
    yield engine
    engine.deleteLater()


def drawn(engine: QQmlEngine, scale: float, name: str) -> float:
    component = QQmlComponent(engine)
    set_first = f"Component.onCompleted: {{ Theme.scale = {scale}; it = Theme.{name} }}"
    source = f"import QtQuick\nQtObject {{\nproperty real it\n{set_first}\n}}"
    component.setData(source.encode(), QUrl.fromLocalFile(CONTROLS / "probe.qml"))
    item = component.create()
    assert item is not None, component.errorString()
    found = float(item.property("it"))
    item.deleteLater()
    return found


@pytest.mark.parametrize("scale", SCALES.values())
def test_as_the_theme_draws(engine: QQmlEngine, scale: float) -> None:
    assert drawn(engine, scale, "least") == measures.LEAST
    assert drawn(engine, scale, "touch") == measures.TOUCH
    assert drawn(engine, scale, "closest") == measures.CLOSE
    assert drawn(engine, scale, "label") == round(measures.LABEL * scale)
    assert drawn(engine, scale, "buttonHeight") == measures.button(scale)
    assert drawn(engine, scale, "titleScale") == min(scale, measures.MOST_TITLE)
    assert drawn(engine, scale, "fieldHeight") == min(round(measures.FIELD * scale), 136)
