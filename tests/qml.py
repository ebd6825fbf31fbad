"""Checks every QML file against the view models: `python -m tests.qml`. Exit 1 if Qt's checker says anything at all.

The view models are described from their Python source, as `pyside6-project` would; but that tool describes each file by
itself and so loses every class whose base is in another file, and its `qmllint` ends well in spite of warnings.
"""

import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).parent.parent
PYTHON = Path(sys.executable)
PYSIDE = Path(PySide6.__file__).parent
MODULE = "Kiosk.ViewModels"


def describe(sources: list[Path], modules: Path) -> None:
    """Write `MODULE`, with the `@QmlElement` classes of `sources`, under `modules`. Raises if one cannot be."""
    folder = modules.joinpath(*MODULE.split("."))
    folder.mkdir(parents=True, exist_ok=True)
    classes, types = folder / "classes.json", folder / "viewmodels.qmltypes"
    base_first = sorted(sources, key=lambda source: "(QObject):" not in source.read_text("utf-8"))
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
    (folder / "qmldir").write_text(f"module {MODULE}\ntypeinfo {types.name}\ndepends QtQuick\n", "utf-8")


def lint(files: list[Path], modules: Path) -> str:
    """What Qt's checker says about `files`: nothing, if all is well."""
    return _run(PYSIDE / "qmllint", "--max-warnings", "0", "-I", modules, *files)


def _run(tool: Path, *arguments: str | Path) -> str:
    done = subprocess.run([tool, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.stdout or (f"{tool.name} failed with {done.returncode}\n" if done.returncode else "")


def main() -> int:
    """Check the project's own files."""
    modules = ROOT / "build" / "qml"
    describe(sorted([*(ROOT / "viewmodels").rglob("*.py"), ROOT / "kit" / "dock" / "dock.py"]), modules)
    said = lint(sorted(file for room in ("ui", "kit") for file in (ROOT / room).rglob("*.qml")), modules)
    print(said, end="")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
