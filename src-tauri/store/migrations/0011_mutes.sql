-- What the reader does not want to see in the ticker. `status.hidden` says why a row is not there: 1 its feed is unfollowed,
-- 2 it is muted, 3 both.
CREATE TABLE mutes (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  kind       TEXT NOT NULL,                          -- words, source, author
  text       TEXT NOT NULL,                          -- as the reader wrote it; of a source its name
  feed_id    INTEGER,                                -- only articles of this feed; NULL: of any
  created_at INTEGER NOT NULL,
  until      INTEGER,                                -- NULL: until it is removed
  ended_at   INTEGER                                 -- set: removed or over, kept so that removing can be undone
) STRICT;
CREATE INDEX status_muted ON status (ticker_at, article_id) WHERE hidden >= 2;
