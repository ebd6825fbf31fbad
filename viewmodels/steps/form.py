"""A form: its fields, which of them is in use, what is wrong with them, and the ways on."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.forms.fields import Answers, Field, Pad
from domain.words import NOTHING, Text
from viewmodels.lists import QVariantList, QVariantMap
from viewmodels.step import StepViewModel
from viewmodels.steps import form_fields
from viewmodels.steps.captcha import CaptchaViewModel, captcha_of
from viewmodels.steps.form_filling import FormFilling
from viewmodels.steps.form_keypad import KeypadViewModel
from viewmodels.steps.form_read import ReadViewModel
from viewmodels.steps.form_reading import ReadingViewModel
from viewmodels.steps.form_review import ReviewViewModel
from viewmodels.steps.form_state import Filling
from viewmodels.steps.handed_out import Ended, Helpers, Sheet
from viewmodels.typed import Property
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Pair

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class FormViewModel(StepViewModel):
    """The fields of a form stay what they are, so that none is made anew while it is typed into.

    `about` is who the visitor is, or what it is about.
    """

    changed = Signal()
    laid = Signal()
    NOTIFIES = ("reworded", "laid", "changed")

    def __init__(
        self,
        sheet: Sheet[Any, Any],
        about: tuple[Pair, ...],
        helpers: Helpers,
        language: Language,
        ended: Ended,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._step = sheet.step
        self._about = about
        self._submit = sheet.submit
        self._fields = {f.key: f for f in self._step.fields}
        self.filling = FormFilling(sheet, helpers, captcha_of(sheet, helpers, language, self), ended, self)
        self._keypad = KeypadViewModel(self.filling, language, self)
        self._read = ReadViewModel(self._step, self.filling, helpers.readers, language, self)
        self._reading = ReadingViewModel(self._step, self.filling, language, self)
        self._review = ReviewViewModel(self._step, about, self.filling, language, self)
        self._review.covered.connect(self.turned)
        self.filling.changed.connect(self.changed)
        self.filling.codes.changed.connect(self.changed)

    @property
    def state(self) -> Filling:
        return self.filling.state

    @property
    def filled(self) -> Mapping[str, Answers]:
        return {self._step.name: form_fields.filled(self._step, self.state.answers)}

    @property
    def begun(self) -> bool:
        return self.filling.begun

    @Property(QVariantList, notify=laid)
    @said_rows
    def fields(self) -> Iterable[object]:
        """`[{key, kind, label, required, hint}]`, `kind` one of typed, picked, code, captcha, tick."""
        return (form_fields.described(field) for field in self._step.fields)

    @Property(QVariantMap, notify=changed)
    def texts(self) -> dict[str, str]:
        """What the keyboard types on, as typed. What the keypad types leaves here only as it is shown."""
        return form_fields.texts(self._fields, self.state.answers)

    @Property(QVariantMap, notify=changed)
    def shown(self) -> dict[str, str]:
        """Each field as it is shown: in groups while it is typed, masked once it is left, a choice by its name."""
        return {key: self.language.say(self._shown(f)) for key, f in self._fields.items()}

    @Property(QVariantMap, notify=changed)
    def errors(self) -> dict[str, str]:
        """What is wrong, by field."""
        return {key: self.language.say(error) for key, error in self.state.errors.items()}

    @Property(str, notify=changed)
    @said
    def problem(self) -> Text:
        """What is wrong with the whole form: not found, or nobody to ask."""
        return self.state.problem

    @Property(str, notify=changed)
    def active(self) -> str:
        return self.state.active

    @Property(KeypadViewModel, constant=True)
    def keypad(self) -> KeypadViewModel:
        """For the fields that are typed on it; for all others there is the keyboard."""
        return self._keypad

    @Property(bool, notify=changed)
    def capitals(self) -> bool:
        """Whether the keyboard is to offer Latin letters first."""
        return self.filling.pad is Pad.LETTERS

    @Property(str, notify=changed)
    @said
    def typing(self) -> Text:
        field = self.filling.typed
        return Text("正在填写：{field}", field=field.label) if field else NOTHING

    @Property(str, notify=changed)
    @said
    def codeText(self) -> Text:
        """On the button that sends a code."""
        return self.filling.codes.text

    @Property(bool, notify=changed)
    def canSendCode(self) -> bool:
        return not (self.filling.codes.state.wait_s or self.state.busy)

    @Property(CaptchaViewModel, constant=True)
    def captcha(self) -> CaptchaViewModel | None:
        """The question of a form that asks one."""
        return self.filling.captcha

    @Property(QVariantList, notify=laid)
    @said_rows
    def about(self) -> Iterable[object]:
        """`[{key, value}]`: who the visitor is, or the payment it is about; empty where the form shows neither."""
        return self._about if self._step.about else ()

    @Property(ReadViewModel, constant=True)
    def read(self) -> ReadViewModel:
        """What need not be typed here."""
        return self._read

    @Property(ReadingViewModel, constant=True)
    def reading(self) -> ReadingViewModel:
        return self._reading

    @Property(ReviewViewModel, constant=True)
    def review(self) -> ReviewViewModel:
        return self._review

    @Property(str, notify=changed)
    @said
    def advice(self) -> Text:
        return self._step.advice

    @Property(QVariantList, notify=changed)
    @said_rows
    def overview(self) -> Iterable[object]:
        """`[{key, value, quiet}]`: every other field with what it holds, for where the keyboard covers them."""
        return (self._overview(field) for field in self._step.fields if field != self.filling.typed)

    @Property(str, notify=changed)
    @said
    def submitText(self) -> Text:
        if self.filling.exhausted and not self.state.busy:
            return Text("重新开始")
        return self.state.submits(self._submit)

    @Property(str, notify=changed)
    @said
    def otherText(self) -> Text:
        return self._step.other

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self.state.busy

    @Slot(str)
    def use(self, key: str) -> None:
        """Put the finger on a field; an empty key puts it away."""
        self.filling.use(key)

    @Slot(bool)
    def compose(self, composing: bool) -> None:
        """Whether the keyboard holds letters of which no word has been chosen."""
        self.filling.compose(composing)

    @Slot(str)
    def lose(self, key: str) -> None:
        """The keyboard was taken away from a field amid a word."""
        self.filling.lose(key)

    @Slot()
    def useNext(self) -> None:
        """下一项."""
        self.filling.use_next()

    @Slot(str, str)
    def write(self, key: str, text: str) -> None:
        """A whole field, as typed or pasted."""
        self.filling.write(key, text)

    @Slot(str)
    def toggle(self, key: str) -> None:
        """Tick a box, or take the tick away."""
        self.filling.toggle(key)

    @Slot(str)
    def pick(self, key: str) -> None:
        """Open the screen on which a field is picked."""
        self.filling.pick(key)

    @Slot(str)
    def sendCode(self, key: str) -> None:
        """Send a code to the phone that is typed above."""
        self.filling.send_code(key)

    @Slot()
    def submit(self) -> None:
        """Ask what the form is for, if all of it is right."""
        self.filling.submit()

    @Slot()
    def other(self) -> None:
        """The second way on."""
        self.filling.leave(self._step.ends[-1])

    def uncover(self) -> bool:
        return self.filling.edit()

    def fill(self, answers: Answers) -> bool:
        """As `FormFilling.fill`."""
        return self.filling.fill(answers)

    def _shown(self, field: Field) -> Text:
        return form_fields.shown(field, self.filling.given, self.state.active == field.key)

    def _overview(self, field: Field) -> Pair:
        shown = self._shown(field)
        return Pair(field.label, shown or Text("未填写"), quiet=not shown)
