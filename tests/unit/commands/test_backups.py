"""Backups from the terminal."""

from __future__ import annotations

from pathlib import Path

from tests.unit.commands.running import OTHER, Cli


def test_a_backup_is_made_looked_into_verified_and_restored(cli: Cli, tmp_path: Path) -> None:
    entry = cli.new("before the backup", "--title", "Before")
    made = cli("backup", tmp_path / "backups", "--json").json
    assert made["entries"] == 1
    later = cli.new("after the backup")
    assert "The backup is whole: 1 entry of" in cli("verify", made["file"]).out
    assert "Before" in cli("restore", made["file"], "--preview").out
    assert len(cli("list", "--json").json) == 2
    restored = cli("restore", made["file"])
    assert restored.status == 0, restored.err
    assert restored.out == f"{cli.folder}\n"
    assert "before-restore-" in restored.err
    assert [row["id"] for row in cli("list", "--json").json] == [entry]
    assert cli("show", later).status == 1
    assert cli("verify", "--json").json == {"ok": True, "entries": 1}


def test_a_damaged_backup_or_a_wrong_passphrase_restores_nothing(cli: Cli, tmp_path: Path) -> None:
    cli.new("kept")
    backup = Path(cli("backup", tmp_path / "backups").out.strip())
    assert cli("restore", backup, stdin=f"{OTHER}\n").err == (
        "congruence-cli: That passphrase does not open this journal.\n"
    )
    data = bytearray(backup.read_bytes())
    data[len(data) // 2] ^= 1
    backup.write_bytes(data)
    assert "This backup is not whole (journal.db)." in cli("restore", backup).err
    assert "This backup is not whole (journal.db)." in cli("verify", backup).err
    assert len(cli("list", "--json").json) == 1


def test_what_is_no_backup_is_told_apart(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no zip")
    told = {name: cli("verify", tmp_path / name).err for name in ("nowhere", "text", ".")}
    assert told == {
        "nowhere": "congruence-cli: There is no such backup.\n",
        "text": "congruence-cli: This is no backup of Congruence, or it is damaged. Nothing was changed.\n",
        ".": "congruence-cli: This is not a backup of Congruence.\n",
    }
    assert cli("restore", tmp_path / "nowhere", stdin="").err == told["nowhere"]


def test_neither_a_backup_nor_a_draft_nor_answers_land_in_the_journals_folder(cli: Cli, tmp_path: Path) -> None:
    entry = cli.new("A quiet evening.")
    (tmp_path / "in.jsonl").write_text("")
    before = {path.name: path.read_bytes() for path in cli.folder.iterdir()}
    for args in (
        ("backup", cli.folder),
        ("backup", cli.folder / "backups"),
        ("draft", entry, "--accept-proposals", "--force", "--out", cli.folder / "journal.db"),
        ("findings", "--jsonl", tmp_path / "in.jsonl", "--out", cli.folder / "keys.json"),
    ):
        refused = cli(*args)
        assert refused.status == 1
        assert "inside a journal's own folder. Nothing was written" in refused.err
    assert {path.name: path.read_bytes() for path in cli.folder.iterdir()} == before


def test_a_damaged_page_is_named_by_verify(cli: Cli) -> None:
    cli.new("words " * 4000)
    database = cli.folder / "journal.db"
    data = bytearray(database.read_bytes())
    data[-4000] ^= 1
    database.write_bytes(data)
    refused = cli("verify")
    assert refused.status == 1
    assert f"(page {len(data) // 4096})" in refused.err
