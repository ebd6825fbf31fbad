"""图形验证码 in a form: the picture, another one, or a sum for who cannot read it."""

from base64 import b64encode
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.forms.fields import Answers, CaptchaField
from domain.identity.captcha import TRIES, Captcha, CaptchaKind, Captchas
from domain.words import Text
from viewmodels.model import Model, Stateful
from viewmodels.steps.handed_out import Helpers, Sheet
from viewmodels.words.language import Language, said
from viewmodels.worker import Questions, Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class State:
    """`captcha` is None while one is being drawn."""

    kind: CaptchaKind = CaptchaKind.FIGURES
    captcha: Captcha | None = None


@QmlElement
class CaptchaViewModel(Model, Stateful[State]):
    """`drawn` is emitted with each new question, which makes an answer typed so far void."""

    changed = Signal()
    drawn = Signal()

    def __init__(
        self,
        field: CaptchaField,
        captchas: Captchas,
        earlier: str,
        worker: Worker,
        language: Language,
        parent: QObject | None = None,
    ) -> None:
        """`earlier` is the question that this form asked before it was left for a moment; empty if none."""
        super().__init__(language, parent)
        self._field = field
        self._captchas = captchas
        self._questions = Questions(worker, self)
        self.state = State()
        self._draw(earlier, self.state.kind)

    @property
    def id(self) -> str:
        """Which question it is; empty while there is none."""
        return self.state.captcha.id if self.state.captcha else ""

    @property
    def unanswered(self) -> Answers:
        """What the form holds of it before anything is typed."""
        return {self._field.key: "", self._field.id_key: self.id}

    @property
    def exhausted(self) -> bool:
        """Whether there were so many wrong answers that one has to start again."""
        return self.state.captcha is not None and self.state.captcha.exhausted

    @property
    def expired(self) -> Text:
        """What is said then."""
        return Text("验证码连续输错 {tries} 次，请重新开始", tries=TRIES)

    @Property(str, notify=changed)
    def source(self) -> str:
        """The picture, as an address that holds it; empty while there is none."""
        captcha = self.state.captcha
        return f"data:image/png;base64,{b64encode(captcha.picture).decode()}" if captcha else ""

    @Property(str, notify=changed)
    @said
    def againText(self) -> Text:
        """On the button for another picture."""
        return Text("换一张")

    @Property(str, notify=changed)
    @said
    def otherText(self) -> Text:
        """On the button for the other kind of question."""
        return Text("看不清，做加法") if self.state.kind is CaptchaKind.FIGURES else Text("改看图片")

    @Slot()
    def again(self) -> None:
        """Another one instead of this one; while one is being drawn, that one."""
        if self.state.captcha:
            self._draw(self.id, self.state.kind)

    @Slot()
    def other(self) -> None:
        """The other kind instead of this one."""
        if self.state.captcha is None:
            return
        figures = self.state.kind is CaptchaKind.FIGURES
        self._draw(self.id, CaptchaKind.SUM if figures else CaptchaKind.FIGURES)

    def anew(self) -> None:
        """As at first, nothing counted."""
        self._draw("", self.state.kind)

    def _draw(self, instead_of: str, kind: CaptchaKind) -> None:
        captchas = self._captchas
        self._become(State(kind))
        self._questions.ask(lambda: captchas.draw(kind, instead_of), self._drawn)

    def _drawn(self, captcha: Captcha) -> None:
        self._become(State(captcha.kind, captcha))
        self.drawn.emit()


def captcha_of(
    sheet: Sheet[Any, Any], helpers: Helpers, language: Language, parent: QObject | None = None
) -> CaptchaViewModel | None:
    """The question of a form that asks one."""
    field = next((field for field in sheet.step.fields if isinstance(field, CaptchaField)), None)
    if field is None:
        return None
    earlier = sheet.held.get(field.id_key, "")
    return CaptchaViewModel(field, helpers.captchas, earlier, helpers.worker, language, parent)
