-- What is saved is counted and summed after every change, and must not be read for that.
CREATE INDEX saved_totals ON saved (removed_at, state, bytes);
