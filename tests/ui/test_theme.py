"""Contrast, computed again from the theme by WCAG 2: text at least 4.5, what bounds a control at least 3."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlComponent, QQmlEngine

from domain.flows.channels import CHANNELS as KNOWN
from viewmodels.shell.colours import ChannelColours as ChannelColours  # the theme makes one

CONTROLS = Path(__file__).parents[2] / "ui" / "controls"
CHANNELS = [*KNOWN, ""]


@pytest.fixture(scope="module")
def engine(qapp: object) -> Iterator[QQmlEngine]:
    engine = QQmlEngine()
    yield engine
    engine.deleteLater()


def colours(engine: QQmlEngine, channel: str, *names: str) -> list[QColor]:
    """Colours of the theme as a channel wears it."""
    component = QQmlComponent(engine)
    lines = "".join(f"property color {name}_: Theme.{name}\n" for name in names)
    source = f'import QtQuick\nimport "."\nQtObject {{\n{lines}Component.onCompleted: Theme.channel = "{channel}"\n}}'
    component.setData(source.encode(), QUrl.fromLocalFile(CONTROLS / "probe.qml"))
    item = component.create()
    assert item is not None, component.errorString()
    found = [QColor(item.property(f"{name}_")) for name in names]
    item.deleteLater()
    return found


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((ink, ground) for ink in ("ink", "ink2", "error") for ground in ("surface", "bg")),
        ("placeholder", "surface"),
        ("disabledInk", "disabled"),
        ("errorInk", "errorTint"),
        ("ok", "surface"),
        ("ok", "okTint"),
        ("warnInk", "warnTint"),
        ("demoInk", "demoTint"),
        ("surface", "demo"),
        ("stripInk", "strip"),
        ("ink", "sunken"),
    ],
)
def test_text_can_be_read(engine: QQmlEngine, ink: str, ground: str) -> None:
    assert contrast(*colours(engine, "", ink, ground)) >= 4.5


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(("ink", "ground"), [("surface", "accent"), ("surface", "deep"), ("accentInk", "tint")])
def test_text_can_be_read_in_every_channel(engine: QQmlEngine, channel: str, ink: str, ground: str) -> None:
    assert contrast(*colours(engine, channel, ink, ground)) >= 4.5


@pytest.mark.parametrize("ground", ["surface", "bg"])
def test_the_edge_of_a_control_can_be_seen(engine: QQmlEngine, ground: str) -> None:
    assert contrast(*colours(engine, "", "control", ground)) >= 3


def test_channels_differ(engine: QQmlEngine) -> None:
    accents = {colours(engine, channel, "accent")[0].name() for channel in CHANNELS[:-1]}
    assert len(accents) == len(KNOWN)
