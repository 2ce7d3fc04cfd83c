//! Notifications: the reader's rules, and what they come to now. Who shows them is the window's business.

mod decide;
mod local;

pub use decide::Tell;

use crate::{Reader, error::Result};
use decide::{Facts, Lately, decide};
use local::Moment;
use std::collections::HashSet;
use stoppress_model::{ArticleId, NewNotifyRule, NotifyRule, NotifyRuleId, NotifySettings, Settings, Timestamp};

/// What to tell, and when to ask again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// In this order. Asking again will not name them again.
    pub tell: Vec<Tell>,
    /// When to ask again even if nothing arrives; `None` = only then.
    pub next: Option<Timestamp>,
}

impl Reader {
    /// The rules that hold, the newest first.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn notify_rules(&self) -> Result<Vec<NotifyRule>> {
        Ok(self.store().notify_rules()?)
    }

    /// Makes a rule; one that says the same already is answered in its place. Nothing is told unless the settings say so. It
    /// can be undone.
    ///
    /// # Errors
    /// `NotFound` where a source is not followed; `BadRequest` where there is nothing to look for, and where 500 rules hold;
    /// when the profile cannot be written.
    pub fn add_notify_rule(&self, new: &NewNotifyRule) -> Result<NotifyRule> {
        let rule = self.store().add_notify_rule(new, self.now())?;
        self.begin_notifying()?;
        Ok(rule)
    }

    /// Removes a rule. It can be undone.
    ///
    /// # Errors
    /// `NotFound` where it does not hold.
    pub fn remove_notify_rule(&self, id: NotifyRuleId) -> Result<()> {
        Ok(self.store().remove_notify_rule(id, self.now())?)
    }

    /// Tells nothing before `until`; `None` ends a pause.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn pause_notifications(&self, until: Option<Timestamp>) -> Result<Settings> {
        let settings = self.settings()?;
        let notify = NotifySettings { paused_until: until, ..settings.notify.clone() };
        self.set_settings(&Settings { notify, ..settings })
    }

    /// What is to be told now, and remembers that it was: better one notification lost in a crash than the same one twice.
    /// `focused` = the reader looks at the window; `offset` = seconds that local time is ahead of GMT.
    ///
    /// # Errors
    /// When the library cannot be read or written; then nothing was told.
    pub fn news_to_tell(&self, focused: bool, offset: i32) -> Result<News> {
        let settings = self.settings()?.notify;
        let kept = self.store().notify_state()?;
        let rules = if settings.on && self.read_only().is_none() { self.store().notify_rules()? } else { Vec::new() };
        if rules.is_empty() {
            // When a rule is made later, what arrived until then is no news.
            if kept.is_some() && self.read_only().is_none() {
                self.store().keep_notify_state(None)?;
            }
            return Ok(News::default());
        }
        let now = Moment { at: self.now(), offset: i64::from(offset) };
        let before: Option<Lately> = kept.as_deref().and_then(|record| serde_json::from_str(record).ok());
        if before.is_none() && kept.is_some() {
            self.store().keep_notify_state(None)?;
        }
        let Some(before) = before else {
            self.begin_notifying()?;
            return Ok(News::default());
        };
        // Asked before the arrivals: what comes between the two is considered the next time.
        let newest = self.store().newest_article()?;
        let arrivals = self.store().arrivals(ArticleId(before.until))?;
        let lately = self.without_what_is_known(before.clone())?;
        let facts = Facts { arrivals: &arrivals, rules: &rules, settings: &settings, focused, now };
        let mut decision = decide(&facts, lately);
        decision.lately.until = decision.lately.until.max(newest.0);
        if decision.lately != before {
            self.keep_lately(&decision.lately)?;
        }
        Ok(News { tell: decision.tell, next: decision.next })
    }

    /// What is here when the reader agrees, or makes the first rule, is no news.
    pub(crate) fn begin_notifying(&self) -> Result<()> {
        let store = self.store();
        if self.settings()?.notify.on && store.notify_state()?.is_none() && !store.notify_rules()?.is_empty() {
            self.keep_lately(&Lately::from_now_on(store.newest_article()?, self.now()))?;
        }
        Ok(())
    }

    /// What waits and was read, muted or unfollowed meanwhile is not told.
    fn without_what_is_known(&self, mut lately: Lately) -> Result<Lately> {
        if lately.waiting.is_empty() {
            return Ok(lately);
        }
        let ids: Vec<_> = lately.waiting.iter().map(|one| one.id).collect();
        let rows = self.store().ticker_rows(&ids)?;
        let unread: HashSet<_> = rows.iter().filter(|row| !row.read).map(|row| row.id).collect();
        lately.waiting.retain(|one| unread.contains(&one.id));
        Ok(lately)
    }

    fn keep_lately(&self, lately: &Lately) -> Result<()> {
        let record = serde_json::to_string(lately).map_err(|error| crate::ReaderError::Internal(error.to_string()))?;
        Ok(self.store().keep_notify_state(Some(&record))?)
    }
}
