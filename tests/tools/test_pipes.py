"""A command whose reader has seen enough ends without a word, as other programs do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from commands.pipes import ENOUGH

ROOT = Path(__file__).parents[2]


def ended_early(program: list[str], read: int) -> tuple[int, str]:
    """The exit code and the complaints of a program of which only the first `read` bytes are read.

    The pipe holds less than it says: it has not ended by then.
    """
    with subprocess.Popen(
        [sys.executable, *program], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, pipesize=4096, bufsize=0
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert len(process.stdout.read(read)) == read
        process.stdout.close()
        return process.wait(), process.stderr.read().decode()


@pytest.mark.parametrize(
    ("arguments", "read"),
    [(["flows"], 1), (["flows", "--json"], 1), (["flows", "--dot"], 1), (["flows"], 0)],
    ids=lambda given: " ".join(given) if isinstance(given, list) else str(given),
)
def test_a_reader_may_go(arguments: list[str], read: int) -> None:
    assert ended_early(["main.py", *arguments], read) == (ENOUGH, "")


def test_another_broken_pipe_is_an_error() -> None:
    program = "import sys; from commands.pipes import until_nobody_reads as run\ndef f(): raise BrokenPipeError\nrun(f)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (1, "BrokenPipeError")


def test_the_reader_of_the_whole_gets_the_exit_code() -> None:
    done = subprocess.run([sys.executable, "main.py", "flows"], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert os.linesep in done.stdout
