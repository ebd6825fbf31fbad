"""A release is taken, tried, kept or given back; whatever is wrong with it, the old one runs."""

import tarfile
from pathlib import Path

import pytest

from adapters.updating import trial
from adapters.updating.releases import CURRENT, PREVIOUS, UpdateFailed
from adapters.updating.running import superseded
from tests.adapters.updating.stand import NEW, OLD, Stand, archive, is_whole


@pytest.fixture
def stand(tmp_path: Path) -> Stand:
    return Stand(tmp_path)


def test_a_release_that_is_well_for_ten_minutes_stays_and_the_old_one_goes(stand: Stand) -> None:
    stand.updater.update(archive(stand.folder))
    assert (stand.releases.linked(CURRENT), stand.releases.linked(PREVIOUS)) == (NEW, OLD)
    assert stand.host.runs == OLD and stand.host.watched == 1, "who is there is not disturbed"
    began = stand.clock
    stand.updater.watch()
    assert stand.clock - began >= 600
    assert stand.host.began == [NEW] and stand.releases.all() == (NEW,)
    assert is_whole(stand.releases.place(NEW))
    assert trial.read(stand.folder / "opt") is None and not (stand.folder / "opt" / "saved").exists()
    assert stand.said[-1] == f"{NEW} stays"


def test_a_release_that_ails_is_taken_back(stand: Stand) -> None:
    stand.updater.update(archive(stand.folder))
    stand.host.illness = "store: cannot be written"
    stand.updater.watch()
    assert stand.host.runs == OLD and stand.host.began == [NEW, OLD]
    assert stand.releases.all() == (OLD,) and stand.releases.linked(CURRENT) == OLD


def test_who_closes_a_release_on_trial_does_not_take_it_back_and_its_ten_minutes_begin_when_it_runs_again(
    stand: Stand,
) -> None:
    stand.updater.update(archive(stand.folder))
    began = stand.clock

    def happens() -> None:
        stand.host.is_closed = 300 <= stand.clock - began < 4000
        stand.host.illness = "shebao-kiosk does not run" if stand.host.is_closed else ""

    stand.happens = happens
    stand.updater.watch()
    assert stand.host.began == [NEW] and stand.said[-1] == f"{NEW} stays"
    assert stand.clock - began >= 4590


@pytest.mark.parametrize("well", [True, False])
def test_a_night_without_power_is_no_trial(stand: Stand, well: bool) -> None:
    stand.updater.update(archive(stand.folder))
    stand.updater.save()
    stand.host.begin_anew()
    stand.clock += 50_000
    stand.host.illness = "" if well else "store: cannot be written"
    began = stand.clock
    stand.updater.watch()
    assert stand.host.runs == (NEW if well else OLD)
    assert stand.clock - began == (600 if well else 20)


def test_a_store_with_new_tables_is_put_back_with_the_old_release(stand: Stand) -> None:
    stand.updater.update(archive(stand.folder, store_version=2))
    stand.updater.save()
    stand.host.begin_anew()
    assert stand.host.store.read_text() == "2\n"
    stand.updater.back()
    assert stand.host.store.read_text() == "1\n" and stand.host.runs == OLD


def test_what_was_written_since_is_never_lost_by_going_back(stand: Stand) -> None:
    stand.updater.update(archive(stand.folder, store_version=2))
    stand.updater.save()
    stand.host.begin_anew()
    stand.host.write()
    with pytest.raises(UpdateFailed, match="somebody has to come"):
        stand.updater.back()
    assert stand.host.store.read_text() == "2\n" and stand.releases.linked(CURRENT) == NEW


def test_with_the_same_tables_it_goes_back_whatever_was_written(stand: Stand) -> None:
    stand.updater.update(archive(stand.folder))
    stand.updater.save()
    stand.host.begin_anew()
    stand.host.write()
    stand.updater.back()
    assert stand.host.runs == OLD and (stand.folder / "data" / "hall.sqlite.anchor").read_bytes() == b"01"


def test_what_is_not_signed_by_who_makes_releases_stays_packed(stand: Stand) -> None:
    file = archive(stand.folder, signed_by="stranger")
    with pytest.raises(UpdateFailed, match="not signed"):
        stand.updater.update(file)
    file.with_name(file.name + ".minisig").unlink()
    with pytest.raises(UpdateFailed, match="no signature"):
        stand.updater.update(file)
    assert stand.releases.all() == (OLD,)


def test_an_archive_that_was_changed_by_a_byte_is_not_believed(stand: Stand) -> None:
    file = archive(stand.folder)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(UpdateFailed, match="not signed"):
        stand.updater.update(file)


@pytest.mark.parametrize("inside", ["../evil", "/evil", "evil", f"{NEW}/../../evil"])
def test_an_archive_that_is_no_release_changes_nothing(stand: Stand, inside: str) -> None:
    file = stand.folder / "odd.tar.xz"
    with tarfile.open(file, "w:xz") as packed:
        packed.add(stand.folder / "maker.pub", f"{NEW}/part")
        packed.add(stand.folder / "maker.pub", inside)
    with pytest.raises(UpdateFailed):
        stand.releases.unpack(file)
    assert stand.releases.all() == (OLD,) and not (stand.folder / "evil").exists()


@pytest.mark.parametrize(
    ("leads_to", "kind", "taken"),
    [
        ("/usr/bin/python3", tarfile.SYMTYPE, True),
        ("part", tarfile.SYMTYPE, True),
        ("/etc/shadow", tarfile.SYMTYPE, False),
        ("../../../etc/shadow", tarfile.SYMTYPE, False),
        ("part", tarfile.LNKTYPE, False),
        ("", tarfile.FIFOTYPE, False),
        ("", tarfile.CHRTYPE, False),
    ],
)
def test_what_a_release_may_lead_to(stand: Stand, leads_to: str, kind: bytes, taken: bool) -> None:
    file = stand.folder / "links.tar.xz"
    odd = tarfile.TarInfo(f"{NEW}/odd")
    odd.type, odd.linkname = kind, leads_to
    with tarfile.open(file, "w:xz") as packed:
        packed.add(stand.folder / "maker.pub", f"{NEW}/kiosk")
        packed.addfile(odd)
    if taken:
        assert stand.releases.unpack(file) == NEW
    else:
        with pytest.raises(UpdateFailed, match="belongs to no release"):
            stand.releases.unpack(file)
        assert stand.releases.all() == (OLD,)


def test_a_release_that_cannot_read_the_store_is_not_taken(stand: Stand) -> None:
    stand.host.store.write_text("3\n")
    with pytest.raises(UpdateFailed, match="was not taken"):
        stand.updater.update(archive(stand.folder))
    assert stand.releases.linked(CURRENT) == OLD


def test_two_trials_are_not_under_way_at_once(stand: Stand) -> None:
    file = archive(stand.folder)
    stand.updater.update(file)
    with pytest.raises(UpdateFailed, match="on trial"):
        stand.updater.update(file)


def test_a_terminal_knows_that_another_release_is_current(stand: Stand) -> None:
    old = stand.releases.place(OLD)
    assert not superseded(old)
    stand.updater.update(archive(stand.folder))
    assert superseded(old) and not superseded(stand.releases.place(NEW))
    assert not superseded(), "a tree that is no release"
