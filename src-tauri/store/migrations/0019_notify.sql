-- What the reader wants to be told of.
CREATE TABLE notify_rules (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  kind       TEXT NOT NULL,                          -- source, folder, words
  feed_id    INTEGER,                                -- of a rule for a source
  text       TEXT NOT NULL,                          -- the words, or the name of the folder
  matching   TEXT NOT NULL,                          -- any, all, phrase
  created_at INTEGER NOT NULL,
  ended_at   INTEGER                                 -- set: removed, kept so that it can be undone
) STRICT;
-- What was told lately and what waits to be told, so that nothing is told twice and not too much in an hour. JSON.
CREATE TABLE notify_state (
  id     INTEGER PRIMARY KEY CHECK (id = 1),
  record TEXT NOT NULL
) STRICT;
