-- The time of a feed's newest article stands beside its counts, kept by the same triggers.
ALTER TABLE counts ADD COLUMN newest INTEGER;
INSERT OR IGNORE INTO counts (feed_id, unread, total) SELECT id, 0, 0 FROM feeds;
UPDATE counts SET
  unread = (SELECT count(*) FROM status s WHERE s.feed_id = counts.feed_id AND s.hidden = 0 AND s.read = 0),
  total  = (SELECT count(*) FROM status s WHERE s.feed_id = counts.feed_id AND s.hidden = 0),
  newest = (SELECT max(s.ticker_at) FROM status s WHERE s.feed_id = counts.feed_id AND s.hidden = 0);

-- Another number after every write, also of what does not show; what is kept in memory is known to be true by it.
ALTER TABLE changes ADD COLUMN written INTEGER NOT NULL DEFAULT 0;
UPDATE changes SET written = random();

DROP TRIGGER status_inserted;
DROP TRIGGER status_updated;
DROP TRIGGER status_deleted;
CREATE TRIGGER status_inserted AFTER INSERT ON status WHEN NEW.hidden = 0 BEGIN
  INSERT INTO counts (feed_id, unread, total, newest) VALUES (NEW.feed_id, NEW.read = 0, 1, NEW.ticker_at)
    ON CONFLICT (feed_id) DO UPDATE SET unread = unread + (NEW.read = 0), total = total + 1,
      newest = max(coalesce(newest, NEW.ticker_at), NEW.ticker_at);
END;
CREATE TRIGGER status_read AFTER UPDATE OF read ON status
  WHEN NEW.read <> OLD.read AND NEW.hidden = 0 AND OLD.hidden = 0 BEGIN
  UPDATE counts SET unread = unread + (NEW.read = 0) - (OLD.read = 0) WHERE feed_id = NEW.feed_id;
END;
CREATE TRIGGER status_shown AFTER UPDATE OF hidden ON status WHEN NEW.hidden = 0 AND OLD.hidden <> 0 BEGIN
  INSERT INTO counts (feed_id, unread, total, newest) VALUES (NEW.feed_id, NEW.read = 0, 1, NEW.ticker_at)
    ON CONFLICT (feed_id) DO UPDATE SET unread = unread + (NEW.read = 0), total = total + 1,
      newest = max(coalesce(newest, NEW.ticker_at), NEW.ticker_at);
END;
CREATE TRIGGER status_hidden AFTER UPDATE OF hidden ON status WHEN NEW.hidden <> 0 AND OLD.hidden = 0 BEGIN
  UPDATE counts SET unread = unread - (OLD.read = 0), total = total - 1,
    newest = iif(newest > OLD.ticker_at, newest,
      (SELECT max(s.ticker_at) FROM status s WHERE s.feed_id = OLD.feed_id AND s.hidden = 0))
  WHERE feed_id = OLD.feed_id;
END;
CREATE TRIGGER status_deleted AFTER DELETE ON status WHEN OLD.hidden = 0 BEGIN
  UPDATE counts SET unread = unread - (OLD.read = 0), total = total - 1,
    newest = iif(newest > OLD.ticker_at, newest,
      (SELECT max(s.ticker_at) FROM status s WHERE s.feed_id = OLD.feed_id AND s.hidden = 0))
  WHERE feed_id = OLD.feed_id;
END;
