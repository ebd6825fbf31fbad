"""How long very many people take to come into a bureau, and what else comes about them. `scripts/import-many`."""

import argparse
import json
import os
import resource
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from bureau.importing.importer import import_file
from bureau.importing.progress import bar
from bureau.importing.table import TABLES
from domain.identity.citizen import check_character
from kit.bureau.cluster import cluster_of_its_own
from storage.bureau.opening import make_bureau, open_bureau
from tests.bureau.importing.files import NOW, OFFICES

SURNAMES, GIVEN = "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗", "伟芳娜敏静丽强磊洋艳勇军杰娟涛明超秀霞平刚桂英华玉兰"
FIRST_BIRTH, DAYS = date(1950, 1, 1), 20_000
HEADERS = {kind: ",".join(chinese for chinese in table.columns.values()) for kind, table in TABLES.items()}


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/import-many", description=__doc__)
    parser.add_argument("--many", type=int, default=1_000_000, help="people (1000000)")
    parser.add_argument("--kinds", nargs="+", choices=HEADERS, default=["people"], help="the files, in order (people)")
    parser.add_argument(
        "--in", dest="place", type=Path, default=Path("/var/tmp"), help="where there is room (/var/tmp)"
    )
    given = parser.parse_args()
    with TemporaryDirectory(dir=given.place) as folder:
        print(json.dumps(_measured(given.many, given.kinds, given.place, Path(folder)), indent=2))
    return 0


def _measured(many: int, kinds: list[str], place: Path, folder: Path) -> dict[str, Any]:
    """Each file twice: the second time nothing is new. The server keeps what it has acknowledged."""
    told: dict[str, Any] = {}
    with cluster_of_its_own(place, shared_buffers="512MB", max_wal_size="4GB") as cluster:
        cluster.tell("CREATE DATABASE many TEMPLATE template0")
        make_bureau(cluster.url("many"), folder / "key", token=os.urandom)
        store = open_bureau(cluster.url("many"), folder / "key", token=os.urandom)
        for kind in kinds:
            file = folder / f"{kind}.csv"
            with file.open("w", encoding="utf-8") as out:
                out.writelines(line + "\n" for line in _lines(kind, many))
            for time in ("new", "again"):
                began, used = perf_counter(), process_time()
                done = import_file(store, kind, file, OFFICES, NOW, bar(sys.stderr))
                told[f"{kind}, {time}"] = {
                    "seconds": round(perf_counter() - began, 1),
                    "of these in Python": round(process_time() - used, 1),
                    **asdict(done)["counts"],
                    "faults": done.faulty,
                }
        store.close()
    return {**told, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10}


def _lines(kind: str, many: int) -> Iterator[str]:
    yield HEADERS[kind]
    for n in range(many):
        yield f"201,{_number(n)},{_rest(kind, n)}"


def _number(n: int) -> str:
    """Of nobody: the area belongs to no place."""
    series, day = divmod(n, DAYS)
    seventeen = f"520199{FIRST_BIRTH + timedelta(days=day):%Y%m%d}{series:03}"
    return seventeen + check_character(seventeen)


def _rest(kind: str, n: int) -> str:
    match kind:
        case "people":
            given = n // len(SURNAMES)
            name = SURNAMES[n % len(SURNAMES)] + GIVEN[given % len(GIVEN)] + GIVEN[given // len(GIVEN) % len(GIVEN)]
            return f"{name},否"
        case "enrolments":
            return "灵活就业,养老保险,520102P,灵活就业人员"
        case "arrears":
            return "灵活就业,养老保险,2026-01,520102P,60,4394.70,878.94"
    voucher = f"53{n:016}"
    return f"灵活就业,养老保险,2026-02,520102P,60,4394.70,878.94,{voucher},wechat,2026-02-03 10:00:00"


if __name__ == "__main__":
    sys.exit(main())
