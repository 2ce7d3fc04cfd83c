//! Whether the page is drawn by a graphics card or by the processor, and what happens where it is not drawn at all.
//!
//! WebKitGTK composites with OpenGL unless told otherwise. Where the machine has no card, OpenGL is a compiler and a painter on
//! the processor: 107 MB and, while something moves, a third of a core more than painting without it, for the same picture. So the
//! page is drawn by the processor there. Where a card's driver draws wrongly, the reader can choose the same, with
//! `STOPPRESS_ACCELERATION=never` (`always` has OpenGL without a card, too) or in the settings. It happens by itself where a
//! window that can be seen shows nothing at all: then the program starts again once, says so, and remembers it in the profile.
//! Other systems' web views choose well by themselves.

use serde::Serialize;
use std::path::Path;

/// How the window is drawn, and whether that is news to the reader.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Drawing {
    /// Without a graphics card, from the next start on where it was just chosen.
    pub(crate) safe: bool,
    /// The program has chosen that itself, and nobody was told yet.
    pub(crate) news: bool,
}

#[cfg(target_os = "linux")]
pub(crate) use linux::{begin, chosen, drawing, is_by_the_processor, painted, prepare, set};

#[cfg(target_os = "linux")]
mod linux {
    use super::{Drawing, Path};
    use std::os::unix::process::CommandExt;
    use std::path::PathBuf;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Duration;
    use tauri::WebviewWindow;

    const VARIABLE: &str = "STOPPRESS_ACCELERATION";
    const NEVER: &str = "never";
    const ALWAYS: &str = "always";
    /// Where Linux shows cards that draw: its own drivers' (`renderD128`, …; what only shows pictures has none), NVIDIA's, and
    /// that of the host of a WSL.
    const CARDS: [(&str, &str); 3] = [("/dev/dri", "renderD"), ("/dev", "nvidiactl"), ("/dev", "dxg")];
    /// WebKitGTK's own way to draw without OpenGL. Its setting for that comes too late: a view is made before it can be set, and
    /// one that changes its way while its window gets its size was seen to stay empty, once in some hundred starts.
    const COMPOSITING: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";
    /// WebKitGTK's own way to draw without sharing buffers with a card.
    const RENDERER: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    /// The choice in the profile: the file is there.
    const NOTE: &str = "drawing.txt";
    const TOLD: &str = "The window is drawn without a graphics card.\n";
    const UNTOLD: &str = "The window is drawn without a graphics card, which its reader was not told yet.\n";
    /// Seconds that the window can be seen and nothing is drawn. A cold start on a slow disk has taken ten.
    const PATIENCE: u32 = 30;

    static PAINTED: AtomicBool = AtomicBool::new(false);
    /// The way to draw was chosen here, and not by whoever started the program.
    static CHOSEN: AtomicBool = AtomicBool::new(false);

    /// Whether this process was started to draw without a graphics card.
    fn is_safe() -> bool {
        std::env::var_os(VARIABLE).is_some_and(|asked| asked == NEVER)
    }

    /// Whether this process draws without a graphics card, by choice or because there is none.
    pub(crate) fn is_by_the_processor() -> bool {
        is_safe() || !(has_a_card() || std::env::var_os(VARIABLE).is_some_and(|asked| asked == ALWAYS))
    }

    fn has_a_card() -> bool {
        let is_called = |entry: std::fs::DirEntry, name: &str| entry.file_name().to_string_lossy().starts_with(name);
        CARDS.iter().any(|(folder, name)| {
            std::fs::read_dir(folder).into_iter().flatten().flatten().any(|entry| is_called(entry, name))
        })
    }

    /// Before anything is opened or any thread begins: how the window draws has to stand in the surroundings of the whole
    /// process.
    pub(crate) fn prepare(profile: &Path) {
        if profile.join(NOTE).exists() && std::env::var_os(VARIABLE).is_none() {
            let error = start_again();
            eprintln!("stoppress: the window is drawn as usual, because the program could not start again: {error}");
        }
        if is_by_the_processor() && std::env::var_os(COMPOSITING).is_none_or(|asked| asked != "1") {
            match gtk::glib::setenv(COMPOSITING, "1", true) {
                Ok(()) => CHOSEN.store(true, Ordering::SeqCst),
                Err(error) => eprintln!("stoppress: how the window is drawn could not be chosen: {error}"),
            }
        }
    }

    /// The variable of the surroundings that was chosen for this window, and is no other program's business.
    pub(crate) fn chosen() -> Option<&'static str> {
        CHOSEN.load(Ordering::SeqCst).then_some(COMPOSITING)
    }

    /// Replaces this process; returns only where that failed.
    fn start_again() -> std::io::Error {
        let program = match std::env::current_exe() {
            Ok(program) => program,
            Err(error) => return error,
        };
        let mut again = std::process::Command::new(program);
        if let Some(chosen) = chosen() {
            again.env_remove(chosen);
        }
        again.args(std::env::args_os().skip(1)).env(VARIABLE, NEVER).env(RENDERER, "1").exec()
    }

    /// Says how the window is drawn, and watches until its page has drawn something.
    pub(crate) fn begin(window: &WebviewWindow, profile: &Path) {
        if is_by_the_processor() {
            log::info!("the window is drawn without a graphics card");
        }
        let (window, profile) = (window.clone(), profile.to_owned());
        std::thread::spawn(move || watch(&window, profile));
    }

    /// The page has drawn its first rows.
    pub(crate) fn painted() {
        PAINTED.store(true, Ordering::SeqCst);
    }

    fn watch(window: &WebviewWindow, profile: PathBuf) {
        let mut waited = 0;
        while waited < PATIENCE {
            std::thread::sleep(Duration::from_secs(1));
            if PAINTED.load(Ordering::SeqCst) {
                return;
            }
            // A window that nobody sees is not drawn.
            let is_seen = window.is_visible().unwrap_or(false) && !window.is_minimized().unwrap_or(true);
            waited = if is_seen { waited + 1 } else { 0 };
        }
        if is_safe() {
            return log::error!("the window shows nothing, without a graphics card as with one");
        }
        if let Err(error) = std::fs::write(profile.join(NOTE), UNTOLD) {
            return log::error!("the window shows nothing, and how to draw it could not be noted: {error}");
        }
        log::error!("the window shows nothing; the program starts again and draws it without a graphics card");
        let again = window.with_webview(|_| {
            end_web_view();
            log::error!("the program could not start again: {}", start_again());
        });
        if let Err(error) = again {
            log::error!("the program could not start again: {error}");
        }
    }

    /// What hangs does not end by itself with its owner, and what this process becomes would not know of it.
    fn end_web_view() {
        use nix::sys::{signal, wait};
        let own = std::process::id();
        let entries = std::fs::read_dir("/proc").into_iter().flatten().filter_map(Result::ok);
        for process in entries.filter_map(|entry| entry.file_name().to_str()?.parse::<i32>().ok()) {
            // `pid (name) state parent …`, where the name is of the web view's own.
            let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
            let Some((name, rest)) = stat.split_once('(').and_then(|(_, rest)| rest.rsplit_once(") ")) else {
                continue;
            };
            let parent = rest.split(' ').nth(1).and_then(|parent| parent.parse::<u32>().ok());
            if parent == Some(own) && name.starts_with("WebKit") {
                let process = nix::unistd::Pid::from_raw(process);
                let _ = signal::kill(process, signal::Signal::SIGKILL);
                let _ = wait::waitpid(process, None);
            }
        }
    }

    /// How the window is drawn, where that is a choice; what is news is told once.
    pub(crate) fn drawing(profile: &Path) -> Option<Drawing> {
        let note = std::fs::read_to_string(profile.join(NOTE)).ok();
        if note.is_none() && !has_a_card() {
            return None;
        }
        let news = note.as_deref() == Some(UNTOLD) && std::fs::write(profile.join(NOTE), TOLD).is_ok();
        Some(Drawing { safe: note.is_some(), news })
    }

    /// Draws without a graphics card from the next start on, or as usual.
    pub(crate) fn set(profile: &Path, safe: bool) -> std::io::Result<()> {
        let note = profile.join(NOTE);
        if safe {
            return std::fs::write(note, TOLD);
        }
        match std::fs::remove_file(note) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod elsewhere {
    use super::{Drawing, Path};

    pub(crate) fn prepare(_: &Path) {}

    pub(crate) fn begin(_: &tauri::WebviewWindow, _: &Path) {}

    pub(crate) fn painted() {}

    pub(crate) fn is_by_the_processor() -> bool {
        false
    }

    pub(crate) fn drawing(_: &Path) -> Option<Drawing> {
        None
    }

    pub(crate) fn set(_: &Path, _: bool) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(not(target_os = "linux"))]
pub(crate) use elsewhere::{begin, drawing, is_by_the_processor, painted, prepare, set};
