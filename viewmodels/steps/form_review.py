"""All that a form holds, looked over on the whole screen before it is sent: how much, which account, then the rest."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.accounts import cards
from domain.flows.steps import Form
from domain.forms.bank import ACCOUNT, BANK, HOLDER
from domain.forms.fields import CaptchaField, Field, Pad, SmsCode, Tick, is_ticked
from domain.forms.refunds import A_LOT
from domain.money import yuan
from domain.refunds.amounts import parse
from domain.words import NOTHING, Text, Verbatim
from viewmodels.lists import QStringList, QVariantList
from viewmodels.page_words import PageWords
from viewmodels.steps import form_fields
from viewmodels.steps.form_filling import FormFilling
from viewmodels.words import sentences
from viewmodels.words.language import Language, said, said_each, said_rows
from viewmodels.words.rows import Pair

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ReviewViewModel(PageWords):
    """It says nothing until it is shown. `covered`: it has come to lie over the form, or is gone from there."""

    changed = Signal()
    covered = Signal()
    NOTIFIES = ("reworded", "changed")

    def __init__(
        self,
        step: Form[Any, Any],
        about: tuple[Pair, ...],
        filling: FormFilling,
        language: Language,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._about = about
        self._filling = filling
        self._fields = {field.key: field for field in step.fields}
        self._review = step.review
        self._was_shown = False
        filling.changed.connect(self._look)

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        return self._reviewing

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether it is being sent."""
        return self._is_sent

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return self._if_shown(Text("请核对，看清楚再提交"))

    @Property(str, notify=changed)
    @said
    def remark(self) -> Text:
        return self._if_shown(Text("现在还没有提交，可以改"))

    @Property(str, notify=changed)
    @said
    def amountTitle(self) -> Text:
        return next((field.label for field in self._shown_fields if self._is_amount(field)), NOTHING)

    @Property(str, notify=changed)
    def amount(self) -> str:
        """In yuan; empty where the form has none."""
        typed = (self._text(field) for field in self._shown_fields if self._is_amount(field))
        fen = parse(next(typed, ""), A_LOT)
        return "" if isinstance(fen, Text) else yuan(fen)

    @Property(str, notify=changed)
    @said
    def accountTitle(self) -> Text:
        """What the account is for; empty where the form has none."""
        return self._if_shown(self._review.account) if self._review else NOTHING

    @Property(str, notify=changed)
    @said
    def accountLabel(self) -> Text:
        return ACCOUNT.label if self._has_account else NOTHING

    @Property(str, notify=changed)
    @said
    def bank(self) -> Text:
        return self._shown(BANK)

    @Property(str, notify=changed)
    @said
    def tailLabel(self) -> Text:
        return Text("尾号") if self._has_account else NOTHING

    @Property(str, notify=changed)
    def tail(self) -> str:
        return cards.tail(self._text(ACCOUNT)) if self._has_account else ""

    @Property(str, notify=changed)
    @said
    def holderLabel(self) -> Text:
        return HOLDER.label if self._has_account else NOTHING

    @Property(str, notify=changed)
    @said
    def holder(self) -> Text:
        return self._shown(HOLDER)

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{key, value, quiet}]`: all else that was given, and then what it is about."""
        given = (self._row(field) for field in self._shown_fields if self._is_row(field))
        return (*(row for row in given if row.value), *(self._about if self._reviewing else ()))

    @Property(str, notify=changed)
    @said
    def noticeTitle(self) -> Text:
        return self._if_shown(Text("注意事项"))

    @Property(QStringList, notify=changed)
    @said_each
    def notices(self) -> Iterable[Text]:
        return (self._review.notice,) if self._review and self._reviewing else ()

    @Property(str, notify=changed)
    @said
    def editText(self) -> Text:
        return self._if_shown(Text("返回修改"))

    @Property(str, notify=changed)
    @said
    def sendText(self) -> Text:
        return sentences.LOADING if self._is_sent else self._if_shown(Text("确认提交"))

    @Slot()
    def edit(self) -> None:
        """Something is to be put right: back to the form."""
        self._filling.edit()

    @Slot()
    def send(self) -> None:
        """All of it is right."""
        self._filling.send()

    @property
    def _reviewing(self) -> bool:
        return self._filling.state.reviewing

    @property
    def _is_sent(self) -> bool:
        return self._reviewing and self._filling.state.busy

    @property
    def _has_account(self) -> bool:
        return self._reviewing and ACCOUNT.key in self._fields

    @property
    def _shown_fields(self) -> Iterable[Field]:
        return self._fields.values() if self._reviewing else ()

    @Slot()
    def _look(self) -> None:
        self.changed.emit()
        if self._was_shown is not self._reviewing:
            self._was_shown = self._reviewing
            self.covered.emit()

    def _if_shown(self, text: Text) -> Text:
        return text if self._reviewing else NOTHING

    def _text(self, field: Field) -> str:
        return self._filling.state.answers.get(field.key, "")

    def _is_amount(self, field: Field) -> bool:
        return form_fields.pad_of(field, self._filling.state.answers) is Pad.AMOUNT

    def _is_row(self, field: Field) -> bool:
        """What proves something is not repeated, and what stands above is not said twice."""
        above = self._has_account and field.key in {BANK.key, ACCOUNT.key, HOLDER.key}
        return not (above or self._is_amount(field) or isinstance(field, SmsCode | CaptchaField))

    def _row(self, field: Field) -> Pair:
        if isinstance(field, Tick):
            ticked = is_ticked(field, self._filling.state.answers)
            return Pair(field.label, field.text if ticked else Text("没有勾选"), quiet=not ticked)
        return Pair(field.label, self._shown(field))

    def _shown(self, field: Field) -> Text:
        """As it stands on the form once it is left."""
        there = self._fields.get(field.key) if self._reviewing else None
        return form_fields.shown(there, self._filling.given, active=False) if there else Verbatim("")
