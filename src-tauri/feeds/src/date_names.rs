//! Names in dates: zones, months, and weekdays that look like months.

/// Seconds east of Greenwich of a zone by its name in capitals.
pub(crate) fn named_zone(name: &str) -> Option<i64> {
    let half_hours = match name {
        "Z" | "UT" | "UTC" | "GMT" | "WET" => 0,
        "CET" | "MET" | "MEZ" | "BST" | "WEST" | "WAT" => 2,
        "CEST" | "MEST" | "MESZ" | "EET" | "SAST" | "CAT" => 4,
        "EEST" | "MSK" | "EAT" | "TRT" => 6,
        "MSD" | "GST" => 8,
        "PKT" => 10,
        "IST" => 11,
        "NPT" => return Some(5 * 3_600 + 45 * 60),
        "ICT" | "WIB" => 14,
        "HKT" | "SGT" | "AWST" | "PHT" => 16,
        "JST" | "KST" => 18,
        "ACST" => 19,
        "AEST" => 20,
        "ACDT" => 21,
        "AEDT" => 22,
        "NZST" => 24,
        "NZDT" => 26,
        "NST" => -7,
        "NDT" => -5,
        "AST" | "EDT" | "CLT" => -8,
        "ADT" | "BRT" | "ART" => -6,
        "EST" | "CDT" | "ET" => -10,
        "CST" | "MDT" | "CT" => -12,
        "MST" | "PDT" | "MT" => -14,
        "PST" | "AKDT" | "PT" => -16,
        "AKST" => -18,
        "HST" => -20,
        _ => return None,
    };
    Some(half_hours * 1_800)
}

/// Month names by their first letters, in the languages that feeds were seen in.
pub(crate) const MONTHS: &[(&str, i64)] = &[
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
    // German, Dutch, French, Spanish, Italian, Portuguese where they differ
    ("mär", 3),
    ("mrz", 3),
    ("maerz", 3),
    ("mai", 5),
    ("okt", 10),
    ("dez", 12),
    ("mei", 5),
    ("mrt", 3),
    ("maart", 3),
    ("janv", 1),
    ("fév", 2),
    ("fev", 2),
    ("avr", 4),
    ("juin", 6),
    ("juil", 7),
    ("aoû", 8),
    ("aou", 8),
    ("déc", 12),
    ("ene", 1),
    ("abr", 4),
    ("ago", 8),
    ("dic", 12),
    ("gen", 1),
    ("mag", 5),
    ("giu", 6),
    ("lug", 7),
    ("set", 9),
    ("ott", 10),
    ("out", 10),
    ("jän", 1),
    // Polish, Czech, Scandinavian, Hungarian
    ("sty", 1),
    ("lut", 2),
    ("kwi", 4),
    ("maj", 5),
    ("cze", 6),
    ("lip", 7),
    ("sie", 8),
    ("wrz", 9),
    ("paź", 10),
    ("lis", 11),
    ("gru", 12),
    ("febru", 2),
    ("márc", 3),
    ("ápr", 4),
    ("máj", 5),
    ("jún", 6),
    ("júl", 7),
    ("szept", 9),
    // Russian
    ("янв", 1),
    ("фев", 2),
    ("мар", 3),
    ("апр", 4),
    ("мая", 5),
    ("май", 5),
    ("июн", 6),
    ("июл", 7),
    ("авг", 8),
    ("сен", 9),
    ("окт", 10),
    ("ноя", 11),
    ("дек", 12),
    // Greek
    ("ιαν", 1),
    ("φεβ", 2),
    ("μαρ", 3),
    ("μάρ", 3),
    ("μαώ", 3),
    ("απρ", 4),
    ("μαϊ", 5),
    ("μαι", 5),
    ("μάι", 5),
    ("ιουν", 6),
    ("ιού", 6),
    ("ιούν", 6),
    ("ιουλ", 7),
    ("ιούλ", 7),
    ("ιολ", 7),
    ("αύγ", 8),
    ("αυγ", 8),
    ("σεπ", 9),
    ("οκτ", 10),
    ("νοέ", 11),
    ("νοε", 11),
    ("δεκ", 12),
];

/// The month that a word names, in any of the languages.
pub(crate) fn month(word: &str) -> Option<i64> {
    let lower = word.to_lowercase();
    if lower.chars().count() < 3 {
        return None;
    }
    let best = MONTHS.iter().filter(|(name, _)| lower.starts_with(name)).max_by_key(|(name, _)| name.len());
    best.map(|(_, month)| *month)
}

/// Weekdays that begin like a month: French `mardi`, Spanish `martes`, Italian `martedì`, Greek `Σάβ` does not.
pub(crate) fn is_weekday(word: &str) -> bool {
    let lower = word.to_lowercase();
    ["mardi", "martes", "marte", "mart.", "lunes"].iter().any(|day| lower.starts_with(day))
}
