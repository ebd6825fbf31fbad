"""No control without a test of its own."""

import ast
from pathlib import Path

import pytest

from tests.ui.controls.stage import CONTROLS

HERE = Path(__file__).parent
TOLD = "\n".join(
    node.value
    for file in HERE.glob("test_what_*.py")
    for node in ast.walk(ast.parse(file.read_text("utf-8")))
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
)


@pytest.mark.parametrize("control", sorted(file.stem for file in CONTROLS.glob("*.qml")))
def test_each_control_is_on_the_stage(control: str) -> None:
    singletons = {"Theme", "Icons", "Reader"}
    assert f"{control} {{" in TOLD or (control in singletons and control in TOLD)
