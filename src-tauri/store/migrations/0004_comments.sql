-- Comments of readers as the publisher's feed of them gave them: fetched when they are opened, gone with the article.
CREATE TABLE comments (
  article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
  record     BLOB NOT NULL,                          -- zstd of JSON
  fetched_at INTEGER NOT NULL
) STRICT;

-- A saved copy keeps its own; those that were kept once stay, also where the publisher's list is shorter by then.
ALTER TABLE saved ADD COLUMN comments_record BLOB;
ALTER TABLE saved ADD COLUMN comments_at INTEGER;
