"""A set-up tree runs for a service account: read-only, without home, cache or network; it writes beside its store only.

The whole machine is read-only but the store's folder, in a namespace of its own; that takes root.
"""

import os
import pwd
import subprocess
from pathlib import Path

import pytest

import main
from adapters.settings import Settings, SettingsError
from tests.tools.starts import start

ROOT = Path(__file__).parents[2]

ANYWHERE = r"""
set -euo pipefail
python=$(readlink -f "$1/.venv/bin/python")
# A home that nobody may look into, though Python may live there.
if [[ $python == "$HOME"/* ]]; then
  base=$(dirname "$(dirname "$python")")
  mount --bind "$base" /mnt
  mount -t tmpfs -o mode=0755 tmpfs "$HOME"
  mkdir -p "$base"
  mount --move /mnt "$base"
fi
place=$(dirname "$NOTIFY_SOCKET")
chmod 0777 "$place" "$NOTIFY_SOCKET"
# The service lives in a copy of the tree that nobody has entered before it is read-only: no mount of it can be busy.
mount --rbind / /mnt
mount --bind "$place" /mnt/mnt
while read -r _ at _; do
  case $at in
    /mnt/mnt | /mnt/proc | /mnt/proc/* | /mnt/sys | /mnt/sys/* | /mnt/dev | /mnt/dev/*) ;;
    /mnt | /mnt/*) if [[ -e $at ]]; then mount -o remount,bind,ro "$at"; fi ;;
  esac
done < <(tac /proc/self/mounts)
"$python" -c '
import fcntl, socket, struct
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
    fcntl.ioctl(any_socket, 0x8914, struct.pack("16sH14x", b"lo", 0x41))
'
exec chroot /mnt setpriv --reuid 65534 --regid 65534 --clear-groups --inh-caps=-all env -i PATH=/usr/bin:/bin \
  NOTIFY_SOCKET="/mnt/$(basename "$NOTIFY_SOCKET")" KIOSK_STORE=/mnt/store/demo.sqlite \
  QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software "$1/kiosk" "${@:2}"
"""


def may_make_namespaces() -> bool:
    return os.geteuid() == 0 and subprocess.run(["unshare", "--mount", "--net", "true"]).returncode == 0


@pytest.mark.skipif(not may_make_namespaces(), reason="needs root, to make a read-only machine")
def test_a_service_account_on_a_read_only_machine_without_a_network() -> None:
    ours = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    subprocess.run([ROOT / "kiosk", "flows"], env=ours, check=True, stdout=subprocess.DEVNULL)  # what is missing
    done = start(command=["unshare", "--mount", "--net", "bash", "-c", ANYWHERE, "anywhere", str(ROOT)])
    assert done.well, done.said
    assert done.said == "READY=1"


def test_who_has_no_home_is_asked_for_a_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """And a folder of the name ~ is not made."""

    def nobody(_: int) -> pwd.struct_passwd:
        raise KeyError

    for name in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", nobody)
    with pytest.raises(SettingsError, match="store"):
        main.open_store(Settings())
