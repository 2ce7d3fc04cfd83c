-- Full-text search. The index keeps no text of its own; what stands in `search_todo` is indexed behind, in slices.
-- A row here is one article id: of the saved copy where there is one, else as the feed last had it.

CREATE VIRTUAL TABLE search USING fts5(
  title, body, source, tags,
  content = '', contentless_delete = 1, detail = column,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co M*'"
);
CREATE VIRTUAL TABLE search_words USING fts5vocab(search, row);

CREATE TABLE search_todo (
  article_id INTEGER PRIMARY KEY,
  mark       INTEGER NOT NULL DEFAULT 0             -- grows with every change, so that none is taken for done
) STRICT;

CREATE TRIGGER search_body_new AFTER INSERT ON bodies BEGIN
  INSERT INTO search_todo (article_id) VALUES (NEW.article_id) ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
END;
CREATE TRIGGER search_body_changed AFTER UPDATE OF record ON bodies BEGIN
  INSERT INTO search_todo (article_id) VALUES (NEW.article_id) ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
END;
CREATE TRIGGER search_body_gone AFTER DELETE ON bodies BEGIN
  INSERT INTO search_todo (article_id) VALUES (OLD.article_id) ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
END;
CREATE TRIGGER search_full_new AFTER INSERT ON full_texts WHEN NEW.record IS NOT NULL BEGIN
  INSERT INTO search_todo (article_id) VALUES (NEW.article_id) ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
END;
CREATE TRIGGER search_full_changed AFTER UPDATE OF record ON full_texts BEGIN
  INSERT INTO search_todo (article_id) VALUES (NEW.article_id) ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
END;
CREATE TRIGGER search_saved_new AFTER INSERT ON saved BEGIN
  INSERT INTO search_todo (article_id) VALUES (NEW.article_id) ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
END;
CREATE TRIGGER search_saved_changed AFTER UPDATE OF title, record, full_record, feed_title, removed_at ON saved BEGIN
  INSERT INTO search_todo (article_id) VALUES (NEW.article_id) ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
END;
CREATE TRIGGER search_saved_gone AFTER DELETE ON saved BEGIN
  INSERT INTO search_todo (article_id) VALUES (OLD.article_id) ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
END;
CREATE TRIGGER search_tag_new AFTER INSERT ON saved_tags BEGIN
  INSERT INTO search_todo (article_id) VALUES (NEW.article_id) ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
END;
CREATE TRIGGER search_tag_gone AFTER DELETE ON saved_tags BEGIN
  INSERT INTO search_todo (article_id) VALUES (OLD.article_id) ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
END;
CREATE TRIGGER search_source_renamed AFTER UPDATE OF own_title ON feeds WHEN NEW.own_title IS NOT OLD.own_title BEGIN
  INSERT INTO search_todo (article_id) SELECT id FROM articles WHERE feed_id = NEW.id
    ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
END;

-- An old library is only marked; the index is built while it is read.
INSERT INTO search_todo (article_id) SELECT article_id FROM bodies UNION SELECT article_id FROM saved;
