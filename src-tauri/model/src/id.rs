use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, num::ParseIntError, str::FromStr};
use ts_rs::TS;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
        #[ts(type = "string")]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = ParseIntError;
            fn from_str(text: &str) -> Result<Self, ParseIntError> {
                text.parse().map($name)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(|_| serde::de::Error::custom("an id is a whole number in a string"))
            }
        }
    };
}

id! {
    /// A feed in this profile. Never reused, also not after the feed is gone.
    FeedId
}
id! {
    /// A mute in this profile. Never reused.
    MuteId
}
id! {
    /// A rule for notifications in this profile. Never reused.
    NotifyRuleId
}
id! {
    /// An article in this profile. Never reused, so that a saved copy keeps its id when the article is gone.
    /// Larger ids were seen later: the window asks for "everything after id n".
    ArticleId
}
