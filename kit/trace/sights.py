"""What there is at a moment: picture, accessible tree with the names that tests use, the view model's state."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kit.play.playground import Playground
from kit.play.probe import Kiosk

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
Role = QAccessible.Role
ROLES = {
    Role.Button: "按钮",
    Role.RadioButton: "单选",
    Role.CheckBox: "勾选",
    Role.EditableText: "输入",
    Role.StaticText: "文字",
    Role.Heading: "标题",
    Role.AlertMessage: "警告",
    Role.Graphic: "图",
    Role.Grouping: "组",
    Role.List: "列表",
    Role.ListItem: "列表项",
    Role.Window: "窗口",
}
CHOSEN = {Role.RadioButton, Role.CheckBox}
SMALLER, QUALITY = 2, 78
"""As wide as half of the screen it can still be read."""
LONGEST = 600
"""Characters of one value of the state."""
NOT_TOLD = {"objectName", "previousPageText", "nextPageText", "pageOfText"}
"""What is the same on every screen."""
FIRST = ("id", "code", "key", "title", "label", "value")
"""What a row of a list is told by."""
ROWS = "；"
"""Between two of them."""
Box = tuple[float, float, float, float]
"""Left, top, width, height, in parts of the screen's."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing of the tree: what a reader says of it, and what a test calls it; `alert`: it is said by itself."""

    depth: int
    role: str
    says: str
    name: str
    box: Box
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Sight:
    """`at` is the hall's time. `picture` is half as wide as the screen, which is `size`."""

    at: datetime
    size: tuple[int, int]
    picture: QImage
    screen: str
    title: str
    rows: tuple[Row, ...]
    state: tuple[tuple[str, str], ...]


def look(ground: Playground, at: datetime) -> Sight:
    """What there is now, which is `at`. Nothing is drawn for it, and nothing waited for."""
    kiosk, shell = ground.kiosk, ground.terminal.shell
    image = drawn(kiosk)
    rows = tuple(tree(kiosk))
    title = next((row.says for row in rows if row.name == "title"), "")
    step = shell.navigation.step
    state = {"screen": shell.navigation.screen, "focus": ground.terminal.window.inputs.focus.at}
    state |= dict(properties(step)) if isinstance(step, QObject) else {}
    size = (image.width(), image.height())
    return Sight(at, size, small(image), shell.navigation.screen, title, rows, tuple(state.items()))


def place(kiosk: Kiosk) -> QRect:
    """Where the terminal is in its window."""
    terminal = kiosk.terminal
    corner = terminal.mapToScene(QPointF(0, 0))
    return QRectF(corner, terminal.mapToScene(QPointF(terminal.width(), terminal.height()))).toRect()


def drawn(kiosk: Kiosk) -> QImage:
    """The terminal as it was drawn last. Off the screen that lies in memory; elsewhere it has to be drawn anew."""
    if QGuiApplication.platformName() != "offscreen" or QQuickWindow.sceneGraphBackend() != "software":
        return kiosk.picture()
    window, box = kiosk.window, place(kiosk)
    return window.screen().grabWindow(window.winId(), box.x(), box.y(), box.width(), box.height()).toImage()


def small(image: QImage) -> QImage:
    """Half as wide as the screen."""
    size = image.size() / SMALLER
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def jpeg(image: QImage) -> bytes:
    """A picture as a file. It is made only of what is kept."""
    from PIL import Image

    image = image.convertToFormat(QImage.Format.Format_RGB32)
    size, stride = (image.width(), image.height()), image.bytesPerLine()
    picture = Image.frombuffer("RGBX", size, bytes(image.constBits()), "raw", "BGRX", stride, 1).convert("RGB")
    picture.save(out := BytesIO(), "JPEG", quality=QUALITY)
    return out.getvalue()


def box_of(item: QQuickItem, kiosk: Kiosk) -> Box:
    """Where an item is on the terminal."""
    whole = QRectF(0, 0, item.width(), item.height())
    box = item.mapRectToItem(kiosk.terminal, whole)
    width, height = kiosk.terminal.width() or 1, kiosk.terminal.height() or 1
    return (box.x() / width, box.y() / height, box.width() / width, box.height() / height)


def tree(kiosk: Kiosk) -> Iterator[Row]:
    """The terminal's part of the tree, without what is hidden, and without words that their control has said."""
    root = QAccessible.queryAccessibleInterface(kiosk.window)
    for at in range(root.childCount()):
        one = root.child(at)
        item = one.object() if one is not None else None
        if isinstance(item, QQuickItem) and kiosk.terminal.isAncestorOf(item):
            yield from _below(one, 0, "", kiosk)


def _below(one: QAccessibleInterface, depth: int, said: str, kiosk: Kiosk) -> Iterator[Row]:
    item, role = one.object(), one.role()
    if one.state().invisible or not isinstance(item, QQuickItem):
        return
    name, says = item.objectName(), _says(one, item)
    if says and not (role == Role.StaticText and not name and says in said):
        yield Row(depth, ROLES.get(role, role.name), says, name, box_of(item, kiosk), role == Role.AlertMessage)
        depth, said = depth + 1, says
    for at in range(one.childCount()):
        if (child := one.child(at)) is not None:
            yield from _below(child, depth, said, kiosk)


def _says(one: QAccessibleInterface, item: QQuickItem) -> str:
    state, role = one.state(), one.role()
    parts = [one.text(NAME), one.text(DESCRIPTION)]
    if role == Role.EditableText:
        parts.append(str(item.property("shown") or "") or "没有填")
    if role in CHOSEN and state.checked:
        parts.append("已选")
    if state.disabled:
        parts.append("现在不能用")
    return "，".join(" ".join(part.replace("\u2060", "").split()) for part in parts if part.strip())


def properties(model: QObject) -> Iterator[tuple[str, str]]:
    """What QML reads of a view model, by name; of models within it by their names and a dot."""
    meta = model.metaObject()
    for one in (meta.property(at) for at in range(meta.propertyCount())):
        name = str(one.name())
        value: Any = getattr(model, name) if str(one.typeName()).endswith("*") else model.property(name)
        if isinstance(value, QObject):
            yield from ((f"{name}.{inner}", said) for inner, said in properties(value))
        elif isinstance(value, dict):
            yield from ((f"{name}.{key}", _said(one)) for key, one in value.items())
        elif name not in NOT_TOLD:
            yield name, _said(value)


def _said(value: Any) -> str:
    """A value as one writes it in Python; empty where it says nothing."""
    if isinstance(value, str) and value.startswith("data:"):
        return "（图）"
    if value in ("", None, [], {}):
        return ""
    rows = isinstance(value, list) and all(isinstance(one, dict) for one in value)
    said = ROWS.join(_row(one) for one in value) if rows else json.dumps(value, ensure_ascii=False, default=str)
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"


def _row(row: dict[str, Any]) -> str:
    """What a row of a list says, in its order; what is on is told by its name."""
    names = sorted(row, key=lambda name: FIRST.index(name) if name in FIRST else len(FIRST))
    parts = (name if row[name] is True else str(row[name]) for name in names if row[name] not in ("", False, None, []))
    return " ".join(parts)
