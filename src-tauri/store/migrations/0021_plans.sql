-- What is looked for behind, or when one thing of many changes, without walking everything.
CREATE INDEX status_packed ON status (article_id) WHERE packed = 1;
CREATE INDEX saved_unread ON saved (article_id) WHERE read = 0;
CREATE INDEX saved_next ON saved (next_try) WHERE next_try IS NOT NULL;
