//! Finding feeds from the terminal: what stands at an address, and what helps a feed that cannot be read.

use crate::{
    Outcome,
    library::{NOT_ASKED, OFFLINE, show},
    print,
    rows::minute,
};
use serde_json::json;
use stoppress_model::{FoundSource, FoundStory};
use stoppress_reader::{Reader, SyncScope};

/// Prints what stands at an address. Typing it is agreeing to it, also where it is inside the reader's own network.
pub(crate) async fn look(reader: &Reader, json: bool, url: &str) -> Outcome {
    let found = reader.look_at(url, false).await.map_err(|error| error.to_string())?;
    show(json, &found, || found.sources.iter().for_each(source));
    Ok(())
}

fn source(source: &FoundSource) {
    print::line(&format!("{}  {}", source.title, source.url));
    if let Some(problem) = &source.problem {
        print::line(&format!("    {problem}"));
        return;
    }
    let mut about = vec![print::count(source.articles, "article")];
    about.extend(source.per_day.map(|per_day| format!("about {per_day:.1} a day")));
    about.extend(source.whole.map(|whole| if whole { "full text" } else { "beginnings only" }.to_owned()));
    about.extend(source.language.clone());
    if source.followed.is_some() {
        about.push("followed already".into());
    }
    print::line(&format!("    {}", about.join(", ")));
    source.latest.iter().for_each(story);
}

fn story(story: &FoundStory) {
    let time = story.time.map_or_else(|| " ".repeat(16), minute);
    print::line(&format!("    {time}  {}", story.title));
}

/// Asks one feed. Where it cannot be read, prints where it may be now; with `pick` it gets that address.
pub(crate) async fn doctor(reader: &Reader, json: bool, name: &str, pick: Option<usize>) -> Outcome {
    let failed = |error: stoppress_reader::ReaderError| error.to_string();
    let id = reader.feed_named(name).map_err(failed)?;
    let summary = reader.sync(SyncScope::Feed(id)).await.map_err(failed)?;
    // Without a network nothing else would be found either.
    let found = match summary.failed > 0 && !summary.offline {
        true => reader.find_address(id).await.ok(),
        false => None,
    };
    let changed = match (&found, pick) {
        (Some(found), Some(number)) => {
            let place = number.wrapping_sub(1);
            Some(reader.change_address(id, found.look, place).await.map_err(failed)?)
        }
        _ => None,
    };
    let feed = reader.feeds().map_err(failed)?.into_iter().find(|feed| feed.id == id);
    let sources = found.map(|found| found.sources).unwrap_or_default();
    let said = json!({ "feed": feed, "check": summary, "found": sources, "changed": changed.is_some() });
    show(json, &said, || {
        let Some(feed) = &feed else { return };
        print::line(&format!("{}  {}", feed.title, feed.url));
        print::line(&format!("{}, {} new just now", print::count(feed.articles, "article"), summary.new_articles));
        feed.repairs.iter().for_each(|repair| print::line(&format!("repaired: {repair}")));
        print::line(match &feed.trouble {
            // That nobody is heard is no trouble of this feed, and no word for it either.
            _ if summary.offline => "Nobody answered, so perhaps there is no network.",
            None => "Nothing is wrong with it.",
            Some(trouble) => &trouble.message,
        });
        if changed.is_none() && !sources.is_empty() {
            print::line("It may be here now; give it one of these with --pick N:");
            sources.iter().for_each(source);
        }
    });
    match feed.as_ref().and_then(|feed| feed.trouble.as_ref()) {
        _ if changed.is_some() => Ok(()),
        _ if summary.offline => Err(OFFLINE.into()),
        _ if summary.feeds == 0 => Err(format!("{name}: {NOT_ASKED}")),
        _ if summary.failed == 0 => Ok(()),
        Some(trouble) => Err(format!("{name}: {}", trouble.message)),
        None => Err(format!("{name} could not be read")),
    }
}
