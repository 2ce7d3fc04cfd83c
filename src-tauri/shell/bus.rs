//! The session bus of a Linux desktop, on the window's own loop: whoever waits for it wakes nobody. Everything in here is
//! called on the window's thread.

use gio::glib::{self, Variant, VariantTy};
use gio::{BusType, DBusCallFlags, DBusConnection};
use std::future::Future;
use tauri::AppHandle;

/// Milliseconds for an answer.
const PATIENCE: i32 = 5_000;

/// The bus.
///
/// # Errors
/// Where there is none.
pub(crate) async fn session() -> Result<DBusConnection, glib::Error> {
    let bus = gio::bus_get_future(BusType::Session).await?;
    // A bus that goes away must not take the window along.
    bus.set_exit_on_close(false);
    Ok(bus)
}

/// Somebody on the bus: name, path and interface, which are often the same.
#[derive(Clone, Copy)]
pub(crate) struct Whom(pub(crate) &'static str, pub(crate) &'static str, pub(crate) &'static str);

/// Calls a method and waits for its answer, of this type.
///
/// # Errors
/// Where nobody is there, or the answer is another one.
pub(crate) async fn call(
    bus: &DBusConnection,
    whom: Whom,
    method: &str,
    arguments: Option<&Variant>,
    answer: &str,
) -> Result<Variant, glib::Error> {
    let answer = VariantTy::new(answer).ok();
    let Whom(name, path, interface) = whom;
    bus.call_future(Some(name), path, interface, method, arguments, answer, DBusCallFlags::NONE, PATIENCE).await
}

/// Runs a future on the window's thread.
pub(crate) fn run<F: Future<Output = ()> + 'static>(app: &AppHandle, work: impl FnOnce() -> F + Send + 'static) {
    let asked = app.run_on_main_thread(move || drop(glib::MainContext::default().spawn_local(work())));
    if let Err(error) = asked {
        log::warn!("the window's loop could not be reached: {error}");
    }
}
