-- The practice side: supervision, its agenda, check-ins, templates, CPD, threads. Like the first step this file is a
-- file format: it is never edited after release.
--
-- Every row that a person makes has the same first columns: its id, when it was made and changed and on which computer,
-- and the history of its words: `revision` names the words as they are, `parents` (16 bytes each, none to several) the
-- kept ones they came from, `revised_at` and `revision_device` when and where they were written, `opened_at` when that
-- stretch of writing began. A choice is an id; days are local; lists inside a row are JSON, so that anybody with the
-- key can read them.

-- Earlier words of any of these rows: `of` is the row's id, `what` its table. `packed` is zlib (RFC 1950) over a UTF-8
-- JSON array of pairs: [column, text].
CREATE TABLE practice_revision (
    seq     INTEGER PRIMARY KEY,
    id      BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    of      BLOB NOT NULL CHECK (length(of) = 16),
    what    TEXT NOT NULL,
    parents BLOB NOT NULL CHECK (length(parents) % 16 = 0),
    device  BLOB NOT NULL CHECK (length(device) = 16),
    at      INTEGER NOT NULL,
    packed  BLOB NOT NULL
) STRICT;

CREATE INDEX practice_revision_of ON practice_revision (of, at);

-- A supervision meeting, planned or held: the fields of resources/practice/supervision.toml under their own ids. A
-- choice is the id made from its words; `status` is empty while the meeting is to come. `cases`, `client_themes` and
-- `conditions` are JSON arrays of text, `actions` of objects (what, by, due, done_on). Shares are per cent.
CREATE TABLE supervision (
    seq             INTEGER PRIMARY KEY,
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    made_at         INTEGER NOT NULL,
    changed_at      INTEGER NOT NULL,
    device          BLOB NOT NULL CHECK (length(device) = 16),
    revision        BLOB NOT NULL CHECK (length(revision) = 16),
    parents         BLOB NOT NULL CHECK (length(parents) % 16 = 0),
    revised_at      INTEGER NOT NULL,
    revision_device BLOB NOT NULL CHECK (length(revision_device) = 16),
    opened_at       INTEGER NOT NULL,
    date_planned    TEXT CHECK (length(date_planned) = 10),
    date_held       TEXT CHECK (length(date_held) = 10),
    status          TEXT NOT NULL,
    reason          TEXT NOT NULL,
    changed_by      TEXT NOT NULL,
    cover           TEXT NOT NULL,
    minutes         INTEGER CHECK (minutes >= 0),
    minutes_planned INTEGER CHECK (minutes_planned >= 0),
    role_here       TEXT NOT NULL,
    kind            TEXT NOT NULL,
    format          TEXT NOT NULL,
    medium          TEXT NOT NULL,
    group_size      INTEGER CHECK (group_size >= 1),
    with_role       TEXT NOT NULL,
    line_manages_me TEXT NOT NULL,
    contract        TEXT NOT NULL,
    voluntary       TEXT NOT NULL,
    cases           TEXT NOT NULL,
    not_reached     TEXT NOT NULL,
    caseload_review TEXT NOT NULL,
    risk_raised     TEXT NOT NULL,
    risk_raised_by  TEXT NOT NULL,
    alarm           TEXT NOT NULL,
    recorded_elsewhere TEXT NOT NULL,
    actions         TEXT NOT NULL,
    normative       INTEGER CHECK (normative BETWEEN 0 AND 100),
    formative       INTEGER CHECK (formative BETWEEN 0 AND 100),
    restorative     INTEGER CHECK (restorative BETWEEN 0 AND 100),
    client_themes   TEXT NOT NULL,
    conditions      TEXT NOT NULL,
    impact          TEXT NOT NULL,
    next            TEXT CHECK (length(next) = 10)
) STRICT;

CREATE INDEX supervision_day ON supervision (coalesce(date_held, date_planned));

CREATE TRIGGER supervision_removed AFTER DELETE ON supervision BEGIN
    DELETE FROM practice_revision WHERE of = old.id;
END;


-- A matter for supervision, and what came back. Flagged in an entry it has the id of its `agenda_flag` (`flagged`),
-- which holds the flagged words; those go with the entry, the person's own words here stay. `about` is somebody of the
-- register.
CREATE TABLE agenda_item (
    seq             INTEGER PRIMARY KEY,
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    made_at         INTEGER NOT NULL,
    changed_at      INTEGER NOT NULL,
    device          BLOB NOT NULL CHECK (length(device) = 16),
    revision        BLOB NOT NULL CHECK (length(revision) = 16),
    parents         BLOB NOT NULL CHECK (length(parents) % 16 = 0),
    revised_at      INTEGER NOT NULL,
    revision_device BLOB NOT NULL CHECK (length(revision_device) = 16),
    opened_at       INTEGER NOT NULL,
    title           TEXT NOT NULL,
    why             TEXT NOT NULL,
    want            TEXT NOT NULL,
    not_sure        INTEGER NOT NULL CHECK (not_sure IN (0, 1)),
    how_soon        TEXT NOT NULL,
    flagged         INTEGER NOT NULL CHECK (flagged IN (0, 1)),
    flagged_on      TEXT NOT NULL CHECK (length(flagged_on) = 10),
    remind_on       TEXT CHECK (length(remind_on) = 10),
    entry           BLOB REFERENCES entry (id) ON DELETE SET NULL,
    about           BLOB REFERENCES known_name (id) ON DELETE SET NULL,
    session         BLOB REFERENCES supervision (id) ON DELETE SET NULL,
    said            TEXT NOT NULL,
    changes         TEXT NOT NULL,
    follow_up       TEXT NOT NULL,
    follow_up_on    TEXT CHECK (length(follow_up_on) = 10),
    closed_on       TEXT CHECK (length(closed_on) = 10)
) STRICT;

CREATE INDEX agenda_item_entry ON agenda_item (entry);
CREATE INDEX agenda_item_about ON agenda_item (about);
CREATE INDEX agenda_item_session ON agenda_item (session);
CREATE INDEX agenda_item_open ON agenda_item (flagged_on) WHERE closed_on IS NULL;

CREATE TRIGGER agenda_item_removed AFTER DELETE ON agenda_item BEGIN
    DELETE FROM practice_revision WHERE of = old.id;
END;

-- A flag to which nobody added a word says nothing once its entry is gone.
CREATE TRIGGER entry_agenda_removed BEFORE DELETE ON entry BEGIN
    DELETE FROM agenda_item WHERE entry = old.id AND title || why || want || said || changes || follow_up = '';
    UPDATE agenda_item SET flagged = 0 WHERE entry = old.id;
END;


-- One filling-in of a measure. An item that was skipped has no row; scores are worked out, never stored.
CREATE TABLE check_in (
    seq             INTEGER PRIMARY KEY,
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    made_at         INTEGER NOT NULL,
    changed_at      INTEGER NOT NULL,
    device          BLOB NOT NULL CHECK (length(device) = 16),
    revision        BLOB NOT NULL CHECK (length(revision) = 16),
    parents         BLOB NOT NULL CHECK (length(parents) % 16 = 0),
    revised_at      INTEGER NOT NULL,
    revision_device BLOB NOT NULL CHECK (length(revision_device) = 16),
    opened_at       INTEGER NOT NULL,
    measure         TEXT NOT NULL,
    day             TEXT NOT NULL CHECK (length(day) = 10),
    client_word     TEXT NOT NULL,
    note            TEXT NOT NULL
) STRICT;

CREATE INDEX check_in_day ON check_in (measure, day);

CREATE TRIGGER check_in_removed AFTER DELETE ON check_in BEGIN
    DELETE FROM practice_revision WHERE of = old.id;
END;

CREATE TABLE check_in_answer (
    check_in INTEGER NOT NULL REFERENCES check_in ON DELETE CASCADE,
    item     TEXT NOT NULL,
    value    INTEGER NOT NULL,
    PRIMARY KEY (check_in, item)
) STRICT, WITHOUT ROWID;


-- What happened, in the person's own words, for the charts.
CREATE TABLE own_event (
    seq             INTEGER PRIMARY KEY,
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    made_at         INTEGER NOT NULL,
    changed_at      INTEGER NOT NULL,
    device          BLOB NOT NULL CHECK (length(device) = 16),
    revision        BLOB NOT NULL CHECK (length(revision) = 16),
    parents         BLOB NOT NULL CHECK (length(parents) % 16 = 0),
    revised_at      INTEGER NOT NULL,
    revision_device BLOB NOT NULL CHECK (length(revision_device) = 16),
    opened_at       INTEGER NOT NULL,
    day             TEXT NOT NULL CHECK (length(day) = 10),
    words           TEXT NOT NULL
) STRICT;

CREATE TRIGGER own_event_removed AFTER DELETE ON own_event BEGIN
    DELETE FROM practice_revision WHERE of = old.id;
END;


-- The person's own plan; one row. `conditions` is a JSON array of objects (item, beyond, value, weeks).
CREATE TABLE early_signs (
    seq             INTEGER PRIMARY KEY,
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    made_at         INTEGER NOT NULL,
    changed_at      INTEGER NOT NULL,
    device          BLOB NOT NULL CHECK (length(device) = 16),
    revision        BLOB NOT NULL CHECK (length(revision) = 16),
    parents         BLOB NOT NULL CHECK (length(parents) % 16 = 0),
    revised_at      INTEGER NOT NULL,
    revision_device BLOB NOT NULL CHECK (length(revision_device) = 16),
    opened_at       INTEGER NOT NULL,
    signs           TEXT NOT NULL,
    steps           TEXT NOT NULL,
    people          TEXT NOT NULL,
    conditions      TEXT NOT NULL
) STRICT;

CREATE TRIGGER early_signs_removed AFTER DELETE ON early_signs BEGIN
    DELETE FROM practice_revision WHERE of = old.id;
END;


-- The end of a day.
CREATE TABLE day_close (
    seq             INTEGER PRIMARY KEY,
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    made_at         INTEGER NOT NULL,
    changed_at      INTEGER NOT NULL,
    device          BLOB NOT NULL CHECK (length(device) = 16),
    revision        BLOB NOT NULL CHECK (length(revision) = 16),
    parents         BLOB NOT NULL CHECK (length(parents) % 16 = 0),
    revised_at      INTEGER NOT NULL,
    revision_device BLOB NOT NULL CHECK (length(revision_device) = 16),
    opened_at       INTEGER NOT NULL,
    day             TEXT NOT NULL CHECK (length(day) = 10),
    put_down        TEXT NOT NULL,
    tomorrow        TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX day_close_day ON day_close (day);

CREATE TRIGGER day_close_removed AFTER DELETE ON day_close BEGIN
    DELETE FROM practice_revision WHERE of = old.id;
END;


-- Templates of the person's own. `kinds` is a JSON array, `sections` one of objects (id, heading, hint).
CREATE TABLE template (
    seq             INTEGER PRIMARY KEY,
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    made_at         INTEGER NOT NULL,
    changed_at      INTEGER NOT NULL,
    device          BLOB NOT NULL CHECK (length(device) = 16),
    revision        BLOB NOT NULL CHECK (length(revision) = 16),
    parents         BLOB NOT NULL CHECK (length(parents) % 16 = 0),
    revised_at      INTEGER NOT NULL,
    revision_device BLOB NOT NULL CHECK (length(revision_device) = 16),
    opened_at       INTEGER NOT NULL,
    name            TEXT NOT NULL,
    about           TEXT NOT NULL,
    caution         TEXT NOT NULL,
    kinds           TEXT NOT NULL,
    sections        TEXT NOT NULL
) STRICT;

CREATE TRIGGER template_removed AFTER DELETE ON template BEGIN
    DELETE FROM practice_revision WHERE of = old.id;
END;


-- Learning, for professional records.
CREATE TABLE cpd_activity (
    seq             INTEGER PRIMARY KEY,
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    made_at         INTEGER NOT NULL,
    changed_at      INTEGER NOT NULL,
    device          BLOB NOT NULL CHECK (length(device) = 16),
    revision        BLOB NOT NULL CHECK (length(revision) = 16),
    parents         BLOB NOT NULL CHECK (length(parents) % 16 = 0),
    revised_at      INTEGER NOT NULL,
    revision_device BLOB NOT NULL CHECK (length(revision_device) = 16),
    opened_at       INTEGER NOT NULL,
    day             TEXT NOT NULL CHECK (length(day) = 10),
    title           TEXT NOT NULL,
    minutes         INTEGER NOT NULL CHECK (minutes >= 0),
    kind            TEXT NOT NULL,
    participatory   INTEGER NOT NULL CHECK (participatory IN (0, 1)),
    active          INTEGER NOT NULL CHECK (active IN (0, 1)),
    learned         TEXT NOT NULL,
    effect          TEXT NOT NULL,
    evidence        TEXT NOT NULL
) STRICT;

CREATE INDEX cpd_activity_day ON cpd_activity (day);

CREATE TRIGGER cpd_activity_removed AFTER DELETE ON cpd_activity BEGIN
    DELETE FROM practice_revision WHERE of = old.id;
END;


-- A reflective account. `passages` is a JSON array of objects (section, entry, revision, start, end, text), copied
-- once; `words` one of pairs (section, text). `post` is an id, not a reference.
CREATE TABLE account (
    seq             INTEGER PRIMARY KEY,
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    made_at         INTEGER NOT NULL,
    changed_at      INTEGER NOT NULL,
    device          BLOB NOT NULL CHECK (length(device) = 16),
    revision        BLOB NOT NULL CHECK (length(revision) = 16),
    parents         BLOB NOT NULL CHECK (length(parents) % 16 = 0),
    revised_at      INTEGER NOT NULL,
    revision_device BLOB NOT NULL CHECK (length(revision_device) = 16),
    opened_at       INTEGER NOT NULL,
    form            TEXT NOT NULL,
    title           TEXT NOT NULL,
    day             TEXT NOT NULL CHECK (length(day) = 10),
    passages        TEXT NOT NULL,
    words           TEXT NOT NULL,
    post            BLOB CHECK (length(post) = 16)
) STRICT;

CREATE TRIGGER account_removed AFTER DELETE ON account BEGIN
    DELETE FROM practice_revision WHERE of = old.id;
END;


-- A theme followed over time.
CREATE TABLE thread (
    seq             INTEGER PRIMARY KEY,
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    made_at         INTEGER NOT NULL,
    changed_at      INTEGER NOT NULL,
    device          BLOB NOT NULL CHECK (length(device) = 16),
    revision        BLOB NOT NULL CHECK (length(revision) = 16),
    parents         BLOB NOT NULL CHECK (length(parents) % 16 = 0),
    revised_at      INTEGER NOT NULL,
    revision_device BLOB NOT NULL CHECK (length(revision_device) = 16),
    opened_at       INTEGER NOT NULL,
    name            TEXT NOT NULL,
    about           TEXT NOT NULL
) STRICT;

CREATE TRIGGER thread_removed AFTER DELETE ON thread BEGIN
    DELETE FROM practice_revision WHERE of = old.id;
END;

CREATE TABLE thread_entry (
    thread INTEGER NOT NULL REFERENCES thread ON DELETE CASCADE,
    entry  BLOB NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    PRIMARY KEY (thread, entry)
) STRICT, WITHOUT ROWID;

CREATE INDEX thread_entry_entry ON thread_entry (entry);


-- What was said to an entry later; it stands beside the old text.
CREATE TABLE later_note (
    seq             INTEGER PRIMARY KEY,
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    made_at         INTEGER NOT NULL,
    changed_at      INTEGER NOT NULL,
    device          BLOB NOT NULL CHECK (length(device) = 16),
    revision        BLOB NOT NULL CHECK (length(revision) = 16),
    parents         BLOB NOT NULL CHECK (length(parents) % 16 = 0),
    revised_at      INTEGER NOT NULL,
    revision_device BLOB NOT NULL CHECK (length(revision_device) = 16),
    opened_at       INTEGER NOT NULL,
    entry           BLOB NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    day             TEXT NOT NULL CHECK (length(day) = 10),
    text            TEXT NOT NULL
) STRICT;

CREATE INDEX later_note_entry ON later_note (entry, day);

CREATE TRIGGER later_note_removed AFTER DELETE ON later_note BEGIN
    DELETE FROM practice_revision WHERE of = old.id;
END;


-- A filter saved by name. `filter` is a JSON object (kinds, tags, star, first_day, last_day, trashed).
CREATE TABLE saved_filter (
    seq             INTEGER PRIMARY KEY,
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    made_at         INTEGER NOT NULL,
    changed_at      INTEGER NOT NULL,
    device          BLOB NOT NULL CHECK (length(device) = 16),
    revision        BLOB NOT NULL CHECK (length(revision) = 16),
    parents         BLOB NOT NULL CHECK (length(parents) % 16 = 0),
    revised_at      INTEGER NOT NULL,
    revision_device BLOB NOT NULL CHECK (length(revision_device) = 16),
    opened_at       INTEGER NOT NULL,
    name            TEXT NOT NULL,
    name_key        TEXT NOT NULL UNIQUE,
    filter          TEXT NOT NULL,
    query           TEXT NOT NULL,
    "order"         TEXT NOT NULL
) STRICT;

CREATE TRIGGER saved_filter_removed AFTER DELETE ON saved_filter BEGIN
    DELETE FROM practice_revision WHERE of = old.id;
END;


-- What a body expects, where the person changed ours (`base` is its id in the file) or wrote their own (`base` is
-- empty). `figures` is a JSON object of numbers.
CREATE TABLE expectation (
    seq             INTEGER PRIMARY KEY,
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    made_at         INTEGER NOT NULL,
    changed_at      INTEGER NOT NULL,
    device          BLOB NOT NULL CHECK (length(device) = 16),
    revision        BLOB NOT NULL CHECK (length(revision) = 16),
    parents         BLOB NOT NULL CHECK (length(parents) % 16 = 0),
    revised_at      INTEGER NOT NULL,
    revision_device BLOB NOT NULL CHECK (length(revision_device) = 16),
    opened_at       INTEGER NOT NULL,
    base            TEXT NOT NULL,
    body            TEXT NOT NULL,
    country         TEXT NOT NULL,
    applies_to      TEXT NOT NULL,
    text            TEXT NOT NULL,
    figures         TEXT NOT NULL,
    checked         INTEGER NOT NULL CHECK (checked IN (0, 1)),
    checked_on      TEXT NOT NULL,
    source          TEXT NOT NULL,
    note            TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX expectation_base ON expectation (base) WHERE base <> '';

CREATE TRIGGER expectation_removed AFTER DELETE ON expectation BEGIN
    DELETE FROM practice_revision WHERE of = old.id;
END;


-- Where to find help, changed or added in the same way.
CREATE TABLE signpost (
    seq             INTEGER PRIMARY KEY,
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    made_at         INTEGER NOT NULL,
    changed_at      INTEGER NOT NULL,
    device          BLOB NOT NULL CHECK (length(device) = 16),
    revision        BLOB NOT NULL CHECK (length(revision) = 16),
    parents         BLOB NOT NULL CHECK (length(parents) % 16 = 0),
    revised_at      INTEGER NOT NULL,
    revision_device BLOB NOT NULL CHECK (length(revision_device) = 16),
    opened_at       INTEGER NOT NULL,
    base            TEXT NOT NULL,
    region          TEXT NOT NULL,
    name            TEXT NOT NULL,
    how             TEXT NOT NULL,
    for_whom        TEXT NOT NULL,
    checked         INTEGER NOT NULL CHECK (checked IN (0, 1)),
    checked_on      TEXT NOT NULL,
    note            TEXT NOT NULL,
    hidden          INTEGER NOT NULL CHECK (hidden IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX signpost_base ON signpost (base) WHERE base <> '';

CREATE TRIGGER signpost_removed AFTER DELETE ON signpost BEGIN
    DELETE FROM practice_revision WHERE of = old.id;
END;

-- Time with clients, a row a month (its first day), for bodies that set supervision against it.
CREATE TABLE client_hours (
    month      TEXT NOT NULL PRIMARY KEY CHECK (length(month) = 10),
    minutes    INTEGER NOT NULL CHECK (minutes >= 0),
    changed_at INTEGER NOT NULL,
    device     BLOB NOT NULL CHECK (length(device) = 16)
) STRICT, WITHOUT ROWID;

-- Entries never shown "on this day".
CREATE TABLE left_out (
    entry BLOB NOT NULL PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
    at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Marks of the core conditions are read over time without the rows of entries that carry none.
CREATE INDEX entry_rated ON entry (day, congruence, upr, empathy)
    WHERE trashed_at IS NULL AND (congruence IS NOT NULL OR upr IS NOT NULL OR empathy IS NOT NULL);

-- What was flagged before there was an agenda. The flag's id names the first words, too: it is nobody else's.
INSERT INTO agenda_item (id, made_at, changed_at, device, revision, parents, revised_at, revision_device, opened_at,
    title, why, want, not_sure, how_soon, flagged, flagged_on, entry, said, changes, follow_up)
    SELECT flag.id, entry.written_at, entry.changed_at, entry.device, flag.id, x'', entry.changed_at, entry.device,
        entry.written_at, '', '', '', 0, 'next-meeting', 1, entry.day, entry.id, '', '', ''
    FROM agenda_flag AS flag JOIN entry ON entry.seq = flag.entry;
