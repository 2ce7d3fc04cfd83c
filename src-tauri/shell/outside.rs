//! What is opened outside the window: an address in the system's browser, a folder in its file manager. Never through a shell,
//! and never with surroundings that are only ours. What may be opened is decided by whoever asks.

use std::{ffi::OsStr, io};

/// Opens an address or a folder with the program that the reader has chosen for it.
///
/// # Errors
/// Where nothing could be started, or all that was started gave up at once.
#[cfg(not(target_os = "linux"))]
pub(crate) fn open(what: impl AsRef<OsStr>) -> io::Result<()> {
    open::that_detached(what)
}

#[cfg(target_os = "linux")]
pub(crate) use linux::open;

#[cfg(target_os = "linux")]
mod linux {
    use super::{OsStr, io};
    use std::{
        ffi::OsString,
        os::unix::process::CommandExt,
        path::PathBuf,
        process::{Command, Stdio},
        sync::mpsc::{RecvTimeoutError, channel},
        thread,
        time::Duration,
    };
    use stoppress_reader::surroundings_of_others;

    /// What has not given up by then is at work.
    const PATIENCE: Duration = Duration::from_secs(1);

    /// As said above. One that gives up is followed by the next.
    pub(crate) fn open(what: impl AsRef<OsStr>) -> io::Result<()> {
        let surroundings = surroundings();
        let mut outcome = Err(io::ErrorKind::NotFound.into());
        for mut command in open::commands(what) {
            for (name, value) in &surroundings {
                match value {
                    Some(value) => command.env(name, value),
                    None => command.env_remove(name),
                };
            }
            outcome = start(&mut command);
            if outcome.is_ok() {
                break;
            }
        }
        outcome
    }

    /// What differs from ours: nothing of an AppImage, and nothing that was only chosen for our own page.
    fn surroundings() -> Vec<(OsString, Option<OsString>)> {
        let image = std::env::var_os("APPDIR").map(PathBuf::from);
        let mut differs = surroundings_of_others(std::env::vars_os(), image.as_deref());
        differs.extend(crate::drawing::chosen().map(|name| (name.into(), None)));
        differs
    }

    /// In a group of its own, so that it outlives us and the terminal that we may have been started from.
    fn start(command: &mut Command) -> io::Result<()> {
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0).spawn()?;
        let (tell, heard) = channel();
        thread::Builder::new().name("opened".into()).spawn(move || tell.send(child.wait()))?;
        match heard.recv_timeout(PATIENCE) {
            Ok(Ok(status)) if !status.success() => Err(io::Error::other(format!("it ended with {status}"))),
            Ok(Err(error)) => Err(error),
            Ok(Ok(_)) | Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => Ok(()),
        }
    }
}
