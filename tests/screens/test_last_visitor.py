"""However a visit ends, nothing of it is in any item or model, on the clipboard, in temporary files, or in the log."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtQuick import QQuickItem

from kit.play.playground import Playground
from kit.play.probe import Kiosk
from storage.errors import StoreUnavailable
from tests.alone import ALONE_S
from tests.screens.test_leaving import alone
from tests.screens.visitor import Visitor

THEIRS = ("张建国", "5201991978", "0119", "zhangjianguo")
"""In whole or in part, as typed and as shown."""
SAID = str(Path(__file__).with_name("said.mjs"))


def goes_home(ground: Playground) -> None:
    ground.kiosk.touch("home")
    ground.kiosk.touch("home.leave")


WAYS: dict[str, Callable[[Playground], None]] = {
    "首页": goes_home,
    "left alone": lambda ground: alone(ground, ALONE_S),
    "a mistake of ours": lambda ground: ground.terminal.meet(RuntimeError("a mistake")),
    "a fault": lambda ground: ground.terminal.fail(StoreUnavailable("locked")),
}


def everything(ground: Playground) -> Iterator[QObject]:
    """Each item of the window, but for the dock's people beside the terminal, and each model of the shell."""
    yield from models(ground.terminal.shell)
    items: list[QQuickItem] = [ground.terminal.window.terminal]
    for item in items:
        yield item
        items.extend(item.childItems())


def models(model: QObject) -> Iterator[QObject]:
    yield model
    for child in model.children():
        if not type(child).__module__.startswith("kit."):
            yield from models(child)


def of_theirs(ground: Playground) -> list[str]:
    engine = ground.terminal.window.engine
    said = engine.importModule(SAID).property("said")
    texts = (text for one in everything(ground) for text in said.call([engine.toScriptValue(one)]).toVariant())
    return [text for text in texts if any(part in text for part in THEIRS)]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files are put, by this terminal and nobody else."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


def test_nothing_of_the_last_visitor_is_left(
    temporary: Path, visitor: Visitor, kiosk: Kiosk, ground: Playground, caplog: pytest.LogCaptureFixture
) -> None:
    ground.rests()
    clipboard, before = QGuiApplication.clipboard(), set(temporary.iterdir())
    modes = [QClipboard.Mode.Clipboard, QClipboard.Mode.Selection][: 1 + clipboard.supportsSelection()]
    for way, leaves in WAYS.items():
        visitor.enters("张建国")
        visitor.opens("flexible_self")
        kiosk.touch("option.pension")
        kiosk.settle()
        assert of_theirs(ground), way
        for mode in modes:
            clipboard.setText("张建国", mode)
        leaves(ground)
        kiosk.until(lambda: ground.terminal.shell.navigation.session is None, "the end of the visit")
        kiosk.settle()
        assert of_theirs(ground) == [], way
        assert [clipboard.text(mode) for mode in modes] == [""] * len(modes), way
        kiosk.until(lambda: ground.terminal.shell.navigation.screen == "home", "Home")
        if kiosk.has("understood"):
            kiosk.touch("understood")
    assert set(temporary.iterdir()) == before
    assert not any(part in record.getMessage() for record in caplog.records for part in THEIRS)
