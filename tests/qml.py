"""Checks every QML file against the view models: `python -m tests.qml`. Exit 1 if anything at all is said.

Qt's checker speaks first; then ours: QML takes what it is given by name, never by its place in a list.

The view models are described from their Python source, as `pyside6-project` would; but that tool describes each file by
itself and so loses every class whose base is in another file, and its `qmllint` ends well in spite of warnings.
"""

import re
import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).parent.parent
PYTHON = Path(sys.executable)
PYSIDE = Path(PySide6.__file__).parent
MODULE = "Kiosk.ViewModels"
PLACE = re.compile(r"(?<=[\w)\]])\[\s*-?\d+\s*\]|\.at\(\s*-?\d+\s*\)")
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
BY_PLACE = {"StepCount.qml", "Warning.qml"}
"""Files that still read words of the shell by their place."""


def describe(sources: list[Path], modules: Path) -> None:
    """Write `MODULE`, with the `@QmlElement` classes of `sources`, under `modules`. Raises if one cannot be."""
    folder = modules.joinpath(*MODULE.split("."))
    folder.mkdir(parents=True, exist_ok=True)
    classes, types = folder / "classes.json", folder / "viewmodels.qmltypes"
    base_first = sorted(sources, key=lambda source: _depth(source.read_text("utf-8")))
    said = _run(PYTHON, PYSIDE / "scripts/metaobjectdump.py", "--quiet", "--out-file", classes, *base_first)
    said += _run(
        PYSIDE / "Qt/libexec/qmltyperegistrar",
        classes,
        *("--generate-qmltypes", types, "-o", folder / "unused.cpp"),
        *("--import-name", MODULE, "--major-version", "1"),
        *("--foreign-types", PYSIDE / "Qt/metatypes/qt6core_metatypes.json"),
    )
    if said:
        raise RuntimeError(said)
    (folder / "qmldir").write_text(f"module {MODULE}\ntypeinfo {types.name}\n", "utf-8")


def _depth(source: str) -> int:
    """How far from Qt's own classes a file's are: a base is described before what is made of it."""
    return 0 if "(QObject):" in source else 1 if "(PageWords):" in source else 2


def lint(files: list[Path], modules: Path) -> str:
    """What Qt's checker says about `files`: nothing, if all is well."""
    return _run(PYSIDE / "qmllint", "--max-warnings", "0", "-I", modules, *files)


def by_place(file: Path) -> str:
    """Where a file takes something by its place in a list, a line each."""
    code = COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), file.read_text("utf-8"))
    return "".join(
        f"{file}:{number}: {line.strip()}: by its place, not by a name\n"
        for number, line in enumerate(code.splitlines(), 1)
        if PLACE.search(line)
    )


def _run(tool: Path, *arguments: str | Path) -> str:
    done = subprocess.run([tool, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.stdout or (f"{tool.name} failed with {done.returncode}\n" if done.returncode else "")


def main() -> int:
    """Check the project's own files."""
    modules = ROOT / "build" / "qml"
    describe(sorted([*(ROOT / "viewmodels").rglob("*.py"), ROOT / "kit" / "dock" / "dock.py"]), modules)
    files = sorted(file for room in ("ui", "kit") for file in (ROOT / room).rglob("*.qml"))
    said = lint(files, modules) + "".join(by_place(file) for file in files if file.name not in BY_PLACE)
    print(said, end="")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
