//! Beginning with the session: a file that Linux desktops read when the reader signs in. Nothing else is written, and it goes
//! when the choice does. Elsewhere it is not there yet.

use std::io;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager};

const FILE: &str = "org.stoppress.StopPress.desktop";

/// Whether this system can.
pub(crate) const fn is_there() -> bool {
    cfg!(target_os = "linux")
}

/// Writes the file, or takes it away; says in the log where that fails.
pub(crate) fn settle(app: &AppHandle, wanted: bool) {
    if !is_there() {
        return;
    }
    let outcome = app.path().config_dir().map_err(io::Error::other).and_then(|folder| {
        let file = folder.join("autostart").join(FILE);
        if wanted { write(&file) } else { remove(&file) }
    });
    if let Err(error) = outcome {
        log::warn!("beginning with the session could not be set: {error}");
    }
}

fn write(file: &Path) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(file, entry(&program()?))
}

fn remove(file: &Path) -> io::Result<()> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// An AppImage is started by its own file, not by what is mounted from it.
fn program() -> io::Result<PathBuf> {
    std::env::var_os("APPIMAGE").map_or_else(std::env::current_exe, |image| Ok(PathBuf::from(image)))
}

fn entry(program: &Path) -> String {
    // In quotes, four characters stand behind a backslash, which in a string of the file is itself one behind another.
    let mut quoted = String::new();
    for character in program.to_string_lossy().chars() {
        match character {
            '"' | '`' | '$' | '\\' => quoted.extend(["\\\\", &character.to_string()]),
            '%' => quoted.push_str("%%"),
            other => quoted.push(other),
        }
    }
    format!(
        "[Desktop Entry]\nType=Application\nName={}\nExec=\"{quoted}\" --hidden\nIcon=stoppress\nTerminal=false\nX-GNOME-Autostart-enabled=true\n",
        crate::NAME
    )
}
