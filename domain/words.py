"""Words for people: the guide's Chinese, and what is needed to say it in another language."""

from collections.abc import Callable, Iterable
from typing import Self

Translate = Callable[[str], str]
"""A message in the language that is spoken; a message that it has no words for stays as it is."""
Catalogues = Callable[[str], Translate]
"""The catalogue of a language by its tag (ISO 639-1). Raises KeyError where there is none."""


class Text(str):
    """A sentence or a word for people. In Chinese it is what it says; the message is its id in every catalogue.

    `Text("共 {count} 笔", count=3)` reads `共 3 笔`. Arguments are named, so that another language can put them
    in another order; they may be texts themselves, and may have a format (`{until:%H:%M}`). What is glued to a text by
    `+`, `join` or an f-string is a text no more: `joined` and arguments are there for that.
    """

    message: str
    args: dict[str, object]

    def __new__(cls, message: str = "", /, **args: object) -> Self:
        self = super().__new__(cls, message.format(**args) if args else message)
        self.message = message
        self.args = args
        return self

    def of(self, **args: object) -> "Text":
        """The same message about something."""
        return Text(self.message, **args)

    def said(self, translate: Translate) -> str:
        """The whole in another language, arguments included."""
        if not self.message:
            return ""
        message = translate(self.message)
        if not self.args:
            return message
        return message.format(**{key: _said(value, translate) for key, value in self.args.items()})

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __copy__(self) -> Self:
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return (_again, (type(self), self.message, self.args))


class Verbatim(Text):
    """What reads the same in every language: a name of a person or an office, a number, a sum of money, a date."""

    def said(self, translate: Translate) -> str:
        return str(self)


class _Joined(Text):
    parts: tuple[Text, ...]
    separator: Text

    def said(self, translate: Translate) -> str:
        return self.separator.said(translate).join(part.said(translate) for part in self.parts)

    def __reduce__(self) -> tuple[object, ...]:
        return (joined, (self.separator, self.parts))


def joined(separator: str, parts: Iterable[Text]) -> Text:
    """Texts after each other, as `、` puts a list together. The separator is a message of its own."""
    kept = tuple(parts)
    between = separator if isinstance(separator, Text) else Text(separator)
    self = _Joined(between.join(kept))
    self.parts, self.separator = kept, between
    return self


NOTHING = Text()
"""Where nothing is to be said."""


def _said(value: object, translate: Translate) -> object:
    return value.said(translate) if isinstance(value, Text) else value


def _again(kind: type[Text], message: str, args: dict[str, object]) -> Text:
    return kind(message, **args)
