-- When a publisher does not want to be asked (RSS skipHours and skipDays): a bit for each hour of the day in GMT, and one for
-- each day of the week from Monday.
ALTER TABLE feed_checks ADD COLUMN skip_hours INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed_checks ADD COLUMN skip_days  INTEGER NOT NULL DEFAULT 0;
