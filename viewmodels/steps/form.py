"""A form: its fields, what is wrong with them, and the keypad or keyboard for the one in use."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from math import ceil

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Form
from domain.flows.visit import Visit
from domain.forms.asking import Onward, Wrong
from domain.forms.fields import RESEND, TICKED, Answers, CaptchaField, Field, Given, Pad, SmsCode, Tick, Typed
from viewmodels.lists import QStringList, QVariantList, QVariantMap
from viewmodels.parts import Finish, Parts
from viewmodels.step import StepViewModel
from viewmodels.steps import form_fields
from viewmodels.steps.captcha import CaptchaViewModel
from viewmodels.steps.form_fields import TypedOn
from viewmodels.words import sentences
from viewmodels.words.rows import Pair, plain

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

RESEND_S = int(RESEND.total_seconds())
"""Seconds until a code may be sent again."""
NOT_SENT = "短信暂时发不出去，请稍后再试，也可以请工作人员帮忙。"
TOO_MANY = "这个手机号码获取验证码的次数太多了，请明天再试，也可以请工作人员帮忙。"
UNFINISHED = "还没有选字，请在键盘最上面一行选字"
LOST = "拼音没有选成字，请重新输入"
KEYPADS = {Pad.DIGITS, Pad.DIGITS_X, Pad.AMOUNT}
LAST_KEYS: dict[Pad | None, str] = {Pad.DIGITS_X: "X", Pad.AMOUNT: "."}
"""Beside the 0."""


@dataclass(frozen=True, slots=True)
class State:
    """`active` is the key of the field in use, `wait_s` the seconds until a code may be sent again.

    In use is what is typed into, or what has to be picked or ticked first. `reading` is the key of the box whose text
    is being read before it is ticked. `composing`: the keyboard holds letters of which no word has been chosen yet.
    """

    answers: Answers
    active: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""
    busy: bool = False
    wait_s: int = 0
    reading: str = ""
    composing: bool = False


@QmlElement
class FormViewModel(StepViewModel):
    changed = Signal()
    laid = Signal()
    """Never: the fields of a form stay what they are, so that none is made anew while it is typed into."""

    def __init__(self, step: Form, visit: Visit, parts: Parts, finish: Finish, parent: QObject | None = None) -> None:
        super().__init__(visit, parts, finish, parent)
        self._step = step
        self._fields = {f.key: f for f in step.fields}
        answers = _kept(step, visit)
        empty = next((f for f in step.fields if form_fields.is_empty(f, answers)), None)
        opens = isinstance(empty, TypedOn) and not step.about
        self.state = State(answers, active=empty.key if empty and opens else "")
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)
        self._captcha = self._new_captcha()
        if step.prepare:
            prepare = step.prepare
            self._ask_tax(lambda: prepare(parts.desk, visit), self._prepared, lambda: None)

    @property
    def filled(self) -> Mapping[str, Answers]:
        """As the step says. What proves something is good once, and not kept."""
        proofs = {f.key for f in self._step.fields if isinstance(f, SmsCode | CaptchaField)}
        return {self._step.name: {key: text for key, text in self.state.answers.items() if key not in proofs}}

    @Property(QVariantList, notify=laid)
    def fields(self) -> list[dict[str, object]]:
        """`[{key, kind, label, required, hint}]`, `kind` one of typed, picked, code, captcha, tick."""
        return [
            {
                "key": f.key,
                "kind": form_fields.kind_of(f),
                "label": f.label,
                "required": f.required,
                "hint": f.text if isinstance(f, Tick) else f.hint,
            }
            for f in self._step.fields
        ]

    @Property(QVariantMap, notify=changed)
    def texts(self) -> dict[str, str]:
        """What the keyboard types on, as typed. What the keypad types leaves here only as it is shown."""
        answers = self.state.answers
        pads = {key: form_fields.pad_of(f, answers) for key, f in self._fields.items()}
        return {key: answers.get(key, "") for key, pad in pads.items() if pad and pad not in KEYPADS}

    @Property(QVariantMap, notify=changed)
    def shown(self) -> dict[str, str]:
        """Each field as it is shown: in groups while it is typed, masked once it is left, a choice by its name."""
        return {key: self._shown(f) for key, f in self._fields.items()}

    @Property(QVariantMap, notify=changed)
    def errors(self) -> dict[str, str]:
        """What is wrong, by field."""
        return dict(self.state.errors)

    @Property(str, notify=changed)
    def problem(self) -> str:
        """What is wrong with the whole form: not found, or nobody to ask."""
        return self.state.problem

    @Property(str, notify=changed)
    def active(self) -> str:
        return self.state.active

    @Property(bool, notify=changed)
    def keypad(self) -> bool:
        """Whether the field in use is typed on the large keypad."""
        return self._pad() in KEYPADS

    @Property(bool, notify=changed)
    def capitals(self) -> bool:
        """Whether the keyboard is to offer Latin letters first."""
        return self._pad() is Pad.LETTERS

    @Property(QStringList, notify=changed)
    def keys(self) -> list[str]:
        """The keypad's characters, the last of them below the others."""
        return self._characters()

    @Property(str, notify=laid)
    def deleteText(self) -> str:
        return "删除"

    @Property(str, notify=laid)
    def clearText(self) -> str:
        return "清空"

    @Property(str, notify=laid)
    def nextFieldText(self) -> str:
        return "下一项"

    @Property(str, notify=changed)
    def typing(self) -> str:
        field = self._typed()
        return f"正在填写：{field.label}" if field else ""

    @Property(str, notify=changed)
    def counted(self) -> str:
        typed = len(self.state.answers.get(self.state.active, ""))
        expected = form_fields.expected(self._fields.get(self.state.active), self.state.answers)
        counted = f"已输入 {typed} 位，共 {expected} 位" if expected else f"已输入 {typed} 位"
        return "，".join(filter(None, (counted, self._known_of_it())))

    @Property(str, notify=changed)
    def codeText(self) -> str:
        """On the button that sends a code."""
        return f"{self.state.wait_s} 秒后重发" if self.state.wait_s else "获取验证码"

    @Property(bool, notify=changed)
    def canSendCode(self) -> bool:
        return not (self.state.wait_s or self.state.busy)

    @Property(CaptchaViewModel, notify=laid)
    def captcha(self) -> CaptchaViewModel | None:
        """The question of a form that asks one."""
        return self._captcha

    @Property(QVariantList, notify=laid)
    def about(self) -> list[dict[str, object]]:
        """`[{key, value}]`: who the visitor is, or the payment it is about; empty where the form shows neither."""
        return plain(sentences.about(self._visit)) if self._step.about else []

    @Property(QStringList, notify=laid)
    def paragraphs(self) -> list[str]:
        """What a box that has to be ticked agrees to."""
        return [text for f in self._step.fields if isinstance(f, Tick) for text in f.paragraphs]

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        """Whether that text is to be read now."""
        return self.state.reading != ""

    @Property(str, notify=laid)
    def readingHeading(self) -> str:
        return next((f.heading for f in self._step.fields if isinstance(f, Tick) and f.paragraphs), "")

    @Property(str, notify=laid)
    def agreeText(self) -> str:
        return "同意"

    @Property(str, notify=laid)
    def refuseText(self) -> str:
        return "不同意"

    @Property(str, notify=changed)
    def advice(self) -> str:
        return self._step.advice

    @Property(QVariantList, notify=changed)
    def overview(self) -> list[dict[str, object]]:
        """`[{key, value, quiet}]`: every other field with what it holds, for where the keyboard covers them."""
        return plain(self._overview(field) for field in self._step.fields if field != self._typed())

    @Property(str, notify=changed)
    def submitText(self) -> str:
        if self.state.busy:
            return sentences.LOADING
        if self._exhausted():
            return "重新开始"
        return "重新查询" if self.state.problem == sentences.TAX_UNREACHABLE else self._step.submit

    @Property(str, notify=changed)
    def otherText(self) -> str:
        return self._step.other

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self.state.busy

    @Slot(str)
    def use(self, key: str) -> None:
        """Put the finger on a field; an empty key puts it away. A word that is not chosen yet comes first."""
        if key == self.state.active or not self._is_kept():
            self._become(replace(self.state, active=key))

    @Slot(bool)
    def compose(self, composing: bool) -> None:
        """Whether the keyboard holds letters for the field in use of which no word has been chosen."""
        errors = {key: error for key, error in self.state.errors.items() if composing or error != UNFINISHED}
        self._become(replace(self.state, composing=composing, errors=errors))

    @Slot(str)
    def lose(self, key: str) -> None:
        """The keyboard was taken away from a field amid a word: its letters are no text, and nobody chose a word."""
        if key == self.state.active:
            self._become(replace(self.state, errors={**self.state.errors, key: LOST}))

    @Slot()
    def useNext(self) -> None:
        """下一项: the next field that is typed; none after the last."""
        if self._is_kept():
            return
        keys = list(self._fields)
        following = keys[keys.index(self.state.active) + 1 :] if self.state.active else ()
        typed = (key for key in following if isinstance(self._fields[key], TypedOn))
        self._become(replace(self.state, active=next(typed, "")))

    @Slot(str)
    def press(self, character: str) -> None:
        """One key of the keypad."""
        if self._typed() and character in self._characters():
            self.write(self.state.active, self.state.answers.get(self.state.active, "") + character)

    @Slot()
    def erase(self) -> None:
        if self._typed():
            self.write(self.state.active, self.state.answers.get(self.state.active, "")[:-1])

    @Slot()
    def clear(self) -> None:
        if self._typed():
            self.write(self.state.active, "")

    @Slot(str, str)
    def write(self, key: str, text: str) -> None:
        """A whole field, as typed or pasted; typing clears its error."""
        if self.state.busy:
            return
        errors = {other: error for other, error in self.state.errors.items() if other != key}
        answers = {**self.state.answers, key: text[: form_fields.longest(self._fields[key])]}
        self._become(replace(self.state, answers=answers, errors=errors, problem=""))

    def fill(self, answers: Answers) -> bool:
        """Put in what the form asks for, as the demonstration's people do; false if it asks for none of it."""
        known = {key: text for key, text in answers.items() if key in self._fields}
        if known and not self.state.busy:
            self._become(State({**self.state.answers, **known}, wait_s=self.state.wait_s))
        return bool(known)

    @Slot(str)
    def toggle(self, key: str) -> None:
        """Tick a box, or take the tick away. What is agreed to by it is read first."""
        if self._is_kept():
            return
        field = self._fields[key]
        ticked = self.state.answers.get(key, "") == TICKED
        if isinstance(field, Tick) and field.paragraphs and not ticked:
            self._become(replace(self.state, reading=key, active=""))
        else:
            self.write(key, "" if ticked else TICKED)

    @Slot(bool)
    def agree(self, yes: bool) -> None:
        """What was read is agreed to, or not."""
        key = self.state.reading
        self._become(replace(self.state, reading=""))
        if key and yes:
            self.write(key, TICKED)

    @Slot(str)
    def pick(self, key: str) -> None:
        """Open the screen on which a field is picked."""
        if not self.state.busy and not self._is_kept():
            self._finish(f"pick_{key}", self._given())

    @Slot(str)
    def sendCode(self, key: str) -> None:
        """Send a code to the phone that is typed above, if it is one."""
        if self._is_kept():
            return
        field = self._fields[key]
        assert isinstance(field, SmsCode)
        wrong = self._fields[field.phone].problem(self._all())
        if wrong:
            self._become(replace(self.state, errors={**self.state.errors, field.phone: wrong}, active=field.phone))
        elif self.state.wait_s == 0:
            phone = self.state.answers[field.phone]
            self._become(replace(self.state, answers={**self.state.answers, key: ""}, wait_s=RESEND_S, active=key))
            self._second.start()
            self._ask_tax(lambda: self._parts.desk.codes.send(phone), self._sent, self._not_sent)

    @Slot()
    def tick(self) -> None:
        """A second has passed since a code was sent."""
        self._become(replace(self.state, wait_s=max(0, self.state.wait_s - 1)))
        if self.state.wait_s == 0:
            self._second.stop()

    @Slot()
    def submit(self) -> None:
        """Check every field; the first wrong one is put in use, and nothing that was typed is lost.

        A word that is not chosen yet comes before all others: its field stays in use, as do the words to choose from.
        """
        if self.state.busy or (self._captcha is not None and not self._captcha.id):
            return
        if self._captcha is not None and self._exhausted():
            self._become(State({}))
            self._captcha.anew()
            return
        answers = {**self.state.answers, **self._tidied()}
        given = self._all(answers)
        found = {key: f.problem(given) for key, f in self._fields.items()}
        errors = {key: error for key, error in found.items() if error} | self._unfinished()
        first = self.state.active if self.state.composing else next(iter(errors), "")
        composing, wait_s = self.state.composing, self.state.wait_s
        self._become(State(answers, first, errors, busy=not errors, wait_s=wait_s, composing=composing))
        if not errors:
            visit = self._given()
            self._ask_tax(
                lambda: self._step.ask(self._parts.desk, visit, answers),
                self._answered,
                self._unanswered,
            )

    @Slot()
    def other(self) -> None:
        """The second way on, with what is typed so far."""
        if not self.state.busy:
            self._finish(self._step.ends[-1], self._given())

    def _is_kept(self) -> bool:
        """Whether a word that is not chosen yet keeps the visitor at its field, which then says so."""
        if self.state.composing:
            self._become(replace(self.state, errors={**self.state.errors, **self._unfinished()}))
        return self.state.composing

    def _unfinished(self) -> dict[str, str]:
        return {self.state.active: UNFINISHED} if self.state.composing else {}

    def _answered(self, answer: Onward | Wrong) -> None:
        match answer:
            case Onward(outcome, visit):
                self._finish(outcome, visit)
            case Wrong(problem, errors, use):
                self._become(replace(self.state, problem=problem, errors=errors, active=use, busy=False))
                if self._captcha is not None:
                    self._captcha.again()

    def _unanswered(self) -> None:
        """The tax system is silent; a captcha has been answered nevertheless."""
        self._become(replace(self.state, problem=sentences.TAX_UNREACHABLE, busy=False))
        if self._captcha is not None:
            self._captcha.again()

    def _sent(self, wait: timedelta) -> None:
        """Sent, or to be waited for: the phone has been sent another one not long ago, or too many."""
        seconds = ceil(wait.total_seconds())
        if seconds > RESEND_S:
            self._not_sent(TOO_MANY)
        elif seconds:
            self._become(replace(self.state, wait_s=seconds))

    def _not_sent(self, why: str = NOT_SENT) -> None:
        self._second.stop()
        self._become(replace(self.state, wait_s=0, problem=why))

    def _new_captcha(self) -> CaptchaViewModel | None:
        asked = next((f for f in self._step.fields if isinstance(f, CaptchaField)), None)
        if asked is None:
            return None
        earlier = self._visit.filled.get(self._step.name, {}).get(asked.id_key, "")
        captcha = CaptchaViewModel(self._parts, earlier, self)
        captcha.drawn.connect(self._captcha_drawn)
        return captcha

    @Slot()
    def _captcha_drawn(self) -> None:
        """Another question: what was typed answers another."""
        assert self._captcha is not None
        field = next(f for f in self._step.fields if isinstance(f, CaptchaField))
        answers = {**self.state.answers, field.key: "", field.id_key: self._captcha.id}
        if self._captcha.exhausted:
            self._become(State(answers, problem=self._captcha.expired))
        else:
            self._become(replace(self.state, answers=answers))

    def _exhausted(self) -> bool:
        return self._captcha is not None and self._captcha.exhausted

    def _prepared(self, answers: Answers) -> None:
        """Fill in what is still empty: the visitor may have been quicker."""
        self._become(replace(self.state, answers={**answers, **self.state.answers}))

    def _typed(self) -> TypedOn | None:
        """The field that is typed into now."""
        field = self._fields.get(self.state.active)
        return field if isinstance(field, TypedOn) else None

    def _characters(self) -> list[str]:
        return [*"1234567890", *LAST_KEYS.get(self._pad(), "")]

    def _pad(self) -> Pad | None:
        return form_fields.pad_of(self._fields.get(self.state.active), self.state.answers)

    def _known_of_it(self) -> str:
        """What is known of what is being typed, such as whose card it is."""
        field = self._fields.get(self.state.active)
        text = self.state.answers.get(self.state.active, "")
        return field.told(text, self._all()) if isinstance(field, Typed) and text else ""

    def _shown(self, field: Field) -> str:
        return form_fields.shown(field, self._all(), self.state.active == field.key)

    def _overview(self, field: Field) -> Pair:
        shown = self._shown(field)
        return Pair(field.label, shown or "未填写", quiet=not shown)

    def _tidied(self) -> dict[str, str]:
        answers = self.state.answers
        return {f.key: f.tidy(answers[f.key]) for f in self._step.fields if isinstance(f, Typed) and f.key in answers}

    def _all(self, answers: Answers | None = None) -> Given:
        answers = self.state.answers if answers is None else answers
        return Given(answers, self._parts.clock().date(), self._parts.offices, self._parts.banks)

    def _given(self) -> Visit:
        return self._visit.with_answers(self._step.name, self.state.answers)

    def _become(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()


def _kept(step: Form, visit: Visit) -> Answers:
    """What the form was given before; a captcha is never asked twice."""
    captchas = {key for f in step.fields if isinstance(f, CaptchaField) for key in (f.key, f.id_key)}
    return {key: text for key, text in visit.filled.get(step.name, {}).items() if key not in captchas}
