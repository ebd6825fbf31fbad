"""What is read aloud of what a screen tells: the whole of it, what is new, and the control in focus."""

import re
from collections.abc import Iterable, Set

from domain.speech.privacy import for_everybody
from domain.words import Text
from ui.focus import FRAME
from ui.telling import CHOSEN, Role, Telling, Told
from viewmodels.words import speech
from viewmodels.words.language import Language

TITLE, STEP = "title", "text.step"
WORD = "word."
"""How keys are called that hold words to choose from."""
PAUSE = "。"
CHANGES = re.compile(r"\d+")
"""Seconds that run and the like are not news."""


class Sayer:
    """Puts in words what is told. What is somebody's is left out where all can hear it: `known` is what that is."""

    def __init__(self, language: Language, private: bool, known: Set[str], staff: bool = False) -> None:
        self._language, self._private, self._known, self._staff = language, private, known, staff
        self.left_out = False

    def screen(self, telling: Telling, at: str) -> str:
        """Title and place, all that is there, and what is in focus."""
        all_of_it = telling.all
        title = next((one for one in all_of_it if one.id == TITLE), None) or _first(all_of_it)
        if self._staff and not self._private:
            return PAUSE.join((title.text if title else "", self._say(speech.STAFF_ONLY)))
        step = next((at for at, one in enumerate(all_of_it) if one.id == STEP), len(all_of_it))
        place = all_of_it[step : step + 2]  # which step, and of how many
        rest = [one for one in _without_glyphs(all_of_it) if one is not title and one not in place]
        said = [self._everybody(title.text) if title else "", "".join(one.text for one in place)]
        said += [self.piece(one) for one in rest if not one.key and one.name not in {*FRAME, at} and not _idle(one)]
        if self.left_out:
            said.append(self._say(speech.NOT_SAID))
        if focus := telling.control(at):
            said.append(f"{self._say(speech.FOCUS)}：{self.control(telling, focus)}")
        return PAUSE.join(part for part, before in zip(said, ["", *said], strict=False) if part and part != before)

    def control(self, telling: Telling, told: Told, asked: str = "") -> str:
        """A control, after its question unless that was `asked` before."""
        question = self.question(telling, told)
        return "，".join(part for part in (question if question != asked else "", self.piece(told)) if part)

    def question(self, telling: Telling, told: Told) -> str:
        """What stands before a choice, or before what leads to choices."""
        label = telling.label(told) if told.role in CHOSEN or told.name.startswith("select.") else None
        return self._everybody(label.text) if label and label.text != told.text else ""

    def news(self, before: Set[str], telling: Telling) -> str:
        """What is there now and was not, but for what counts by itself."""
        if self._staff and not self._private:
            return ""
        texts = (one for one in _without_glyphs(telling.all) if not one.name and (self._private or not one.key))
        new = [one for one in texts if mark(one) not in before]
        return PAUSE.join(part for one in new if (part := self._everybody(one.text)))

    def piece(self, told: Told) -> str:
        """One thing, and how it is."""
        if told.key and not self._private and (len(told.text) == 1 or told.name.startswith(WORD)):
            return self._say(speech.A_KEY)
        parts = [self._everybody(told.text), self._everybody(told.more)]
        if told.role is Role.EditableText:
            typed = self._say(speech.FILLED) if told.value and not self._private else told.value
            parts.append(typed or self._say(speech.EMPTY))
        if told.role in CHOSEN:
            parts.append(self._say(speech.CHOSEN if told.chosen else speech.NOT_CHOSEN))
        if told.name and not told.usable:
            parts.append(self._say(speech.NOT_NOW))
        return "，".join(part for part in parts if part)

    def _everybody(self, text: str) -> str:
        if self._private:
            return text
        said = for_everybody(text, self._known)
        self.left_out = self.left_out or said != text
        return said

    def _say(self, text: Text) -> str:
        return self._language.say(text)


def mark(told: Told) -> str:
    """By which it is known that a text was there before."""
    return CHANGES.sub("", told.text)


def _idle(told: Told) -> bool:
    """Whether it turns pages and there are none."""
    return told.name.startswith("page.") and not told.usable


def _first(told: Iterable[Told]) -> Told | None:
    return next((one for one in told if not one.name), None)


def _without_glyphs(told: list[Told]) -> list[Told]:
    """Without the one character that stands for the word behind it."""
    pairs = zip(told, [*told[1:], None], strict=True)
    return [one for one, after in pairs if one.name or len(one.text) > 1 or after is None or one.text not in after.text]
