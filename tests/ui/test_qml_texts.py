"""QML says how things look and nothing else: no word of any language stands in it."""

import re
from pathlib import Path

import pytest

UI = Path(__file__).parents[2] / "ui"
FILES = sorted([*UI.rglob("*.qml"), *(UI.parent / "kit").rglob("*.qml")])
CHINESE = re.compile(r"[\u3400-\u9fff\uff00-\uffef\u3000-\u303f]")
WRITTEN = re.compile(r"""\b(?:text|title|caption|heading)\s*:\s*["'][^"']*[A-Za-z]""")


def code(file: Path) -> str:
    """A file without its comments."""
    return re.sub(r"/\*.*?\*/|//[^\n]*", "", file.read_text("utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(UI.parent)))
def test_no_words(file: Path) -> None:
    assert CHINESE.search(code(file)) is None
    assert WRITTEN.search(code(file)) is None


def test_there_is_something_to_look_at() -> None:
    assert len(FILES) > 50


def test_what_is_drawn_is_known_by_its_name() -> None:
    """An icon that there is not leaves a blank."""
    drawn = set(re.findall(r'^\s+"(\w+)":', (UI / "controls" / "Icons.qml").read_text("utf-8"), re.MULTILINE))
    named = {
        name: file.name
        for file in FILES
        for said in re.findall(r"^\s+icon: (.*)$|\bIcon \{[^}]*?\bname: ([^\n]*)", code(file), re.MULTILINE)
        for name in re.findall(r'"(\w+)"', re.sub(r'[!=]==? "\w*"', "", "".join(said)))
    }
    assert len(named) > 20
    assert {name: file for name, file in named.items() if name not in drawn} == {}
