use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who brings new versions of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum UpdatedBy {
    /// The program itself, where the reader lets it.
    Itself,
    /// The packages of the system, or whoever built it: it never replaces itself.
    Packages,
}

/// A version that is newer than this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewVersion {
    /// Its number, such as `1.4.0`.
    pub version: String,
}
