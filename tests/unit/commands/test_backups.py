"""Backups from the terminal."""

from __future__ import annotations

from pathlib import Path

from tests.unit.commands.running import OTHER, Cli


def test_a_backup_is_made_looked_into_verified_and_restored(cli: Cli, tmp_path: Path) -> None:
    entry = cli.new("before the backup", "--title", "Before")
    made = cli("backup", tmp_path / "backups", "--json").json
    assert made["entries"] == 1
    later = cli.new("after the backup")
    assert "The backup is whole: 1 entries" in cli("verify", made["file"]).out
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
