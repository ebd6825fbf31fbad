"""What the illustrated guide says: the tax bureau's own words (附件7) beside ours, a file for each channel.

A `Words` is one text by language, `zh` and `en`; lines are broken where it has line breaks. The tax bureau's words are
Chinese in either, cut at most, where `……` stands; the English beside them says what they mean.
"""

import tomllib
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path

from pydantic import BaseModel, ConfigDict

Words = Mapping[str, str]
CHINESE = "zh"
CUT = "……"


class _Data(BaseModel):
    """As it stands in its file: what nobody asks for is a mistake there."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Phone(_Data):
    """What the phone beside a screen shows: lines, the second of them large, and a button. It stays Chinese.

    `{amount}` is what the screen shows, `PIN` six boxes.
    """

    lines: tuple[str, ...]
    button: str


class Step(_Data):
    """A sentence of the guide at a screen: `do` is what to do, `guide` its words, `say` what a helper says.

    `at` is the screen, of whichever channel, `touch` the touch before which it is pictured, as a `Witness` is told of
    it; without one, when the screen is there. `skips` times that is let pass. Ringed is what is touched, or all of
    `ring` together; a finger points there, but where one only has to `look`, or where the phone acts. `also` are
    screens on the way that need no picture. All these are names, in which `*` stands for anything.
    """

    at: str
    touch: str = ""
    skips: int = 0
    ring: tuple[str, ...] = ()
    look: bool = False
    also: tuple[str, ...] = ()
    phone: Phone | None = None
    do: Words
    guide: Words = {}
    say: Words = {}

    def is_at(self, screen: str) -> bool:
        """Whether it is at a screen, `channel.name`."""
        return fnmatchcase(screen.partition(".")[2], self.at)

    def tells_of(self, screen: str) -> bool:
        """Whether a screen need not be told of elsewhere."""
        return self.is_at(screen) or any(fnmatchcase(screen.partition(".")[2], name) for name in self.also)


class Part(_Data):
    """A walk (`kit.walks`) and the steps on it, by their names in the channel; `tag` says when it is for.

    What is on its way before and after them is shown in the section `begins` and in `goes_on`.
    """

    walk: str
    tag: Words = {}
    begins: str = ""
    goes_on: str = ""
    steps: tuple[str, ...]


class Wrong(_Data):
    """What to do if something goes wrong, in our words; `walks` are those of `kit.walks.ASTRAY` that show it."""

    walks: tuple[str, ...] = ()
    says: Words


class Section(_Data):
    """What begins a page: `heading` and `title` are the guide's, `title` empty where the heading says all.

    `before` is how one gets there, `notes` are its 注意事项.
    """

    number: str
    heading: Words
    title: Words = {}
    before: Words
    minutes: int
    notes: tuple[Words, ...] = ()
    parts: tuple[Part, ...]
    wrongs: tuple[Wrong, ...] = ()


class Chapter(_Data):
    """A channel: `takes` are the files beside its own whose steps it uses."""

    channel: str = ""
    numeral: str = ""
    title: Words = {}
    takes: tuple[str, ...] = ()
    steps: Mapping[str, Step] = {}
    sections: tuple[Section, ...] = ()

    def on(self, section: Section) -> Iterator[tuple[Part, Step]]:
        """The steps of a section in their order. Raises KeyError for one that is nowhere."""
        for part in section.parts:
            yield from ((part, self.steps[name]) for name in part.steps)


class Book(_Data):
    """What the guide says of itself: its edition, a year and a month, and the words around the steps."""

    edition: str
    words: Mapping[str, Words]


class Guide:
    """All of it, read from a folder. Raises ValueError, OSError or KeyError where a file is not as it should be."""

    CHAPTERS = ("wechat", "alipay", "tax_app", "unionpay")

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.book = Book(**tomllib.loads((folder / "guide.toml").read_text("utf-8")))

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """In the guide's order."""
        return tuple(self._chapter(name) for name in self.CHAPTERS)

    def _chapter(self, name: str) -> Chapter:
        own = self._read(name)
        steps = {at: step for file in own.takes for at, step in self._read(file).steps.items()}
        return own.model_copy(update={"channel": name, "steps": steps | dict(own.steps)})

    def _read(self, name: str) -> Chapter:
        return Chapter(**tomllib.loads((self._folder / f"{name}.toml").read_text("utf-8")))


def quotes(chapter: Chapter) -> Iterator[str]:
    """All that is said to be the tax bureau's own words, piece by piece."""
    said = [chapter.title, *(step.guide for step in chapter.steps.values())]
    for section in chapter.sections:
        said += [section.heading, section.title, *section.notes]
    for words in said:
        yield from (piece for piece in words.get(CHINESE, "").split(CUT) if piece)
