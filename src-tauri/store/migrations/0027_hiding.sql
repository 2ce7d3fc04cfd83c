-- `status.hidden` has a third reason: 4, the reader has hidden the article. What was hidden within a day is found by the journal.
CREATE INDEX undo_hidden ON undo (at) WHERE action = 'hide';
