-- The first shape of a journal's rows. This file is a file format: it is never edited after release.
--
-- Ids that a person's rows are known by are UUID version 7, 16 bytes; `seq` is this file's own number for a row and
-- never leaves it, so that two computers can be joined later. Times are milliseconds since 1970-01-01 UTC; a day is
-- ISO 8601 text in the writer's own calendar. Positions are code points, half-open. `device` is the computer that
-- wrote the row last. What a person typed is TEXT (or packed TEXT), so that anybody with the key can read it without
-- this program.

PRAGMA application_id = 1129270871;  -- 0x434F4E57, "CONW"

-- The journal itself. `generation` rises with each checkpoint; an older file put back is noticed by it.
CREATE TABLE journal (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    id         BLOB NOT NULL CHECK (length(id) = 16),
    made_at    INTEGER NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0 CHECK (generation >= 0)
) STRICT;

-- Numbers about the journal that nobody typed: the last backup, the last check, a clean-up that is due.
CREATE TABLE fact (
    name  TEXT NOT NULL PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What was deleted for good: ids alone, so that joining two computers does not bring it back.
CREATE TABLE tombstone (
    id     BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    what   TEXT NOT NULL,
    at     INTEGER NOT NULL,
    device BLOB NOT NULL CHECK (length(device) = 16)
) STRICT, WITHOUT ROWID;


-- The register of people, places and organisations.
CREATE TABLE known_name (
    seq        INTEGER PRIMARY KEY,
    id         BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    kind       TEXT NOT NULL CHECK (kind IN ('person', 'place', 'organisation')),
    name       TEXT NOT NULL,
    role       TEXT NOT NULL,
    code       TEXT NOT NULL,
    code_key   TEXT UNIQUE,  -- the code with case and compositions folded; NULL where there is none
    note       TEXT NOT NULL,
    made_at    INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    device     BLOB NOT NULL CHECK (length(device) = 16)
) STRICT;

CREATE TABLE known_name_alias (
    name     INTEGER NOT NULL REFERENCES known_name ON DELETE CASCADE,
    position INTEGER NOT NULL,
    alias    TEXT NOT NULL,
    PRIMARY KEY (name, position)
) STRICT, WITHOUT ROWID;

-- What would give the writer away.
CREATE TABLE author (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    name       TEXT NOT NULL,
    employer   TEXT NOT NULL,
    job_title  TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    device     BLOB NOT NULL CHECK (length(device) = 16)
) STRICT;

CREATE TABLE author_word (
    list     TEXT NOT NULL CHECK (list IN ('alias', 'place', 'hidden')),
    position INTEGER NOT NULL,
    word     TEXT NOT NULL,
    PRIMARY KEY (list, position)
) STRICT, WITHOUT ROWID;

-- Words that the person said are never a finding.
CREATE TABLE never_flag (
    word_key TEXT NOT NULL PRIMARY KEY,  -- case and compositions folded
    word     TEXT NOT NULL,
    at       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;


-- One small row an entry, so that lists never pass a body. The text's own history: `revision` names the current text,
-- `parents` (16 bytes each, none to several) the kept texts it came from, `revised_at` and `revision_device` when and
-- where it was written. While `revision_open` is 1 the next save replaces the text without keeping it; `opened_at` is
-- when such a stretch of writing began.
CREATE TABLE entry (
    seq             INTEGER PRIMARY KEY,
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    kind            TEXT NOT NULL,
    title           TEXT NOT NULL,
    excerpt         TEXT NOT NULL,
    words           INTEGER NOT NULL,
    day             TEXT NOT NULL CHECK (length(day) = 10),
    written_at      INTEGER NOT NULL,
    changed_at      INTEGER NOT NULL,
    device          BLOB NOT NULL CHECK (length(device) = 16),
    revision        BLOB NOT NULL CHECK (length(revision) = 16),
    parents         BLOB NOT NULL CHECK (length(parents) % 16 = 0),
    revised_at      INTEGER NOT NULL,
    revision_device BLOB NOT NULL CHECK (length(revision_device) = 16),
    revision_open   INTEGER NOT NULL CHECK (revision_open IN (0, 1)),
    opened_at       INTEGER NOT NULL,
    star            INTEGER NOT NULL CHECK (star IN (0, 1)),
    congruence      INTEGER CHECK (congruence BETWEEN 0 AND 10),
    upr             INTEGER CHECK (upr BETWEEN 0 AND 10),
    empathy         INTEGER CHECK (empathy BETWEEN 0 AND 10),
    keep_until      TEXT CHECK (length(keep_until) = 10),
    trashed_at      INTEGER  -- the tombstone of the trash; NULL: in the timeline
) STRICT;

-- Lists and counts with filters by kind, star and day read this index alone. Ascending, so that new entries fill its
-- last page; lists walk it backwards.
CREATE INDEX entry_timeline ON entry (day, written_at, seq, kind, star) WHERE trashed_at IS NULL;
CREATE INDEX entry_trash ON entry (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX entry_open ON entry (revision_open) WHERE revision_open = 1;
CREATE INDEX entry_keep_until ON entry (keep_until) WHERE keep_until IS NOT NULL;

CREATE TABLE entry_body (
    seq  INTEGER PRIMARY KEY REFERENCES entry ON DELETE CASCADE,
    body TEXT NOT NULL
) STRICT;

-- Earlier texts only. `packed` is zlib (RFC 1950) over a UTF-8 JSON array: [title, body].
CREATE TABLE revision (
    seq     INTEGER PRIMARY KEY,
    id      BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    entry   INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
    parents BLOB NOT NULL CHECK (length(parents) % 16 = 0),
    device  BLOB NOT NULL CHECK (length(device) = 16),
    at      INTEGER NOT NULL,
    packed  BLOB NOT NULL
) STRICT;

CREATE INDEX revision_entry ON revision (entry, at);

CREATE TABLE tag (
    seq        INTEGER PRIMARY KEY,
    id         BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    name       TEXT NOT NULL,
    name_key   TEXT NOT NULL UNIQUE,  -- case and compositions folded: "Grief" and "grief" are one tag
    changed_at INTEGER NOT NULL,
    device     BLOB NOT NULL CHECK (length(device) = 16)
) STRICT;

CREATE TABLE entry_tag (
    entry    INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
    position INTEGER NOT NULL,
    tag      INTEGER NOT NULL REFERENCES tag,
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_tag_tag ON entry_tag (tag, entry);

CREATE TABLE entry_person (
    entry    INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name     INTEGER NOT NULL REFERENCES known_name ON DELETE CASCADE,
    session  INTEGER CHECK (session >= 1),
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_person_name ON entry_person (name, entry);

-- Ids of the prompt library that the entry answers.
CREATE TABLE entry_prompt (
    entry    INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
    position INTEGER NOT NULL,
    prompt   TEXT NOT NULL,
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

-- What is to be brought to supervision. `anchor` repeats the flagged words, so that the place is found after editing.
CREATE TABLE agenda_flag (
    seq         INTEGER PRIMARY KEY,
    id          BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    entry       INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    "start"     INTEGER NOT NULL CHECK ("start" >= 0),
    "end"       INTEGER NOT NULL CHECK ("end" >= "start"),
    anchor      TEXT NOT NULL,
    note        TEXT NOT NULL,
    UNIQUE (entry, position)
) STRICT;


-- The search index holds no text of its own: it reads title and body here.
CREATE VIEW entry_text AS
    SELECT entry.seq AS seq, entry.title AS title, entry_body.body AS body FROM entry JOIN entry_body USING (seq);

CREATE VIRTUAL TABLE entry_search USING fts5 (
    title, body,
    content = 'entry_text', content_rowid = 'seq',
    tokenize = 'unicode61 remove_diacritics 2', detail = full
);

INSERT INTO entry_search (entry_search, rank) VALUES ('rank', 'bm25(4.0, 1.0)');

-- The index is told the very words it was given, after each single statement: title and body lie in two tables, and
-- while one of them changes the other still is what the index knows.
CREATE TRIGGER entry_body_added AFTER INSERT ON entry_body BEGIN
    INSERT INTO entry_search (rowid, title, body) SELECT seq, title, new.body FROM entry WHERE seq = new.seq;
END;

CREATE TRIGGER entry_body_changed AFTER UPDATE OF body ON entry_body BEGIN
    INSERT INTO entry_search (entry_search, rowid, title, body)
        SELECT 'delete', seq, title, old.body FROM entry WHERE seq = old.seq;
    INSERT INTO entry_search (rowid, title, body) SELECT seq, title, new.body FROM entry WHERE seq = new.seq;
END;

CREATE TRIGGER entry_body_removed BEFORE DELETE ON entry_body BEGIN
    INSERT INTO entry_search (entry_search, rowid, title, body)
        SELECT 'delete', seq, title, old.body FROM entry WHERE seq = old.seq;
END;

CREATE TRIGGER entry_title_changed AFTER UPDATE OF title ON entry WHEN old.title IS NOT new.title BEGIN
    INSERT INTO entry_search (entry_search, rowid, title, body)
        SELECT 'delete', seq, old.title, body FROM entry_body WHERE seq = old.seq;
    INSERT INTO entry_search (rowid, title, body) SELECT seq, new.title, body FROM entry_body WHERE seq = new.seq;
END;

-- Before, not by the cascade: the cascade runs when the title is already gone.
CREATE TRIGGER entry_removed BEFORE DELETE ON entry BEGIN
    DELETE FROM entry_body WHERE seq = old.seq;
END;

CREATE TRIGGER entry_seq_fixed BEFORE UPDATE OF seq ON entry BEGIN
    SELECT raise(ABORT, 'seq is fixed');
END;

CREATE TRIGGER entry_body_seq_fixed BEFORE UPDATE OF seq ON entry_body BEGIN
    SELECT raise(ABORT, 'seq is fixed');
END;


-- `base` was copied once and holds all parts; `title` is the title as the changes leave it, for the list of posts.
CREATE TABLE post (
    seq        INTEGER PRIMARY KEY,
    id         BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    title      TEXT NOT NULL,
    base       TEXT NOT NULL,
    made_at    INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    device     BLOB NOT NULL CHECK (length(device) = 16)
) STRICT;

CREATE INDEX post_changed ON post (changed_at DESC, seq DESC);

-- Ids, not references: a post outlives the entry it was copied from.
CREATE TABLE post_source (
    post     INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
    position INTEGER NOT NULL,
    entry    BLOB NOT NULL CHECK (length(entry) = 16),
    revision BLOB NOT NULL CHECK (length(revision) = 16),
    "start"  INTEGER NOT NULL CHECK ("start" >= 0),
    "end"    INTEGER NOT NULL CHECK ("end" >= "start"),
    PRIMARY KEY (post, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX post_source_entry ON post_source (entry);

CREATE TABLE post_part (
    post     INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
    position INTEGER NOT NULL,
    part     TEXT NOT NULL,
    "start"  INTEGER NOT NULL CHECK ("start" >= 0),
    "end"    INTEGER NOT NULL CHECK ("end" >= "start"),
    PRIMARY KEY (post, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE post_change (
    post       INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    "start"    INTEGER NOT NULL CHECK ("start" >= 0),
    "end"      INTEGER NOT NULL CHECK ("end" >= "start"),
    new_text   TEXT NOT NULL,
    reason     TEXT NOT NULL,
    kind       TEXT NOT NULL,
    treatment  TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    PRIMARY KEY (post, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE post_stand_in (
    post     INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
    position INTEGER NOT NULL,
    entity   TEXT NOT NULL,
    words    TEXT NOT NULL,
    PRIMARY KEY (post, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE post_date_offset (
    post     INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
    position INTEGER NOT NULL,
    entity   TEXT NOT NULL,
    days     INTEGER NOT NULL,
    PRIMARY KEY (post, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE post_answer (
    post     INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
    position INTEGER NOT NULL,
    question TEXT NOT NULL,
    answer   TEXT NOT NULL,
    PRIMARY KEY (post, position)
) STRICT, WITHOUT ROWID;

-- What left the journal. `post` is an id, not a reference: the log stays when the post is deleted.
CREATE TABLE export (
    seq        INTEGER PRIMARY KEY,
    id         BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    post       BLOB NOT NULL CHECK (length(post) = 16),
    at         INTEGER NOT NULL,
    format     TEXT NOT NULL,
    folder     TEXT NOT NULL,
    file_name  TEXT NOT NULL,
    sha256     TEXT NOT NULL,
    decided    INTEGER NOT NULL,
    kept       INTEGER NOT NULL,
    decided_by TEXT NOT NULL,
    unanswered TEXT NOT NULL,  -- JSON array of question ids
    device     BLOB NOT NULL CHECK (length(device) = 16)
) STRICT;

CREATE INDEX export_post ON export (post, at);


CREATE TABLE prompt_shown (
    prompt TEXT NOT NULL PRIMARY KEY,
    at     INTEGER NOT NULL,  -- the last time
    times  INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE notice_dismissed (
    code TEXT NOT NULL PRIMARY KEY,
    at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Where the person was when this journal locked, on each computer.
CREATE TABLE place (
    device BLOB NOT NULL PRIMARY KEY CHECK (length(device) = 16),
    page   TEXT NOT NULL,
    entry  BLOB CHECK (length(entry) = 16),
    caret  INTEGER NOT NULL CHECK (caret >= 0),
    post   BLOB CHECK (length(post) = 16)
) STRICT, WITHOUT ROWID;

-- Preferences that could name somebody, so that they are no settings.
CREATE TABLE preference (
    name       TEXT NOT NULL PRIMARY KEY,
    value      TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    device     BLOB NOT NULL CHECK (length(device) = 16)
) STRICT, WITHOUT ROWID;
