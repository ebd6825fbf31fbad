"""The check of sizes finds files and functions that are too long, and lets a long function say why it is."""

import ast
from pathlib import Path

import pytest

from tests.sizes import FUNCTION, files, too_long, unexplained

BODY = "    pass\n"


def function(lines: int, docstring: str = "") -> str:
    """The source of a function of so many lines."""
    first = f'    """{docstring}"""\n' if docstring else BODY
    return f"def table():\n{first}" + (lines - 2) * BODY


@pytest.mark.parametrize(("lines", "found"), [(10, 0), (11, 1)])
@pytest.mark.parametrize("suffix", ["py", "qml"])
def test_a_file_may_have_so_many_lines_and_no_more(tmp_path: Path, suffix: str, lines: int, found: int) -> None:
    file = tmp_path / f"screen.{suffix}"
    file.write_text("\n" * lines, "utf-8")
    assert len([*too_long(file, 10)]) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (function(FUNCTION), 0),
        (function(FUNCTION + 1), 1),
        (function(FUNCTION + 1, "A table."), 0),
        ("async " + function(FUNCTION + 1), 1),
    ],
)
def test_a_long_function_says_why_it_is_long(source: str, found: int) -> None:
    assert len([*unexplained(ast.parse(source))]) == found


def test_what_is_checked_is_the_product() -> None:
    checked = {str(file) for file in files()}
    assert {"main.py", "viewmodels/model.py", "ui/Main.qml", "kit/dock/dock.py"} <= checked
    assert not any(file.startswith("tests") for file in checked)
