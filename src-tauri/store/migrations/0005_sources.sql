-- What the reader sets for one source, and what an undo needs to put a changed value back.

ALTER TABLE feeds ADD COLUMN own_title TEXT;                             -- the reader's own name; it wins over the publisher's
ALTER TABLE feeds ADD COLUMN check_every TEXT NOT NULL DEFAULT 'auto';   -- auto, 15m, 1h, 6h, daily, paused
ALTER TABLE feeds ADD COLUMN images TEXT NOT NULL DEFAULT 'inherit';     -- inherit, never, opened
ALTER TABLE feeds ADD COLUMN own_direction TEXT NOT NULL DEFAULT 'auto'; -- auto, ltr, rtl
ALTER TABLE feeds ADD COLUMN in_live INTEGER NOT NULL DEFAULT 1;         -- 0: only in its own list and its folder's
CREATE INDEX feeds_out_of_live ON feeds (id) WHERE in_live = 0;

ALTER TABLE undo ADD COLUMN before TEXT;                                 -- JSON array beside ids: what was there before
