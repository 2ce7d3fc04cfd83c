use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the reader has chosen. Unknown or broken values in the profile fall back to the default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Settings {
    /// Colours of the window.
    pub theme: Theme,
    /// Height of the rows in Live.
    pub density: Density,
    /// How often feeds are asked while the window is visible.
    pub check_interval: CheckInterval,
    /// When images are fetched.
    pub images: ImagePolicy,
}

/// Colours of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system is set.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Height of the rows in Live.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Density {
    /// Headline up to two lines and a line with its source.
    #[default]
    Comfortable,
    /// Headline up to two lines, the source as an icon in front.
    Compact,
    /// One line.
    Wire,
}

/// When images are fetched. Saved articles always have theirs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ImagePolicy {
    /// Only those that the reader asks for, article by article.
    Never,
    /// When the article is opened.
    #[default]
    Opened,
}

/// How often feeds are asked while the window is visible; publishers' own wishes can only lengthen it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum CheckInterval {
    /// Every 15 minutes.
    #[default]
    #[serde(rename = "15m")]
    QuarterHour,
    /// Every 30 minutes.
    #[serde(rename = "30m")]
    HalfHour,
    /// Every hour.
    #[serde(rename = "1h")]
    Hour,
    /// Only when the reader asks.
    #[serde(rename = "manual")]
    Manual,
}
