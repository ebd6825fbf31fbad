"""A bureau from its first command to a terminal's first question, as processes."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import psycopg
import pytest

import main
from adapters.bureau.enrolment import trusting
from adapters.bureau.line import TIME
from adapters.runtime import Machine
from kit.bureau.cluster import Cluster
from kit.simulators.loopback import free_port

ROOT = Path(__file__).parents[2]


@pytest.fixture
def config(cluster: Cluster, tmp_path: Path) -> Iterator[Path]:
    """The settings of a bureau whose database is empty."""
    name = cluster.create()
    file = tmp_path / "bureau.toml"
    ports = [free_port(), free_port()]
    file.write_text(
        f"""
name = "贵阳市税务局"
database = "{cluster.url(name)}"
folder = "{tmp_path / "bureau"}"
address = "127.0.0.1:{ports[0]}"
desk_address = "127.0.0.1:{ports[1]}"
names = ["127.0.0.1", "localhost"]
""",
        "utf-8",
    )
    yield file
    cluster.over.append(name)


def bureau(config: Path, what: str, *words: str) -> int:
    return main.main(["bureau", what, "--config", str(config), *words])


@contextmanager
def serving(config: Path) -> Iterator[None]:
    """The service as a process, once it answers."""
    ports = [line.split(":")[1].strip('"\n') for line in config.read_text("utf-8").splitlines() if "address" in line]
    process = subprocess.Popen([sys.executable, ROOT / "main.py", "bureau", "serve", "--config", config], cwd="/")
    try:
        for port in ports:
            while True:
                assert process.poll() is None
                try:
                    socket.create_connection(("127.0.0.1", int(port)), 1).close()
                except OSError:
                    continue
                break
        yield
        process.send_signal(signal.SIGTERM)
        assert process.wait(15) in {0, -signal.SIGTERM}
    finally:
        process.kill()
        process.wait()


def test_from_init_to_a_terminals_first_question(
    config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bureau(config, "init", "--staff", "1001", "--name", "王芳") == 0
    ca = tmp_path / "bureau" / "authority" / "ca.pem"
    assert str(ca) in capsys.readouterr().out
    assert bureau(config, "init", "--staff", "1001", "--name", "王芳") == 1
    assert "not empty" in capsys.readouterr().err
    assert bureau(config, "enrol", "--terminal", "T0107", "--hall", "南明区办税服务厅") == 0
    code = capsys.readouterr().out.strip()
    port = config.read_text("utf-8").split('address = "127.0.0.1:')[1].split('"')[0]
    hall = tmp_path / "kiosk.toml"
    hall.write_text(
        f"""
hall = "南明区办税服务厅"
city = "贵阳市"
terminal = "T0107"
store = "{tmp_path / "hall" / "hall.sqlite"}"
[bureau]
url = "https://localhost:{port}"
ca_file = "{ca}"
networks = ["wechat"]
""",
        "utf-8",
    )
    enrol = ["enrol", "--config", str(hall), "--code"]
    with serving(config):
        assert main.main([*enrol, "AAAA-BBBB-CCCC-DDDD"]) == 1
        assert "is none, was used before, or is too old" in capsys.readouterr().err
        assert main.main([*enrol, code]) == 0
        assert main.main([*enrol, code]) == 1
        file = tmp_path / "hall" / "bureau.pem"
        assert file.stat().st_mode & 0o777 == 0o600
        now = {TIME: Machine().now().isoformat()}
        with httpx2.Client(verify=trusting(ca, file), base_url=f"https://127.0.0.1:{port}", headers=now) as client:
            assert client.post("/v1/copies/upto", content=b"{}").json() == 0
            assert client.post("/v1/copies/word", content=json.dumps({"health": "{}"}).encode()).json() == []
            assert bureau(config, "terminals", "--revoke", "T0107") == 0
            assert client.post("/v1/copies/upto", content=b"{}").status_code == 401
    capsys.readouterr()
    assert bureau(config, "terminals") == 0
    assert "T0107      revoked" in capsys.readouterr().out
    assert bureau(config, "check") == 0
    os.truncate(tmp_path / "bureau" / "bureau.key", 0)
    assert bureau(config, "check") == 1
    assert "has to hold" in (told := capsys.readouterr().err) or "must hold 64" in told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("name =", "nome =", "nome: is no setting"),
        ("postgresql+psycopg://", "mysql://", "database"),
        ('names = ["127.0.0.1", "localhost"]', "names = []", "names"),
        ("127.0.0.1:", "0.0.0.0:", "address"),
    ],
)
def test_settings_that_cannot_be_are_told_with_their_line(
    config: Path, old: str, new: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    config.write_text(config.read_text("utf-8").replace(old, new), "utf-8")
    assert bureau(config, "check") == 1
    error = capsys.readouterr().err
    assert told in error and f"{config}:" in error


def test_a_certificate_that_counts_by_no_entry_is_found(
    cluster: Cluster, config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bureau(config, "init", "--staff", "1001", "--name", "王芳") == 0
    for _ in range(2):
        assert bureau(config, "enrol", "--terminal", "T0107", "--hall", "南明区办税服务厅") == 0
    assert bureau(config, "terminals", "--revoke", "T0107") == 0
    assert bureau(config, "check") == 0
    name = config.read_text("utf-8").split("/test")[1].split("?")[0]
    with psycopg.connect(host=str(cluster.folder), user="bureau", dbname=f"test{name}", autocommit=True) as database:
        database.execute("UPDATE terminals SET certificate = 'abc', state = 'enrolled'")
        with pytest.raises(psycopg.Error, match="never changed"):
            database.execute("UPDATE terminal_entries SET who = 'nobody'")
    capsys.readouterr()
    assert bureau(config, "check") == 2
    assert "terminal T0107" in capsys.readouterr().out
