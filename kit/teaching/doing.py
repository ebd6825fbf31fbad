"""What a teacher does for whoever learns: fills in what is somebody's, and pays with a phone that is pretended."""

from PySide6.QtCore import QObject, Slot

from kit.demo import Demo
from kit.dock.handset import HandsetViewModel
from kit.dock.people import PeopleViewModel
from kit.dock.phone import Page
from kit.play.playground import FIGURES
from kit.simulators.payer import Source
from kit.teaching.lesson import NEXT_FIELD, Kind, Move
from kit.walks.stops import CAPTCHA, CARD, DOWNLOAD, PERSON, SMS
from viewmodels.steps.form import FormViewModel


class Doing(QObject):
    """By a `phone` and `people` that nobody sees."""

    def __init__(self, phone: HandsetViewModel, people: PeopleViewModel, demo: Demo) -> None:
        super().__init__(phone)
        self._phone, self._people, self._demo = phone, people, demo
        self._takes_along = False
        self._field = ""
        phone.changed.connect(self._go_on)

    @property
    def code(self) -> str:
        """What the last message said."""
        return self._demo.sms.last

    def does(self, move: Move, form: object) -> bool:
        """Whether it could be done: there is a form that asks for it, or a code that can be paid."""
        if move.kind is Kind.PHONE:
            return self._takes() if move.touch == DOWNLOAD else self._pays()
        word, colon, what = move.touch.partition(":")
        if f"{word}{colon}" in {PERSON, CARD}:
            at = next(at for at, person in enumerate(self._demo.people) if person.name == what)
            self._people.choosePerson(str(at))
            return isinstance(form, FormViewModel)
        if not isinstance(form, FormViewModel):
            return False
        kinds = {row["kind"]: row["key"] for row in form.fields}
        match f"{word}{colon}":
            case x if x == SMS:
                return bool(self.code) and form.fill({kinds["code"]: self.code})
            case x if x == CAPTCHA:
                return form.fill({kinds["captcha"]: FIGURES})
            case _:
                self._field = self._next(move, form)
                return form.fill({self._field: what})

    def _next(self, move: Move, form: FormViewModel) -> str:
        """Which field is meant: where nobody said, the one in use, the one before once more, or the first."""
        typed = [str(row["key"]) for row in form.fields if row["kind"] == "typed"]
        before = typed.index(self._field) if self._field in typed else -1
        if move.name == NEXT_FIELD:
            return typed[before + 1]
        return move.name.removeprefix("field.") or form.state.active or typed[max(0, before)]

    def _pays(self) -> bool:
        self._phone.scan()
        if self._phone.state.page is not Page.PAYING:
            return False
        self._phone.choose(Source.CARD)
        self._phone.confirm()
        return True

    def _takes(self) -> bool:
        self._takes_along = self._phone.scan()
        return self._takes_along

    @Slot()
    def _go_on(self) -> None:
        """The page that the phone opened has a button: it is touched once."""
        if self._takes_along and self._phone.state.web is not None:
            self._takes_along = False
            self._phone.cancel()
