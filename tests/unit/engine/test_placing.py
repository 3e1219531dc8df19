from pathlib import Path

import pytest

from dictate.engine import placing
from dictate.errors import DownloadFailed, ModelDamaged
from tests.fakes.model_folder import write_model


def test_a_new_model_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    place, fresh = write_model(tmp_path / "base"), write_model(tmp_path / ".base.part")
    (fresh / "new").touch()
    placing.put_in_place(fresh, place)
    assert (place / "new").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["base"]


def test_an_exchange_cut_in_two_by_a_crash_is_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, fresh = write_model(tmp_path / "base"), write_model(tmp_path / ".base.part")
    renamed = Path.rename

    def crash_at_the_second(self: Path, target: Path) -> Path:
        if self == fresh:
            raise KeyboardInterrupt
        return renamed(self, target)

    monkeypatch.setattr(Path, "rename", crash_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        placing.put_in_place(fresh, place)
    assert not place.exists()
    with placing.reserved(place, "base"):
        assert (place / "model.bin").is_file()


def test_what_was_half_deleted_does_not_come_back(tmp_path: Path) -> None:
    place = tmp_path / "base"
    write_model(placing.doomed_of(place)).joinpath("config.json").unlink()
    with placing.reserved(place, "base"):
        assert not place.exists()


def test_no_lock_is_left_whatever_became_of_it(tmp_path: Path) -> None:
    place = tmp_path / "base"
    with placing.reserved(place, "base"):
        place.mkdir()
    with pytest.raises(ModelDamaged), placing.reserved(place, "base"):
        raise ModelDamaged("It is not whole.")
    assert [path.name for path in tmp_path.iterdir()] == ["base"]


def test_one_program_at_a_time_has_a_model(tmp_path: Path) -> None:
    place = tmp_path / "base"
    with placing.reserved(place, "base"):
        for _ in range(2):  # who was refused takes nothing away
            with pytest.raises(DownloadFailed, match="another program"):
                _reserve(place)
    _reserve(place)


def _reserve(place: Path) -> None:
    with placing.reserved(place, "base"):
        pass


def test_some_space_is_left_to_others(tmp_path: Path) -> None:
    placing.check_space(tmp_path, 1000, 1000 + placing.SPARE_BYTES, "base")
    with pytest.raises(DownloadFailed, match="needs 52 MB more"):
        placing.check_space(tmp_path, 1000, 999 + placing.SPARE_BYTES, "base")


def test_other_troubles_of_the_disk_name_the_setting(tmp_path: Path) -> None:
    with (
        pytest.raises(DownloadFailed, match="cannot be written") as caught,
        placing.disk_trouble_told(tmp_path, "download"),
    ):
        (tmp_path / "none" / "file").touch()
    assert "DICTATE_MODELS" in caught.value.next_step
