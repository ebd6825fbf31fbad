"""What a tester is told when something is not as the test says: one sentence, with the nearest name."""

from collections.abc import Collection
from difflib import get_close_matches

NEAR = 0.6
"""How alike a name has to be to be meant, of 1."""
MOST = 500
"""Characters of what the screen says."""


class NotSo(AssertionError):
    """The terminal is not as the test says, or the test says what nobody knows. The text is a sentence for the tester.

    `told`: it says already by which call.
    """

    def __init__(self, sentence: str, told: bool = False) -> None:
        super().__init__(sentence)
        self.told = told


def nearest(name: str, names: Collection[str]) -> str:
    """`; did you mean …?`, or a full stop where none is near."""
    found = get_close_matches(name, names, n=1, cutoff=NEAR)
    return f"; did you mean “{found[0]}”?" if found and found[0] != name else "."


def no_such(kind: str, name: str, names: Collection[str]) -> str:
    """A name that nothing has."""
    return f"there is no {kind} “{name}”{nearest(name, names)}"


def says(texts: list[str]) -> str:
    """What the screen says, as an end."""
    said = " | ".join(texts)
    return f" The screen says: {said[:MOST]}{'…' if len(said) > MOST else ''}"
