//! Finding feeds from the terminal: what stands at an address, and what helps a feed that cannot be read.

use crate::{
    Outcome,
    library::{minute, show},
    print,
};
use stoppress_model::{FoundSource, FoundStory};
use stoppress_reader::Reader;

/// Prints what stands at an address. Typing it is agreeing to it, also where it is inside the reader's own network.
pub(crate) async fn look(reader: &Reader, json: bool, url: &str) -> Outcome {
    let found = reader.look_at(url, false).await.map_err(|error| error.to_string())?;
    show(json, &found, || found.sources.iter().for_each(source));
    Ok(())
}

pub(crate) fn source(source: &FoundSource) {
    print::line(&format!("{}  {}", source.title, source.url));
    if let Some(problem) = &source.problem {
        print::line(&format!("    {problem}"));
        return;
    }
    let mut about = vec![format!("{} articles", source.articles)];
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
