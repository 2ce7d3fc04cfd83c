-- Icons of sites, each once, as small PNG; named by feeds and by saved copies, which outlive their feeds.
CREATE TABLE icons (
  key   TEXT PRIMARY KEY,                            -- SHA-256 of the bytes
  bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE feeds ADD COLUMN icon TEXT;
ALTER TABLE feeds ADD COLUMN icon_at INTEGER;        -- when its site was last looked at for one
ALTER TABLE feeds ADD COLUMN publisher_links TEXT;   -- JSON: where else its publisher can be followed
ALTER TABLE feeds ADD COLUMN links_at INTEGER;
ALTER TABLE saved ADD COLUMN icon TEXT;
