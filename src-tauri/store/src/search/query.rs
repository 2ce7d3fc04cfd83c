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

    /// Whether something is asked for beside words.
    pub(crate) fn is_filtered(&self) -> bool {
        !self.understood.is_empty()
    }

    /// Whether the index alone cannot tell: phrases, characters in pairs and exclusions.
    pub(crate) fn must_be_judged(&self) -> bool {
        !self.excluded.is_empty() || self.wanted.iter().any(|one| one.tokens.len() > 1)
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

    /// What the index is asked for; `None` = nothing to look for. `continued` gives the words to ask for instead of the
    /// beginning of one; none = the beginning itself.
    pub(crate) fn expression<E>(
        &self,
        mut continued: impl FnMut(&str) -> Result<Vec<String>, E>,
    ) -> Result<Option<String>, E> {
        let mut wanted = Vec::new();
        for sequence in &self.wanted {
            for (number, token) in sequence.tokens.iter().enumerate() {
                wanted.push(match sequence.is_open(number) {
                    true => any_of(token, &continued(token)?),
                    false => quoted(token),
                });
            }
        }
        if wanted.is_empty() {
            return Ok(None);
        }
        let excluded: Vec<String> =
            self.excluded.iter().filter(|one| one.tokens.len() == 1).map(|one| quoted(&one.tokens[0])).collect();
        let wanted = wanted.join(" AND ");
        Ok(Some(match excluded.is_empty() {
            true => wanted,
            false => format!("({wanted}) NOT ({})", excluded.join(" OR ")),
        }))
    }
}

impl Sequence {
    /// Whether of this token the beginning is enough.
    pub(crate) fn is_open(&self, number: usize) -> bool {
        self.prefix && number + 1 == self.tokens.len()
    }

    /// Whether a token of a text can stand at this place of the sequence.
    pub(crate) fn fits(&self, number: usize, token: &str) -> bool {
        let wanted = self.tokens[number].as_str();
        if self.is_open(number) { token.starts_with(wanted) } else { token == wanted }
    }
}

/// A token as the index is asked for it.
pub(crate) fn quoted(token: &str) -> String {
    format!("\"{}\"", token.replace('"', "\"\""))
}

/// Any of the continuations of a beginning, or the beginning itself.
pub(crate) fn any_of(beginning: &str, continuations: &[String]) -> String {
    match continuations {
        [] => format!("{} *", quoted(beginning)),
        words => format!("({})", words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" OR ")),
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

    fn expression(query: &Query) -> Option<String> {
        query.expression(|_| Ok::<_, ()>(Vec::new())).unwrap()
    }

    #[test]
    fn a_query_is_taken_apart_into_words_phrases_and_filters() {
        let query = Query::parse("source:\"The Tide\" in:saved is:unread \"off shore\" -sport after:2026-01 wind");
        assert_eq!(query.source.as_deref(), Some("The Tide"));
        assert!(query.saved && query.unread && query.after.is_some());
        assert_eq!(expression(&query).unwrap(), "(\"off\" AND \"shore\" AND \"wind\" *) NOT (\"sport\")");
        assert_eq!(query.wanted.iter().filter(|one| one.tokens.len() > 1).count(), 1);
        assert_eq!(query.understood, ["source:The Tide", "in:saved", "is:unread", "after:2026-01"]);
    }

    #[test]
    fn what_is_no_filter_is_looked_for() {
        assert_eq!(expression(&Query::parse("before:never ")).unwrap(), "\"before\" AND \"never\"");
        assert_eq!(expression(&Query::parse("wind ")).unwrap(), "\"wind\"");
        assert_eq!(expression(&Query::parse("\" - \"\" ) ( AND * ^")).unwrap(), "\"and\"");
        assert_eq!(expression(&Query::parse("")), None);
    }
}
