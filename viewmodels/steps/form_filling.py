"""How a form is filled in: the field in use, what is typed, picked and ticked, and what is asked once all is right."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from domain.flows.steps import Form
from domain.forms.asking import Onward, Wrong
from domain.forms.fields import TICKED, Answers, Given, Pad, SmsCode, Tick
from domain.forms.scopes import D, G
from domain.ports import Unreachable
from domain.words import Text
from viewmodels.model import Stateful
from viewmodels.steps import form_fields
from viewmodels.steps.captcha import CaptchaViewModel
from viewmodels.steps.code_sending import CodeSending
from viewmodels.steps.form_fields import TypedOn
from viewmodels.steps.form_state import LOST, UNFINISHED, Filling
from viewmodels.steps.handed_out import Ended, Helpers, Sheet
from viewmodels.words import sentences
from viewmodels.worker import Questions


class FormFilling(QObject, Stateful[Filling]):
    """`captcha` is the question of a form that asks one. `ended` is called once, when it is left for another screen."""

    changed = Signal()

    def __init__(
        self,
        sheet: Sheet[D, G],
        helpers: Helpers,
        captcha: CaptchaViewModel | None,
        ended: Ended,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        step = sheet.step
        self._step: Form[Any, Any] = step
        self._sheet: Sheet[Any, Any] = sheet
        self._judged = helpers.almanac.judged
        self._ended = ended
        self._questions = Questions(helpers.worker, self)
        self._fields = {f.key: f for f in step.fields}
        answers = form_fields.kept(step, sheet.held)
        self.state = Filling(answers, active=form_fields.first_typed(step, answers))
        self.codes = CodeSending(helpers.codes, helpers.worker, self)
        self.codes.failed.connect(self._not_sent)
        self.captcha = captcha
        if captcha is not None:
            captcha.drawn.connect(self._captcha_drawn)
        self.preparing = Questions(helpers.worker, self)
        if step.prepare:
            self.preparing.ask(
                sheet.prepare, lambda given: self._become(self.state.prepared(given)), lambda _: None, (Unreachable,)
            )

    @property
    def typed(self) -> TypedOn | None:
        """The field that is typed into now."""
        field = self._fields.get(self.state.active)
        return field if isinstance(field, TypedOn) else None

    @property
    def begun(self) -> bool:
        """Whether anything was given here."""
        return self.state.is_begun(form_fields.kept(self._step, self.state.answers))

    @property
    def pad(self) -> Pad | None:
        """What that is typed on."""
        return form_fields.pad_of(self.typed, self.state.answers)

    @property
    def given(self) -> Given:
        """What has been given, and what it is judged by."""
        return self._judged(self.state.answers)

    @property
    def exhausted(self) -> bool:
        """Whether the captcha was answered wrongly so often that one has to start again."""
        return self.captcha is not None and self.captcha.exhausted

    def use(self, key: str) -> None:
        """Put the finger on a field; an empty key puts it away. A word that is not chosen yet comes first."""
        if key == self.state.active or not self._is_kept():
            self._become(replace(self.state, active=key))

    def use_next(self) -> None:
        """The next field that is typed; none after the last."""
        if self._is_kept():
            return
        keys = list(self._fields)
        following = keys[keys.index(self.state.active) + 1 :] if self.state.active else ()
        typed = (key for key in following if isinstance(self._fields[key], TypedOn))
        self._become(replace(self.state, active=next(typed, "")))

    def compose(self, composing: bool) -> None:
        """Whether the keyboard holds letters for the field in use of which no word has been chosen."""
        self._become(self.state.composed(composing))

    def lose(self, key: str) -> None:
        """The keyboard was taken away from a field amid a word: its letters are no text, and nobody chose a word."""
        if key == self.state.active:
            self._become(self.state.blamed(key, LOST))

    def write(self, key: str, text: str) -> None:
        """A whole field, as typed or pasted; typing clears its error, and the last character may bring one."""
        if not self.state.busy:
            field = self._fields[key]
            written = self.state.written(key, text[: form_fields.longest(field)])
            wrong = form_fields.wrong_at_last(field, self._judged(written.answers))
            self._become(written.blamed(key, wrong) if wrong else written)

    def fill(self, answers: Answers, then: str = "") -> bool:
        """Put in what the form asks for, as if it were typed, and put `then` in use; whether it asks for any."""
        known = {key: text for key, text in answers.items() if key in self._fields}
        if known and not self.state.busy:
            self._become(Filling({**self.state.answers, **known}, active=then))
        return bool(known)

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

    def agree(self, yes: bool) -> None:
        """What was read is agreed to, or not."""
        key = self.state.reading
        self._become(replace(self.state, reading=""))
        if key and yes:
            self.write(key, TICKED)

    def pick(self, key: str) -> None:
        """Open the screen on which a field is picked."""
        if not self._is_kept():
            self.leave(f"pick_{key}")

    def send_code(self, key: str) -> None:
        """Send a code to the phone that is typed above, if it is one."""
        if self._is_kept():
            return
        field = self._fields[key]
        assert isinstance(field, SmsCode)
        wrong = self._fields[field.phone].problem(self.given)
        if wrong:
            self._become(replace(self.state.blamed(field.phone, wrong), active=field.phone))
        elif not self.codes.state.wait_s:
            self._become(replace(self.state, answers={**self.state.answers, key: ""}, active=key))
            self.codes.send(self.state.answers[field.phone])

    def submit(self) -> None:
        """Check every field; the first wrong one is put in use, and nothing that was typed is lost.

        A word that is not chosen yet comes before all others: its field stays in use, as do the words to choose from.
        What is doubtful, and what has to be known, is said once; the same again goes on.
        """
        if self.state.busy or (self.captcha is not None and not self.captcha.id):
            return
        if self.captcha is not None and self.exhausted:
            self._become(Filling({}))
            self.captcha.anew()
            return
        typed, composing = self.state.answers, self.state.composing
        if self.state.onward and not composing:
            self._ended(self.state.onward, typed)
            return
        answers = {**typed, **form_fields.tidied(self._step, typed)}
        found = {key: f.problem(self._judged(answers)) for key, f in self._fields.items()}
        errors = {key: error for key, error in found.items() if error}
        errors |= {self.state.active: UNFINISHED} if composing else {}
        doubts = {} if errors else form_fields.doubts(self._step, self._judged(answers))
        doubted = {key: answers[key] for key in doubts}
        unsure = doubted != self.state.doubted and bool(doubts)
        errors |= doubts if unsure else {}
        first = self.state.active if composing else next(iter(errors), "")
        looks = not errors and self._step.review is not None and self._step.review.due(answers)
        asks = not (errors or looks)
        now = Filling(answers, first, errors, busy=asks, composing=composing, doubted=doubted, unsure=unsure)
        self._become(replace(now, reviewing=looks))
        if asks:
            self._ask()

    def send(self) -> None:
        """It was looked over, and is right."""
        if self.state.reviewing and not self.state.busy:
            self._become(replace(self.state, busy=True))
            self._ask()

    def edit(self) -> bool:
        """Back from looking it over, with all that was typed; not while it is sent. Whether it was looked over."""
        reviewing = self.state.reviewing
        if reviewing and not self.state.busy:
            self._become(replace(self.state, reviewing=False))
        return reviewing

    def leave(self, outcome: str) -> None:
        """Another way on than submitting it, with what is typed so far."""
        if not self.state.busy:
            self._ended(self._sheet.left(outcome), self.state.answers)

    def _ask(self) -> None:
        answers, ask = self.state.answers, self._sheet.ask
        self._questions.ask(lambda: ask(answers), self._answered, self._unanswered, (Unreachable,))

    def _answered(self, answer: Onward[Any] | Wrong) -> None:
        match answer:
            case Onward(caution=caution) if caution:
                self._stay(replace(self.state, problem=caution, onward=answer, busy=False))
            case Onward():
                self._ended(answer, self.state.answers)
            case Wrong(problem, errors, use):
                self._stay(replace(self.state, problem=problem, errors=errors, active=use, busy=False))

    def _unanswered(self, _: Exception) -> None:
        self._stay(replace(self.state, problem=sentences.TAX_UNREACHABLE, busy=False))

    def _stay(self, state: Filling) -> None:
        """The form is not done. A captcha has been answered nevertheless, and a PIN is typed anew."""
        answers = form_fields.asked_with(self._step, state.answers)
        self._become(replace(state, answers=answers, reviewing=False))
        if self.captcha is not None:
            self.captcha.again()

    def _is_kept(self) -> bool:
        """Whether a word that is not chosen yet keeps the visitor at its field, which then says so."""
        if self.state.composing:
            self._become(self.state.blamed(self.state.active, UNFINISHED))
        return self.state.composing

    @Slot(object)
    def _not_sent(self, why: Text) -> None:
        self._become(replace(self.state, problem=why))

    @Slot()
    def _captcha_drawn(self) -> None:
        """Another question: what was typed answers another."""
        assert self.captcha is not None
        answers = {**self.state.answers, **self.captcha.unanswered}
        if self.captcha.exhausted:
            self._become(Filling(answers, problem=self.captcha.expired))
        else:
            self._become(replace(self.state, answers=answers))
