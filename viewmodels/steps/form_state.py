"""How far a form is filled in, and what typing makes of that."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from domain.forms.asking import Onward
from domain.forms.fields import Answers
from domain.words import NOTHING, Text
from viewmodels.words import sentences

UNFINISHED = Text("还没有选字，请在键盘最上面一行选字")
LOST = Text("拼音没有选成字，请重新输入")


@dataclass(frozen=True, slots=True)
class Filling:
    """`active` is the key of the field in use: what is typed into, or what has to be picked or ticked first.

    `reading` is the key of the box whose text is being read before it is ticked. `composing`: the keyboard holds
    letters of which no word has been chosen yet. `doubted` are answers of which it was said that they are doubtful;
    `unsure`: they stand there now, and nothing else is wrong. `onward` is the way on that has a caution, now said.
    `reviewing`: all of it is right and looked at once more; nothing is sent before that is confirmed. `prefilled` is
    what the visitor need not give, as long as nothing was asked with it.
    """

    answers: Answers
    active: str = ""
    errors: Mapping[str, Text] = field(default_factory=dict)
    problem: Text = NOTHING
    busy: bool = False
    reading: str = ""
    composing: bool = False
    doubted: Answers = field(default_factory=dict)
    unsure: bool = False
    onward: Onward[Any] | None = None
    reviewing: bool = False
    prefilled: Answers = field(default_factory=dict)

    @property
    def text(self) -> str:
        """What stands in the field in use."""
        return self.answers.get(self.active, "")

    def submits(self, usual: Text) -> Text:
        """What is written on the button that sends it; `usual` is what the form has there."""
        if self.busy:
            return sentences.LOADING
        if self.onward:
            return Text("知道了，继续")
        if self.unsure:
            return Text("核对无误，继续")
        return Text("重新查询") if self.problem == sentences.TAX_UNREACHABLE else usual

    def is_begun(self, answers: Answers) -> bool:
        """Whether the visitor has given any of the `answers`, or is about to."""
        return self.composing or any(text and text != self.prefilled.get(key) for key, text in answers.items())

    def prepared(self, answers: Answers) -> "Filling":
        """With what is still empty filled in: the visitor may have been quicker. It is not missing any more."""
        missing = {key: text for key, text in answers.items() if not self.answers.get(key)}
        errors = {key: error for key, error in self.errors.items() if key not in missing}
        return replace(self, answers={**answers, **self.answers}, errors=errors, prefilled=missing)

    def blamed(self, key: str, error: Text) -> "Filling":
        """With something wrong in a field."""
        return replace(self, errors={**self.errors, key: error})

    def written(self, key: str, text: str) -> "Filling":
        """With another text in a field, of which nothing is known to be wrong, and which nobody has looked over."""
        errors = {other: error for other, error in self.errors.items() if other != key}
        answers = {**self.answers, key: text}
        known = replace(self, answers=answers, errors=errors, problem=NOTHING)
        return replace(known, unsure=False, onward=None, reviewing=False)

    def composed(self, composing: bool) -> "Filling":
        """With letters in the keyboard, or without: then there is no word left to choose."""
        errors = {key: error for key, error in self.errors.items() if composing or error != UNFINISHED}
        return replace(self, composing=composing, errors=errors)
