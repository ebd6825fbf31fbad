"""How far a form is filled in, and what typing makes of that."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from domain.forms.asking import Onward
from domain.forms.fields import Answers
from domain.words import NOTHING, Text

UNFINISHED = Text("还没有选字，请在键盘最上面一行选字")
LOST = Text("拼音没有选成字，请重新输入")


@dataclass(frozen=True, slots=True)
class Filling:
    """`active` is the key of the field in use: what is typed into, or what has to be picked or ticked first.

    `reading` is the key of the box whose text is being read before it is ticked. `composing`: the keyboard holds
    letters of which no word has been chosen yet. `doubted` are answers of which it was said that they are doubtful;
    `unsure`: they stand there now, and nothing else is wrong. `onward` is the way on that has a caution, now said.
    `reviewing`: all of it is right and looked at once more; nothing is sent before that is confirmed.
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

    @property
    def text(self) -> str:
        """What stands in the field in use."""
        return self.answers.get(self.active, "")

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
