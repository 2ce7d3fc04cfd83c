use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the system around the window can do just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Desktop {
    /// Somebody is there who shows notifications.
    pub notifications: bool,
}
