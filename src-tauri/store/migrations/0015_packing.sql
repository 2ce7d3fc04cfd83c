-- What articles have in common, so that each is packed without it. `bodies.record` names the one it needs in its frame; what
-- was packed before there was one needs none.
CREATE TABLE dictionaries (
  id       INTEGER PRIMARY KEY,                      -- as it stands in the frames
  articles INTEGER NOT NULL,                         -- the newest article when it was made
  hash     BLOB NOT NULL,                            -- SHA-256 of the bytes
  bytes    BLOB NOT NULL
) STRICT;

-- The index of the search without places of words: half as large. Phrases and ranks are judged on the
-- texts. It is built again behind, newest first.
DROP TABLE search_words;
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(
  text, content = '', contentless_delete = 1, detail = none,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co M*'"
);
CREATE TABLE search_terms (
  term     TEXT PRIMARY KEY,
  articles INTEGER NOT NULL                          -- about how many have it
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO search_todo (article_id) SELECT article_id FROM bodies UNION SELECT article_id FROM saved;

CREATE INDEX feeds_folder ON feeds (folder) WHERE folder IS NOT NULL;
