"""The third parties that the terminal runs on, from what their packages say of themselves: `scripts/notice`.

The lock says which they are: those of the `dev` group only test, and are left out.
"""

import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageMetadata, metadata
from pathlib import Path
from typing import Any

from packaging.markers import Marker

ROOT = Path(__file__).parents[1]
NOTICE = ROOT / "NOTICE"
OURS = "shebao-kiosk"
HERE = {"sys_platform": "linux", "implementation_name": "cpython", "python_full_version": "3.11.0"}
"""What the lock is read for, wherever this runs: the oldest Python needs the most."""
UNSAID = {"sqlcipher3": "Zlib", "espeakng-loader": "GPL-3.0-or-later, as eSpeak NG, which it carries"}
"""Licences that stand in a package's licence file only, or are said by what it carries."""
FOUND = {"espeakng-loader": "https://github.com/thewh1teagle/espeakng-loader"}
"""Homes of packages that do not say theirs."""
HOMES = ("homepage", "home", "repository", "source", "source code", "github", "documentation")
HEAD = """\
社保费自助终端 (shebao-kiosk) is free software under GPL-3.0-or-later: see LICENSE.

It runs on the packages below, each by its authors and under its own licence. Packages that bring the whole text
have it in `.venv/lib/python3*/site-packages/*.dist-info`; what a package carries within itself (Qt in PySide6,
SQLCipher in sqlcipher3, OpenSSL in cryptography) has notices of its own, which its home leads to. Made by
`scripts/notice`.

"""


def runtime(lock: str) -> dict[str, str]:
    """What the program needs by a lock's text, itself left out: versions by name."""
    packages = {package["name"]: package for package in tomllib.loads(lock)["package"]}
    found: dict[str, str] = {}
    ahead = [*_needs(packages[OURS], packages)]
    while ahead:
        name = ahead.pop()
        if name not in found:
            found[name] = packages[name]["version"]
            ahead += _needs(packages[name], packages)
    return dict(sorted(found.items()))


def _needs(package: Mapping[str, Any], packages: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for need in package.get("dependencies", ()):
        if "marker" in need and not Marker(need["marker"]).evaluate(HERE):
            continue
        yield need["name"]
        for extra in need.get("extra", ()):
            yield from (more["name"] for more in packages[need["name"]]["optional-dependencies"][extra])


def licence(package: str, said: PackageMetadata) -> str:
    """An SPDX expression where there is one, or what is said instead. Raises ValueError if nothing is."""
    classes: list[str] = [
        one.rpartition(" :: ")[2] for one in said.get_all("Classifier", []) if one.startswith("License :: OSI")
    ]
    for found in (_one(said, "License-Expression"), _one(said, "License"), *classes, UNSAID.get(package, "")):
        if found:
            return found
    raise ValueError(f"{package} does not say its licence: look into its files, and say it in UNSAID")


def home(said: PackageMetadata) -> str:
    """Where its project is; empty if it does not say."""
    pairs = (url.partition(", ") for url in said.get_all("Project-URL", []))
    links: dict[str, str] = {label.lower(): address for label, _, address in pairs}
    return _one(said, "Home-page") or next((links[label] for label in HOMES if label in links), "")


def _one(said: PackageMetadata, key: str) -> str:
    """The first line of a field; empty if it is not there."""
    text: str = said.get_all(key, [""])[0]
    return text.partition("\n")[0]


def lines(packages: Mapping[str, str]) -> Iterator[str]:
    """A line for each: name, version, licence, home. Raises ValueError if another version is installed."""
    for name, version in packages.items():
        said = metadata(name)
        if said["Version"] != version:
            raise ValueError(f"{name} is {said['Version']} here, and {version} in uv.lock")
        yield f"{said['Name']} {version}: {licence(name, said)}; {home(said) or FOUND[name]}"


def notice() -> str:
    """All of NOTICE."""
    return HEAD + "\n".join(lines(runtime((ROOT / "uv.lock").read_text("utf-8")))) + "\n"


if __name__ == "__main__":
    NOTICE.write_text(notice(), "utf-8")
