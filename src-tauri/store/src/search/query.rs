//! What the reader typed, taken apart. Nothing that can be typed is an error: what is no filter is looked for as words.

use super::fold::tokens;
use stoppress_model::Timestamp;

/// Bytes of a query that are read.
const QUERY_BYTES: usize = 1024;
/// Words of a query that are looked for.
const TERMS: usize = 64;

/// Tokens that follow each other; of the last one the beginning is enough where `prefix`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sequence {
    pub(crate) tokens: Vec<String>,
    pub(crate) prefix: bool,
}

/// A query taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Query {
    pub(crate) wanted: Vec<Sequence>,
    pub(crate) excluded: Vec<Sequence>,
    pub(crate) source: Option<String>,
    pub(crate) folder: Option<String>,
    pub(crate) saved: bool,
    pub(crate) unread: bool,
    pub(crate) language: Option<String>,
    pub(crate) tag: Option<String>,
    pub(crate) before: Option<Timestamp>,
    pub(crate) after: Option<Timestamp>,
    /// The filters as they were understood, for chips.
    pub(crate) understood: Vec<String>,
}

impl Query {
    pub(crate) fn parse(text: &str) -> Self {
        let mut end = text.len().min(QUERY_BYTES);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = &text[..end];
        let mut query = Query::default();
        let pieces = pieces(text);
        let last = pieces.len().saturating_sub(1);
        let open = text.ends_with(|c: char| !c.is_whitespace() && c != '"');
        for (number, piece) in pieces.into_iter().enumerate() {
            if !piece.negated && query.filter(&piece) {
                continue;
            }
            let whole = match &piece.key {
                Some(key) => format!("{key} {}", piece.text),
                None => piece.text.clone(),
            };
            let prefix = open && number == last && !piece.quoted && !piece.negated;
            query.words(&whole, prefix, piece.negated);
        }
        query
    }

    fn words(&mut self, text: &str, prefix: bool, negated: bool) {
        let tokens: Vec<String> = tokens(text).into_iter().map(|token| token.text).collect();
        let side = if negated { &mut self.excluded } else { &mut self.wanted };
        if tokens.is_empty() || side.iter().map(|one| one.tokens.len()).sum::<usize>() + tokens.len() > TERMS {
            return;
        }
        // A single character of a script in pairs begins a pair.
        let single = tokens.last().is_some_and(|last| last.chars().count() == 1 && !last.is_ascii());
        side.push(Sequence { tokens, prefix: prefix || single });
    }

    /// True where the piece is a filter.
    fn filter(&mut self, piece: &Piece) -> bool {
        let (Some(key), value) = (piece.key.as_deref(), piece.text.trim()) else { return false };
        if value.is_empty() {
            return false;
        }
        let known = match key {
            "source" => set(&mut self.source, value),
            "folder" => set(&mut self.folder, value),
            "lang" => set(&mut self.language, &value.to_lowercase()),
            "tag" => set(&mut self.tag, value),
            "in" if value.eq_ignore_ascii_case("saved") => {
                self.saved = true;
                true
            }
            "is" if value.eq_ignore_ascii_case("unread") => {
                self.unread = true;
                true
            }
            "before" => set_day(&mut self.before, value),
            "after" => set_day(&mut self.after, value),
            _ => false,
        };
        if known {
            self.understood.push(format!("{key}:{value}"));
        }
        known
    }

    /// What the index is asked for; `None` = nothing to look for.
    pub(crate) fn expression(&self) -> Option<String> {
        let quoted = |token: &str| format!("\"{}\"", token.replace('"', "\"\""));
        let mut wanted = Vec::new();
        for sequence in &self.wanted {
            let last = sequence.tokens.len() - 1;
            for (number, token) in sequence.tokens.iter().enumerate() {
                let star = if sequence.prefix && number == last { " *" } else { "" };
                wanted.push(format!("{}{star}", quoted(token)));
            }
        }
        if wanted.is_empty() {
            return None;
        }
        let excluded: Vec<String> =
            self.excluded.iter().filter(|one| one.tokens.len() == 1).map(|one| quoted(&one.tokens[0])).collect();
        let wanted = wanted.join(" AND ");
        Some(match excluded.is_empty() {
            true => wanted,
            false => format!("({wanted}) NOT ({})", excluded.join(" OR ")),
        })
    }

    /// Sequences that the index cannot judge.
    pub(crate) fn phrases(&self) -> impl Iterator<Item = &Sequence> {
        self.wanted.iter().filter(|one| one.tokens.len() > 1)
    }
}

impl Sequence {
    /// True where the tokens stand one after the other in `text`.
    pub(crate) fn is_in(&self, text: &[super::fold::Token]) -> bool {
        self.places(text).next().is_some()
    }

    /// Where it begins, in tokens.
    pub(crate) fn places<'a>(&'a self, text: &'a [super::fold::Token]) -> impl Iterator<Item = usize> + 'a {
        let last = self.tokens.len() - 1;
        (0..(text.len() + 1).saturating_sub(self.tokens.len())).filter(move |start| {
            self.tokens.iter().enumerate().all(|(number, token)| {
                let found = &text[start + number].text;
                if self.prefix && number == last { found.starts_with(token.as_str()) } else { found == token }
            })
        })
    }
}

struct Piece {
    key: Option<String>,
    text: String,
    quoted: bool,
    negated: bool,
}

/// `-key:"a value"`, `"a phrase"`, `word`.
fn pieces(text: &str) -> Vec<Piece> {
    let mut rest = text.trim_start();
    let mut pieces = Vec::new();
    while !rest.is_empty() {
        let negated = rest.len() > 1 && rest.starts_with('-');
        rest = rest.strip_prefix('-').filter(|_| negated).unwrap_or(rest);
        let mut key = None;
        if let Some(colon) = rest.find(':')
            && (1..=6).contains(&colon)
            && rest[..colon].bytes().all(|byte| byte.is_ascii_alphabetic())
        {
            key = Some(rest[..colon].to_ascii_lowercase());
            rest = &rest[colon + 1..];
        }
        let quoted = rest.starts_with('"');
        let (piece, after) = match rest.strip_prefix('"') {
            Some(inner) => inner.split_once('"').unwrap_or((inner, "")),
            None => {
                let end = rest.find(|c: char| c.is_whitespace() || c == '"').unwrap_or(rest.len());
                rest.split_at(end)
            }
        };
        pieces.push(Piece { key, text: piece.to_owned(), quoted, negated });
        rest = after.trim_start();
    }
    pieces
}

fn set(filter: &mut Option<String>, value: &str) -> bool {
    *filter = Some(value.to_owned());
    true
}

/// A year, a month or a day; its beginning, in UTC.
fn set_day(filter: &mut Option<Timestamp>, value: &str) -> bool {
    let day = match value.len() {
        4 => format!("{value}-01-01T00:00:00Z"),
        7 => format!("{value}-01T00:00:00Z"),
        _ => format!("{value}T00:00:00Z"),
    };
    let Some(at) = Timestamp::parse(&day) else { return false };
    *filter = Some(at);
    true
}

#[cfg(test)]
mod tests {
    use super::Query;

    #[test]
    fn a_query_is_taken_apart_into_words_phrases_and_filters() {
        let query = Query::parse("source:\"The Tide\" in:saved is:unread \"off shore\" -sport after:2026-01 wind");
        assert_eq!(query.source.as_deref(), Some("The Tide"));
        assert!(query.saved && query.unread && query.after.is_some());
        assert_eq!(query.expression().unwrap(), "(\"off\" AND \"shore\" AND \"wind\" *) NOT (\"sport\")");
        assert_eq!(query.phrases().count(), 1);
        assert_eq!(query.understood, ["source:The Tide", "in:saved", "is:unread", "after:2026-01"]);
    }

    #[test]
    fn what_is_no_filter_is_looked_for() {
        assert_eq!(Query::parse("before:never ").expression().unwrap(), "\"before\" AND \"never\"");
        assert_eq!(Query::parse("wind ").expression().unwrap(), "\"wind\"");
        assert_eq!(Query::parse("\" - \"\" ) ( AND * ^").expression().unwrap(), "\"and\"");
        assert_eq!(Query::parse("").expression(), None);
    }
}
