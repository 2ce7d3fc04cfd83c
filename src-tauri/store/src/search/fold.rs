//! One spelling for what readers take for the same: how text goes into the index, and how it is looked for.
//!
//! Spaced scripts become words without case and diacritics. Scripts that are written without spaces, and Korean with its
//! particles, become pairs of neighbouring characters, so that any two characters find their place.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// A word, or a pair of characters, and where it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// As it stands in the index.
    pub text: String,
    /// Bytes of the original text.
    pub place: Range<usize>,
}

/// Longer words are cut here, in bytes: nobody looks for them, and they swell the index.
const LONGEST: usize = 64;

/// The tokens of a text, in order.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut word = Word::default();
    let mut run: Vec<(usize, char)> = Vec::new();
    for (at, c) in text.char_indices() {
        if is_unspaced(c) {
            word.end(&mut out);
            run.push((at, c));
            continue;
        }
        // A mark belongs to the character before it, also in Thai.
        if !run.is_empty() && is_mark(c) {
            continue;
        }
        end_run(&mut run, &mut out);
        if c.is_alphanumeric() || is_mark(c) || is_joiner(c) {
            word.push(at, c);
        } else {
            word.end(&mut out);
        }
    }
    word.end(&mut out);
    end_run(&mut run, &mut out);
    out
}

/// The tokens of a text in one line, as the index takes them.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for token in tokens(text) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&token.text);
    }
    line
}

#[derive(Default)]
struct Word {
    text: String,
    place: Range<usize>,
}

impl Word {
    fn push(&mut self, at: usize, c: char) {
        if self.place.is_empty() {
            self.place.start = at;
        }
        self.place.end = at + c.len_utf8();
        if self.text.len() < LONGEST {
            fold_into(c, &mut self.text);
        }
    }

    fn end(&mut self, out: &mut Vec<Token>) {
        if !self.text.is_empty() {
            out.push(Token { text: std::mem::take(&mut self.text), place: self.place.clone() });
        }
        self.text.clear();
        self.place = 0..0;
    }
}

fn end_run(run: &mut Vec<(usize, char)>, out: &mut Vec<Token>) {
    let end = |(at, c): (usize, char)| at + c.len_utf8();
    if let [only] = run[..] {
        out.push(Token { text: only.1.to_string(), place: only.0..end(only) });
    }
    for pair in run.windows(2) {
        out.push(Token { text: pair.iter().map(|(_, c)| *c).collect(), place: pair[0].0..end(pair[1]) });
    }
    run.clear();
}

fn fold_into(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    for part in std::iter::once(c).nfkd().flat_map(char::to_lowercase).flat_map(|c| std::iter::once(c).nfkd()) {
        match part {
            part if is_optional(part) || is_joiner(part) => {}
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ø' => out.push('o'),
            'đ' | 'ð' => out.push('d'),
            'ł' => out.push('l'),
            'ı' => out.push('i'),
            'ς' => out.push('σ'),
            // Alef wasla, teh marbuta, alef maksura; Persian yeh and kaf.
            '\u{671}' => out.push('\u{627}'),
            '\u{629}' => out.push('\u{647}'),
            '\u{649}' | '\u{6cc}' => out.push('\u{64a}'),
            '\u{6a9}' => out.push('\u{643}'),
            part => out.push(part),
        }
    }
}

/// Marks that writers leave out or add: Latin, Greek and Cyrillic diacritics, Hebrew points, Arabic vowels and tatweel.
/// The vowel signs of Indic scripts are letters to their readers and stay.
fn is_optional(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}'
        | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{8d3}'..='\u{8ff}' | '\u{93c}')
}

/// Combining marks, inside a word.
fn is_mark(c: char) -> bool {
    !c.is_ascii() && unicode_normalization::char::is_combining_mark(c)
}

/// Between the letters of Persian and Hindi words.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{ad}')
}

/// True for one character alone of a script in pairs.
#[must_use]
pub fn is_single_unspaced(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(is_unspaced) && characters.next().is_none()
}

/// Scripts without spaces between words, and Hangul.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{3096}' | '\u{309d}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}'
        | '\u{30fc}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{20000}'..='\u{3ffff}'
        // Thai, Lao, Myanmar and Khmer letters; their marks are passed over.
        | '\u{e01}'..='\u{e30}' | '\u{e32}' | '\u{e33}' | '\u{e40}'..='\u{e46}' | '\u{e81}'..='\u{eb0}'
        | '\u{ec0}'..='\u{ec6}' | '\u{1000}'..='\u{102a}' | '\u{1780}'..='\u{17b3}')
}

#[cfg(test)]
mod tests {
    use super::{folded, tokens};

    #[test]
    fn what_readers_take_for_the_same_is_spelt_the_same() {
        let check = |written: &str, want: &str| assert_eq!(folded(written), want, "{written}");
        check("L’Été à Zürich, Straße", "l ete a zurich strasse");
        check("Ёлка Ещё", "елка еще");
        check("Ἀθῆναι ΑΘΗΝΑΣ", "αθηναι αθηνασ");
        check("مُدَرِّسَة مدرســة إسلام أمل آمن", "مدرسه مدرسه اسلام امل امن");
        check("שָׁלוֹם", "שלום");
        check("हिन्दी", "हिन्दी");
        check("東京タワー", "東京 京タ タワ ワー");
        check("ภาษาไทย", "ภา าษ ษา าไ ไท ทย");
        check("한국어", "한국 국어");
        check("北", "北");
        check("GPT-4o's", "gpt 4o s");
    }

    #[test]
    fn each_token_knows_its_place() {
        let text = "Été 東京.";
        let places: Vec<&str> = tokens(text).into_iter().map(|token| &text[token.place]).collect();
        assert_eq!(places, ["Été", "東京"]);
    }
}
