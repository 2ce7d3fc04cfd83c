-- Full text from the publisher's page, beside what came with the feed; tags on saved articles; packing.

ALTER TABLE feeds ADD COLUMN text_mode TEXT NOT NULL DEFAULT 'auto';  -- auto, feed or full: the reader's choice
ALTER TABLE feeds ADD COLUMN truncated INTEGER;                        -- measured: 1 = the feed gives only beginnings

-- Seconds for which the publisher said that a copy stays fresh (ttl and the like): a 304 does not repeat it.
ALTER TABLE feed_checks ADD COLUMN wish INTEGER;

CREATE TABLE full_texts (
  article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
  record     BLOB,                                                     -- zstd of JSON; NULL: there is none
  note       TEXT,                                                     -- why there is none, one sentence
  fetched_at INTEGER NOT NULL
) STRICT;

-- A saved copy keeps both texts: the one that came with the feed in `record`, the full one here.
ALTER TABLE saved ADD COLUMN full_record BLOB;
ALTER TABLE saved ADD COLUMN full_note TEXT;
-- 1: the reader saved an address, there is no text until its page was fetched.
ALTER TABLE saved ADD COLUMN from_page INTEGER NOT NULL DEFAULT 0;

CREATE TABLE saved_tags (
  article_id INTEGER NOT NULL REFERENCES saved(article_id) ON DELETE CASCADE,
  tag        TEXT NOT NULL COLLATE NOCASE,
  PRIMARY KEY (article_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX saved_tags_tag ON saved_tags (tag, article_id);

ALTER TABLE status ADD COLUMN packed INTEGER NOT NULL DEFAULT 0;       -- 1: text and images are here without a network
