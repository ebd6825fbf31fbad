"""scripts/mutate: which faults it puts into a module, and that none of them is anything but the fault."""

import ast
from collections import Counter

import pytest
from coverage import CoverageData

from tests.mutation.__main__ import main
from tests.mutation.operators import mutants, plain
from tests.mutation.tally import key, reasons
from tests.mutation.trials import ROOT, Chooser


def faults(source: str) -> list[str]:
    return [f"{mutant.before} -> {mutant.after}" for mutant in mutants("module.py", source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "x = a < b == c",
            ["a < b == c -> a <= b == c", "a < b == c -> a >= b == c", "a < b == c -> a < b != c"],
        ),
        ("x = a and not b", ["a and (not b) -> a or not b", "not b -> b"]),
        ("if a: b()", ["a -> not a", "b() -> pass"]),
        ("x = a + b * 2", ["a + b * 2 -> a - b * 2", "b * 2 -> b // 2", "2 -> 3"]),
        ("x = A | B", ["A | B -> A", "A | B -> B"]),
        ("x = True, 'word', '', None", ["True -> False", "'word' -> ''", "'' -> '?'"]),
        ("x = f'{n} 位'", ["' 位' -> ''"]),
        ("x = {S.ONE, S.TWO}", ["S.ONE -> S.TWO", "S.TWO -> S.ONE"]),
        ("x = f(a, b, c=d)", ["f(a, b, c=d) -> f(b, a, c=d)"]),
        ("x = f(a, a)", []),
        ("self.a = b", ["self.a = b -> pass"]),
        ("def f():\n    return a", ["return a -> return None"]),
        ("while a > 0:\n    break", ["a > 0 -> a >= 0", "a > 0 -> a <= 0", "0 -> 1", "break -> pass"]),
        ("try: a()\nexcept E: raise B", ["a() -> pass", "except E: raise B -> except E: raise", "raise B -> pass"]),
    ],
)
def test_faults(source: str, expected: list[str]) -> None:
    assert faults(source) == expected


def test_a_case_is_left_out() -> None:
    assert "case 2: return y -> nothing" in faults("match x:\n    case 1: a()\n    case 2: return y")


@pytest.mark.parametrize(
    "source",
    [
        '"""What it is."""',
        "import a",
        "__slots__ = ('a', 'b')",
        "assert a < b",
        "log.info('%s', a)",
        "changed = Signal(str)",
        "Answer = One | Two",
        "if TYPE_CHECKING:\n    x = 1",
        "@cache(1)\nclass A(B | C):\n    x: 'int | str'",
        "isinstance(a, b)",
    ],
)
def test_what_says_nothing_has_no_fault(source: str) -> None:
    assert faults(source) in ([], ["isinstance(a, b) -> pass"])


def test_a_mutant_is_the_module_with_one_fault_at_the_line_as_it_is_written() -> None:
    source = "# a remark\n\nx = (\n    1,\n    2,\n)\n\ndef f(a=3):\n    return a + 'b'\n"
    found = list(mutants("module.py", source))
    imported, called = [(4, False), (5, False), (8, False)], [(9, True)] * 3
    assert [(mutant.line, mutant.called) for mutant in found] == imported + called
    for mutant in found:
        differs = [
            (was, now)
            for was, now in zip(plain(source).splitlines(), mutant.source.splitlines(), strict=True)
            if was != now
        ]
        assert len(differs) == 1 and ast.parse(mutant.source)


@pytest.mark.parametrize(
    ("room", "said"),
    [
        ("nowhere", "nowhere is no room"),
        ("README.md", "README.md is no room"),
        ("../somewhere", "../somewhere is no room"),
        ("assets", "no tests are known to look at assets"),
        ("viewmodels/steps/__init__.py", "there is nothing in which a fault could be put"),
    ],
)
def test_what_is_no_room_is_said_in_a_sentence(room: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([room]) == 2
    assert capsys.readouterr().err.startswith(f"scripts/mutate: {said}")


def test_the_nearest_tests_come_first_and_one_case_of_each_before_the_others() -> None:
    seconds = {"near/slow": 3.0, "far/many[b]": 1.0, "far/many[a]": 2.0, "far/one": 4.0, "far/elsewhere": 0.1}
    lines = CoverageData(no_disk=True)
    for test in seconds:
        lines.set_context(test)
        lines.add_lines({"module.py": [1, 2] if test == "far/elsewhere" else [1, 4]})
    (mutant,) = (m for m in mutants("module.py", "x = 1\n\n\ndef f():\n    return a < 2\n") if m.after == "a >= 2")
    chosen = Chooser(lines, seconds, ("near", "far"), limit=60).tests(mutant)
    assert chosen == ["near/slow", "far/many[b]", "far/one", "far/many[a]"]
    assert Chooser(lines, seconds, ("near", "far"), limit=8).tests(mutant) == chosen[:3]
    noticed = Counter({("module.py", "far/one"): 1, ("module.py", "far/elsewhere"): 2, ("other.py", "far/many[a]"): 3})
    known = Chooser(lines, seconds, ("near", "far"), 60, noticed).tests(mutant)
    assert known == ["far/one", "near/slow", "far/many[b]", "far/many[a]"]


def test_what_nobody_can_notice_is_a_fault_that_there_is() -> None:
    files = {file for file, *_ in reasons()}
    assert reasons().keys() <= {key(m) for file in files for m in mutants(file, (ROOT / file).read_text())}
