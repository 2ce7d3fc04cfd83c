-- What was taken back and can be done again, until the reader does something else.
CREATE TABLE redo (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  at     INTEGER NOT NULL,                           -- of the action, as in undo
  action TEXT NOT NULL,
  ids    TEXT NOT NULL,
  before TEXT,
  again  TEXT                                        -- the values that the action had set, one for each id, as a JSON array
) STRICT;
