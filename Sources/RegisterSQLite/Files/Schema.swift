/// What stands in the two files.
struct Schemas: Sendable {
    let people: Schema
    let keys: Schema

    static let current = Schemas(people: .people, keys: .keys)
}

/// What stands in one of the two files, from the first version on.
struct Schema: Sendable {
    /// Tells the file from others' (`PRAGMA application_id`, at byte 68 of the file: sqlite.org/fileformat2.html).
    let application: Int
    /// What each version adds to the one before; a version that changes nothing here is empty. Never edited once shipped.
    ///
    /// The columns of a key come first in a table without rowids: SQLite 3.40 finds damage elsewise where there is none
    /// (`PRAGMA integrity_check`). What only ever grows at its end has rowids: SQLite leaves its pages full then.
    let versions: [String]

    var newest: Int { versions.count }

    /// Of the people: what may be kept in backups for years.
    static let people = Schema(
        application: 0x5448_4944,
        versions: [
            """
            CREATE TABLE store (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
            CREATE TABLE turn (n INTEGER NOT NULL) STRICT;
            INSERT INTO turn VALUES (0);
            CREATE TABLE person (
                id BLOB PRIMARY KEY, citizen_key BLOB UNIQUE, state INTEGER NOT NULL, generation INTEGER NOT NULL,
                created INTEGER NOT NULL, updated INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE observation (
                id BLOB NOT NULL UNIQUE, person BLOB NOT NULL REFERENCES person, kind INTEGER NOT NULL,
                observed INTEGER NOT NULL, received INTEGER NOT NULL, desk INTEGER, officer INTEGER,
                fields_key INTEGER NOT NULL, content_key BLOB NOT NULL, photo BLOB, sealed BLOB NOT NULL
            ) STRICT;
            CREATE INDEX observation_of ON observation (person);
            CREATE TABLE visit (
                id BLOB PRIMARY KEY, person BLOB REFERENCES person, observation BLOB, at INTEGER NOT NULL, desk INTEGER,
                purpose INTEGER NOT NULL, officer INTEGER, outcome INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX visit_of ON visit (person, purpose, at);
            CREATE TABLE photo (
                id BLOB NOT NULL UNIQUE, person BLOB NOT NULL REFERENCES person, sealed BLOB NOT NULL
            ) STRICT;
            CREATE INDEX photo_of ON photo (person);
            CREATE TABLE correction (
                id BLOB PRIMARY KEY, person BLOB NOT NULL REFERENCES person, field TEXT NOT NULL, sealed BLOB NOT NULL,
                officer INTEGER NOT NULL, at INTEGER NOT NULL, ended INTEGER
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX correction_of ON correction (person);
            CREATE TABLE link (
                person BLOB NOT NULL REFERENCES person, at INTEGER NOT NULL,
                replaced_by BLOB NOT NULL REFERENCES person, sealed BLOB NOT NULL, officer INTEGER NOT NULL,
                undone INTEGER, PRIMARY KEY (person, at)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX link_to ON link (replaced_by);
            CREATE TABLE decision (
                observation BLOB NOT NULL, at INTEGER NOT NULL, person BLOB NOT NULL REFERENCES person,
                accepts INTEGER NOT NULL, sealed BLOB NOT NULL, officer INTEGER NOT NULL,
                PRIMARY KEY (observation, at)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX decision_of ON decision (person);
            CREATE TABLE purpose (
                id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, thai TEXT NOT NULL, english TEXT, basis TEXT,
                fields TEXT NOT NULL, days INTEGER NOT NULL, active INTEGER NOT NULL
            ) STRICT;
            CREATE TABLE officer (
                id INTEGER PRIMARY KEY, account TEXT NOT NULL UNIQUE, card_key BLOB, roles INTEGER NOT NULL,
                purposes TEXT, hours TEXT, quota INTEGER, "from" INTEGER, until INTEGER
            ) STRICT;
            CREATE TABLE desk (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
            CREATE TABLE approval (
                number INTEGER PRIMARY KEY, act TEXT NOT NULL, digest BLOB NOT NULL, requested_by INTEGER NOT NULL,
                at INTEGER NOT NULL, approved_by INTEGER, approved INTEGER, used INTEGER, expires INTEGER NOT NULL
            ) STRICT;
            CREATE TABLE quota (
                officer INTEGER NOT NULL, day INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (officer, day)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE log (
                writer INTEGER NOT NULL, n INTEGER NOT NULL, at INTEGER NOT NULL, previous BLOB NOT NULL,
                hash BLOB NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (writer, n)
            ) STRICT;
            CREATE TABLE checkpoint (n INTEGER PRIMARY KEY, note TEXT NOT NULL, sent TEXT) STRICT;
            """
        ])

    /// Of the keys: what is kept in backups for days only.
    static let keys = Schema(
        application: 0x5448_494B,
        versions: [
            """
            CREATE TABLE store (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
            CREATE TABLE turn (n INTEGER NOT NULL) STRICT;
            INSERT INTO turn VALUES (0);
            CREATE TABLE person_key (
                person BLOB PRIMARY KEY, generation INTEGER NOT NULL, wrapped BLOB NOT NULL, block INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE block (id INTEGER PRIMARY KEY, generation INTEGER NOT NULL, sealed BLOB NOT NULL) STRICT;
            CREATE TABLE erasure (
                subject BLOB NOT NULL, at INTEGER NOT NULL, writer INTEGER NOT NULL, n INTEGER NOT NULL,
                PRIMARY KEY (subject, at)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE secret (name TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID;
            """
        ])
}
