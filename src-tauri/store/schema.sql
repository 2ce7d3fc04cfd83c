-- Written by a test from the migrations; BLESS=1 rewrites it.

CREATE TRIGGER search_body_changed AFTER UPDATE OF record ON bodies BEGIN
  INSERT INTO search_todo (article_id) VALUES (NEW.article_id) ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
END;

CREATE TRIGGER search_body_gone AFTER DELETE ON bodies BEGIN
  INSERT INTO search_todo (article_id) VALUES (OLD.article_id) ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
END;

CREATE TRIGGER search_body_new AFTER INSERT ON bodies BEGIN
  INSERT INTO search_todo (article_id) VALUES (NEW.article_id) ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
END;

CREATE TRIGGER search_full_changed AFTER UPDATE OF record ON full_texts BEGIN
  INSERT INTO search_todo (article_id) VALUES (NEW.article_id) ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
END;

CREATE TRIGGER search_full_new AFTER INSERT ON full_texts WHEN NEW.record IS NOT NULL BEGIN
  INSERT INTO search_todo (article_id) VALUES (NEW.article_id) ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
END;

CREATE TRIGGER search_saved_changed AFTER UPDATE OF title, record, full_record, feed_title, removed_at ON saved BEGIN
  INSERT INTO search_todo (article_id) VALUES (NEW.article_id) ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
END;

CREATE TRIGGER search_saved_gone AFTER DELETE ON saved BEGIN
  INSERT INTO search_todo (article_id) VALUES (OLD.article_id) ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
END;

CREATE TRIGGER search_saved_new AFTER INSERT ON saved BEGIN
  INSERT INTO search_todo (article_id) VALUES (NEW.article_id) ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
END;

CREATE TRIGGER search_source_renamed AFTER UPDATE OF own_title ON feeds WHEN NEW.own_title IS NOT OLD.own_title BEGIN
  INSERT INTO search_todo (article_id) SELECT id FROM articles WHERE feed_id = NEW.id
    ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
END;

CREATE TRIGGER search_tag_gone AFTER DELETE ON saved_tags BEGIN
  INSERT INTO search_todo (article_id) VALUES (OLD.article_id) ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
END;

CREATE TRIGGER search_tag_new AFTER INSERT ON saved_tags BEGIN
  INSERT INTO search_todo (article_id) VALUES (NEW.article_id) ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
END;

CREATE TRIGGER status_deleted AFTER DELETE ON status WHEN OLD.hidden = 0 BEGIN
  UPDATE counts SET unread = unread - (OLD.read = 0), total = total - 1,
    newest = iif(newest > OLD.ticker_at, newest,
      (SELECT max(s.ticker_at) FROM status s WHERE s.feed_id = OLD.feed_id AND s.hidden = 0))
  WHERE feed_id = OLD.feed_id;
END;

CREATE TRIGGER status_hidden AFTER UPDATE OF hidden ON status WHEN NEW.hidden <> 0 AND OLD.hidden = 0 BEGIN
  UPDATE counts SET unread = unread - (OLD.read = 0), total = total - 1,
    newest = iif(newest > OLD.ticker_at, newest,
      (SELECT max(s.ticker_at) FROM status s WHERE s.feed_id = OLD.feed_id AND s.hidden = 0))
  WHERE feed_id = OLD.feed_id;
END;

CREATE TRIGGER status_inserted AFTER INSERT ON status WHEN NEW.hidden = 0 BEGIN
  INSERT INTO counts (feed_id, unread, total, newest) VALUES (NEW.feed_id, NEW.read = 0, 1, NEW.ticker_at)
    ON CONFLICT (feed_id) DO UPDATE SET unread = unread + (NEW.read = 0), total = total + 1,
      newest = max(coalesce(newest, NEW.ticker_at), NEW.ticker_at);
END;

CREATE TRIGGER status_read AFTER UPDATE OF read ON status
  WHEN NEW.read <> OLD.read AND NEW.hidden = 0 AND OLD.hidden = 0 BEGIN
  UPDATE counts SET unread = unread + (NEW.read = 0) - (OLD.read = 0) WHERE feed_id = NEW.feed_id;
END;

CREATE TRIGGER status_shown AFTER UPDATE OF hidden ON status WHEN NEW.hidden = 0 AND OLD.hidden <> 0 BEGIN
  INSERT INTO counts (feed_id, unread, total, newest) VALUES (NEW.feed_id, NEW.read = 0, 1, NEW.ticker_at)
    ON CONFLICT (feed_id) DO UPDATE SET unread = unread + (NEW.read = 0), total = total + 1,
      newest = max(coalesce(newest, NEW.ticker_at), NEW.ticker_at);
END;

CREATE TRIGGER versions_article_gone AFTER DELETE ON articles
  WHEN NOT EXISTS (SELECT 1 FROM saved WHERE article_id = OLD.id) BEGIN
  DELETE FROM versions WHERE article_id = OLD.id;
END;

CREATE TRIGGER versions_saved_gone AFTER DELETE ON saved
  WHEN NOT EXISTS (SELECT 1 FROM articles WHERE id = OLD.article_id) BEGIN
  DELETE FROM versions WHERE article_id = OLD.article_id;
END;

CREATE TABLE articles (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,  -- never reused; larger = seen later
  feed_id        INTEGER NOT NULL REFERENCES feeds(id) ON DELETE CASCADE,
  key            BLOB NOT NULL,                      -- lasting identity within the feed
  title          TEXT NOT NULL,
  url            TEXT,
  published      INTEGER,
  language       TEXT,
  direction      TEXT,
  comments_count INTEGER,
  content_hash   BLOB NOT NULL,
  UNIQUE (feed_id, key)
) STRICT;

CREATE TABLE bodies (
  article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
  record     BLOB NOT NULL                           -- zstd of JSON: everything the article view needs
) STRICT;

CREATE TABLE changes (
  id   INTEGER PRIMARY KEY CHECK (id = 1),
  mark INTEGER NOT NULL                              -- random: a library that is put in this one's place has another
, written INTEGER NOT NULL DEFAULT 0) STRICT;

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

CREATE TABLE comments (
  article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
  record     BLOB NOT NULL,                          -- zstd of JSON
  fetched_at INTEGER NOT NULL
) STRICT;

CREATE TABLE counts (
  feed_id INTEGER PRIMARY KEY REFERENCES feeds(id) ON DELETE CASCADE,
  unread  INTEGER NOT NULL,
  total   INTEGER NOT NULL
, newest INTEGER) STRICT;

CREATE TABLE dictionaries (
  id       INTEGER PRIMARY KEY,                      -- as it stands in the frames
  articles INTEGER NOT NULL,                         -- the newest article when it was made
  hash     BLOB NOT NULL,                            -- SHA-256 of the bytes
  bytes    BLOB NOT NULL
) STRICT;

CREATE TABLE feed_checks (
  feed_id         INTEGER PRIMARY KEY REFERENCES feeds(id) ON DELETE CASCADE,
  etag            TEXT,
  last_modified   TEXT,
  validators_url  TEXT,               -- the final address that gave them; they are void for any other
  validators_at   INTEGER,            -- the last 200
  body_hash       BLOB,
  last_checked    INTEGER,
  last_success    INTEGER,
  next_check      INTEGER NOT NULL DEFAULT 0,
  failures        INTEGER NOT NULL DEFAULT 0,
  trouble_code    TEXT,
  trouble_message TEXT,
  trouble_since   INTEGER,
  moved_url       TEXT,               -- a permanent redirect seen once, adopted at the second sighting
  moved_since     INTEGER,
  repairs         TEXT NOT NULL DEFAULT '[]'
, wish INTEGER, by_hand INTEGER NOT NULL DEFAULT 0, skip_hours INTEGER NOT NULL DEFAULT 0, skip_days  INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE feeds (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  url           TEXT NOT NULL UNIQUE,
  title         TEXT NOT NULL,
  home_url      TEXT,
  folder        TEXT,
  language      TEXT,
  kind          TEXT,
  typed_origin  TEXT,                 -- the origin the reader typed: it may be private
  followed_at   INTEGER NOT NULL,
  unfollowed_at INTEGER               -- set: no longer followed, kept so that it can be undone
, text_mode TEXT NOT NULL DEFAULT 'auto', truncated INTEGER, own_title TEXT, check_every TEXT NOT NULL DEFAULT 'auto', images TEXT NOT NULL DEFAULT 'inherit', own_direction TEXT NOT NULL DEFAULT 'auto', in_live INTEGER NOT NULL DEFAULT 1, icon TEXT, icon_at INTEGER, publisher_links TEXT, links_at INTEGER, keep_days INTEGER, keep_most INTEGER, list_attributes TEXT) STRICT;

CREATE TABLE full_texts (
  article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
  record     BLOB,                                                     -- zstd of JSON; NULL: there is none
  note       TEXT,                                                     -- why there is none, one sentence
  fetched_at INTEGER NOT NULL
) STRICT;

CREATE TABLE icons (
  key   TEXT PRIMARY KEY,                            -- SHA-256 of the bytes
  bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE mutes (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  kind       TEXT NOT NULL,                          -- words, source, author
  text       TEXT NOT NULL,                          -- as the reader wrote it; of a source its name
  feed_id    INTEGER,                                -- only articles of this feed; NULL: of any
  created_at INTEGER NOT NULL,
  until      INTEGER,                                -- NULL: until it is removed
  ended_at   INTEGER                                 -- set: removed or over, kept so that removing can be undone
) STRICT;

CREATE TABLE notify_rules (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  kind       TEXT NOT NULL,                          -- source, folder, words
  feed_id    INTEGER,                                -- of a rule for a source
  text       TEXT NOT NULL,                          -- the words, or the name of the folder
  matching   TEXT NOT NULL,                          -- any, all, phrase
  created_at INTEGER NOT NULL,
  ended_at   INTEGER                                 -- set: removed, kept so that it can be undone
) STRICT;

CREATE TABLE notify_state (
  id     INTEGER PRIMARY KEY CHECK (id = 1),
  record TEXT NOT NULL
) STRICT;

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

CREATE TABLE redo (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  at     INTEGER NOT NULL,                           -- of the action, as in undo
  action TEXT NOT NULL,
  ids    TEXT NOT NULL,
  before TEXT,
  again  TEXT                                        -- the values that the action had set, one for each id, as a JSON array
) STRICT;

CREATE TABLE saved (
  article_id     INTEGER PRIMARY KEY,
  feed_id        INTEGER NOT NULL,
  feed_title     TEXT NOT NULL,
  title          TEXT NOT NULL,
  url            TEXT,
  language       TEXT,
  direction      TEXT,
  record         BLOB NOT NULL,                      -- as bodies.record
  read           INTEGER NOT NULL,
  saved_at       INTEGER NOT NULL,
  state          TEXT NOT NULL,
  reason         TEXT,
  missing_images INTEGER NOT NULL DEFAULT 0,
  bytes          INTEGER NOT NULL DEFAULT 0,
  attempts       INTEGER NOT NULL DEFAULT 0,
  next_try       INTEGER,                            -- when saving goes on by itself
  removed_at     INTEGER                             -- set: unsaved, kept so that it can be undone
, full_record BLOB, full_note TEXT, from_page INTEGER NOT NULL DEFAULT 0, position REAL, comments_record BLOB, comments_at INTEGER, icon TEXT, imported INTEGER NOT NULL DEFAULT 0, published INTEGER, words INTEGER) STRICT;

CREATE TABLE saved_images (
  hash  BLOB PRIMARY KEY,                            -- SHA-256 of the bytes
  mime  TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE saved_refs (
  article_id INTEGER NOT NULL REFERENCES saved(article_id) ON DELETE CASCADE,
  url_key    TEXT NOT NULL,                          -- SHA-256 of the address, as in media: addresses
  url        TEXT NOT NULL,
  hash       BLOB REFERENCES saved_images(hash),     -- NULL: not stored
  reason     TEXT,
  PRIMARY KEY (article_id, url_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_tags (
  article_id INTEGER NOT NULL REFERENCES saved(article_id) ON DELETE CASCADE,
  tag        TEXT NOT NULL COLLATE NOCASE,
  PRIMARY KEY (article_id, tag)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5(
  text, content = '', contentless_delete = 1, detail = none,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co M*'"
);

CREATE TABLE 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'search_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE search_terms (
  term     TEXT PRIMARY KEY,
  articles INTEGER NOT NULL                          -- about how many have it
) STRICT, WITHOUT ROWID;

CREATE TABLE search_todo (
  article_id INTEGER PRIMARY KEY,
  mark       INTEGER NOT NULL DEFAULT 0             -- grows with every change, so that none is taken for done
) STRICT;

CREATE TABLE settings (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_ins (
  origin TEXT PRIMARY KEY,                           -- scheme, host and port: nobody else is sent the password
  user   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE status (
  article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
  feed_id    INTEGER NOT NULL,
  ticker_at  INTEGER NOT NULL,
  first_seen INTEGER NOT NULL,
  read       INTEGER NOT NULL,
  hidden     INTEGER NOT NULL,                       -- 1 while its feed is unfollowed
  has_text   INTEGER NOT NULL
, packed INTEGER NOT NULL DEFAULT 0, position REAL, edited_at INTEGER) STRICT;

CREATE TABLE tombstones (
  feed_id INTEGER NOT NULL REFERENCES feeds(id) ON DELETE CASCADE,
  key     BLOB NOT NULL,
  PRIMARY KEY (feed_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE undo (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  at     INTEGER NOT NULL,
  action TEXT NOT NULL,
  ids    TEXT NOT NULL                               -- JSON array of the article or feed ids concerned
, before TEXT) STRICT;

CREATE TABLE upkeep (
  name TEXT PRIMARY KEY,
  at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE versions (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL,
  until      INTEGER NOT NULL,                       -- when the edit that replaced it was noticed
  record     BLOB NOT NULL                           -- as bodies.record
) STRICT;

CREATE INDEX checks_feed ON checks (feed_id, id);

CREATE INDEX feed_checks_due ON feed_checks (next_check);

CREATE INDEX feeds_folder ON feeds (folder) WHERE folder IS NOT NULL;

CREATE INDEX feeds_out_of_live ON feeds (id) WHERE in_live = 0;

CREATE INDEX saved_list ON saved (saved_at, article_id) WHERE removed_at IS NULL;

CREATE INDEX saved_next ON saved (next_try) WHERE next_try IS NOT NULL;

CREATE INDEX saved_refs_hash ON saved_refs (hash);

CREATE INDEX saved_refs_key ON saved_refs (url_key);

CREATE INDEX saved_tags_tag ON saved_tags (tag, article_id);

CREATE INDEX saved_totals ON saved (removed_at, state, bytes);

CREATE INDEX saved_unread ON saved (article_id) WHERE read = 0;

CREATE INDEX saved_url ON saved (url) WHERE url IS NOT NULL;

CREATE INDEX status_feed          ON status (feed_id, ticker_at, article_id) WHERE hidden = 0;

CREATE INDEX status_feed_unread   ON status (feed_id, ticker_at, article_id) WHERE hidden = 0 AND read = 0;

CREATE INDEX status_muted ON status (ticker_at, article_id) WHERE hidden >= 2;

CREATE INDEX status_packed ON status (article_id) WHERE packed = 1;

CREATE INDEX status_ticker        ON status (ticker_at, article_id)          WHERE hidden = 0;

CREATE INDEX status_unread        ON status (ticker_at, article_id)          WHERE hidden = 0 AND read = 0;

CREATE INDEX undo_hidden ON undo (at) WHERE action = 'hide';

CREATE INDEX versions_article ON versions (article_id, id);
