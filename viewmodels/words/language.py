"""The visitor's language: the one place where a `Text` becomes a sentence on the screen."""

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from functools import wraps
from math import ceil
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from domain.words import Catalogues, Text, Translate

CHINESE, PSEUDO = "zh", "xx"
LONGER = 0.4
"""How much longer than its Chinese a text of the pseudo-language is, as texts of other languages are."""


WORD = "···"
"""And the longest of the words that this is made of: each dot is as wide as a Chinese character."""


def pseudo(message: str) -> str:
    """A message in brackets and longer: what is on a screen without them has escaped, what is cut has no room.

    Names and other things that are the same in every language get brackets of their own (`Language.say`).
    """
    if not any(c.isalpha() for c in message):
        return message
    words, dots = divmod(ceil(len(message) * LONGER), len(WORD))
    return f"⟦{message}{' '.join([WORD] * words + ['·' * dots])}⟧"


class Language(QObject):
    """Says texts in the chosen language. `changed`: everything on the screen has to be said again."""

    changed = Signal()

    def __init__(self, catalogues: Catalogues | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogues = catalogues
        self._translate: Translate | None = None
        self.tag = CHINESE

    def choose(self, tag: str) -> None:
        """Speak another language from now on. Raises KeyError for one that there is no catalogue of."""
        if tag == self.tag:
            return
        self._translate = None if tag == CHINESE else pseudo if tag == PSEUDO else self._catalogue(tag)
        self.tag = tag
        self.changed.emit()

    def say(self, text: Text) -> str:
        """A text as the screen shows it."""
        if self._translate is None:
            return str(text)
        said = text.said(self._translate)
        return f"‹{said}›" if self.tag == PSEUDO and said and type(text) is not Text else said

    def _catalogue(self, tag: str) -> Translate:
        if self._catalogues is None:
            raise KeyError(tag)
        return self._catalogues(tag)

    def plain(self, value: Any) -> Any:
        """A value as QML can read it: texts said, rows as maps with their fields as keys, tuples as lists."""
        if isinstance(value, Text):
            return self.say(value)
        if is_dataclass(value):
            return {field.name: self.plain(getattr(value, field.name)) for field in fields(value)}
        if isinstance(value, tuple):
            return [self.plain(one) for one in value]
        return value


class Speaks(Protocol):
    """A view model, as far as its words go."""

    @property
    def language(self) -> Language: ...


S = TypeVar("S", bound=Speaks)


def said(getter: Callable[[S], Text]) -> Callable[[S], str]:
    """For a property that is a text."""

    @wraps(getter)
    def say(model: S) -> str:
        return model.language.say(getter(model))

    return say


def said_each(getter: Callable[[S], Iterable[Text]]) -> Callable[[S], list[str]]:
    """For a property that is a list of texts."""

    @wraps(getter)
    def say(model: S) -> list[str]:
        return [model.language.say(text) for text in getter(model)]

    return say


def said_rows(getter: Callable[[S], Iterable[Any]]) -> Callable[[S], list[dict[str, Any]]]:
    """For a property that is a list of rows: frozen dataclasses, which QML gets as maps."""

    @wraps(getter)
    def say(model: S) -> list[dict[str, Any]]:
        return [model.language.plain(row) for row in getter(model)]

    return say
