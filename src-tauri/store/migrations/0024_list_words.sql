-- What a subscription list said of a feed in words that are not ours, as XML attributes: given on in the lists written here.
ALTER TABLE feeds ADD COLUMN list_attributes TEXT;
