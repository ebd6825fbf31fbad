"""The touch keyboard: a name in Pinyin by real keys, the field never covered, and nothing learnt from anybody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QStandardPaths
from PySide6.QtQuick import QQuickItem

from ui.probe import Kiosk


@pytest.fixture(autouse=True)
def name_is_in_use(kiosk: Kiosk) -> None:
    kiosk.touch("tile.wechat")
    kiosk.touch("next")
    kiosk.shows("wechat.identify")
    kiosk.touch("key.next")
    kiosk.find_shown("keyboard")


def items(item: QQuickItem) -> Iterator[QQuickItem]:
    if item.isVisible():
        yield item
        for child in item.childItems():
            yield from items(child)


def press(kiosk: Kiosk, letters: str) -> None:
    for letter in letters:
        keyboard = kiosk.find_shown("keyboard")
        key = next(item for item in items(keyboard) if item.property("displayText") == letter)
        kiosk.tap(key)
        kiosk.settle()


def candidates(kiosk: Kiosk) -> list[QQuickItem]:
    """The words offered, left to right."""
    keyboard = kiosk.find_shown("keyboard")
    words = [item for item in items(keyboard) if item.inherits("QQuickText") and str(item.property("text")) >= "\u4e00"]
    kiosk.settle()
    return sorted(words, key=lambda word: word.mapToScene(QPointF(0, 0)).x())


def offered(kiosk: Kiosk) -> list[str]:
    return [str(word.property("text")) for word in candidates(kiosk)][:6]


def test_a_name_is_written_in_pinyin(kiosk: Kiosk) -> None:
    press(kiosk, "wang")
    kiosk.until(lambda: "王" in offered(kiosk), "王")
    kiosk.tap(next(word for word in candidates(kiosk) if word.property("text") == "王"))
    kiosk.until(lambda: kiosk.text("field.name") == "王", "the name")


def test_the_field_in_use_is_not_covered(kiosk: Kiosk) -> None:
    keyboard, field = kiosk.find_shown("keyboard"), kiosk.find_shown("field.name")
    kiosk.settle()
    assert field.mapToScene(QPointF(0, field.height())).y() <= keyboard.mapToScene(QPointF(0, 0)).y()


def test_nothing_is_learnt(kiosk: Kiosk) -> None:
    press(kiosk, "zhang")
    kiosk.until(lambda: len(offered(kiosk)) > 3, "words")
    before = offered(kiosk)
    for _ in range(3):
        rare = candidates(kiosk)[3]
        kiosk.tap(rare)
        kiosk.settle()
        press(kiosk, "zhang")
        kiosk.until(lambda: len(offered(kiosk)) > 3, "words")
    assert offered(kiosk) == before
    config = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation))
    assert not config.is_dir()
