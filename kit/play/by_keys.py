"""The terminal by six keys: a visitor who looks where the ring is, and moves it by arrows to what is wanted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kit.play.probe import Kiosk, NotThere
from ui.reading import Arrow, Spot, towards
from ui.window import Window

KEYS = {
    Arrow.LEFT: Qt.Key.Key_Left,
    Arrow.RIGHT: Qt.Key.Key_Right,
    Arrow.UP: Qt.Key.Key_Up,
    Arrow.DOWN: Qt.Key.Key_Down,
}
"""Along the line first: a page over the screen is moved by the others."""
OK, BACK = Qt.Key.Key_Return, Qt.Key.Key_Escape
MOST = 24
"""Nobody presses arrows more often for one control."""
WORDS = range(60)
"""Places of words that the keyboard offers at most."""
SPELT = {
    character: syllable
    for characters, syllables in {
        "单位已经为本人缴费": "dan wei yi jing wei ben ren jiao fei",
        "户名与不一致": "hu ming yu bu yi zhi",
        "付款来大厅要求": "fu kuan lai da ting yao qiu",
        "李小明": "li xiao ming",
        "王秀英": "wang xiu ying",
    }.items()
    for character, syllable in zip(characters, syllables.split(), strict=True)
}
"""What walks write, in Pinyin."""


class KeyedKiosk(Kiosk):
    """Touches become keys: arrows until the ring is there, then OK. What is not the terminal's is touched, and what
    tries the touch itself.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window.root, window.terminal)
        self.focus = window.inputs.focus
        self.presses = 0

    def key(self, key: Qt.Key) -> None:
        """A key goes down and up."""
        self.presses += 1
        QTest.keyClick(self.window, key)

    def reach(self, name: str) -> None:
        """Move the ring to a control. Raises NotThere if no arrows lead there, or more than MOST."""
        presses = self.presses
        while True:
            spots = self.focus.rest().spots
            if self.focus.shown and self.focus.at == name:
                return
            arrows = way(self.focus.at, name, spots)
            if self.presses - presses + len(arrows) > MOST:
                raise NotThere(f"{name} is more than {MOST} keys away from {self.focus.at}")
            if not self.focus.shown:
                self.key(KEYS[Arrow.DOWN])
            for arrow in arrows:
                self.key(KEYS[arrow])
            self.settle()

    def finger_on(self, item: QQuickItem) -> None:
        if not self.terminal.isAncestorOf(item) or item.property("byFinger"):
            super().finger_on(item)
        elif item.objectName() == "back":
            self.back()
        else:
            self.reach(item.objectName())
            self.key(OK)

    def back(self) -> None:
        """By its own key; from the keys of a keyboard the first leads to what they type."""
        at = self.focus.rest().named(self.focus.at)
        if at is not None and at.types and self.focus.shown:
            self.key(BACK)
        self.key(BACK)

    def press(self, item: QQuickItem, until: str) -> None:
        """The staff's door is opened by Back as well, held as long."""
        QTest.keyPress(self.window, BACK)
        self.shows(until)
        QTest.keyRelease(self.window, BACK)

    def commit(self, text: str) -> None:
        """Each character in Pinyin, and chosen from the words that are offered."""
        for character in text:
            for letter in SPELT[character]:
                self.touch(f"letter.{letter}")
            self.until(lambda: self.has("word.0"), "words")
            for turn in ("board.more", "board.later", "board.later", "board.later"):
                self.settle()
                if not self._offered(character):
                    self.touch(turn)
            self.settle()
            self.touch(self._offered(character))

    def _offered(self, character: str) -> str:
        """The name of the word that is this character; empty if it is none of those that can be seen."""
        names = [f"word.{place}" for place in WORDS]
        return next((name for name in names if self.has(name) and self.text(name) == character), "")


def way(begin: str, end: str, spots: Sequence[Spot]) -> list[Arrow]:
    """The fewest arrows that lead from a control to another. Raises NotThere if none do."""
    known = ways(begin, spots)
    if end not in known:
        raise NotThere(f"no arrows lead from {begin or 'nowhere'} to {end}, but to {', '.join(sorted(known))}")
    return known[end]


def ways(begin: str, spots: Sequence[Spot]) -> dict[str, list[Arrow]]:
    """The fewest arrows to every control that can be reached from one."""
    by_name = {spot.name: spot for spot in spots}
    known: dict[str, list[Arrow]] = {begin: []} if begin in by_name else {}
    for at in (waiting := list(known)):
        for arrow in KEYS:
            to = towards(arrow, by_name[at], spots).name
            if to not in known:
                known[to] = [*known[at], arrow]
                waiting.append(to)
    return known
