import json
from pathlib import Path

import pytest

from journal.settings import Settings, load_settings, save_settings


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.json"
    changed = Settings(theme="dark", lock_after_min=3, backup_folder="somewhere")
    save_settings(path, changed)
    assert load_settings(path) == changed


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "[" * 60_000, '{"theme": 1, "lock_after_min": "ten"}', '{"lock_after_min": 0}', "\ud800"],
)
def test_an_unusable_file_falls_back_to_the_defaults(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert load_settings(path) == Settings()


def test_a_bad_value_does_not_take_the_good_ones_with_it(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"theme": "mauve", "text_px": 20, "lock_after_min": True, "unknown": 1}))
    assert load_settings(path) == Settings(text_px=20)


def test_locking_can_never_be_switched_off(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for minutes in (0, -1, 61, 10_000):
        path.write_text(json.dumps({"lock_after_min": minutes}))
        assert load_settings(path).lock_after_min == Settings().lock_after_min
