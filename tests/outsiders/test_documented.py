"""Every example of docs/testing.md, run as an outsider's file."""

import re
from pathlib import Path

import pytest

from tests.outsiders.run import ROOT, run

PAGE = ROOT / "docs" / "testing.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
PICTURED = next(example for example in EXAMPLES if "image_regression" in example)
OUTSIDE = next(example for example in EXAMPLES if "(outside)" in example)
IN_PROCESS = [example for example in EXAMPLES if example not in {PICTURED, OUTSIDE}]


def named(example: str) -> str:
    return str(re.findall(r"def (\w+)", example)[-1])


def test_there_are_ten_and_one_from_outside_and_the_first_pays_in_five_lines() -> None:
    assert len(EXAMPLES) == 11
    assert len(EXAMPLES[0].strip().splitlines()) == 5


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says of all that run in one process, a file each."""
    folder = tmp_path_factory.mktemp("documented")
    for example in IN_PROCESS:
        (folder / f"{named(example)}.py").write_text(example, "utf-8")
    return run(folder, "-rA").stdout


@pytest.mark.parametrize("example", IN_PROCESS, ids=named)
def test_it_passes(said: str, example: str) -> None:
    name = named(example)
    assert f"PASSED {name}.py::{name}\n" in said, said


def test_the_same_passes_from_outside_the_process(tmp_path: Path) -> None:
    (tmp_path / "test_outside.py").write_text(OUTSIDE, "utf-8")
    done = run(tmp_path)
    assert "1 passed" in done.stdout, done.stdout


def test_a_picture_is_made_and_compared(tmp_path: Path) -> None:
    file = tmp_path / "test_picture.py"
    file.write_text(PICTURED, "utf-8")
    assert "1 failed" in run(tmp_path, "--force-regen").stdout, "there was none"
    assert [picture.name for picture in tmp_path.rglob("*.png")] == ["test_home_looks_as_it_did.png"]
    done = run(tmp_path)
    assert "1 passed" in done.stdout, done.stdout
    file.write_text(PICTURED.replace("10:24:00", "11:35:00"), "utf-8")
    done = run(tmp_path)
    assert "Difference between images too high" in done.stdout, done.stdout
