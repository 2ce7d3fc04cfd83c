use crate::NotifySettings;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Most pinned filters, and the longest in bytes: that of a query.
const FILTERS: usize = 20;
const FILTER_BYTES: usize = 1024;

/// What the reader has chosen. Unknown or broken values in the profile fall back to the default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Settings {
    /// Colours of the window.
    pub theme: Theme,
    /// Colour of what can be acted on.
    pub accent: Accent,
    /// Height of the rows in Live.
    pub density: Density,
    /// Typeface of the headlines in lists.
    pub headlines: HeadlineFont,
    /// How often feeds are asked while the window is visible.
    pub check_interval: CheckInterval,
    /// When images are fetched.
    pub images: ImagePolicy,
    /// How articles are set.
    pub reading: ReadingStyle,
    /// When a story counts as read.
    pub mark_read: MarkRead,
    /// True where new stories enter Live by themselves while the reader is at its top and does nothing.
    pub auto_show: bool,
    /// True where many stories of one feed in a row fold into one row of Live.
    pub fold: bool,
    /// True where the first words of a story stand below its headline in Live.
    pub snippets: bool,
    /// True where a screen reader is told of stories that come while Live has the focus.
    pub announce: bool,
    /// False where single letters are no shortcuts (WCAG 2.1.4).
    pub single_keys: bool,
    /// Commands whose keys the reader has changed, with the key presses that replace the usual ones.
    pub keys: BTreeMap<String, Vec<String>>,
    /// Searches that the reader has pinned as filters, as they were typed: at most 20, of at most 1 KiB each.
    pub filters: Vec<String>,
    /// Language of the window, a BCP 47 tag; `None` = as the system is set.
    pub language: Option<String>,
    /// How the time of day is written.
    pub hours: Hours,
    /// How much moves.
    pub motion: Motion,
    /// How long a message stays.
    pub toasts: ToastTime,
    /// Megabytes of images kept because they were looked at or fetched ahead, 64 to 65,536. Saved ones do not count.
    pub cache_mb: u32,
    /// The way to the network: `system` = as the system is set, `direct` = without a proxy, else the address of a proxy (http,
    /// https, socks5, socks5h) without a password.
    pub proxy: String,
    /// Days that articles stay which are not saved, 1 to 3,650; 0 = for ever. At least 20 of each feed stay in any case.
    pub keep_days: u32,
    /// True where the program may look once a day whether there is a newer version of it. Never of use where the system's
    /// packages bring those.
    pub look_for_versions: bool,
    /// How the reader is told of news while the window is not looked at.
    pub notify: NotifySettings,
    /// What closing the window does where the desktop has a tray; elsewhere it quits.
    pub on_close: OnClose,
    /// True where the app begins with the reader's session, without its window where it may stay in the tray.
    pub start_at_login: bool,
    /// True where the number of unread stories stands at the app's icon.
    pub badge: bool,
    /// True where feeds are asked as if the window were hidden, and nothing is fetched ahead, while the connection is metered
    /// or the system saves power.
    pub spare: bool,
}

impl Settings {
    /// With every figure inside its limits.
    #[must_use]
    pub fn within_limits(&self) -> Self {
        let fits = |filter: &&String| !filter.trim().is_empty() && filter.len() <= FILTER_BYTES;
        let minute = |at: u32| at.min(24 * 60 - 1);
        let notify = NotifySettings {
            quiet_from: minute(self.notify.quiet_from),
            quiet_until: minute(self.notify.quiet_until),
            ..self.notify.clone()
        };
        Settings {
            cache_mb: self.cache_mb.clamp(64, 65_536),
            keep_days: self.keep_days.min(3_650),
            notify,
            filters: self.filters.iter().filter(fits).take(FILTERS).cloned().collect(),
            ..self.clone()
        }
    }

    /// Bytes of images kept because they were looked at.
    #[must_use]
    pub fn cache_bytes(&self) -> u64 {
        u64::from(self.within_limits().cache_mb) << 20
    }
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            theme: Theme::default(),
            accent: Accent::default(),
            density: Density::default(),
            headlines: HeadlineFont::default(),
            check_interval: CheckInterval::default(),
            images: ImagePolicy::default(),
            reading: ReadingStyle::default(),
            mark_read: MarkRead::default(),
            auto_show: true,
            fold: true,
            snippets: false,
            announce: true,
            single_keys: true,
            keys: BTreeMap::new(),
            filters: Vec::new(),
            language: None,
            hours: Hours::default(),
            motion: Motion::default(),
            toasts: ToastTime::default(),
            cache_mb: 1024,
            proxy: "system".into(),
            keep_days: 90,
            look_for_versions: false,
            notify: NotifySettings::default(),
            on_close: OnClose::default(),
            start_at_login: false,
            badge: false,
            spare: true,
        }
    }
}

/// How articles are set, in every theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ReadingStyle {
    /// Typeface of Latin, Greek and Cyrillic; other scripts keep the face that suits them.
    pub font: ReadingFont,
    /// Size of the text in CSS pixels, 15 to 28.
    pub size: u32,
    /// Distance of lines in hundredths of the size, 140 to 200.
    pub leading: u32,
    /// Longest line in characters: 58, 66 or 74.
    pub measure: u32,
    /// Room between paragraphs in hundredths of the size, 50 to 150.
    pub paragraphs: u32,
}

impl Default for ReadingStyle {
    fn default() -> Self {
        ReadingStyle { font: ReadingFont::default(), size: 19, leading: 163, measure: 66, paragraphs: 95 }
    }
}

/// Colour of what can be acted on: links, what is selected, unread, buttons. High contrast keeps its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Accent {
    /// The theme's own: blue, or brown on sepia.
    #[default]
    Theme,
    /// Teal.
    Teal,
    /// Green.
    Green,
    /// Purple.
    Purple,
    /// Amber.
    Amber,
    /// No colour.
    Graphite,
}

/// Typeface of the headlines in lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum HeadlineFont {
    /// The bundled serif.
    #[default]
    Serif,
    /// The bundled sans serif.
    Sans,
}

/// Typeface of articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ReadingFont {
    /// The bundled serif.
    #[default]
    Serif,
    /// The bundled sans serif.
    Sans,
    /// The system's own.
    System,
}

/// When a story counts as read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum MarkRead {
    /// At once by click or Enter; by keys after 1.5 s on screen.
    #[default]
    Glance,
    /// Only by click or Enter.
    Open,
    /// Only where the reader says so.
    Never,
}

/// How the time of day is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum Hours {
    /// 0 to 23, as the ticker is drawn.
    #[default]
    #[serde(rename = "24")]
    TwentyFour,
    /// 1 to 12, with what tells morning from evening.
    #[serde(rename = "12")]
    Twelve,
    /// As the language of the window does.
    #[serde(rename = "language")]
    Language,
}

/// How much moves in the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Motion {
    /// As the system is set.
    #[default]
    System,
    /// As little as possible.
    Reduced,
    /// As drawn, whatever the system says.
    Full,
}

/// How long a message stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ToastTime {
    /// 6 seconds, 10 where it offers to undo.
    #[default]
    Short,
    /// 20 seconds.
    Long,
    /// Until it is dismissed.
    Stay,
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
    /// Warm paper.
    Sepia,
    /// Black, for screens whose black pixels are off.
    Oled,
    /// High contrast, dark on light.
    #[serde(rename = "hc-light")]
    ContrastLight,
    /// High contrast, light on dark.
    #[serde(rename = "hc-dark")]
    ContrastDark,
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
    /// As soon as the article is known, for those at the top of the ticker.
    Ahead,
}

/// What closing the window does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum OnClose {
    /// Asks, once.
    #[default]
    Ask,
    /// Hides the window; the app goes on in the tray.
    Background,
    /// Quits.
    Quit,
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
