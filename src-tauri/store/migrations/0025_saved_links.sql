-- A story that comes from its source and is saved already, from a bag, a list or as a page, is known by its link.
CREATE INDEX saved_url ON saved (url) WHERE url IS NOT NULL;
