"""What a form or a list can be told once it has asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from domain.forms.fields import Answers
from domain.words import NOTHING, Text

G = TypeVar("G")


@dataclass(frozen=True, slots=True)
class Onward(Generic[G]):
    """The way on, with what its matter has been given now.

    Forms in `forget` begin anew; after that, those in `fill` are filled in with these answers. `caution` is what has to
    be known first: the form says it, and goes on when it is submitted again as it is.
    """

    outcome: str
    given: G
    forget: tuple[str, ...] = ()
    fill: Mapping[str, Answers] = field(default_factory=dict)
    caution: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Wrong:
    """Not so: a sentence for the whole form, or for fields; `use` is the field to be put in use."""

    problem: Text = NOTHING
    errors: Mapping[str, Text] = field(default_factory=dict)
    use: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """It is done, and one stays where one is."""

    sentence: Text
