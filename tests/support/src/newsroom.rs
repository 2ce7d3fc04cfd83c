//! Publications of our own, in several languages and formats, on one site.
//!
//! Their stories lie in `tests/fixtures/newsroom/*.txt`; everything in them is invented and written for this project.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use crate::picture::{Picture, Scene};
use crate::{Response, Site};

mod feeds;
mod pages;
mod stories;

pub use stories::{Format, Story};

/// One newspaper: its feed is at `/{slug}/feed`, its front page at `/{slug}/`.
#[derive(Clone, Debug)]
pub struct Publication {
    /// Its name in addresses: `the-lantern`.
    pub slug: String,
    /// Its name.
    pub title: String,
    /// BCP 47 tag: `en`, `ar`.
    pub language: String,
    /// The feed format it publishes.
    pub format: Format,
    /// The folder it has in the OPML.
    pub folder: String,
    /// One sentence about it.
    pub about: String,
    /// The colour of its icon.
    pub colour: [u8; 3],
    /// What it has published, newest first.
    pub stories: Vec<Story>,
}

/// A story that has just come out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The slug of its publication.
    pub publication: String,
    /// Its headline.
    pub title: String,
    /// The address of its page.
    pub url: String,
    /// The address of its publication's feed.
    pub feed: String,
}

/// A site with the newspapers on it. Feeds carry validators; pictures are drawn when first asked for.
///
/// ```
/// use stoppress_support::Newsroom;
/// use std::time::SystemTime;
///
/// let newsroom = Newsroom::open(SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_795_444_320));
/// assert_eq!(newsroom.publications().len(), 8);
/// let story = newsroom.publish_next(SystemTime::UNIX_EPOCH).unwrap();
/// assert!(story.url.starts_with("http://127.0.0.1:"));
/// ```
#[derive(Debug)]
pub struct Newsroom {
    site: Arc<Site>,
    desk: Mutex<Desk>,
}

#[derive(Debug)]
struct Desk {
    publications: Vec<Publication>,
    /// Held stories in the order they come out: index of the publication and the story.
    held: std::collections::VecDeque<(usize, Story)>,
}

/// The newspapers and their stories, in the order of the OPML.
const PAPERS: [(&str, &str); 8] = [
    ("the-lantern", include_str!("../../fixtures/newsroom/the-lantern.txt")),
    ("le-phare", include_str!("../../fixtures/newsroom/le-phare.txt")),
    ("el-puente", include_str!("../../fixtures/newsroom/el-puente.txt")),
    ("al-mina", include_str!("../../fixtures/newsroom/al-mina.txt")),
    ("hafenblatt", include_str!("../../fixtures/newsroom/hafenblatt.txt")),
    ("yunagi", include_str!("../../fixtures/newsroom/yunagi.txt")),
    ("rechnoy", include_str!("../../fixtures/newsroom/rechnoy.txt")),
    ("field-notes", include_str!("../../fixtures/newsroom/field-notes.txt")),
];

impl Newsroom {
    /// Opens the newsroom on a site of its own. Stories are dated backwards from `now`; those to be published later
    /// are held.
    pub fn open(now: SystemTime) -> Newsroom {
        let mut publications = Vec::new();
        let mut waiting = Vec::new();
        for (slug, text) in PAPERS {
            let (publication, held) = stories::read(slug, text, now);
            publications.push(publication);
            waiting.push(std::collections::VecDeque::from(held));
        }
        // One from each newspaper in turn, so that the ticker shows many hands.
        let mut held = std::collections::VecDeque::new();
        while waiting.iter().any(|stories| !stories.is_empty()) {
            for (index, stories) in waiting.iter_mut().enumerate() {
                held.extend(stories.pop_front().map(|story| (index, story)));
            }
        }
        let site = Arc::new(Site::start());
        let newsroom = Newsroom { site, desk: Mutex::new(Desk { publications, held }) };
        newsroom.print_everything(now);
        newsroom
    }

    /// The site: its log, its addresses, and its stop.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The newspapers with what they have published so far.
    pub fn publications(&self) -> Vec<Publication> {
        self.desk().publications.clone()
    }

    /// The front page of a newspaper: what a reader types to follow it.
    pub fn home(&self, slug: &str) -> String {
        self.site.url(&format!("/{slug}/"))
    }

    /// The feed of a newspaper.
    pub fn feed(&self, slug: &str) -> String {
        self.site.url(&format!("/{slug}/feed"))
    }

    /// The OPML with all feeds in their folders.
    pub fn opml_url(&self) -> String {
        self.site.url("/all.opml")
    }

    /// The text of that OPML, for who wants it as a file.
    pub fn opml(&self) -> String {
        feeds::opml(&self.desk().publications, &self.site.url(""))
    }

    /// How many stories wait to be published.
    pub fn held(&self) -> usize {
        self.desk().held.len()
    }

    /// Publishes the next held story, dated `now`. When all are out, the oldest headlines come round again as new
    /// stories, so that a demonstration never ends; `None` only when there is no newspaper.
    pub fn publish_next(&self, now: SystemTime) -> Option<Published> {
        let (index, story) = {
            let mut desk = self.desk();
            match desk.held.pop_front() {
                Some(next) => next,
                None => {
                    let index = desk.rotate()?;
                    (index, desk.publications[index].stories.last()?.clone())
                }
            }
        };
        Some(self.print(index, story, now))
    }

    /// Publishes the next held story of one newspaper, dated `now`; `None` when it holds none.
    pub fn publish_next_in(&self, slug: &str, now: SystemTime) -> Option<Published> {
        let (index, story) = {
            let mut desk = self.desk();
            let index = desk.publications.iter().position(|publication| publication.slug == slug)?;
            let place = desk.held.iter().position(|(owner, _)| *owner == index)?;
            desk.held.remove(place)?
        };
        Some(self.print(index, story, now))
    }

    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn print(&self, index: usize, mut story: Story, now: SystemTime) -> Published {
        let mut desk = self.desk();
        let publication = &mut desk.publications[index];
        story.published = now;
        story.number =
            publication.stories.iter().map(|known| known.number).max().unwrap_or_default().max(story.number) + 1;
        publication.stories.insert(0, story);
        let publication = publication.clone();
        drop(desk);
        self.print_publication(&publication, now);
        let story = &publication.stories[0];
        Published {
            title: story.title.clone(),
            url: self.site.url(&publication.story_path(story)),
            feed: self.feed(&publication.slug),
            publication: publication.slug,
        }
    }

    fn print_everything(&self, now: SystemTime) {
        let publications = self.publications();
        for publication in &publications {
            self.print_publication(publication, now);
        }
        self.site.publish("/", Response::html(pages::hall(&publications)));
        self.site.publish("/all.opml", Response::ok("text/x-opml; charset=utf-8", self.opml()));
        self.site.publish("/notices", Response::html(pages::notices()));
        for scene in Scene::ALL {
            let path = format!("/pictures/{}.png", scene.name());
            self.site.answer(&path, move |_| {
                Response::ok("image/png", scene.png().to_vec()).modified_at(SystemTime::UNIX_EPOCH)
            });
        }
        for publication in &publications {
            let tile = Picture::filled(64, 64, publication.colour).to_png();
            let path = format!("/{}/icon.png", publication.slug);
            self.site.publish(&path, Response::ok("image/png", tile).with_validators());
        }
    }

    fn print_publication(&self, publication: &Publication, now: SystemTime) {
        let (slug, base) = (&publication.slug, self.site.url(""));
        let newest = publication.stories.first().map_or(now, |story| story.published);
        let feed = Response::ok(publication.format.media_type(), feeds::write(publication, &base));
        self.site.publish(&format!("/{slug}/feed"), feed.gzipped().modified_at(newest));
        self.site.publish(&format!("/{slug}/"), Response::html(pages::front(publication)));
        for story in &publication.stories {
            let path = publication.story_path(story);
            self.site.publish(&path, Response::html(pages::story(publication, story)).modified_at(story.published));
            if let Some(count) = story.comments {
                self.site
                    .publish(&format!("{path}/comments"), Response::html(pages::comments(publication, story, count)));
                let feed =
                    Response::rss(feeds::comments(publication, story, count, &base)).modified_at(story.published);
                self.site.publish(&format!("{path}/comments/feed"), feed);
            }
        }
    }
}

impl Desk {
    /// The newspaper whose turn it is when all held stories are out: the one with the fewest stories.
    fn rotate(&self) -> Option<usize> {
        (0..self.publications.len()).min_by_key(|index| self.publications[*index].stories.len())
    }
}

impl Publication {
    /// The path of a story's page.
    pub fn story_path(&self, story: &Story) -> String {
        format!("/{}/stories/{}", self.slug, story.number)
    }

    /// The path of a story's leading picture.
    pub(crate) fn picture_path(scene: Scene) -> String {
        format!("/pictures/{}.png", scene.name())
    }

    /// Whether its script runs from right to left.
    pub fn is_rtl(&self) -> bool {
        matches!(self.language.as_str(), "ar" | "he" | "fa" | "ur")
    }
}

/// How long ago, as the fixtures write it: `14m`, `3h`, `2d`.
pub(crate) fn read_age(text: &str) -> Option<Duration> {
    let (number, unit) = text.split_at(text.len().checked_sub(1)?);
    let number: u64 = number.parse().ok()?;
    let seconds = match unit {
        "m" => 60,
        "h" => 3_600,
        "d" => 86_400,
        _ => return None,
    };
    Some(Duration::from_secs(number * seconds))
}

#[cfg(test)]
#[path = "newsroom_tests.rs"]
mod tests;
