"""What a screen says, for who has it read aloud: out of the accessible tree, in the order in which it is read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem

from ui.reading import Group, Spot, in_reading_order
from ui.scene import is_there

Role = QAccessible.Role
NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
TOLD = {Role.StaticText, Role.Heading, Role.AlertMessage, Role.Graphic}
CHOSEN = {Role.RadioButton, Role.CheckBox}
BOARD = "keyboard"
BARE = re.compile(r"[\s\u2060]+")


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that can be read. `name` is a control's, empty where nothing can be done.

    `id`: how a text is called, if it is. `value`: what was typed there. `key`: it is a key of a keyboard, or
    what that shows.
    """

    role: QAccessible.Role
    text: str
    name: str = ""
    id: str = ""
    more: str = ""
    value: str = ""
    chosen: bool = False
    usable: bool = True
    key: bool = False


class Telling:
    """One look at a part of the terminal, without what is called `but`; not at what is hidden or on another page."""

    def __init__(self, part: QQuickItem, terminal: QQuickItem, but: str = "") -> None:
        self._terminal, self._but = terminal, but
        self._found: list[Told] = []
        order = in_reading_order(self._group(part, None, board=False))
        self.all = [self._found[int(spot.name)] for spot in order]

    def control(self, name: str) -> Told | None:
        """The one of that name."""
        return next((one for one in self.all if one.name == name), None)

    def label(self, control: Told) -> Told | None:
        """What stands before a control, or before the choices that it is one of."""
        at = self.all.index(control) - 1 if control in self.all else -1
        while at >= 0 and control.role in CHOSEN and self.all[at].role is control.role:
            at -= 1
        return self.all[at] if at >= 0 and not self.all[at].name else None

    def _group(self, item: QQuickItem, seen: QRectF | None, board: bool) -> Group:
        left_out = item.property("hides") or (self._but and item.objectName() == self._but)
        if left_out or not is_there(item, disabled=True):
            return ()
        touched = item.property("types") is not None
        told = _control(item) if touched else _text(item)
        if touched and told is None:
            return ()
        if told is not None:
            box = _box(item, self._terminal)
            if seen is not None and not seen.contains(box.center()):
                return ()
            self._found.append(replace(told, key=True) if board else told)
            return (Spot(str(len(self._found) - 1), box),)
        if item.clip():
            box = _box(item, self._terminal)
            seen = box if seen is None else seen.intersected(box)
        board = board or item.objectName() == BOARD
        inner = (self._group(child, seen, board) for child in item.childItems())
        return [part[0] if len(part) == 1 else part for part in inner if part]


def _box(item: QQuickItem, terminal: QQuickItem) -> QRectF:
    return item.mapRectToItem(terminal, QRectF(0, 0, item.width(), item.height()))


def _text(item: QQuickItem) -> Told | None:
    """A text, or a part of which the tree tells in one; None if there is more to be said of what is in it."""
    tree = _tree(item)
    if tree is None or tree.role() not in TOLD or not (text := _plain(tree.text(NAME))):
        return None
    return Told(tree.role(), text, id=item.objectName())


def _control(item: QQuickItem) -> Told | None:
    """A control with all that stands on it, each word once; what was typed is its value. None if it shows nothing."""
    tree = _tree(item)
    if tree is None:
        return None
    name = _plain(tree.text(NAME))
    typed = tree.role() == Role.EditableText
    inner = [text for text in _within(item) if text]
    said = [name, _plain(tree.text(DESCRIPTION))]
    if not typed:
        said += [text for text in inner if _bare(text) not in _bare("".join(said))]
    return Told(
        Role.EditableText if typed else tree.role(),
        said[0] or "".join(said[1:]),
        item.objectName(),
        more="，".join(one for one in said[1:] if one) if said[0] else "",
        value=str(item.property("shown") or "") if typed else "",
        chosen=bool(tree.state().checked) or bool(item.property("chosen")),
        usable=item.isEnabled(),
        key=bool(item.property("types")),
    )


def _within(item: QQuickItem) -> Iterator[str]:
    for child in item.childItems():
        if is_there(child, disabled=True):
            told = _text(child)
            if told is not None:
                yield told.text
            else:
                yield from _within(child)


def _tree(item: QQuickItem) -> QAccessibleInterface | None:
    tree: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(item)
    return tree if tree is not None and not tree.state().invisible else None


def _plain(text: str) -> str:
    return re.sub(r"<[^>]*>", "", text).replace("\u2060", "").strip()


def _bare(text: str) -> str:
    return BARE.sub("", text)
