-- Another number after every change that a reader can see, whoever made it: open windows look at it. What is written behind
-- and shows nowhere, as the index of the search, leaves it alone.
CREATE TABLE changes (
  id   INTEGER PRIMARY KEY CHECK (id = 1),
  mark INTEGER NOT NULL                              -- random: a library that is put in this one's place has another
) STRICT;
INSERT INTO changes (id, mark) VALUES (1, random());
