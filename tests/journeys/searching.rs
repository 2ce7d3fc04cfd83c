//! Search in every script, with filters, on the ticker and on what was saved.

use crate::world::{NOW, World, item, rss};
use std::time::Duration;
use stoppress_model::{ArticleId, Notice, SearchOrder, SearchResults};
use stoppress_reader::SyncScope;

fn story(number: i64, title: &str, body: &str, language: &str) -> String {
    let time =
        stoppress_support::rfc822(std::time::UNIX_EPOCH + std::time::Duration::from_secs((NOW.0 - number * 60) as u64));
    format!(
        "<item><guid>{number}</guid><title>{title}</title><link>/story/{number}</link><pubDate>{time}</pubDate>\
         <dc:language xmlns:dc='http://purl.org/dc/elements/1.1/'>{language}</dc:language>\
         <description><![CDATA[{body}]]></description></item>"
    )
}

const STORIES: &[(&str, &str, &str)] = &[
    (
        "Harbour pilots ask for a wind gauge",
        "<p>The offshore wind farm went dark &amp; quiet at <b>twenty</b> past two.</p>",
        "en",
    ),
    ("L’été arrive à Zürich", "<p>Les élèves révisent près du château.</p>", "fr"),
    ("Größe der Straßenbahn", "<p>Die Bundesregierung prüft Übergänge.</p>", "de"),
    ("Ёлка уже стоит", "<p>Самолёт прилетел в Москву вечером.</p>", "ru"),
    ("Η Αθήνα το βράδυ", "<p>Ο δήμος ανακοίνωσε νέα μέτρα για τους δρόμους.</p>", "el"),
    ("ذاكرة المدن", "<p>أعلنت الحكومةُ عن مدرســـة جديدة في إفريقيا.</p>", "ar"),
    ("שלום עולם", "<p>הַמֶּמְשָׁלָה הודיעה על תקציב חדש.</p>", "he"),
    ("हिन्दी समाचार", "<p>सरकार ने नई योजना की घोषणा की।</p>", "hi"),
    ("ข่าวภาษาไทย", "<p>รัฐบาลประกาศโครงการรถไฟใหม่</p>", "th"),
    ("北京的秋天", "<p>政府宣布新的铁路计划，市民表示欢迎。</p>", "zh"),
    ("東京タワーの夜", "<p>政府は新しい鉄道計画を発表した。</p>", "ja"),
    ("서울의 가을", "<p>정부는 새로운 철도 계획을 발표했다.</p>", "ko"),
];

fn newsroom() -> World {
    let world = World::new();
    let items: Vec<String> = STORIES
        .iter()
        .enumerate()
        .map(|(number, (title, body, language))| story(number as i64, title, body, language))
        .collect();
    world.site.publish("/feed", rss(&items));
    world.follow("/feed");
    world.reader.index_all().unwrap();
    world
}

fn search(world: &World, query: &str) -> SearchResults {
    world.reader.search(query, 50, SearchOrder::Newest).unwrap()
}

fn titles(results: &SearchResults) -> Vec<&str> {
    results.stories.iter().map(|hit| hit.row.title.as_str()).collect()
}

#[test]
fn a_word_is_found_in_every_script_however_it_is_accented() {
    let world = newsroom();
    let check = |query: &str, number: usize| {
        for order in [SearchOrder::Newest, SearchOrder::Ranked] {
            let results = world.reader.search(query, 50, order).unwrap();
            assert_eq!(titles(&results), [STORIES[number].0], "{query} {order:?}");
        }
    };
    for query in ["offshore", "HARBOUR", "gauge ", "wind gau"] {
        check(query, 0);
    }
    for query in ["ete", "été", "ZURICH", "eleves", "chateau"] {
        check(query, 1);
    }
    for query in ["große", "strassenbahn", "ubergange", "Bundesreg"] {
        check(query, 2);
    }
    for query in ["елка", "ёлка", "самолет", "МОСКВУ"] {
        check(query, 3);
    }
    for query in ["Αθηνα", "αθήνα", "ΔΡΟΜΟΥΣ"] {
        check(query, 4);
    }
    for query in ["الحكومة", "مدرسة", "افريقيا", "إفريقيا"] {
        check(query, 5);
    }
    for query in ["שלום", "הממשלה"] {
        check(query, 6);
    }
    for query in ["हिन्दी", "सरकार", "योजना"] {
        check(query, 7);
    }
    for query in ["ภาษา", "รถไฟ", "ไทย"] {
        check(query, 8);
    }
    for query in ["北京", "铁路", "秋天", "市民表示"] {
        check(query, 9);
    }
    for query in ["東京", "タワー", "鉄道計画"] {
        check(query, 10);
    }
    for query in ["서울", "철도", "정부"] {
        check(query, 11);
    }
    // The pairs are there, but not one after the other.
    assert!(titles(&search(&world, "政府铁路")).is_empty());
}

#[test]
fn filters_phrases_and_exclusions_narrow_what_is_found() {
    let world = newsroom();
    assert_eq!(titles(&search(&world, "政府")).len(), 2);
    assert_eq!(titles(&search(&world, "政府 lang:zh")), ["北京的秋天"]);
    assert_eq!(titles(&search(&world, "政府 -铁路")), ["東京タワーの夜"]);
    assert_eq!(titles(&search(&world, "\"wind farm\"")).len(), 1);
    assert!(titles(&search(&world, "\"farm wind\"")).is_empty());
    assert_eq!(titles(&search(&world, "farm wind")).len(), 1);
    assert_eq!(titles(&search(&world, "source:tide lang:ko")), ["서울의 가을"]);
    assert!(titles(&search(&world, "source:nobody wind")).is_empty());
    let id = search(&world, "gauge").stories[0].row.id;
    world.reader.mark(&[id], true).unwrap();
    assert!(titles(&search(&world, "gauge is:unread")).is_empty());
    assert!(titles(&search(&world, "gauge in:saved")).is_empty());
    world.wait(world.reader.save(&[id])).unwrap();
    world.reader.set_tags(id, &["Energy".into()]).unwrap();
    world.reader.index_all().unwrap();
    assert_eq!(titles(&search(&world, "tag:energy")), [STORIES[0].0]);
    assert_eq!(titles(&search(&world, "energy in:saved")), [STORIES[0].0]);
    assert!(titles(&search(&world, "wind after:2100")).is_empty());
    assert_eq!(search(&world, "wind before:2100 lang:en").understood, ["before:2100", "lang:en"]);
}

#[test]
fn nothing_that_can_be_typed_is_an_error() {
    let world = newsroom();
    let long = "long ".repeat(2_000);
    let hostile = [
        "\"",
        "\"\"",
        "'",
        "*",
        "^wind",
        "wind*",
        "NEAR(",
        "wind OR",
        "AND",
        "-",
        "--",
        "title:wind",
        "(",
        "{a b}: c",
        "a\0b",
        "wind\" OR \"x",
        "; DROP TABLE search",
        "%",
        "\\",
        "lang:",
        "before:x",
        "🦀",
        "\u{202e}",
        long.as_str(),
        "NOT NOT",
        "-wind",
        "is:read",
        "é\u{301}\u{301}",
        "a:b:c",
    ];
    for query in hostile {
        for order in [SearchOrder::Newest, SearchOrder::Ranked] {
            world.reader.search(query, 10, order).unwrap_or_else(|error| panic!("{query}: {error}"));
        }
    }
    assert!(search(&world, "   ").stories.is_empty());
    assert_eq!(titles(&search(&world, "wind\" OR \"x")).len(), 0);
}

#[test]
fn a_snippet_is_plain_text_with_its_hits_marked() {
    let world = newsroom();
    let snippet = search(&world, "twent").stories.remove(0).snippet;
    let text: String = snippet.iter().map(|part| part.text.as_str()).collect();
    assert_eq!(text, "The offshore wind farm went dark & quiet at twenty past two.");
    let hits: Vec<&str> = snippet.iter().filter(|part| part.hit).map(|part| part.text.as_str()).collect();
    assert_eq!(hits, ["twenty"]);
    let hits = search(&world, "鉄道計画").stories.remove(0).snippet;
    assert!(hits.iter().any(|part| part.hit && part.text == "鉄道計画"), "{hits:?}");
}

#[test]
fn another_spelling_is_offered_where_nothing_is_found() {
    let world = newsroom();
    let nothing = search(&world, "ofshore ");
    assert!(nothing.stories.is_empty());
    assert_eq!(nothing.suggestion.as_deref(), Some("offshore"));
    assert_eq!(search(&world, "qqqqqq").suggestion, None);
}

#[test]
fn what_was_saved_is_found_after_its_source_is_gone_and_no_more_once_it_is_unsaved() {
    let world = newsroom();
    let id: ArticleId = search(&world, "gauge").stories[0].row.id;
    world.wait(world.reader.save(&[id])).unwrap();
    let feed = world.reader.feeds().unwrap()[0].id;
    world.reader.unfollow(feed).unwrap();
    world.reader.index_all().unwrap();
    let found = search(&world, "gauge");
    assert_eq!((found.stories.len(), found.saved.len(), found.saved[0].article.id), (0, 1, id));
    assert!(search(&world, "Bundesregierung").stories.is_empty());
    world.reader.unsave(id).unwrap();
    world.reader.index_all().unwrap();
    assert!(search(&world, "gauge").saved.is_empty());
}

#[test]
fn an_edited_story_is_found_by_its_new_words_and_not_by_its_old_ones() {
    let world = newsroom();
    world.site.publish("/feed", rss(&[story(0, "Corrected headline", "<p>Nothing of it was true.</p>", "en")]));
    world.pass(7200);
    world.sync(SyncScope::Due);
    assert!(search(&world, "corrected").unindexed > 0);
    world.reader.index_all().unwrap();
    assert_eq!(titles(&search(&world, "corrected")), ["Corrected headline"]);
    assert!(titles(&search(&world, "offshore")).is_empty());
}

#[test]
fn building_the_index_wakes_the_window_once_at_its_end_and_hides_no_change_by_others() {
    let world = World::new();
    // Long enough for the watcher to look several times meanwhile.
    let text = format!("<p>{}</p>", "several different words of one text ".repeat(200));
    world.site.publish("/feed", rss(&(0..500).map(|n| item(n, &text)).collect::<Vec<_>>()));
    world.follow("/feed");
    let row = world.rows()[0].id;
    let mut notices = world.reader.subscribe();
    let mut next = || world.wait(async { tokio::time::timeout(Duration::from_secs(60), notices.recv()).await });
    assert_eq!(next().unwrap().unwrap(), Notice::LibraryChanged);
    assert_eq!(search(&world, "text").unindexed, 0);
    world.other().mark(&[row], true).unwrap();
    assert_eq!(next().unwrap().unwrap(), Notice::LibraryChanged);
    assert!(notices.try_recv().is_err());
}

#[test]
fn phrases_and_exclusions_are_judged_on_the_beginning_of_a_long_text() {
    let world = World::new();
    let long = |at: usize| {
        let filling = "filling ".repeat(10_000);
        format!("<p>{}black swan {}</p>", &filling[..at], &filling[at..])
    };
    world.site.publish("/feed", rss(&[story(0, "Early", &long(800), "en"), story(1, "Late", &long(72_000), "en")]));
    world.follow("/feed");
    world.reader.index_all().unwrap();
    assert_eq!(titles(&search(&world, "swan")), ["Early", "Late"]);
    assert_eq!(titles(&search(&world, "\"black swan\"")), ["Early"]);
    assert_eq!(titles(&search(&world, "filling -\"black swan\"")), ["Late"]);
}
