//! The system's voice, told what to say over the socket of a speech-dispatcher that is one of the test's own.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex};
use stoppress_reader::Voice;
use stoppress_support::TemporaryFolder;

/// What the dispatcher was told, line by line. It speaks until it is hushed where a sentence begins with "Long".
struct Dispatcher {
    folder: TemporaryFolder,
    heard: Arc<(Mutex<Vec<String>>, Condvar)>,
}

impl Dispatcher {
    fn start() -> Dispatcher {
        let folder = TemporaryFolder::new("voice");
        let listener = UnixListener::bind(folder.join("s")).unwrap();
        let heard = Arc::<(Mutex<Vec<String>>, Condvar)>::default();
        let notes = heard.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let notes = notes.clone();
                std::thread::spawn(move || serve(stream.unwrap(), &notes));
            }
        });
        Dispatcher { folder, heard }
    }

    fn socket(&self) -> PathBuf {
        self.folder.join("s")
    }

    fn heard(&self) -> Vec<String> {
        self.heard.0.lock().unwrap().clone()
    }

    fn wait_for(&self, line: &str) {
        let heard = self.heard.0.lock().unwrap();
        drop(self.heard.1.wait_while(heard, |heard| !heard.iter().any(|one| one == line)).unwrap());
    }
}

fn serve(mut stream: UnixStream, notes: &(Mutex<Vec<String>>, Condvar)) {
    let mut speaking = false;
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
    while let Some(Ok(line)) = lines.next() {
        notes.0.lock().unwrap().push(line.clone());
        notes.1.notify_all();
        let answer: String = match line.as_str() {
            "." if speaking => {
                speaking = false;
                let heard = notes.0.lock().unwrap().clone();
                let queued = "225-7\r\n225 OK MESSAGE QUEUED\r\n701-7\r\n701-1\r\n701 BEGIN\r\n";
                let end = if heard[heard.len() - 2].starts_with("Long") { "" } else { "702-7\r\n702-1\r\n702 END\r\n" };
                format!("{queued}{end}")
            }
            _ if speaking => continue,
            "SPEAK" => {
                speaking = true;
                "230 OK RECEIVING DATA\r\n".into()
            }
            "CANCEL SELF" => "210 OK CANCELED\r\n703-7\r\n703-1\r\n703 CANCELED\r\n".into(),
            "LIST SYNTHESIS_VOICES" => {
                "249-English\ten\tnone\r\n249-Amélie\tfr\tnone\r\n249-Other\tEN\tnone\r\n249 OK VOICE LIST SENT\r\n"
                    .into()
            }
            "SET SELF LANGUAGE xx" => "409 ERR RATE TOO HIGH\r\n".into(),
            _ => "200 OK\r\n".into(),
        };
        if stream.write_all(answer.as_bytes()).is_err() {
            return;
        }
    }
}

#[test]
fn the_languages_of_the_voice_are_told_once_each() {
    let dispatcher = Dispatcher::start();
    assert_eq!(Voice::at(&dispatcher.socket()).languages(), ["en", "fr"]);
}

#[test]
fn a_sentence_is_spoken_in_its_language_at_its_speed_and_answers_when_it_ends() {
    let dispatcher = Dispatcher::start();
    let voice = Voice::at(&dispatcher.socket());
    assert!(voice.say("The harbour\nopens.", "en", 150).unwrap());
    assert!(voice.say("Something.", "xx", 100).unwrap(), "a language it does not speak is no reason to be silent");
    let heard = dispatcher.heard();
    for line in ["SET SELF LANGUAGE en", "SET SELF RATE 35", "The harbour opens."] {
        assert!(heard.iter().any(|one| one == line), "{line} in {heard:?}");
    }
}

#[test]
fn what_a_publisher_writes_is_spoken_and_never_obeyed() {
    let dispatcher = Dispatcher::start();
    let voice = Voice::at(&dispatcher.socket());
    assert!(voice.say(".\r\nQUIT\r\n.", "en\r\nQUIT", 100).unwrap());
    let heard = dispatcher.heard();
    assert!(heard.iter().any(|one| one == "..  QUIT  ."), "{heard:?}");
    assert!(!heard.iter().any(|one| one == "QUIT" || one.starts_with("SET SELF LANGUAGE")), "{heard:?}");
}

#[test]
fn a_sentence_that_is_hushed_or_followed_by_another_ends() {
    let dispatcher = Dispatcher::start();
    let voice = Voice::at(&dispatcher.socket());
    std::thread::scope(|scope| {
        let first = scope.spawn(|| voice.say("Long one", "en", 100).unwrap());
        dispatcher.wait_for("Long one");
        let second = scope.spawn(|| voice.say("Long two", "en", 100).unwrap());
        assert!(!first.join().unwrap(), "the next sentence hushes it");
        dispatcher.wait_for("Long two");
        voice.hush();
        assert!(!second.join().unwrap());
    });
}

#[test]
fn where_there_is_no_voice_there_is_no_language_and_a_sentence_about_it() {
    let folder = TemporaryFolder::new("voice");
    let voice = Voice::at(&folder.join("nobody"));
    assert!(voice.languages().is_empty());
    assert_eq!(voice.say("Text", "en", 100).unwrap_err().to_string(), "The system’s voice does not answer.");
}
