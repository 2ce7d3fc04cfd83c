-- How long articles stay, and what is remembered of those that went.

ALTER TABLE feeds ADD COLUMN keep_days INTEGER;      -- the reader's limit for this feed; 0: for ever, NULL: as the settings say
ALTER TABLE feeds ADD COLUMN keep_most INTEGER;      -- at most so many of its articles; NULL: no such limit

-- Keys of articles that went by age or number: a feed that still lists them must not bring them back as new.
CREATE TABLE tombstones (
  feed_id INTEGER NOT NULL REFERENCES feeds(id) ON DELETE CASCADE,
  key     BLOB NOT NULL,
  PRIMARY KEY (feed_id, key)
) STRICT, WITHOUT ROWID;

-- When work behind was last done, by name.
CREATE TABLE upkeep (
  name TEXT PRIMARY KEY,
  at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
