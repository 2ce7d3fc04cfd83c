//! Whether the connection is metered and the system saves power, as GLib finds out from NetworkManager, UPower or the portal.
//! Where none of them is there, and on other systems, neither is so.

use std::sync::atomic::{AtomicBool, Ordering};
use tauri::{AppHandle, Manager};

/// What is known.
#[derive(Default)]
pub(crate) struct Power {
    metered: AtomicBool,
    saves: AtomicBool,
}

impl Power {
    pub(crate) fn is_metered(&self) -> bool {
        self.metered.load(Ordering::SeqCst)
    }

    pub(crate) fn saves(&self) -> bool {
        self.saves.load(Ordering::SeqCst)
    }
}

/// Nothing is known yet.
pub(crate) fn prepare(app: &AppHandle) {
    app.manage(Power::default());
}

/// Looks, now and whenever it changes.
pub(crate) fn begin(app: &AppHandle) {
    #[cfg(target_os = "linux")]
    linux::watch(app);
    #[cfg(not(target_os = "linux"))]
    let _ = app;
}

#[cfg(target_os = "linux")]
mod linux {
    use super::{AppHandle, Manager, Ordering, Power};
    use gio::prelude::{NetworkMonitorExt, PowerProfileMonitorExt};
    use std::cell::Cell;
    use stoppress_reader::Reader;

    thread_local! {
        static HELD: Cell<Option<(gio::NetworkMonitor, gio::PowerProfileMonitor)>> = const { Cell::new(None) };
    }

    pub(super) fn watch(app: &AppHandle) {
        let here = app.clone();
        crate::bus::run(app, move || async move {
            let network = gio::NetworkMonitor::default();
            let profile = gio::PowerProfileMonitor::get_default();
            metered(&here, network.is_network_metered());
            saves(&here, profile.is_power_saver_enabled());
            let (first, second) = (here.clone(), here);
            network.connect_network_metered_notify(move |network| metered(&first, network.is_network_metered()));
            profile.connect_power_saver_enabled_notify(move |profile| saves(&second, profile.is_power_saver_enabled()));
            // They tell for as long as somebody holds them.
            HELD.set(Some((network, profile)));
        });
    }

    fn metered(app: &AppHandle, is: bool) {
        app.state::<Power>().metered.store(is, Ordering::SeqCst);
        tell(app);
    }

    fn saves(app: &AppHandle, is: bool) {
        app.state::<Power>().saves.store(is, Ordering::SeqCst);
        tell(app);
    }

    fn tell(app: &AppHandle) {
        let power = app.state::<Power>();
        app.state::<Reader>().spare(power.is_metered() || power.saves());
    }
}
