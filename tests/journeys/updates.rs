//! New versions: what announces one is a stranger until its package shows by its signature that it is ours, newer, for this
//! system and whole. Whatever else comes is refused in a sentence, and nothing of it reaches the disk.

use crate::world::World;
use std::{collections::BTreeSet, fs, path::Path};
use stoppress_reader::{Releases, caps};
use stoppress_support::{Behaviour, Response, Site};

const RUNNING: &str = "9.0.0";
const TARGET: &str = "linux-x86_64";

fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/updates").join(name)).unwrap()
}

fn text(name: &str) -> String {
    String::from_utf8(fixture(name)).unwrap().trim().to_owned()
}

fn releases(site: &Site) -> Releases {
    Releases {
        list: site.url("/latest.json"),
        also: vec!["https://files.example".into()],
        key: text("key.pub"),
        running: RUNNING.into(),
        target: TARGET.into(),
    }
}

fn list(version: &str, target: &str, url: &str, signature: &str) -> String {
    let platforms = serde_json::json!({target: {"url": url, "signature": signature}});
    serde_json::json!({"version": version, "notes": "…", "pub_date": "2026-11-26T00:00:00Z", "platforms": platforms})
        .to_string()
}

/// What somebody who has the site in hand could answer, and what is said then. The package and its signature are right
/// where nothing else is said.
struct Attack {
    name: &'static str,
    version: &'static str,
    target: &'static str,
    url: &'static str,
    signature: Option<&'static str>,
    /// In place of a list.
    answer: Option<Response>,
    package: Option<Response>,
    said: &'static str,
    /// Whether the package is fetched at all.
    fetches: bool,
}

impl Default for Attack {
    fn default() -> Attack {
        Attack {
            name: "",
            version: "9.1.0",
            target: TARGET,
            url: "/package",
            signature: Some("package.sig"),
            answer: None,
            package: None,
            said: "",
            fetches: false,
        }
    }
}

const NOT_A_LIST: &str = "What 127.0.0.1 sent is not a list of versions.";
const LONG_VERSION: &str = "9.1.0+0123456789.0123456789.0123456789.0123456789.0123456789.0123456789";
const NO_VERSION: &str = "127.0.0.1 announces something that is no version.";
const OLDER: &str = "127.0.0.1 announces an older version than this one.";
const NOT_SIGNED: &str = "The package of the new version is not signed by the makers of Stop Press.";
const ALTERED: &str = "The package of the new version is not what was signed.";
const ANOTHER: &str = "The package was signed as another version than the one that was announced.";
const ELSEWHERE: &str = "The new version lies where no versions of Stop Press lie.";
const NOT_SECURE: &str = "The package of the new version does not lie at a secure address.";
const TOO_MUCH: &str = "127.0.0.1 sent more than a new version can be, so we stopped.";
const CUT: &str = "The answer of 127.0.0.1 broke off in the middle, so it was not used.";

/// Wrong in the list itself.
fn lists() -> Vec<Attack> {
    let usual = Attack::default;
    let json = |body: &str| Some(Response::ok("application/json", body));
    vec![
        Attack { name: "an older version", version: "8.9.9", said: OLDER, ..usual() },
        Attack { name: "the same version", version: RUNNING, said: "This is the newest version.", ..usual() },
        Attack { name: "an absurd version", version: "99999999999999999999.0.0", said: NO_VERSION, ..usual() },
        Attack { name: "no version at all", version: "../../9.1.0", said: NO_VERSION, ..usual() },
        Attack { name: "a version to try out", version: "9.1.0-beta.1", said: NO_VERSION, ..usual() },
        Attack { name: "a version longer than any", version: LONG_VERSION, said: NO_VERSION, ..usual() },
        Attack { name: "half a list", answer: json("{\"version\": \"9.1.0\", \"platf"), said: NOT_A_LIST, ..usual() },
        Attack {
            name: "a list without packages",
            answer: json("{\"version\": \"9.1.0\"}"),
            said: NOT_A_LIST,
            ..usual()
        },
        Attack {
            name: "a page",
            answer: Some(Response::html("<!doctype html><title>Sign in to this network</title>")),
            said: NOT_A_LIST,
            ..usual()
        },
        Attack {
            name: "a list without end",
            answer: Some(Response::ok("application/json", vec![b' '; 32 << 20]).gzipped()),
            said: TOO_MUCH,
            ..usual()
        },
        Attack {
            name: "a list that breaks off",
            answer: Some(Response::ok("application/json", vec![b' '; 900]).behaving(Behaviour::CutAfter(400))),
            said: CUT,
            ..usual()
        },
        Attack {
            name: "another system",
            target: "windows-x86_64",
            said: "There is no package of the new version for this system.",
            ..usual()
        },
        Attack { name: "a foreign host", url: "https://elsewhere.example/package", said: ELSEWHERE, ..usual() },
        Attack { name: "an open address", url: "http://files.example/package", said: NOT_SECURE, ..usual() },
        Attack { name: "a file of this computer", url: "file:///etc/passwd", said: NOT_SECURE, ..usual() },
        Attack { name: "no signature", signature: None, said: NOT_SIGNED, ..usual() },
        Attack { name: "the package as its signature", signature: Some("package"), said: NOT_SIGNED, ..usual() },
    ]
}

/// Wrong in what is fetched.
fn packages() -> Vec<Attack> {
    let usual = || Attack { fetches: true, ..Attack::default() };
    let bytes = |body: Vec<u8>| Some(Response::ok("application/octet-stream", body));
    let whole = fixture("package");
    let mut altered = whole.clone();
    altered[1000] ^= 1;
    vec![
        Attack { name: "a key of others", signature: Some("package-of-others.sig"), said: NOT_SIGNED, ..usual() },
        Attack { name: "the signature of another file", signature: Some("older.sig"), said: ALTERED, ..usual() },
        Attack { name: "one bit turned", package: bytes(altered), said: ALTERED, ..usual() },
        Attack { name: "half the package", package: bytes(whole[..1500].to_vec()), said: ALTERED, ..usual() },
        Attack {
            name: "a package that breaks off",
            package: Some(Response::ok("application/octet-stream", whole).behaving(Behaviour::CutAfter(1500))),
            said: CUT,
            ..usual()
        },
        Attack { name: "a page", package: Some(Response::html("<h1>No</h1>")), said: ALTERED, ..usual() },
        Attack {
            name: "more than a package can be",
            package: bytes(vec![0; caps::PACKAGE_BYTES + 1]),
            said: TOO_MUCH,
            ..usual()
        },
        Attack {
            name: "an old package under a new number",
            package: bytes(fixture("older")),
            signature: Some("older.sig"),
            said: ANOTHER,
            ..usual()
        },
        Attack {
            name: "a signature without a version",
            signature: Some("package-without-version.sig"),
            said: ANOTHER,
            ..usual()
        },
        Attack {
            name: "our package for another system",
            package: bytes(fixture("other-system")),
            signature: Some("other-system.sig"),
            said: "The package is not one for this system.",
            ..usual()
        },
        Attack {
            name: "a redirect to a foreign host",
            package: Some(Response::redirect(302, "https://elsewhere.example/package")),
            said: ELSEWHERE,
            ..usual()
        },
        Attack {
            name: "a redirect to an open address",
            package: Some(Response::redirect(302, "http://files.example/package")),
            said: ELSEWHERE,
            ..usual()
        },
    ]
}

fn files(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn no_hostile_list_or_package_is_installed_and_each_is_refused_in_a_sentence() {
    let world = World::new();
    let attacks: Vec<Attack> = lists().into_iter().chain(packages()).collect();
    assert!(attacks.len() >= 12);
    let before = files(world.reader.profile());
    for attack in attacks {
        let url = if attack.url.starts_with('/') { world.site.url(attack.url) } else { attack.url.to_owned() };
        let signature = attack.signature.map(text).unwrap_or_default();
        let answer = list(attack.version, attack.target, &url, &signature);
        let answer = attack.answer.unwrap_or_else(|| Response::ok("application/json", answer));
        world.site.publish("/latest.json", answer);
        let package = Response::ok("application/octet-stream", fixture("package"));
        world.site.publish("/package", attack.package.unwrap_or(package));
        world.site.forget_requests();
        let refused = world.wait(world.reader.fetch_update(&releases(&world.site)));
        let said = refused.map(|update| update.version).unwrap_err().to_string();
        assert_eq!(said, format!("{} Nothing was installed.", attack.said), "{}", attack.name);
        let fetched = !world.site.requests_for("/package").is_empty();
        assert_eq!(
            fetched, attack.fetches,
            "{}: what is wrong with the list is seen before anything is fetched",
            attack.name
        );
    }
    assert_eq!(files(world.reader.profile()), before, "nothing was written");
}

#[test]
fn a_newer_version_is_fetched_whole_with_what_announced_it() {
    let world = World::new();
    let answer = list("9.1.0", TARGET, &world.site.url("/moved"), &text("package.sig"));
    world.site.publish("/latest.json", Response::ok("application/json", answer.clone()));
    world.site.publish("/moved", Response::redirect(302, &world.site.url("/package")));
    world.site.publish("/package", Response::ok("application/octet-stream", fixture("package")));
    let update = world.wait(world.reader.fetch_update(&releases(&world.site))).unwrap();
    assert_eq!((update.version.as_str(), update.package), ("9.1.0", fixture("package")));
    assert_eq!(update.list, serde_json::from_str::<serde_json::Value>(&answer).unwrap());
}

#[test]
fn a_list_is_read_up_to_its_cap_and_not_beyond() {
    let world = World::new();
    let answer = list("9.1.0", TARGET, &world.site.url("/package"), &text("package.sig"));
    for (size, is_read) in
        [(caps::VERSIONS_BYTES - 1, true), (caps::VERSIONS_BYTES, true), (caps::VERSIONS_BYTES + 1, false)]
    {
        let padded = format!("{answer}{}", " ".repeat(size - answer.len()));
        world.site.publish("/latest.json", Response::ok("application/json", padded));
        let looked = world.wait(world.reader.look_for_version(&releases(&world.site), true));
        assert_eq!(looked.is_ok(), is_read, "{size}");
    }
}

#[test]
fn nobody_is_asked_for_versions_before_the_reader_allows_it_and_then_once_a_day() {
    let world = World::new();
    let answer = list("9.1.0", TARGET, &world.site.url("/package"), &text("package.sig"));
    world.site.publish("/latest.json", Response::ok("application/json", answer));
    let look = |asked| {
        let found = world.wait(world.reader.look_for_version(&releases(&world.site), asked)).unwrap();
        (found.map(|found| found.version), world.site.requests_for("/latest.json").len())
    };
    assert_eq!(look(false), (None, 0), "off until the reader turns it on");
    assert_eq!(look(true), (Some("9.1.0".into()), 1), "but when asked");
    world.pass(86_400);
    let settings = world.reader.settings().unwrap();
    world.reader.set_settings(&stoppress_model::Settings { look_for_versions: true, ..settings }).unwrap();
    assert_eq!(look(false), (Some("9.1.0".into()), 2));
    world.pass(86_399);
    assert_eq!(look(false), (None, 2), "not within a day");
    world.pass(1);
    assert_eq!(look(false), (Some("9.1.0".into()), 3));
    assert!(world.site.requests_for("/package").is_empty(), "a look fetches nothing");
}
