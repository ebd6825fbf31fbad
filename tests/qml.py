"""Checks every QML file against the view models: `python -m tests.qml`. Exit 1 if anything at all is said.

Qt's checker speaks first; then ours: QML takes what it is given by name, never by its place in a list.

The view models are described from their Python source, as `pyside6-project` would; but that tool describes each file by
itself and so loses every class whose base is in another file, and its `qmllint` ends well in spite of warnings.
"""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).parent.parent
PYTHON = Path(sys.executable)
PYSIDE = Path(PySide6.__file__).parent
MODULE = "Kiosk.ViewModels"
IN_KIT = (
    *("dock/clock.py", "dock/dock.py", "dock/handset.py", "dock/levers.py", "dock/people.py"),
    *("teaching/panel_words.py", "teaching/teacher.py", "teaching/classroom.py"),
)
"""View models of what is pretended."""
PLACE = re.compile(r"(?<=[\w)\]])\[\s*-?\d+\s*\]|\.at\(\s*-?\d+\s*\)")
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)


def describe(sources: list[Path], modules: Path) -> None:
    """Write `MODULE`, with the `@QmlElement` classes of `sources`, under `modules`. Raises if one cannot be."""
    folder = modules.joinpath(*MODULE.split("."))
    folder.mkdir(parents=True, exist_ok=True)
    classes, types = folder / "classes.json", folder / "viewmodels.qmltypes"
    base_first = _base_first(sources)
    said = _run(PYTHON, PYSIDE / "scripts/metaobjectdump.py", "--quiet", "--out-file", classes, *base_first)
    if not said:
        _mark_constants(classes)
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


def _mark_constants(classes: Path) -> None:
    """Write down which properties are `constant`: PySide's dump leaves it out, and the checker takes them for stale."""
    described = json.loads(classes.read_text("utf-8"))
    for module in described:
        constant = {
            (kind.name, getter.name)
            for kind in ast.walk(ast.parse(Path(module["inputFile"]).read_text("utf-8")))
            if isinstance(kind, ast.ClassDef)
            for getter in kind.body
            if isinstance(getter, ast.FunctionDef)
            for decorator in getter.decorator_list
            if isinstance(decorator, ast.Call) and any(keyword.arg == "constant" for keyword in decorator.keywords)
        }
        for kind in module["classes"]:
            for entry in kind.get("properties", ()):
                entry["constant"] = (kind["className"], entry["name"]) in constant
    classes.write_text(json.dumps(described), "utf-8")


def _base_first(sources: list[Path]) -> list[Path]:
    """Each file behind those that have the bases of its classes."""
    trees = {source: ast.parse(source.read_text("utf-8")) for source in sources}
    kinds = {source: [node for node in tree.body if isinstance(node, ast.ClassDef)] for source, tree in trees.items()}
    bases = {kind.name: [ast.unparse(base) for base in kind.bases] for found in kinds.values() for kind in found}

    def depth(name: str) -> int:
        return 1 + max(map(depth, bases[name]), default=0) if name in bases else 0

    return sorted(sources, key=lambda source: max((depth(kind.name) for kind in kinds[source]), default=0))


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
    describe(sorted([*(ROOT / "viewmodels").rglob("*.py"), *(ROOT / "kit" / name for name in IN_KIT)]), modules)
    files = sorted(file for room in ("ui", "kit") for file in (ROOT / room).rglob("*.qml"))
    said = lint(files, modules) + "".join(by_place(file) for file in files)
    print(said, end="")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
