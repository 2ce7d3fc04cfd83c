-- Saved because a list from elsewhere names it: fetched after what the reader saves here.
ALTER TABLE saved ADD COLUMN imported INTEGER NOT NULL DEFAULT 0;
