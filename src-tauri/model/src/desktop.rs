use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the system around the window can do just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Desktop {
    /// Somebody is there who shows notifications.
    pub notifications: bool,
    /// There is a tray, so that the app can go on without its window.
    pub tray: bool,
    /// The app can begin with the session.
    pub start_at_login: bool,
    /// Numbers can stand at the app's icon.
    pub badge: bool,
    /// The connection is metered.
    pub metered: bool,
    /// The system saves power.
    pub saves_power: bool,
}

/// A menu of the menu bar, as the page names it in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MenuGroup {
    /// What it is called.
    pub title: String,
    /// What stands in it, from the top.
    pub lines: Vec<MenuLine>,
}

/// A command of the window, as it stands in a menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MenuLine {
    /// The command, which comes back as [`Handed::Command`](crate::Handed::Command).
    pub id: String,
    /// What it is called.
    pub title: String,
}
