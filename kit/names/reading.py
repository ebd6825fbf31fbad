"""Every name on a screen, with what it is to who sees the screen and to who has it read out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from kit.play.probe import Kiosk
from kit.play.texts import is_text, plain, written

Role = QAccessible.Role
NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
ROLES = {
    Role.Button: "push button",
    Role.RadioButton: "radio button",
    Role.CheckBox: "check box",
    Role.EditableText: "text",
    Role.Heading: "heading",
    Role.StaticText: "label",
    Role.AlertMessage: "alert message",
    Role.Graphic: "graphic",
}
"""As the accessibility bus has them (docs/accessibility.md)."""
SHORT = {"button": "push button", "field": "text", "radio": "radio button", "alert": "alert message"}
"""What else a tester may call a role."""
HELD = "staff.door"
"""What nothing shows: it is held, and no reader is told of it."""
ERROR = "text.error."
"""How what is wrong with a field is called; it is there only if something is."""
KEYS = ("key.", "letter.", "board.", "word.")
TYPED = {"text.counted", "text.letters"}
BUTTONS = {"next", "secondary"}
SIGN = 100
"""What is drawn and wider is no sign."""


class Place(StrEnum):
    """Where on the screen, from above to below."""

    HEADER = "header"
    CONTENT = "content"
    KEYBOARD = "keyboard"
    FOOT = "footer and strip"
    OVER = "over the screen"


class Verb(StrEnum):
    """What a test does with it."""

    TOUCH = "touch"
    TYPES = "types"
    HOLDS = "holds"
    SAYS = "says"


@dataclass(frozen=True, slots=True)
class Named:
    """A name. `label` is how its control is called, `says` all that a reader says; `value` is what was typed.

    `box` is its place on the terminal, `usable` whether it can be used now, `shown` whether it is there at all.
    """

    name: str
    role: str
    label: str
    says: str
    value: str
    verb: Verb
    place: Place
    box: QRectF
    usable: bool = True
    shown: bool = True

    @property
    def touched(self) -> bool:
        return self.verb in {Verb.TOUCH, Verb.TYPES}

    @property
    def typed(self) -> bool:
        return self.verb is Verb.TYPES

    def is_called(self, words: str, role: str) -> bool:
        """Whether it shows these words, and has that role if one is given."""
        return role in {"", self.role} | {short for short, long in SHORT.items() if long == self.role} and (
            words in {self.label, self.name} or words in self.says
        )


def names_on(kiosk: Kiosk) -> tuple[Named, ...]:
    """All that can be seen now, in drawing order; under what lies over the screen nothing is."""
    items = kiosk.below(kiosk.terminal)
    over = next((item for item in reversed(items) if item.property("overlay")), None)
    if over is not None:
        items = kiosk.below(over)
    return tuple(_names(items, kiosk.terminal, over is not None))


def _names(items: Iterable[QQuickItem], terminal: QQuickItem, over: bool) -> Iterator[Named]:
    for item in items:
        if (found := _named(item, terminal, over)) is not None:
            yield found
        for child in item.childItems():
            if child.objectName().startswith(ERROR) and not child.isVisible():
                box = _box(item, terminal)
                yield Named(
                    child.objectName(), ROLES[Role.AlertMessage], "", "", "", Verb.SAYS, Place.CONTENT, box, shown=False
                )


def _named(item: QQuickItem, terminal: QQuickItem, over: bool) -> Named | None:
    name = item.objectName()
    if not name:
        return None
    place = Place.OVER if over else _place(item, terminal)
    if name == HELD:
        return Named(name, "", "", "", "", Verb.HOLDS, place, _box(item, terminal))
    tree = QAccessible.queryAccessibleInterface(item)
    touched = item.property("types") is not None
    if tree is None or tree.role() not in ROLES or tree.state().invisible:
        return None
    label, more = plain(tree.text(NAME)), plain(tree.text(DESCRIPTION))
    if not touched and not label:
        return None
    verb = Verb.SAYS if not touched else Verb.TYPES if tree.role() == Role.EditableText else Verb.TOUCH
    value = str(item.property("shown") or "") if verb is Verb.TYPES else ""
    says = "，".join(part for part in (label, more) if part)
    return Named(name, ROLES[tree.role()], label, says, value, verb, place, _box(item, terminal), item.isEnabled())


def _place(item: QQuickItem, terminal: QQuickItem) -> Place:
    name, above = item.objectName(), {one.objectName() for one in _ancestors(item)}
    if "keyboard" in above or name.startswith(KEYS) or name in TYPED:
        return Place.KEYBOARD
    if "strip" in above or name in BUTTONS:
        return Place.FOOT
    if "holder" in above:
        return Place.CONTENT
    return Place.HEADER if _box(item, terminal).center().y() < terminal.height() / 2 else Place.FOOT


def _ancestors(item: QQuickItem) -> Iterator[QQuickItem]:
    while (parent := item.parentItem()) is not None:
        yield parent
        item = parent


def words_on(kiosk: Kiosk) -> Iterator[QRectF]:
    """Where on the terminal something is written, or a sign is drawn."""
    for item in kiosk.below(kiosk.terminal):
        sign = item.inherits("QQuickShape") and item.width() < SIGN
        if sign or (is_text(item) and item.property("text")):
            yield _box(item, kiosk.terminal)


def _box(item: QQuickItem, terminal: QQuickItem) -> QRectF:
    """Of a text, the part that has words in it."""
    whole = QRectF(0, 0, item.width(), item.height())
    return item.mapRectToItem(terminal, written(item) if is_text(item) else whole)
