//! Notifications: `reader` decides what is told and when, this shows it, and a click opens the story.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "linux")]
use linux as system;
#[cfg(not(target_os = "linux"))]
mod elsewhere;
#[cfg(not(target_os = "linux"))]
use elsewhere as system;

use crate::{handing, words::Words};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use stoppress_model::{ArticleId, Handed, HandedView, Notice, Timestamp};
use stoppress_reader::{News, Reader, Tell};
use tauri::{AppHandle, Manager};
use tokio::sync::{Notify, broadcast};

pub(crate) use system::is_there;

/// Changes of the library closer together than this are looked at together.
const CALM: Duration = Duration::from_secs(2);
/// Characters of a line (SAFETY 8).
const LONGEST: usize = 200;

/// What the decisions need to know of the window.
#[derive(Default)]
pub(crate) struct Notifications {
    focused: AtomicBool,
    again: Notify,
}

/// What is shown, as plain text.
pub(crate) struct Notification {
    pub(crate) title: String,
    pub(crate) text: String,
    /// What opening it is called; only Linux shows it.
    #[cfg_attr(not(target_os = "linux"), allow(dead_code))]
    pub(crate) open: String,
    pub(crate) leads_to: LeadsTo,
}

/// Where a click leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LeadsTo {
    Story(ArticleId),
    Live,
}

impl Notifications {
    /// The reader looks at the window, or elsewhere.
    pub(crate) fn focus(&self, focused: bool) {
        if self.focused.swap(focused, Ordering::SeqCst) && !focused {
            self.again.notify_one();
        }
    }
}

/// What the window tells before anything is told to the reader.
pub(crate) fn prepare(app: &AppHandle) {
    app.manage(Notifications::default());
}

/// Tells of news for as long as the app runs.
pub(crate) fn begin(app: &AppHandle, reader: &Reader) {
    let (app, reader) = (app.clone(), reader.clone());
    let mut notices = reader.subscribe();
    tauri::async_runtime::spawn(async move {
        while let Some(next) = tell(&app, &reader).await {
            if !wait(&app, &mut notices, next.map(|at| until(&reader, at))).await {
                return;
            }
        }
    });
}

/// Tells what is to be told and says when to ask again. The outer `None` = the app ends.
async fn tell(app: &AppHandle, reader: &Reader) -> Option<Option<Timestamp>> {
    let focused = app.state::<Notifications>().focused.load(Ordering::SeqCst);
    let asked = reader.clone();
    let offset = ahead_of_gmt(reader.now());
    let news = tauri::async_runtime::spawn_blocking(move || asked.news_to_tell(focused, offset)).await.ok()?;
    let News { tell, next } = news.unwrap_or_else(|error| {
        log::warn!("what is to be told could not be found out: {error}");
        News::default()
    });
    if !tell.is_empty() {
        let words = Words::of(reader);
        for one in tell {
            system::show(app, in_words(&words, one));
        }
    }
    Some(next)
}

/// Waits until something may be to tell; false where the app ends.
async fn wait(app: &AppHandle, notices: &mut broadcast::Receiver<Notice>, at_most: Option<Duration>) -> bool {
    let notifications = app.state::<Notifications>();
    let timer = tokio::time::sleep(at_most.unwrap_or(Duration::MAX / 4));
    tokio::pin!(timer);
    loop {
        tokio::select! {
            () = &mut timer, if at_most.is_some() => return true,
            () = notifications.again.notified() => return true,
            notice = notices.recv() => match notice {
                Ok(Notice::LibraryChanged | Notice::SyncEnded { .. }) | Err(broadcast::error::RecvError::Lagged(_)) => {
                    tokio::time::sleep(CALM).await;
                    while notices.try_recv().is_ok() {}
                    return true;
                }
                Ok(_) => {}
                Err(broadcast::error::RecvError::Closed) => return false,
            },
        }
    }
}

/// Seconds that local clocks are ahead of GMT at this moment.
fn ahead_of_gmt(at: Timestamp) -> i32 {
    use chrono::{Local, TimeZone};
    Local.timestamp_opt(at.0, 0).single().map_or(0, |local| local.offset().local_minus_utc())
}

/// Eight in the morning of the next day, by local clocks.
pub(crate) fn tomorrow(now: Timestamp) -> Timestamp {
    const DAY: i64 = 24 * 3600;
    let offset = i64::from(ahead_of_gmt(now));
    now.plus(DAY - (now.0 + offset).rem_euclid(DAY) + 8 * 3600)
}

fn until(reader: &Reader, at: Timestamp) -> Duration {
    Duration::from_secs(at.0.saturating_sub(reader.now().0).max(1).unsigned_abs())
}

fn in_words(words: &Words, tell: Tell) -> Notification {
    let open = words.say("notify-open");
    match tell {
        Tell::Story { id, source, headline } => {
            let text = headline.map_or_else(|| words.say("notify-private"), |headline| headline.to_string());
            Notification { title: short(source.as_str()), text: short(&text), open, leads_to: LeadsTo::Story(id) }
        }
        Tell::Summary { stories, more } => {
            let text = words.count(if more { "notify-more" } else { "notify-digest" }, stories as u64);
            Notification { title: crate::NAME.to_owned(), text, open, leads_to: LeadsTo::Live }
        }
    }
}

fn short(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(LONGEST - 1).collect();
    short.push('…');
    short
}

/// A click on a notification.
fn clicked(app: &AppHandle, leads_to: LeadsTo) {
    let what = match leads_to {
        LeadsTo::Story(id) => Handed::Story { id },
        LeadsTo::Live => Handed::View { view: HandedView::Live },
    };
    handing::open(app, what);
}
