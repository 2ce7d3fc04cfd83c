-- When a saved article was published and how long it is, for the orders of the list. What is saved already is looked through
-- behind, with the index of the search.
ALTER TABLE saved ADD COLUMN published INTEGER;
ALTER TABLE saved ADD COLUMN words INTEGER;          -- of its longer text; NULL: not counted yet

INSERT INTO search_todo (article_id) SELECT article_id FROM saved WHERE true
  ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1;
