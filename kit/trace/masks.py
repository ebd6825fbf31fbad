"""What is somebody's, told as screens tell it to everybody: names by their first character, numbers by their ends."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from domain.accounts.cards import masked_phone
from domain.identity import masked, masked_name
from kit.people.people import DemoPerson

DIGITS = re.compile(r"(?<![0-9A-Za-z*])\d(?:[ \u00a0\u2060]{0,3}\d){5,}[Xx]?(?![0-9A-Za-z*])")
"""Six or more, in groups or not: order numbers have letters in front."""
SPACES = re.compile(r"[ \u00a0\u2060]")
PHONE = re.compile(r"1[3-9]\d{9}")
DOCUMENT_OR_CARD = re.compile(r"\d{15,19}|\d{14,18}[Xx]")
SHORTEST_NAME, SHORTEST_NUMBER = 2, 6
WRITTEN = re.compile(r"^(type|write):(.*)$", re.DOTALL)
NAMED = re.compile(r"^(person|card):(.*)$")
ONE_KEY = re.compile(r"^(key|letter)\.(.)$|^(word)\.(\d+)$")


class Masks:
    """It masks whom it knows, also what is only half typed, and whatever looks like a number of somebody's."""

    def __init__(self, people: Iterable[DemoPerson] = ()) -> None:
        self._names: set[str] = set()
        self._numbers: set[str] = set()
        self._known: re.Pattern[str] | None = None
        for person in people:
            self.learn(person.name, person.number, person.phone)

    def learn(self, *somebodys: str) -> None:
        """Names, and numbers of documents, phones and cards; what is too short to be one is none."""
        for one in somebodys:
            bare = SPACES.sub("", one)
            if any(character.isdigit() for character in bare):
                if len(bare) >= SHORTEST_NUMBER:
                    self._numbers.add(bare)
            elif len(one) >= SHORTEST_NAME:
                self._names.add(one)
        self._known = None

    def text(self, text: str) -> str:
        """A text without what is somebody's."""
        if self._known is None:
            self._known = re.compile("|".join(_whole(one) for one in self._somebodys()) or "(?!)")
        return DIGITS.sub(self._number, self._known.sub(lambda found: _masked(found[0]), text))

    def _somebodys(self) -> list[str]:
        """The longest first: one name may begin another."""
        return sorted(self._names | self._numbers, key=len, reverse=True)

    def all(self, value: Any) -> Any:
        """The same of all texts in lists and mappings."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {key: self.all(one) for key, one in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.all(one) for one in value]
        return value

    def _number(self, found: re.Match[str]) -> str:
        bare = SPACES.sub("", found[0])
        known = any(bare in number for number in self._numbers)
        return _masked(bare) if known or PHONE.fullmatch(bare) or DOCUMENT_OR_CARD.fullmatch(bare) else found[0]


def _masked(somebodys: str) -> str:
    if not any(character.isdigit() for character in somebodys):
        return masked_name(somebodys)
    return masked_phone(somebodys) if PHONE.fullmatch(somebodys) else masked(somebodys)


def _whole(somebodys: str) -> str:
    """Letters are a name only if they are a whole word."""
    word = somebodys.isascii() and somebodys.isalpha()
    return rf"(?<![A-Za-z]){re.escape(somebodys)}(?![A-Za-z])" if word else re.escape(somebodys)


def unsaid(what: str) -> str:
    """A touch as a walk says it, without whom it is about and what was written: also what single keys would tell."""
    rules: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
        (WRITTEN, lambda found: f"{found[1]}:…（{len(found[2])} 个字）"),
        (NAMED, lambda found: f"{found[1]}:{masked_name(found[2])}"),
        (ONE_KEY, lambda found: f"{found[1] or found[3]}.…"),
    )
    for rule, say in rules:
        what = rule.sub(say, what)
    return what
