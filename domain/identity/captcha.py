"""图形验证码 (guide 一(六)): a picture of four figures, or a sum for who cannot read it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

TRIES = 3
"""After so many wrong answers one is asked to start again."""


class CaptchaKind(StrEnum):
    FIGURES = "figures"
    SUM = "sum"
    """a sum of two small numbers in large plain figures"""


@dataclass(frozen=True, slots=True)
class Captcha:
    """One question. `picture` is a PNG; `wrong` counts the wrong answers given before it in a row."""

    id: str
    kind: CaptchaKind
    picture: bytes
    wrong: int = 0

    @property
    def exhausted(self) -> bool:
        """Whether one has to start again."""
        return self.wrong >= TRIES


class Captchas(Protocol):
    """Draws questions and knows their answers. Safe from any thread."""

    def draw(self, kind: CaptchaKind, instead_of: str = "") -> Captcha:
        """A fresh question; `instead_of` is void from now on, and its wrong answers go on being counted."""
        ...

    def solved(self, captcha: str, answer: str) -> bool:
        """Whether this answers the question of that id; capitals do not matter. A right answer is good once.

        A wrong one is counted, and the question is void: the next has to be drawn instead of it.
        """
        ...
