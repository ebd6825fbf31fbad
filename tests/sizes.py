"""What is too long to be read in one go: `python -m tests.sizes`. Exit 1 if anything is.

A file holds one idea. A function that is longer than a screen has a docstring that says why.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.checks import PRODUCT, ROOT

FILE = 400
VIEW_MODEL = 250
ROOT_FILE = 200
FUNCTION = 40
"""Lines that each may have."""
FEWER = {"viewmodels": VIEW_MODEL, "main.py": ROOT_FILE}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def too_long(file: Path, most: int) -> Iterator[str]:
    """What is too long in a file of at most so many lines, a line each."""
    source = file.read_text("utf-8")
    lines = len(source.splitlines())
    if lines > most:
        yield f"{file}: {lines} lines, where {most} are enough: which two ideas are in it?\n"
    if file.suffix == ".py":
        yield from (f"{file}:{found}" for found in unexplained(ast.parse(source)))


def unexplained(tree: ast.AST) -> Iterator[str]:
    """The long functions that do not say why they are."""
    for node in ast.walk(tree):
        if isinstance(node, Function) and ast.get_docstring(node) is None:
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION:
                yield f"{node.lineno}: {node.name} has {lines} lines and no docstring that says why\n"


def files() -> Iterator[Path]:
    """The product's Python and QML, by their places in the project."""
    for room in PRODUCT:
        place = ROOT / room
        found = [place] if place.is_file() else sorted(place.rglob("*"))
        yield from (file.relative_to(ROOT) for file in found if file.suffix in {".py", ".qml"})


def main() -> int:
    """Check the project's own files."""
    most = {file: FEWER.get(file.parts[0], FILE) for file in files()}
    said = "".join(line for file, lines in most.items() for line in too_long(file, lines))
    print(said, end="")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
