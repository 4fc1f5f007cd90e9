"""Making a journal, and its passphrase and recovery words, from the terminal."""

from __future__ import annotations

from journal.commands.call import Call
from journal.errors import AlreadyThere
from journal.paths import is_journal
from journal.unlocking import create_journal, must_be_there, recover_journal


def create(call: Call) -> None:
    """Makes a journal; its id goes to standard output, the recovery words once to standard error."""
    if is_journal(call.folder):
        raise AlreadyThere(what="journal")
    passphrase = call.terminal.new_secret("New passphrase")
    journal, words = create_journal(
        call.folder, passphrase, call.places, kdf=call.kdf, own_words=(call.folder.absolute().name,)
    )
    journal.lock()
    if call.args.json:
        call.terminal.say_json({"id": str(journal.id), "folder": str(call.folder), "recovery_words": list(words)})
        return
    call.terminal.tell(
        "These recovery words open the journal if the passphrase is forgotten. They are shown only now:",
        "write them down on paper and keep them where nobody else finds them.",
        f"    {' '.join(words)}",
    )
    call.terminal.say(str(journal.id))


def passphrase(call: Call) -> None:
    """Changes the passphrase."""
    must_be_there(call.folder)
    old = call.terminal.secret("Present passphrase")
    with call.journal(old) as journal:
        new = call.terminal.new_secret("New passphrase")
        journal.change_passphrase(old, new, kdf=call.kdf)
    call.terminal.tell(
        "The passphrase was changed. The recovery words stay valid.",
        "Older backups, and old copies of keys.json, still open with the former passphrase.",
    )


def recover(call: Call) -> None:
    """Opens with the recovery words and sets a new passphrase."""
    must_be_there(call.folder)
    words = call.terminal.secret("Recovery words")
    new = call.terminal.new_secret("New passphrase")
    recover_journal(call.folder, words, new, call.places, kdf=call.kdf).lock()
    call.terminal.tell("The journal opens with the new passphrase. The recovery words stay valid.")
