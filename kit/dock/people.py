"""The demonstration's people: whole numbers, cards to put on the reader, and one tap types them into the terminal."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.forms.fields import Answers
from domain.identity import grouped
from domain.readers.reading import Card
from domain.words import NOTHING, Text, Verbatim
from kit.demo import Demo
from viewmodels.lists import QVariantList
from viewmodels.model import Model
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Row

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

CARD = "6217 7900 0000 0000 016"


@QmlElement
class PeopleViewModel(Model):
    changed = Signal()

    def __init__(
        self, language: Language, demo: Demo, fill: Callable[[Answers], bool], parent: QObject | None = None
    ) -> None:
        """`fill` types an identity where one is asked for."""
        super().__init__(language, parent)
        self._people, self._certificates, self._board = demo.people, demo.certificates, demo.board
        self._fill = fill
        self._hint = NOTHING
        self._lying = ""

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("演示人物（点一下填入）")

    @Property(str, notify=changed)
    @said
    def cardText(self) -> Text:
        """A bank card that anybody may report as their own."""
        return Text("银行卡 {card}，谁都可以用", card=CARD)

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{id, title, caption, amount}]`: name, what their case shows, and the whole number: they are invented."""
        return (
            Row(str(i), Verbatim(person.name), Verbatim(person.shows), amount=grouped(person.kind, person.number))
            for i, person in enumerate(self._people)
        )

    @Property(str, notify=changed)
    @said
    def hint(self) -> Text:
        """What to do first."""
        return self._hint

    @Slot(str)
    def choosePerson(self, person: str) -> None:
        """Type this person where the terminal asks who one is."""
        chosen = self._people[int(person)]
        identity = {"kind": chosen.kind, "number": chosen.number, "name": chosen.name, "phone": chosen.phone}
        if chosen.number in self._certificates:
            identity["certificate"] = self._certificates[chosen.number]
        filled = self._fill(identity)
        self._hint = NOTHING if filled else Text("请先走到填写身份或票证号码的一屏")
        self.changed.emit()

    @Property(str, notify=changed)
    @said
    def putText(self) -> Text:
        """On the button of each person that puts their card on the reader."""
        return Text("放身份证")

    @Property(str, notify=changed)
    @said
    def takeText(self) -> Text:
        """On the same, where their card lies."""
        return Text("拿走身份证")

    @Property(str, notify=changed)
    def lying(self) -> str:
        """Whose card lies on the reader; empty if none does."""
        return self._lying

    @Slot(str)
    def putCard(self, person: str) -> None:
        """Put a person's card on the reader, or take it away."""
        self._board.take_away()
        self._lying = "" if person == self._lying else person
        if self._lying:
            chosen = self._people[int(person)]
            self._board.put(Card(chosen.kind, chosen.number, chosen.name))
        self.changed.emit()
