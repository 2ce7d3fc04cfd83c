-- As much as a slice of the index holds is gathered in memory before it is written as one piece: less to merge later.
INSERT INTO search (search, rank) VALUES ('hashsize', 8388608);
