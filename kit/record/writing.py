"""A recorded test, as a file."""

import json
from collections.abc import Sequence, Set
from datetime import date
from pathlib import Path

from kit.people.people import DemoPerson
from kit.record.vocabulary import MARK, PERSON, Known, Note, Whose, fixtures
from kit.record.whom import asked_for

NOT_KEPT = Known("NOT_KEPT")
"""Stands for what was typed and is somebody's."""
IN_PLACE = 'NOT_KEPT = ""  # what was typed here is somebody\'s: say what is to be typed'
CALLED = ("somebody", "another", "a_third", "a_fourth")


def source(notes: Sequence[Note], people: Sequence[DemoPerson], today: date, terminal: dict[str, str]) -> str:
    """The file's text. `terminal` is how the test wants it, where that is not the usual."""
    called = {one: _called(at) for at, one in enumerate(_people(notes))}
    constants = {one for note in notes for one in note.about if isinstance(one, Known)}
    # Within the test: where the terminal is installed its rooms can be imported once a terminal has been asked for.
    imported = [f"    {line}" for line in _imports(constants)]
    said = ", ".join(f"{name}={json.dumps(value)}" for name, value in terminal.items())
    lines = [f"    {name} = {_person(people[one], people, today)}" for one, name in called.items()]
    parts = [
        '"""Recorded at the demonstration\'s terminal: `./kiosk test` with this file plays it again."""',
        *(["", "import pytest"] if terminal else []),
        *(["", IN_PLACE] if NOT_KEPT in constants else []),
        *("", ""),
        *([MARK.format(said)] if terminal else []),
        f"def test_recorded({', '.join(fixtures(notes))}):",
        *([*imported, ""] if imported else []),
        *lines,
        *(f"    {note.said(called)}" for note in notes),
        "",
    ]
    return "\n".join(parts)


def _imports(constants: Set[Known]) -> list[str]:
    modules = sorted({one.module for one in constants if one.module})
    return [
        f"from {module} import {', '.join(sorted(one.name for one in constants if one.module == module))}"
        for module in modules
    ]


def write(file: Path, text: str) -> None:
    """All of it or nothing: whoever is cut off amid it leaves the one before."""
    beside = file.with_name(f".{file.name}.new")
    beside.write_text(text, "utf-8")
    beside.replace(file)


def _people(notes: Sequence[Note]) -> list[int]:
    """Who is told of, in this order."""
    return list(dict.fromkeys(one.person for note in notes for one in note.about if isinstance(one, Whose)))


def _called(at: int) -> str:
    return CALLED[at] if at < len(CALLED) else f"somebody_{at + 1}"


def _person(person: DemoPerson, people: Sequence[DemoPerson], today: date) -> str:
    """Raises ValueError where nobody can say who is meant: the demonstration's people differ in what they owe."""
    asked = asked_for(person, people, today)
    if asked is None:
        raise ValueError("two of the demonstration's people are the same")
    return f"{PERSON}({', '.join(f'{what}={json.dumps(words)}' for what, words in asked.items())})"
