//! The system's voice, where it is Linux's: speech-dispatcher, spoken to over its own socket in its own protocol (SSIP), so that
//! no library has to be installed for it. Elsewhere the web view has the system's voices itself.
//!
//! One sentence is one connection, so that nothing is left of it when it ends or is ended.

use crate::error::{ReaderError, Result};

/// The voice of a system, and the sentence that it is speaking.
pub struct Voice(speaking::Voice);

impl Voice {
    /// As the system has it.
    #[must_use]
    pub fn of_the_system() -> Self {
        Voice(speaking::Voice::of_the_system())
    }

    /// Behind this socket.
    #[must_use]
    #[cfg(unix)]
    pub fn at(socket: &std::path::Path) -> Self {
        Voice(speaking::Voice::at(socket))
    }

    /// The languages that it speaks, such as `en` and `pt-br`; none where there is no voice.
    #[must_use]
    pub fn languages(&self) -> Vec<String> {
        self.0.languages().unwrap_or_default()
    }

    /// Speaks a sentence and answers when it was spoken; false where it was hushed before. One that is being spoken is hushed.
    /// `speed` is in hundredths of the usual one, 50 to 200.
    ///
    /// # Errors
    /// `BadRequest` where there is no voice, or it went away.
    pub fn say(&self, text: &str, language: &str, speed: u32) -> Result<bool> {
        let gone = |_| ReaderError::BadRequest("The system’s voice does not answer.".into());
        self.0.say(text, language, speed.clamp(50, 200)).map_err(gone)
    }

    /// Ends the sentence that is being spoken.
    pub fn hush(&self) {
        self.0.hush();
    }
}

#[cfg(unix)]
mod speaking {
    use std::collections::BTreeSet;
    use std::io::{BufRead, BufReader, Error, ErrorKind, Result, Write};
    use std::os::unix::net::UnixStream;
    use std::path::{Path, PathBuf};
    use std::sync::{Mutex, PoisonError};
    use std::time::Duration;

    /// How long an answer may take, and a sentence.
    const ANSWER: Duration = Duration::from_secs(5);
    const SENTENCE: Duration = Duration::from_secs(300);
    const LONGEST: usize = 4_096;
    const LONGEST_LINE: u64 = 8_192;

    pub(super) struct Voice {
        socket: Option<PathBuf>,
        /// Whether what listens at the socket may be started.
        starts: bool,
        now: Mutex<Option<UnixStream>>,
    }

    impl Voice {
        pub(super) fn of_the_system() -> Self {
            let named = std::env::var("SPEECHD_ADDRESS").ok();
            let named = named.and_then(|address| address.strip_prefix("unix_socket:").map(PathBuf::from));
            let usual = || Some(dirs::runtime_dir()?.join("speech-dispatcher/speechd.sock"));
            Voice { socket: named.or_else(usual), starts: true, now: Mutex::default() }
        }

        pub(super) fn at(socket: &Path) -> Self {
            Voice { socket: Some(socket.to_owned()), starts: false, now: Mutex::default() }
        }

        pub(super) fn languages(&self) -> Result<Vec<String>> {
            let mut talk = self.connect()?;
            talk.ask("SET SELF CLIENT_NAME user:stoppress:listen")?;
            let lines = talk.ask("LIST SYNTHESIS_VOICES")?;
            talk.ask("QUIT")?;
            // Name, language and variant, with tabs between them.
            let spoken = lines.iter().filter_map(|line| line.split('\t').nth(1));
            let spoken = spoken.map(str::to_lowercase).filter(|language| !matches!(language.as_str(), "" | "none"));
            Ok(spoken.collect::<BTreeSet<_>>().into_iter().collect())
        }

        pub(super) fn say(&self, text: &str, language: &str, speed: u32) -> Result<bool> {
            self.hush();
            let mut talk = self.connect()?;
            talk.ask("SET SELF CLIENT_NAME user:stoppress:listen")?;
            talk.ask("SET SELF NOTIFICATION ALL ON")?;
            if !language.is_empty() && language.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
                // A language that it does not speak leaves it as it is.
                let _ = talk.ask(&format!("SET SELF LANGUAGE {language}"));
            }
            let rate = (i64::from(speed) - 100) * 7 / 10;
            let _ = talk.ask(&format!("SET SELF RATE {rate}"));
            talk.ask("SPEAK")?;
            *self.now.lock().unwrap_or_else(PoisonError::into_inner) = Some(talk.write.try_clone()?);
            talk.ask(&format!("{}\r\n.", sentence(text)))?;
            talk.read.get_ref().set_read_timeout(Some(SENTENCE))?;
            loop {
                match talk.line()?.as_str() {
                    line if line.starts_with("702 ") => return Ok(true),
                    line if line.starts_with("703 ") => return Ok(false),
                    _ => {}
                }
            }
        }

        pub(super) fn hush(&self) {
            if let Some(mut now) = self.now.lock().unwrap_or_else(PoisonError::into_inner).take() {
                // Where it has ended by itself, nobody listens any more.
                let _ = now.write_all(b"CANCEL SELF\r\n");
            }
        }

        fn connect(&self) -> Result<Talk> {
            let socket = self.socket.as_deref().ok_or(ErrorKind::NotFound)?;
            let stream = UnixStream::connect(socket).or_else(|error| {
                if !self.starts {
                    return Err(error);
                }
                // Its own way to be there when it is wanted; it answers when it listens.
                std::process::Command::new("speech-dispatcher").arg("--spawn").output()?;
                UnixStream::connect(socket)
            })?;
            stream.set_read_timeout(Some(ANSWER))?;
            stream.set_write_timeout(Some(ANSWER))?;
            Ok(Talk { write: stream.try_clone()?, read: BufReader::new(stream) })
        }
    }

    struct Talk {
        write: UnixStream,
        read: BufReader<UnixStream>,
    }

    impl Talk {
        /// The lines of the answer, without their codes; events that come between are passed over.
        fn ask(&mut self, words: &str) -> Result<Vec<String>> {
            self.write.write_all(format!("{words}\r\n").as_bytes())?;
            let mut lines = Vec::new();
            loop {
                let line = self.line()?;
                let (code, text) = line.split_at_checked(4).ok_or(ErrorKind::InvalidData)?;
                match code.as_bytes() {
                    [b'7', ..] => {}
                    [b'2', .., b'-'] if lines.len() < 4_096 => lines.push(text.to_owned()),
                    [b'2', .., b' '] => return Ok(lines),
                    _ => return Err(Error::other(line)),
                }
            }
        }

        fn line(&mut self) -> Result<String> {
            use std::io::Read;
            let mut line = Vec::new();
            (&mut self.read).take(LONGEST_LINE).read_until(b'\n', &mut line)?;
            if line.last() != Some(&b'\n') {
                return Err(ErrorKind::UnexpectedEof.into());
            }
            Ok(String::from_utf8_lossy(&line).trim_end().to_owned())
        }
    }

    /// One line that cannot be taken for the end of what is spoken, or for a command.
    fn sentence(text: &str) -> String {
        let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let mut end = text.len().min(LONGEST);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = text[..end].trim();
        if text.starts_with('.') { format!(".{text}") } else { text.to_owned() }
    }
}

#[cfg(not(unix))]
mod speaking {
    use std::io::{ErrorKind, Result};

    pub(super) struct Voice;

    impl Voice {
        pub(super) fn of_the_system() -> Self {
            Voice
        }

        pub(super) fn languages(&self) -> Result<Vec<String>> {
            Ok(Vec::new())
        }

        pub(super) fn say(&self, _: &str, _: &str, _: u32) -> Result<bool> {
            Err(ErrorKind::Unsupported.into())
        }

        pub(super) fn hush(&self) {}
    }
}
