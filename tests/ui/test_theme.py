"""Contrast, computed again from the theme by WCAG 2: text at least 4.5, what bounds a control at least 3."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlComponent, QQmlEngine

from domain.flows.channels import CHANNELS as KNOWN
from tests.ui.wcag import LEAST, ratio
from viewmodels.shell.access import Contrast
from viewmodels.shell.colours import ChannelColours as ChannelColours  # the theme makes one

CONTROLS = Path(__file__).parents[2] / "ui" / "controls"
CHANNELS = [*KNOWN, ""]


@pytest.fixture(scope="module")
def engine(qapp: object) -> Iterator[QQmlEngine]:
    engine = QQmlEngine()
    yield engine
    engine.deleteLater()


def colours(engine: QQmlEngine, channel: str, *names: str, contrast: str = "normal") -> list[QColor]:
    """Colours of the theme as a channel wears it."""
    component = QQmlComponent(engine)
    lines = "".join(f"property color {name}_: Theme.{name}\n" for name in names)
    wear = f'Component.onCompleted: {{ Theme.channel = "{channel}"; Theme.contrast = "{contrast}" }}'
    source = f'import QtQuick\nimport "."\nQtObject {{\n{lines}{wear}\n}}'
    component.setData(source.encode(), QUrl.fromLocalFile(CONTROLS / "probe.qml"))
    item = component.create()
    assert item is not None, component.errorString()
    found = [QColor(item.property(f"{name}_")) for name in names]
    item.deleteLater()
    return found


def contrast(one: QColor, other: QColor) -> float:
    return ratio((one.red(), one.green(), one.blue()), (other.red(), other.green(), other.blue()))


EDGES = {Contrast.NORMAL: 3.0, Contrast.HIGH: 7.0, Contrast.DARK: 3.0}
"""What bounds a control has at least."""


@pytest.mark.parametrize("chosen", LEAST)
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
        ("inkOnDeep", "demo"),
        ("stripInk", "strip"),
        ("stripInk", "stripOpen"),
        ("stripWarn", "strip"),
        ("ink", "sunken"),
    ],
)
def test_text_can_be_read(engine: QQmlEngine, ink: str, ground: str, chosen: Contrast) -> None:
    assert contrast(*colours(engine, "", ink, ground, contrast=chosen)) >= LEAST[chosen]


@pytest.mark.parametrize("chosen", LEAST)
@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("inkOnAccent", "accent"),
        ("inkOnAccent", "deep"),
        ("inkOnDeep", "header"),
        ("headerButtonInk", "headerButton"),
        ("accentInk", "tint"),
        ("accentInk", "surface"),
    ],
)
def test_text_can_be_read_in_every_channel(
    engine: QQmlEngine, channel: str, ink: str, ground: str, chosen: Contrast
) -> None:
    assert contrast(*colours(engine, channel, ink, ground, contrast=chosen)) >= LEAST[chosen]


@pytest.mark.parametrize("chosen", EDGES)
@pytest.mark.parametrize("edge", ["control", "ink", "accent"])
@pytest.mark.parametrize("ground", ["surface", "bg"])
def test_the_edge_of_a_control_can_be_seen(engine: QQmlEngine, ground: str, edge: str, chosen: Contrast) -> None:
    assert contrast(*colours(engine, "", edge, ground, contrast=chosen)) >= EDGES[chosen]


def test_what_is_read_most_stands_out_most_where_that_was_chosen(engine: QQmlEngine) -> None:
    assert contrast(*colours(engine, "", "ink", "surface", contrast="high")) == 21
    assert contrast(*colours(engine, "", "ink", "surface", contrast="dark")) > 10


@pytest.mark.parametrize("chosen", LEAST)
def test_channels_differ(engine: QQmlEngine, chosen: Contrast) -> None:
    accents = {colours(engine, channel, "accent", contrast=chosen)[0].name() for channel in CHANNELS[:-1]}
    assert len(accents) == len(KNOWN)
