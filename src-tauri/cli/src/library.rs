//! Verbs over a profile.

use crate::{
    Outcome,
    arguments::{Arguments, IdOrFile, Savable, Verb},
    exchange, finding, print,
    rows::{article_text, comments_text, edits_text, feed_row, megabytes, saved_row, state_words, ticker_row},
    search,
};
use serde_json::json;
use std::{path::PathBuf, time::Duration};
use stoppress_model::{ArticleId, Changed, Followed, Notice, TickerQuery, Undone, folder, why_refused};
use stoppress_reader::{ExportWhat, FollowOptions, Options, Reader, SyncScope, default_profile, move_library, restore};

/// Pages of imported lists that are fetched after a round of checks.
const IMPORTS_A_SYNC: usize = 20;
/// After this no more of them are begun.
const IMPORTS_PATIENCE: Duration = Duration::from_secs(10);

pub(crate) const OFFLINE: &str =
    "nothing could be reached: this computer seems to be offline. What is here can be read.";
/// As [`OFFLINE`], where that is the network's doing.
const SIGN_IN: &str = "nothing could be reached: this network wants you to sign in first. Open any page in a browser, sign in \
                       there, and try again. What is here can be read.";
/// Where one feed was to be asked, and none was.
pub(crate) const NOT_ASKED: &str = "it was not asked, because its site wants to be left alone for now";

pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let profile = profile(arguments)?;
    if let Verb::Restore { file } = &arguments.verb {
        let kept = restore(file, &profile).map_err(|error| error.to_string())?;
        let kept_text = kept.as_ref().map(|path| path.display().to_string());
        show(arguments.json, &json!({ "restored": true, "kept": kept_text }), || {
            print::line("The library was restored.");
            if let Some(kept) = &kept_text {
                print::line(&format!("The one before is kept as {kept}."));
            }
        });
        return Ok(());
    }
    if let Verb::MoveLibrary { folder } = &arguments.verb {
        let kept = move_library(&profile, folder).map_err(|error| error.to_string())?;
        let (folder, kept) = (folder.display().to_string(), kept.display().to_string());
        show(arguments.json, &json!({ "moved": true, "folder": folder, "kept": kept }), || {
            print::line(&format!(
                "The library is in {folder} now. The file that was moved is kept as {kept}; remove it when all is well."
            ));
        });
        return Ok(());
    }
    let reader = Reader::open(Options::at(&profile)).map_err(|error| error.to_string())?;
    if let Some(why) = reader.read_only() {
        print::error(&format!("the library can only be read: {why}"));
    }
    if let Some(notice) = reader.notice() {
        print::error(&notice);
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("the program could not start: {}", why_refused(&error)))?;
    let outcome = runtime.block_on(verb(&reader, arguments));
    // A look-up of a name that hangs must not keep the terminal waiting.
    runtime.shutdown_background();
    outcome
}

fn profile(arguments: &Arguments) -> Result<PathBuf, String> {
    arguments
        .profile
        .clone()
        .filter(|folder| !folder.as_os_str().is_empty())
        .or_else(default_profile)
        .ok_or_else(|| "this system names no folder for the library; give one with --profile DIR".into())
}

async fn verb(reader: &Reader, arguments: &Arguments) -> Outcome {
    let json = arguments.json;
    let failed = |error: stoppress_reader::ReaderError| error.to_string();
    match &arguments.verb {
        Verb::Follow { url, folder, pick } => {
            let options = FollowOptions { folder: folder.as_deref(), pick: *pick };
            follow(json, reader.follow(url, &options).await.map_err(failed)?)
        }
        Verb::Look { url } => finding::look(reader, json, url).await,
        Verb::Unfollow { feed } => {
            let feed = reader.feed_named(feed).map_err(failed)?;
            let gone = reader.unfollow(feed).map_err(failed)?;
            show(json, &gone, || {
                print::line(&match gone.kept_saved {
                    0 => "Unfollowed.".to_owned(),
                    1 => "Unfollowed. 1 saved article stays.".to_owned(),
                    more => format!("Unfollowed. {more} saved articles stay."),
                })
            });
            Ok(())
        }
        Verb::Search { query, limit, ranked } => search::search(reader, json, query, *limit, *ranked),
        Verb::Rename { feed, title } => {
            let feed = reader.feed_named(feed).map_err(failed)?;
            let renamed = reader.rename_feed(feed, title.as_deref().unwrap_or_default()).map_err(failed)?;
            show(json, &renamed, || print::line(&format!("It is called {} now.", renamed.title)));
            Ok(())
        }
        Verb::Move { feeds, folder } => {
            let ids =
                feeds.iter().map(|name| reader.feed_named(name)).collect::<Result<Vec<_>, _>>().map_err(failed)?;
            let moved = reader.move_feeds(&ids, folder.as_deref()).map_err(failed)?;
            show(json, &moved, || print::line(&format!("{} moved", moved.changed)));
            Ok(())
        }
        Verb::Feeds => {
            let feeds = reader.feeds().map_err(failed)?;
            show(json, &feeds, || print::table(&feeds.iter().map(feed_row).collect::<Vec<_>>()));
            Ok(())
        }
        Verb::Sync { feed, force } => sync(reader, json, feed.as_deref(), *force).await,
        Verb::Older { feed } => {
            let feed = reader.feed_named(feed).map_err(failed)?;
            let older = reader.load_older(feed).await.map_err(failed)?;
            show(json, &older, || {
                let more = if older.more { "there are more" } else { "these were the last" };
                print::line(&format!("{}; {more}.", print::count(older.new_articles, "older article")));
            });
            Ok(())
        }
        Verb::Ticker { limit, before, unread, feed, folder, language } => {
            let feed = feed.as_deref().map(|name| reader.feed_named(name)).transpose().map_err(failed)?;
            let query = TickerQuery {
                limit: *limit,
                before: *before,
                unread: *unread,
                feed,
                folder: folder.clone(),
                language: language.clone(),
                ..TickerQuery::default()
            };
            let rows = reader.ticker(&query).map_err(failed)?.rows;
            show(json, &rows, || print::table(&rows.iter().map(ticker_row).collect::<Vec<_>>()));
            if rows.is_empty() && (folder.is_some() || language.is_some()) {
                // An empty list is what a script gets; a person who mistyped the name is told.
                let feeds = reader.feeds().map_err(failed)?;
                let within = |name: &str| {
                    feeds
                        .iter()
                        .any(|feed| feed.folder.as_ref().is_some_and(|path| folder::is_within(path.as_str(), name)))
                };
                if let Some(name) = folder.as_deref().filter(|name| !within(name)) {
                    print::error(&format!("no feed is in a folder called {name}"));
                }
                let any = TickerQuery { limit: 1, language: language.clone(), ..TickerQuery::default() };
                if let Some(tag) = language
                    && reader.ticker(&any).map_err(failed)?.rows.is_empty()
                {
                    print::error(&format!(
                        "no story is of a feed in the language {tag}; languages are given as en or pt-BR"
                    ));
                }
            }
            Ok(())
        }
        Verb::Article { id, markdown: true, .. } => {
            print::line(reader.article_markdown(*id).map_err(failed)?.trim_end());
            Ok(())
        }
        Verb::Article { id, html, text, .. } => {
            let page = reader.article(*id).map_err(failed)?;
            match (html, text) {
                (true, _) => print::line(&page.html),
                (_, true) => print::line(&page.text),
                _ => show(json, &page, || article_text(&page)),
            }
            Ok(())
        }
        Verb::Edits { id } => {
            let edits = reader.edits(*id).map_err(failed)?;
            show(json, &edits, || edits_text(&edits));
            Ok(())
        }
        Verb::Comments { id } => {
            let comments = reader.comments(*id).await.map_err(failed)?;
            show(json, &comments, || comments_text(&comments));
            Ok(())
        }
        Verb::Save { what } => {
            let (mut outcomes, mut refused) = (Vec::with_capacity(what.len()), Vec::new());
            for one in what {
                let saved = match one {
                    Savable::Article(id) => reader.save(&[*id]).await.map(|mut saved| saved.remove(0)),
                    Savable::Page(url) => reader.save_page(url).await,
                };
                match saved {
                    Ok(outcome) => outcomes.push(outcome),
                    Err(error) => refused.push(error.to_string()),
                }
            }
            show(json, &outcomes, || {
                outcomes.iter().for_each(|one| print::line(&format!("{}  {}", one.id, state_words(one.state, 0))));
            });
            // What was kept is kept, and said; what was not is named.
            if refused.is_empty() { Ok(()) } else { Err(refused.join("; ")) }
        }
        Verb::Unsave { ids } => {
            let missing = reader.missing(ids).map_err(failed)?;
            let here = ids.iter().filter(|id| !missing.contains(id));
            let outcomes = here.map(|id| reader.unsave(*id)).collect::<Result<Vec<_>, _>>().map_err(failed)?;
            show(json, &outcomes, || outcomes.iter().for_each(|one| print::line(&format!("{}  not saved", one.id))));
            named(&missing)
        }
        Verb::Saved => {
            let saved = reader.saved().map_err(failed)?;
            show(json, &saved, || print::table(&saved.iter().map(saved_row).collect::<Vec<_>>()));
            Ok(())
        }
        Verb::Tag { id, tags } => {
            let tags = reader.set_tags(*id, tags).map_err(failed)?;
            let words: Vec<&str> = tags.iter().map(stoppress_model::PlainText::as_str).collect();
            show(json, &json!({ "id": id, "tags": tags }), || print::line(&words.join(", ")));
            Ok(())
        }
        Verb::Pack { newest, budget } => pack(reader, json, *newest, *budget).await,
        Verb::Read { ids } => change(reader, json, ids, || reader.mark(ids, true)),
        Verb::Unread { ids } => change(reader, json, ids, || reader.mark(ids, false)),
        Verb::Hide { ids, show } => change(reader, json, ids, || reader.hide(ids, !show)),
        Verb::Import { file } => exchange::import(reader, json, file),
        Verb::Export { file, folder } => exchange::export(reader, file.as_ref(), folder.as_deref()),
        Verb::ExportSaved { format, ids, tag, file } => {
            let what = match (ids.is_empty(), tag) {
                (false, _) => ExportWhat::Articles(ids.iter().filter_map(IdOrFile::id).collect()),
                (true, Some(tag)) => ExportWhat::Tagged(tag.clone()),
                (true, None) => ExportWhat::Saved,
            };
            let file = file.as_deref().ok_or("FILE is missing")?;
            exchange::export_saved(reader, json, &what, *format, file)
        }
        Verb::Storage { clean } => storage(reader, json, *clean),
        Verb::Bag { what } => exchange::bag(reader, json, what),
        Verb::ImportSaved { file } => exchange::import_saved(reader, json, file),
        Verb::DeleteEverything { yes } => {
            let status = reader.status().map_err(failed)?;
            let (saved, feeds) = (status.saved, status.feeds);
            if !yes {
                return Err(format!(
                    "{} with images, {}, all mutes, settings and copies of the library would go for ever; say --yes if that is so. \
                     Nothing was deleted",
                    print::count(saved, "saved article"),
                    print::count(feeds, "source")
                ));
            }
            reader.delete_everything(saved, feeds).map_err(failed)?;
            show(json, &json!({ "deleted": true, "saved": saved, "feeds": feeds }), || {
                print::line("Everything was deleted.")
            });
            Ok(())
        }
        Verb::Check => check(reader, json),
        Verb::Undo => {
            show_undone(json, &reader.undo(None).map_err(failed)?, "Took back", "There is nothing to take back.");
            Ok(())
        }
        Verb::Redo => {
            show_undone(json, &reader.redo().map_err(failed)?, "Did again", "There is nothing to do again.");
            Ok(())
        }
        Verb::Backup { file } => {
            reader.backup(file).map_err(failed)?;
            let written = json!({ "file": file.display().to_string(), "written": true });
            show(json, &written, || print::line(&format!("The library was copied to {}.", file.display())));
            Ok(())
        }
        Verb::SignIn { address, user, remove } => {
            crate::network::sign_in(reader, json, address.as_deref(), user.as_deref(), *remove).await
        }
        Verb::Mute { what } => crate::muting::mute(reader, json, what.as_ref()),
        Verb::Notify { what } => crate::notifying::notify(reader, json, what.as_ref()),
        Verb::Proxy { choice } => crate::network::proxy(reader, json, choice.as_deref()),
        Verb::Doctor { feed, pick } => finding::doctor(reader, json, feed, *pick).await,
        Verb::Restore { .. }
        | Verb::MoveLibrary { .. }
        | Verb::Parse { .. }
        | Verb::Clean { .. }
        | Verb::Discover { .. }
        | Verb::Readable { .. } => Ok(()),
    }
}

pub(crate) fn show(json: bool, value: &impl serde::Serialize, text: impl FnOnce()) {
    if json { print::json(value) } else { text() }
}

fn follow(json: bool, followed: Followed) -> Outcome {
    match followed {
        Followed::Followed { feed, already, new_articles } => {
            show(json, &json!({ "feed": feed, "already": already, "new_articles": new_articles }), || {
                print::line(&match already {
                    true => format!("{} was followed already.", feed.title),
                    // One that was followed before may have all its articles here, and none is new.
                    false => format!("Following {}: {}.", feed.title, print::count(feed.articles, "article")),
                });
            });
            Ok(())
        }
        Followed::Candidates { candidates } => {
            show(json, &json!({ "candidates": candidates }), || {
                for (number, one) in candidates.iter().enumerate() {
                    print::line(&format!("{:>2}  {}  {}", number + 1, one.url, one.title));
                }
            });
            Err(format!("there are {} feeds to choose from; say which with --pick N", candidates.len()))
        }
    }
}

async fn sync(reader: &Reader, json: bool, feed: Option<&str>, force: bool) -> Outcome {
    let scope = match feed {
        Some(name) => SyncScope::Feed(reader.feed_named(name).map_err(|error| error.to_string())?),
        None if force => SyncScope::All,
        None => SyncScope::Due,
    };
    // Before anything comes in: no window may ever be open that would make it.
    if let Err(error) = reader.back_up_daily() {
        print::error(&format!("today's copy of the library was not made: {error}"));
    }
    let telling = tell_progress(reader);
    let began = reader.now();
    let summary = reader.sync(scope).await.map_err(|error| error.to_string());
    telling.abort();
    let summary = summary?;
    show(json, &summary, || {
        if summary.feeds == 0 && !force && feed.is_none() {
            return print::line("No source is due for a check. `sync --force` asks them all the same.");
        }
        print::line(&format!(
            "{} checked: {} with news, {} unchanged, {} failed; {}.",
            print::count(summary.feeds, "feed"),
            summary.updated,
            summary.unchanged,
            summary.failed,
            print::count(summary.new_articles, "new article")
        ));
    });
    if !summary.offline {
        // No window may be open that would fetch them behind.
        reader.fetch_imported(IMPORTS_A_SYNC, IMPORTS_PATIENCE).await;
    }
    if let (Some(name), 0) = (feed, summary.feeds) {
        return Err(format!("{name}: {NOT_ASKED}"));
    }
    if summary.failed == 0 {
        return Ok(());
    }
    if summary.offline {
        let signs_in = reader.sign_in_address().is_some();
        return Err(if signs_in { SIGN_IN } else { OFFLINE }.into());
    }
    let feeds = reader.feeds().map_err(|error| error.to_string())?;
    for feed in &feeds {
        if let Some(trouble) = feed.trouble.as_ref().filter(|_| feed.last_checked >= Some(began)) {
            print::error(&format!("{}: {}", feed.url, trouble.message));
        }
    }
    Err(String::new())
}

async fn pack(reader: &Reader, json: bool, newest: Option<u32>, budget: Option<u32>) -> Outcome {
    let telling = tell_progress(reader);
    let packed = reader.pack(newest, budget).await.map_err(|error| error.to_string());
    telling.abort();
    let packed = packed?;
    show(json, &packed, || {
        print::line(&format!(
            "{} can be read without a network, {} of them with every picture.",
            print::count(packed.articles, "article"),
            packed.complete
        ));
        if packed.budget_reached {
            print::line("The budget ended it; more with --budget MB.");
        }
    });
    for one in &packed.failed {
        print::error(&format!("{} {}: {}", one.id, one.title, one.reason));
    }
    if packed.failed.is_empty() {
        Ok(())
    } else {
        Err(print::counted(packed.failed.len() as u64, "article is not complete", "articles are not complete"))
    }
}

/// Progress of whatever long work runs, until it is aborted.
pub(crate) fn tell_progress(reader: &Reader) -> tokio::task::JoinHandle<()> {
    let mut notices = reader.subscribe();
    tokio::spawn(async move {
        while let Ok(notice) = notices.recv().await {
            match notice {
                Notice::SyncProgress { done, total } => print::progress("Checking", done, total),
                Notice::PackProgress { done, total } => print::progress("Packing", done, total),
                Notice::ExportProgress { done, total } => print::progress("Exporting", done, total),
                Notice::ImportProgress { done, total } => print::progress("Importing", done, total),
                Notice::LibraryChanged | Notice::Handed | Notice::SyncEnded { .. } => {}
            }
        }
    })
}

fn change(
    reader: &Reader,
    json: bool,
    ids: &[ArticleId],
    change: impl FnOnce() -> stoppress_reader::Result<Changed>,
) -> Outcome {
    let missing = reader.missing(ids).map_err(|error| error.to_string())?;
    let changed = change().map_err(|error| error.to_string())?;
    show(json, &changed, || print::line(&format!("{} changed", changed.changed)));
    named(&missing)
}

/// What could be done is done, and said; articles that are not here are named.
fn named(missing: &[ArticleId]) -> Outcome {
    let ids: Vec<String> = missing.iter().map(ToString::to_string).collect();
    match ids.as_slice() {
        [] => Ok(()),
        [one] => Err(format!("article {one} is not in the library")),
        several => Err(format!("articles {} are not in the library", several.join(", "))),
    }
}

fn storage(reader: &Reader, json: bool, clean: bool) -> Outcome {
    if clean {
        let cleaned = reader.clean_up().map_err(|error| error.to_string())?;
        show(json, &cleaned, || {
            let old = match cleaned.articles {
                0 => String::new(),
                old => format!(", {} among it", print::count(old, "old article")),
            };
            print::line(&format!("{} removed{old}; saved articles stay.", megabytes(cleaned.bytes)));
        });
        return Ok(());
    }
    let storage = reader.storage().map_err(|error| error.to_string())?;
    show(json, &storage, || {
        let row = |what: &str, bytes: u64| vec![what.to_owned(), megabytes(bytes)];
        let mut rows = vec![
            row(&print::count(storage.saved_articles, "saved article"), storage.saved_bytes),
            row("Full texts", storage.texts_bytes),
            row("The library with both", storage.library_bytes),
            row("Images that were looked at", storage.images_bytes),
            row("They may take", storage.budget_bytes),
        ];
        rows.extend(storage.free_bytes.map(|bytes| row("Left on the disk", bytes)));
        print::table(&rows);
    });
    Ok(())
}

fn check(reader: &Reader, json: bool) -> Outcome {
    let mut problems = reader.check().map_err(|error| error.to_string())?;
    let saved = reader.check_saved().map_err(|error| error.to_string())?;
    problems.extend(saved.problems);
    let mut said = json!({ "ok": problems.is_empty(), "problems": problems });
    if !saved.healed.is_empty() {
        said["healed"] = json!(saved.healed);
    }
    show(json, &said, || {
        saved.healed.iter().for_each(|healed| print::line(healed));
        if problems.is_empty() {
            print::line("The library is sound.");
        }
        problems.iter().for_each(|problem| print::line(problem));
    });
    if problems.is_empty() { Ok(()) } else { Err("the library is damaged".into()) }
}

fn show_undone(json: bool, undone: &Undone, did: &str, nothing: &str) {
    show(json, undone, || {
        print::line(&match &undone.action {
            Some(action) => format!("{did}: {} ({})", action.replace('_', " "), undone.count),
            None => nothing.into(),
        });
    });
}
