-- Where the articles before those of a feed are, for the reader who asks for them, and which of these pages were read.
CREATE TABLE older (
  feed_id INTEGER PRIMARY KEY REFERENCES feeds (id) ON DELETE CASCADE,
  next    TEXT,                                      -- NULL: the way has ended
  begun   INTEGER NOT NULL DEFAULT 0                 -- 1: `next` is where the reader is, no longer what the feed itself names
) STRICT;

CREATE TABLE older_read (
  feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
  url     TEXT NOT NULL,
  PRIMARY KEY (feed_id, url)
) STRICT, WITHOUT ROWID;
