-- A bounded log of checks: the newest 20 of a feed, 5,000 in all.

CREATE TABLE checks (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  feed_id      INTEGER NOT NULL REFERENCES feeds(id) ON DELETE CASCADE,
  at           INTEGER NOT NULL,
  outcome      TEXT NOT NULL,                        -- updated, unchanged, failed, offline
  new_articles INTEGER NOT NULL,
  millis       INTEGER NOT NULL,
  bytes        INTEGER NOT NULL,
  message      TEXT NOT NULL,
  details      TEXT NOT NULL                         -- status code and headers, a line each
) STRICT;
CREATE INDEX checks_feed ON checks (feed_id, id);

ALTER TABLE feed_checks ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0;  -- 1: the trouble came up when the reader asked
