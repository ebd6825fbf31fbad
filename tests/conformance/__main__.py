"""`./kiosk conformance --out FILE`: runs the tests of each requirement and writes the report, as Markdown.

1 if a test fails. What hardware has to do and what is open stands as such, never as passed.
"""

import argparse
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


@dataclass(frozen=True, slots=True)
class Line:
    """One requirement; `hardware` is what the machine around the program does, `open` what is not shown yet."""

    clause: str
    wants: str
    tests: list[str] = field(default_factory=list)
    hardware: str = ""
    open: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    passed: int = 0
    failed: int = 0


def lines() -> list[Line]:
    """Those of lines.toml, in its order."""
    return [Line(**line) for line in tomllib.loads((HERE / "lines.toml").read_text("utf-8"))["line"]]


def run(tests: Iterable[str]) -> dict[str, bool]:
    """Whether each test that was run has passed, by file and name without parameters."""
    with TemporaryDirectory(prefix="conformance-") as folder:
        report = Path(folder) / "report.xml"
        options = ["-q", "-p", "no:cacheprovider", "-n", "auto", f"--junitxml={report}", "-o", "junit_family=xunit1"]
        subprocess.run([sys.executable, "-m", "pytest", *options, *sorted(set(tests))], cwd=ROOT, check=False)
        results: dict[str, bool] = {}
        for case in ElementTree.parse(report).iter("testcase"):
            name = f"{case.get('file')}::{(case.get('name') or '').partition('[')[0]}"
            bad = any(case.find(kind) is not None for kind in ("failure", "error", "skipped"))
            results[f"{name}#{len(results)}"] = not bad
        return results


def counted(line: Line, results: dict[str, bool]) -> Count:
    """Of its tests: how many have passed and how many have not."""
    own = [
        passed
        for name, passed in results.items()
        if any(name.startswith((f"{test}::", f"{test}#", f"{test}/")) for test in line.tests)
    ]
    return Count(sum(own), len(own) - sum(own))


def verdict(line: Line, count: Count) -> str:
    """In a word or two."""
    if count.failed or (line.tests and not count.passed):
        return "FAILS"
    if line.open:
        return "open"
    return "hardware" if line.hardware and not line.tests else "shown, with hardware" if line.hardware else "shown"


def table(all_lines: list[Line], results: dict[str, bool]) -> str:
    """The report."""
    rows = []
    for line in all_lines:
        count = counted(line, results)
        tests = "<br>".join(f"`{test}`" for test in line.tests)
        told = "; ".join(filter(None, (f"{count.passed} of {count.passed + count.failed}", line.hardware, line.open)))
        rows.append(f"| {line.clause} | {line.wants} | {verdict(line, count)} | {told} | {tests} |")
    head = (
        "# Conformance\n\n| clause | what it wants | verdict | tests passed; remarks | tests |\n|---|---|---|---|---|\n"
    )
    return head + "\n".join(rows) + "\n"


def main() -> int:
    """Write the report; its verdicts are counted on the command line."""
    parser = argparse.ArgumentParser(prog="kiosk conformance")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    out = parser.parse_args().out
    known = lines()
    results = run(test for line in known for test in line.tests)
    out.write_text(table(known, results), "utf-8")
    verdicts = [verdict(line, counted(line, results)) for line in known]
    print(f"{out}: " + ", ".join(f"{verdicts.count(one)} {one}" for one in sorted(set(verdicts))))
    return int("FAILS" in verdicts)


if __name__ == "__main__":
    sys.exit(main())
