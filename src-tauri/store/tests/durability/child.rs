//! What a busy app does to its library: a reader who reads, saves and tags, while feeds bring articles. Each action of the
//! reader is written down in the file `acks` once the store has acknowledged it.

use crate::common::{NOW, update as brought};
use sha2::{Digest, Sha256};
use std::{
    fs::OpenOptions,
    io::Write,
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
};
use stoppress_model::{ArticleId, FeedId, FeedSettings, PlainText, SaveState, TickerQuery};
use stoppress_store::{ArticleContent, FeedUpdate, NewArticle, NewFeed, Purging, SavedImage, SavedImageResult, Store};

/// The name of the library's file in its folder.
pub const LIBRARY: &str = "library.sqlite";
/// The file that says what was acknowledged.
pub const ACKS: &str = "acks";
const ARTICLES_A_TIME: i64 = 20;

/// Works on the library in `folder` for `actions` actions of the reader. What the system refuses is not acknowledged, and the
/// next action is tried.
pub fn work(folder: &Path, actions: i64) {
    // A library that cannot even be opened acknowledges nothing.
    let Ok(store) = Store::open(&folder.join(LIBRARY)) else { return };
    let Ok(mut acks) = OpenOptions::new().append(true).create(true).open(folder.join(ACKS)) else { return };
    let mut ack = |line: String| drop(acks.write_all(format!("{line}\n").as_bytes()));
    let Ok(followed) = store.follow(&NewFeed { url: "https://example.org/feed", ..NewFeed::default() }, NOW) else {
        return;
    };
    ack("follow https://example.org/feed".into());
    drop(store.ingest(&[update(followed.id, 0)]));
    // Articles of another feed go by their age, those of this one never; what is saved of the other stays.
    let forever = FeedSettings { keep_days: Some(0), ..FeedSettings::default() };
    drop(store.set_feed_settings(followed.id, &forever, NOW));
    let passing = store.follow(&NewFeed { url: "https://example.org/passing", ..NewFeed::default() }, NOW).ok();
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut batch = 1;
            while !done.load(Ordering::Relaxed) {
                drop(store.ingest(&[update(followed.id, batch)]));
                batch += 1;
            }
        });
        for action in 0..actions {
            if let Some(line) = act(&store, action) {
                ack(line);
            }
            if action % 40 == 39 {
                passing.iter().for_each(|feed| forget(&store, feed.id, action, &mut ack));
                drop(store.copy_to(&folder.join(format!("backup-{action}"))));
                drop(store.tidy(NOW));
            }
        }
        done.store(true, Ordering::Relaxed);
    });
}

/// Articles arrive, two of them are saved, and a hundred days later all that is old goes.
fn forget(store: &Store, feed: FeedId, batch: i64, ack: &mut impl FnMut(String)) {
    drop(store.ingest(&[update(feed, batch), update(feed, batch + 1)]));
    let query = TickerQuery { feed: Some(feed), limit: 40, ..TickerQuery::default() };
    let rows = store.ticker(&query).map(|page| page.rows).unwrap_or_default();
    for row in rows.iter().rev().take(2) {
        if store.save_wish(row.id, NOW).is_ok() {
            ack(format!("save {}", row.id));
        }
    }
    let mut walk = Purging::new(90, NOW.plus(100 * 24 * 3600));
    while !walk.is_done() && store.purge_slice(&mut walk).is_ok() {}
}

/// One action of the reader; `None` = it was refused.
fn act(store: &Store, action: i64) -> Option<String> {
    let id = ArticleId(1 + action / 5);
    match action % 5 {
        0 => store.mark(&[id], true, NOW).ok().filter(|done| done.changed == 1).map(|_| format!("read {id}")),
        1 => store.save_wish(id, NOW).ok().map(|_| format!("save {id}")),
        2 => {
            let images = [image(id)];
            store.finish_save(id, &images, SaveState::Complete, None, None).ok().map(|()| format!("image {id}"))
        }
        3 => store.set_tags(id, &[format!("tag {id}")]).ok().map(|_| format!("tag {id}")),
        _ => {
            let url = format!("https://example.org/{action}");
            store.follow(&NewFeed { url: &url, ..NewFeed::default() }, NOW).ok().map(|_| format!("follow {url}"))
        }
    }
}

fn update(feed: FeedId, batch: i64) -> FeedUpdate {
    let articles = (0..ARTICLES_A_TIME).map(|number| {
        let number = batch * ARTICLES_A_TIME + number;
        NewArticle {
            key: number.to_be_bytes().to_vec(),
            content_hash: vec![1],
            has_text: true,
            content: ArticleContent {
                title: PlainText::new(&format!("Headline {number}"), 100),
                url: Some(format!("https://example.org/story/{number}")),
                html: format!("<p>{}</p>", noise(number as u64, 900)),
                published: Some(NOW.plus(-number)),
                ..ArticleContent::default()
            },
        }
    });
    brought(feed, NOW, articles.collect())
}

/// The image that is saved with an article: always the same bytes for the same article.
pub fn image(id: ArticleId) -> SavedImageResult {
    let bytes = noise(id.0 as u64, 12_000).into_bytes();
    let image = SavedImage { hash: Sha256::digest(&bytes).to_vec(), mime: "image/png".into(), bytes };
    SavedImageResult {
        url_key: format!("{:064x}", id.0),
        url: format!("https://example.org/{id}.png"),
        image: Ok(image),
    }
}

/// Letters that do not compress well.
fn noise(seed: u64, length: usize) -> String {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let letters = (0..length).map(|_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        char::from(b'a' + (state % 26) as u8)
    });
    letters.collect()
}

/// What is acknowledged and not there: empty is the promise kept.
pub fn lost(store: &Store, acks: &str) -> Vec<String> {
    let is_kept = |line: &str| -> Option<bool> {
        let (what, about) = line.split_once(' ')?;
        if what == "follow" {
            return Some(store.feed_by_url(about).ok()?.is_some());
        }
        let id: ArticleId = about.parse().ok()?;
        Some(match what {
            "read" => store.ticker_rows(&[id]).ok()?.first()?.read,
            "save" => store.saved_state(id).ok()?.is_some(),
            "tag" => store.tags_of(id).ok()?.iter().any(|tag| tag.as_str() == format!("tag {id}")),
            _ => {
                let wanted = image(id);
                store.saved_image(&wanted.url_key).ok()? == wanted.image.ok()
            }
        })
    };
    // The last line may have been cut in the middle: it was not acknowledged whole.
    let whole = acks.rfind('\n').map_or("", |end| &acks[..end]);
    whole.lines().filter(|line| is_kept(line) != Some(true)).map(str::to_owned).collect()
}
