"""NOTICE names what the terminal runs on: all of it, as it is locked."""

import re
from email.message import Message
from importlib.metadata import PackageMetadata
from typing import cast

import pytest

from tests.notice import NOTICE, ROOT, home, licence, runtime

LINE = re.compile(r"(?P<name>[\w.-]+) (?P<version>[\w.]+): (?P<licence>[^;]+); (?P<home>https://\S+)")
LOCK = """
[[package]]
name = "shebao-kiosk"
dependencies = [{ name = "one", extra = ["more"] }, { name = "other", marker = "sys_platform == 'win32'" }]
[package.dev-dependencies]
dev = [{ name = "pytest" }]
[[package]]
name = "one"
version = "1"
dependencies = [{ name = "deep", marker = "python_full_version < '3.13'" }]
[package.optional-dependencies]
more = [{ name = "extra" }]
[[package]]
name = "deep"
version = "2"
dependencies = [{ name = "one" }]
[[package]]
name = "extra"
version = "3"
[[package]]
name = "other"
version = "4"
[[package]]
name = "pytest"
version = "5"
"""


def said(*fields: tuple[str, str]) -> PackageMetadata:
    message = Message()
    for key, value in fields:
        message[key] = value
    return cast(PackageMetadata, message)


def test_everything_that_the_terminal_runs_on_is_named() -> None:
    found = [match for line in NOTICE.read_text("utf-8").splitlines() if (match := LINE.fullmatch(line))]
    named = {re.sub(r"[-_.]+", "-", match["name"]).lower(): match["version"] for match in found}
    assert named == runtime((ROOT / "uv.lock").read_text("utf-8"))


def test_what_a_lock_needs() -> None:
    assert runtime(LOCK) == {"deep": "2", "extra": "3", "one": "1"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ([("License", "MIT License"), ("License-Expression", "MIT")], "MIT"),
        ([("License", "BSD\nCopyright …")], "BSD"),
        ([("Classifier", "License :: OSI Approved :: MIT License")], "MIT License"),
    ],
)
def test_a_licence_is_what_a_package_says(fields: list[tuple[str, str]], expected: str) -> None:
    assert licence("one", said(*fields)) == expected


def test_a_package_that_says_nothing_is_looked_into() -> None:
    assert licence("sqlcipher3", said()) == "Zlib"
    with pytest.raises(ValueError, match="one does not say its licence"):
        licence("one", said())


def test_a_home_is_what_comes_nearest() -> None:
    links = [("Project-URL", "Documentation, https://d"), ("Project-URL", "Source, https://s")]
    assert home(said(*links)) == "https://s"
    assert home(said(*links, ("Home-page", "https://h"))) == "https://h"
    assert home(said()) == ""
