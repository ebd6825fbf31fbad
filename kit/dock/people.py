"""The demonstration's people: whole numbers, cards to put on the reader, and one tap types them into the terminal."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.forms.fields import Answers
from domain.identity import grouped
from domain.readers.reading import Card
from domain.words import NOTHING, Text, Verbatim
from kit.demo import Demo
from kit.people.people import DemoPerson
from viewmodels.lists import QVariantList
from viewmodels.model import Model
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Pair

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

CARD = "6217 7900 0000 0000 016"
"""A bank card that anybody may report as their own."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody; `shows` is what their case shows, `pairs` what is told of whoever is `chosen`."""

    id: str
    title: Text
    shows: Text
    number: str
    chosen: bool
    put: Text
    lying: bool
    pairs: tuple[Pair, ...]


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
        self._lying, self._chosen = "", "0"

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("演示人物")

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{id, title, shows, number, chosen, put, lying, pairs: [{key, value}]}]`: in full, for they are invented."""
        return (self._row(str(i), person) for i, person in enumerate(self._people))

    def _row(self, at: str, person: DemoPerson) -> Person:
        number, lying = grouped(person.kind, person.number), self._lying == at
        pairs = (
            Pair(Text("证件号码"), Verbatim(number)),
            Pair(Text("银行卡"), Verbatim(CARD)),
            Pair(Text("手机号"), Verbatim(f"{person.phone[:3]} {person.phone[3:7]} {person.phone[7:]}")),
        )
        chosen = self._chosen == at
        long, short = (Text("拿走身份证"), Text("拿走")) if lying else (Text("放身份证"), Text("放证"))
        put = long if chosen else short
        return Person(at, Verbatim(person.name), Verbatim(person.shows), number, chosen, put, lying, pairs)

    @Property(str, notify=changed)
    @said
    def hint(self) -> Text:
        """What to do first; else what a tap does."""
        return self._hint or Text("点一下就换人并填入，都是虚构的")

    @Slot(str)
    def choosePerson(self, person: str) -> None:
        """Open this person, and type them where the terminal asks who one is."""
        self._chosen = person
        chosen = self._people[int(person)]
        identity = {"kind": chosen.kind, "number": chosen.number, "name": chosen.name, "phone": chosen.phone}
        if chosen.number in self._certificates:
            identity["certificate"] = self._certificates[chosen.number]
        filled = self._fill(identity)
        self._hint = NOTHING if filled else Text("这一屏不问身份，换了人")
        self.changed.emit()

    @Property(str, notify=changed)
    @said
    def fillText(self) -> Text:
        """On the button that types the chosen person."""
        return Text("填入本页")

    @Property(str, notify=changed)
    @said
    def reader(self) -> Text:
        """What lies on the reader."""
        if not self._lying:
            return Text("读卡器上没有卡")
        return Text("读卡器上是{name}的卡", name=Verbatim(self._people[int(self._lying)].name))

    @Slot(str)
    def putCard(self, person: str) -> None:
        """Put a person's card on the reader, or take it away."""
        self._board.take_away()
        self._lying = "" if person == self._lying else person
        if self._lying:
            chosen = self._people[int(person)]
            self._board.put(Card(chosen.kind, chosen.number, chosen.name))
        self.changed.emit()
