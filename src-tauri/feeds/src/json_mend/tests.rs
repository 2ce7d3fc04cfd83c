//! What mending promises.

use super::{Reader, read};
use crate::json_document::Document;
use serde_json::{Value, json};
use std::fmt::Write;

/// The articles of a list that is written so.
fn items(list: &str) -> Vec<Option<Value>> {
    read(&format!(r#"{{"version":"1","items":[{list}],"title":"after"}}"#)).items
}

/// Checks one article that is written so, with a sound one behind it and the feed's title after both.
fn check(item: &str, want: Value) {
    let document = read(&format!(r#"{{"version":"1","items":[{item},{{"id":"next"}}],"title":"after"}}"#));
    assert_eq!(document.items, [Some(want), Some(json!({"id": "next"}))], "{item}");
    assert_eq!(document.head["title"], "after", "{item}");
    assert!(!document.is_cut_off, "{item}");
}

#[test]
fn control_characters_stay_in_texts() {
    check("{\"title\":\"one\ntwo\tthree\u{1}\r\n\"}", json!({"title": "one\ntwo\tthree\u{1}\r\n"}));
}

#[test]
fn escapes_mean_what_they_say_and_unknown_ones_their_letter() {
    check(r#"{"title":"\"\\\/\n\u00e9\ud83d\ude00"}"#, json!({"title": "\"\\/\né😀"}));
    check(r#"{"title":"T2 \ud83d"}"#, json!({"title": "T2 \u{fffd}"}));
    check(r#"{"title":"\ud83d\u0041\ude00"}"#, json!({"title": "\u{fffd}A\u{fffd}"}));
    check(r#"{"title":"\x41 it\'s \u12 \é"}"#, json!({"title": "x41 it's u12 é"}));
}

#[test]
fn commas_may_be_too_many_or_missing() {
    check(r#"{,"id":"1",,"tags":[,"a",,"b",],"title":"x",}"#, json!({"id": "1", "tags": ["a", "b"], "title": "x"}));
    check(
        r#"{"id":"1" "tags":["a" "b"] "title":"x" "n":5 "m":true}"#,
        json!({"id": "1", "tags": ["a", "b"], "title": "x", "n": 5, "m": true}),
    );
    assert_eq!(items(r#",{"id":1},,{"id":2}{"id":3},"#).iter().flatten().count(), 3);
}

#[test]
fn comments_are_passed() {
    check(
        "/* a */{// b\n\"id\"/**/:/* c */\"1\"// d\n,\"title\":\"x\" // \"e\n}// f\n",
        json!({"id": "1", "title": "x"}),
    );
}

#[test]
fn names_need_no_quotes_and_texts_may_have_single_ones() {
    check(r"{id:'1',title : 'It\'s',n:1 m:2}", json!({"id": "1", "title": "It's", "n": 1, "m": 2}));
    check(r#"{'id':'1','title':'It's "here"'}"#, json!({"id": "1", "title": "It's \"here\""}));
    check(r#"{"id":"1",title:"x"}"#, json!({"id": "1", "title": "x"}));
}

#[test]
fn what_is_no_value_is_nothing_and_numbers_are_read_as_meant() {
    check(
        r#"{"a":NaN,"b":undefined,"c":-Infinity,"d":some words,"e":new Date(),"f":,"g":}"#,
        json!({"a": null, "b": null, "c": null, "d": null, "e": null, "f": null, "g": null}),
    );
    check(
        r#"{"a":+1,"b":.5,"c":01,"d":-007,"e":1.,"f":0,"g":True,"h":1e5,"i":00,"j":-.5}"#,
        json!({"a": 1, "b": 0.5, "c": 1, "d": -7, "e": 1, "f": 0, "g": true, "h": 1e5, "i": 0, "j": -0.5}),
    );
}

#[test]
fn a_bare_quote_belongs_to_its_text() {
    let text = |text: &str| {
        check(&format!(r#"{{"content_html":"{text}"}}"#), json!({"content_html": text}));
        check(&format!(r#"{{"content_html":"{text}","id":"1"}}"#), json!({"content_html": text, "id": "1"}));
        check(&format!("{{\"content_html\":\"{text}\"\n\"id\":\"1\"}}"), json!({"content_html": text, "id": "1"}));
    };
    text(r#"<a href="/b">say "x"</a>"#);
    text(r#"<img src="//a.example/b.png" alt="">"#);
    text(r#""Yes", she said, "no", he said"#);
    text(r#"say "yes", note: no"#);
    text(r#""hello": a story"#);
    text(r#"all "quoted""#);
    text(r#""all quoted""#);
    check(r#"{"tags":["the "best" one","b"]}"#, json!({"tags": ["the \"best\" one", "b"]}));
}

#[test]
fn an_article_that_nobody_understands_is_left_out_alone() {
    let next = |item: &str| {
        let found = items(&format!(r#"{{"id":"0"}},{item},{{"id":"1","tags":["t"]}},{{"id":"2"}}"#));
        let want = [Some(json!({"id": "0"})), None, Some(json!({"id": "1", "tags": ["t"]})), Some(json!({"id": "2"}))];
        assert_eq!(found, want, "{item}");
    };
    // A closing quote is missing.
    next(r#"{"title":"abc, "id":"x"}"#);
    next(r#"{"id":"x","title":"abc}"#);
    // A text with JSON in it, whose quotes are bare.
    next(r#"{"title":"{"a":1}"}"#);
    // Something else than names.
    next(r#"{"id":"x",@@,"attachments":[{"url":"u"},{"url":"v"}]}"#);
    next(r#"{"id":"x",,:"y"}"#);
    next(r#"{"id" "x","author":{"name":"it's"}}"#);
    // Brackets that do not match.
    next(r#"{"id":"x","tags":["a","title":"y"}"#);
    next(r#"{"id":"x","author":{"name":"y"],"title":"z"}"#);
    next(r#"{"id":"x","title":"y""#);
}

#[test]
fn brackets_among_the_articles_do_not_end_them() {
    assert_eq!(items(r#"{"id":1}},{"id":2}],{"id":3}"#).iter().flatten().count(), 3);
    assert_eq!(items(r#"{"id":1},"title":"rest"},{"id":2}"#), [Some(json!({"id": 1})), Some(json!({"id": 2}))]);
    let open = read(r#"{"items":[{"id":1},"title":"after","expired":true}"#);
    assert_eq!((open.items.len(), &open.head["title"]), (1, &json!("after")));
    assert!(!open.is_cut_off);
}

#[test]
fn an_error_outside_the_articles_loses_one_member() {
    let document = read(r#"{"title":"x","n":1, @@ "home_page_url":"y","author":{"name":"z"],"items":[{"id":1}]}"#);
    assert_eq!(document.head["title"], "x");
    assert_eq!(document.head["home_page_url"], "y");
    assert_eq!(document.items, [Some(json!({"id": 1}))]);
}

#[test]
fn only_what_breaks_off_is_cut_off() {
    let is_cut = |text: &str| read(text).is_cut_off;
    assert!(!is_cut("{\"items\":[{\"title\":\"a\nb\"}]}"));
    for cut in
        ["{", "{\"items\":[{\"title\":\"a\nb\"}]", "{\"items\":[{\"title\":\"a\nb", "{\"a\":1/*", "{\"items\":[{,"]
    {
        assert!(is_cut(cut), "{cut}");
    }
}

#[test]
fn a_sound_text_means_the_same_to_both_readers() {
    let text = r#"{"version":"1","n":[1,-2.5,1e3,12345678901234567890,true,false,null,[],{}],"items":[
        {"id":"\"},{\"id\":\"2\", \"a\": 1","url":"//a.example/*x*/","title":"it's, \"yes\" /* no */"} , {"tags":["a, b","\"","{","]"]},
        {"deep":{"id":{"id":[{"id":"x"},{"id":"y"}]}},"":"","a\"b":"\\"},7,"text",null],"title":"\u00e9\ud83d\ude00\n"}"#;
    let ours = read(text);
    let theirs: Value = serde_json::from_str(text).unwrap();
    assert_eq!(ours.items.into_iter().flatten().collect::<Vec<_>>(), *theirs["items"].as_array().unwrap());
    for (name, value) in ours.head {
        assert_eq!(value, theirs[name]);
    }
}

#[test]
fn what_is_deeper_than_the_limit_is_nothing() {
    let nest = |depth: usize| {
        let (open, close) = ("[".repeat(depth), "]".repeat(depth));
        items(&format!(r#"{{"deep":{open}"]"{close},"id":"1"}}"#)).remove(0).unwrap()
    };
    assert_eq!(nest(100)["deep"].to_string().len(), 203);
    assert_eq!(nest(200_000)["id"], "1");
    assert_eq!(nest(200_000)["deep"].to_string().matches('[').count(), super::DEPTH - 3);
}

/// Texts made to be gone over again and again by a reader that looks ahead without a bound.
#[test]
fn the_work_stays_in_proportion_to_the_text() {
    let pieces = [
        "\"",
        "\" ",
        "\",",
        "\"a\":",
        ",\"a\":",
        "{\"a\":",
        "\"/*",
        "\"//\n",
        "'",
        "[",
        "{",
        "]",
        "},",
        ":{",
        "\\",
        "\\u",
        " ",
        ",",
        "a ",
        "a:",
        "{\"id\":\"",
        "/*",
        "//",
        "\" , ",
    ];
    const LENGTH: usize = 4_000;
    let mut worst = (0, String::new());
    for head in
        ["{\"items\":[{\"a\":\"", "{\"items\":[{", "{\"items\":[", "{", "{\"items\":[{a:", "{\"items\":[{\"a\":[\""]
    {
        for one in pieces {
            for two in pieces {
                // Both kinds: pieces that take turns, and a long run of one after a long run of the other.
                let turns = (one.to_owned() + two).repeat(LENGTH / (one.len() + two.len()));
                let runs = one.repeat(LENGTH / 2 / one.len()) + &two.repeat(LENGTH / 2 / two.len()) + one;
                for text in [head.to_owned() + &turns, head.to_owned() + &runs] {
                    let mut reader = Reader::new(&text);
                    reader.document(&mut Document::default());
                    let steps = reader.steps.get() / text.len();
                    if steps > worst.0 {
                        worst = (steps, text[..60].to_owned());
                    }
                }
            }
        }
    }
    assert!(worst.0 <= 100, "{worst:?}");
}

#[test]
fn articles_past_the_limit_take_no_memory() {
    let list = (0..crate::caps::ITEMS + 2).fold(String::new(), |mut all, at| {
        let _ = write!(all, "{{id:{at}}}");
        all
    });
    let document = read(&format!("{{items:[{list}],title:'after'}}"));
    assert_eq!((document.items.len(), document.has_more), (crate::caps::ITEMS, true));
    assert_eq!(document.head["title"], "after");
    assert!(!read("{items:[{}]}").has_more);
}
