-- Earlier versions of articles whose headline or text their publisher changed: they go when nobody has the article any more.
CREATE TABLE versions (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL,
  until      INTEGER NOT NULL,                       -- when the edit that replaced it was noticed
  record     BLOB NOT NULL                           -- as bodies.record
) STRICT;
CREATE INDEX versions_article ON versions (article_id, id);

CREATE TRIGGER versions_article_gone AFTER DELETE ON articles
  WHEN NOT EXISTS (SELECT 1 FROM saved WHERE article_id = OLD.id) BEGIN
  DELETE FROM versions WHERE article_id = OLD.id;
END;
CREATE TRIGGER versions_saved_gone AFTER DELETE ON saved
  WHEN NOT EXISTS (SELECT 1 FROM articles WHERE id = OLD.article_id) BEGIN
  DELETE FROM versions WHERE article_id = OLD.article_id;
END;

ALTER TABLE status ADD COLUMN edited_at INTEGER;     -- when its publisher's last edit was noticed
