-- How far the reader was in an article, 0 to 1: with the row of the ticker it goes when the article goes, with the saved
-- copy it stays.
ALTER TABLE status ADD COLUMN position REAL;
ALTER TABLE saved ADD COLUMN position REAL;
