//! The window of Stop Press.
//!
//! What is here: a Tauri window over the reader, thin commands, events, images. What is never here: decisions, SQL, feed
//! formats. The page may only call the commands of `commands.rs`, with ids and small values.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod badge;
mod beginning;
#[cfg(target_os = "linux")]
mod bus;
mod clipboard;
mod closing;
mod commands;
mod drawing;
mod events;
mod handing;
mod instance;
mod log_file;
mod login;
mod media;
mod menu_bar;
mod notify;
mod outside;
mod power;
mod tray;
mod window;
mod words;

use instance::{First, Start, Words};
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::OnceLock,
    time::Instant,
};
use stoppress_reader::{Options, Reader, default_profile, make_profile, move_as_wished};
use tauri::Manager;

/// A round leaves less behind in it than in the system's, and takes less time (docs/notes/figures.md); how it is set stands in
/// .cargo/config.toml.
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// What the app is called outside of its page.
pub(crate) const NAME: &str = "Stop Press";

/// When the process began, for the figure of the first painted rows.
pub(crate) static STARTED: OnceLock<Instant> = OnceLock::new();

fn main() -> ExitCode {
    STARTED.get_or_init(Instant::now);
    let Some(profile) = profile() else {
        eprintln!("stoppress: this system names no folder for the library; give one with --profile DIR");
        return ExitCode::FAILURE;
    };
    drawing::prepare(&profile);
    // A folder that cannot be made is said by opening the library.
    let _ = make_profile(&profile);
    let words = Words::own();
    let Opening { profile, first, moving } = match begin(profile, &words) {
        Ok(opening) => opening,
        Err(code) => return code,
    };
    let log = log_file::start(&profile);
    let reader = match Reader::open(Options::at(&profile)) {
        Ok(reader) => reader,
        Err(error) => {
            log::error!("the library could not be opened: {error}");
            eprintln!("stoppress: {error}");
            return ExitCode::FAILURE;
        }
    };
    if let Some(sentence) = moving {
        log::error!("the library was not moved: {sentence}");
        reader.tell(sentence);
    }
    let running = builder()
        .register_asynchronous_uri_scheme_protocol("media", media::answer)
        .on_window_event(|window, event| match event {
            tauri::WindowEvent::CloseRequested { api, .. } if closing::stays(window.app_handle()) => {
                api.prevent_close()
            }
            tauri::WindowEvent::CloseRequested { .. } | tauri::WindowEvent::Destroyed => {
                window.state::<handing::Waiting>().close();
            }
            tauri::WindowEvent::Focused(focused) => window.state::<notify::Notifications>().focus(*focused),
            _ => {}
        })
        .invoke_handler(commands::handler())
        .setup(move |app| {
            app.manage(log);
            app.manage(std::sync::Arc::new(stoppress_reader::Voice::of_the_system()));
            app.manage(reader.clone());
            let beginning = beginning::Beginning::default();
            beginning.read(&reader);
            app.manage(beginning);
            app.manage(commands::moving::Picked::default());
            events::forward(app.handle().clone(), &reader);
            app.manage(closing::Hidden::default());
            let hidden = words.are_hidden();
            handing::listen(app.handle(), first, words);
            notify::prepare(app.handle());
            tray::prepare(app.handle());
            power::prepare(app.handle());
            menu_bar::begin(app.handle());
            let hidden = closing::begins_hidden(app.handle(), hidden);
            window::open(app.handle(), reader.profile(), !hidden)?;
            let (app, checking) = (app.handle().clone(), reader.clone());
            tauri::async_runtime::spawn(async move {
                if !hidden {
                    app.state::<beginning::Beginning>().is_over().await;
                }
                let (here, reader) = (app.clone(), checking.clone());
                if let Err(error) = app.run_on_main_thread(move || around(&here, &reader)) {
                    log::warn!("what stands around the page could not be begun: {error}");
                }
                checking.check_by_itself().await;
            });
            Ok(())
        })
        .build(context());
    match running {
        Ok(app) => {
            app.run(heard);
            ExitCode::SUCCESS
        }
        Err(error) => {
            log::error!("the window could not be opened: {error}");
            eprintln!("stoppress: the window could not be opened: {error}");
            ExitCode::FAILURE
        }
    }
}

/// A click on the app in the dock of macOS brings a closed window back.
#[cfg(target_os = "macos")]
fn heard(app: &tauri::AppHandle, event: tauri::RunEvent) {
    if let tauri::RunEvent::Reopen { has_visible_windows: false, .. } = event {
        handing::show(app);
    }
}

#[cfg(not(target_os = "macos"))]
fn heard(_: &tauri::AppHandle, _: tauri::RunEvent) {}

/// What stands around the page, and is not waited for.
fn around(app: &tauri::AppHandle, reader: &Reader) {
    notify::begin(app, reader);
    tray::begin(app);
    badge::begin(app, reader);
    power::begin(app);
}

fn builder() -> tauri::Builder<tauri::Wry> {
    let builder = tauri::Builder::default();
    #[cfg(feature = "updates")]
    let builder = builder.plugin(tauri_plugin_updater::Builder::new().build());
    builder
}

fn context() -> tauri::Context {
    #[cfg_attr(not(feature = "no-csp"), expect(unused_mut, reason = "changed where a test takes the policy away"))]
    let mut context = tauri::generate_context!();
    #[cfg(feature = "no-csp")]
    {
        context.config_mut().app.security.csp = None;
    }
    context
}

/// What a start begins with.
struct Opening {
    profile: PathBuf,
    first: First,
    /// Why the library was not moved, where that was wished and could not be.
    moving: Option<String>,
}

/// Makes this process the one that has the window, after it moved the library where the start before wished that. `Err` = there
/// is nothing more to do.
fn begin(profile: PathBuf, words: &Words) -> Result<Opening, ExitCode> {
    let first = only_one(&profile, words)?;
    if is_named() {
        return Ok(Opening { profile, first, moving: None });
    }
    let (now, moving) = move_as_wished(&profile);
    // Later starts look for the window where the library is.
    let first = if now == profile { first } else { only_one(&now, words)? };
    Ok(Opening { profile: now, first, moving })
}

fn only_one(profile: &Path, words: &Words) -> Result<First, ExitCode> {
    match instance::begin(profile, words) {
        Start::First(first) => Ok(first),
        Start::Handed => Err(ExitCode::SUCCESS),
        Start::Deaf => {
            eprintln!("stoppress: a window of this library is open already, and it does not answer");
            Err(ExitCode::FAILURE)
        }
    }
}

/// Whether this start was told where its library is.
pub(crate) fn is_named() -> bool {
    std::env::args().any(|word| word.starts_with("--profile"))
}

/// `--profile DIR` wins over `STOPPRESS_PROFILE`, which wins over the system's folder.
fn profile() -> Option<PathBuf> {
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--profile" {
            return arguments.next().map(Into::into);
        }
        if let Some(folder) = argument.to_str().and_then(|text| text.strip_prefix("--profile=")) {
            return Some(folder.into());
        }
    }
    default_profile()
}
