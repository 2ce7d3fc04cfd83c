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
    scan(text, |token, place| {
        out.push(Token { text: token.to_owned(), place });
        true
    });
    out
}

/// Whether words stand in a text one after the other. A single character of a script in pairs stands in any pair that has it.
#[must_use]
pub fn stand_in(words: &[String], text: &[Token]) -> bool {
    let is = |token: &Token, word: &String| {
        token.text == *word || (is_single_unspaced(word) && token.text.contains(word.as_str()))
    };
    !words.is_empty()
        && text.windows(words.len()).any(|part| part.iter().zip(words).all(|(token, word)| is(token, word)))
}

/// The tokens of a text in one line, as the index takes them.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut line = String::new();
    fold_to(text, &mut line);
    line
}

/// As [`folded`], behind what is in the line already.
pub(super) fn fold_to(text: &str, line: &mut String) {
    scan(text, |token, _| {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(token);
        true
    });
}

/// Hands over each token of a text and its place, in order, until `each` has enough.
pub fn scan(text: &str, mut each: impl FnMut(&str, Range<usize>) -> bool) {
    let (mut word, mut run) = (Word::default(), Run::default());
    let mut at = 0;
    while at < text.len() {
        let letters = ascii_letters(&text.as_bytes()[at..]);
        if letters > 0 {
            if !run.end(&mut each) {
                return;
            }
            word.push_ascii(at, &text[at..at + letters]);
            at += letters;
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        let here = at;
        at += c.len_utf8();
        let goes_on = if is_unspaced(c) {
            word.end(&mut each) && run.push(here, c, &mut each)
        } else if run.last.is_some() && is_mark(c) {
            // A mark belongs to the character before it, also in Thai.
            true
        } else if !c.is_ascii() && (c.is_alphanumeric() || is_mark(c) || is_joiner(c)) {
            word.push(here, c);
            run.end(&mut each)
        } else {
            word.end(&mut each) && run.end(&mut each)
        };
        if !goes_on {
            return;
        }
    }
    let _ = word.end(&mut each) && run.end(&mut each);
}

/// How many bytes at the beginning are ASCII letters and digits.
fn ascii_letters(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count()
}

#[derive(Default)]
struct Word {
    text: String,
    place: Range<usize>,
}

impl Word {
    fn push(&mut self, at: usize, c: char) {
        self.reach(at, at + c.len_utf8());
        if self.text.len() < LONGEST {
            fold_into(c, &mut self.text);
        }
    }

    fn push_ascii(&mut self, at: usize, letters: &str) {
        self.reach(at, at + letters.len());
        let from = self.text.len();
        let room = LONGEST.saturating_sub(from).min(letters.len());
        self.text.push_str(&letters[..room]);
        self.text[from..].make_ascii_lowercase();
    }

    fn reach(&mut self, from: usize, to: usize) {
        if self.place.is_empty() {
            self.place.start = from;
        }
        self.place.end = to;
    }

    fn end(&mut self, each: &mut impl FnMut(&str, Range<usize>) -> bool) -> bool {
        let place = std::mem::take(&mut self.place);
        let goes_on = self.text.is_empty() || each(&self.text, place);
        self.text.clear();
        goes_on
    }
}

/// Neighbouring characters of scripts in pairs.
#[derive(Default)]
struct Run {
    last: Option<(usize, char)>,
    is_paired: bool,
}

impl Run {
    fn push(&mut self, at: usize, c: char, each: &mut impl FnMut(&str, Range<usize>) -> bool) -> bool {
        let mut pair = [0; 8];
        let goes_on = match self.last {
            Some((start, before)) => {
                let middle = before.encode_utf8(&mut pair).len();
                let end = middle + c.encode_utf8(&mut pair[middle..]).len();
                self.is_paired = true;
                std::str::from_utf8(&pair[..end]).is_ok_and(|pair| each(pair, start..at + c.len_utf8()))
            }
            None => true,
        };
        self.last = Some((at, c));
        goes_on
    }

    fn end(&mut self, each: &mut impl FnMut(&str, Range<usize>) -> bool) -> bool {
        let Run { last, is_paired } = std::mem::take(self);
        match last {
            Some((at, c)) if !is_paired => each(c.encode_utf8(&mut [0; 4]), at..at + c.len_utf8()),
            _ => true,
        }
    }
}

fn fold_into(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    if is_plain(c) {
        out.push(c);
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

/// Letters that are their own spelling, most of what Russian, Hebrew and Arabic are written with.
fn is_plain(c: char) -> bool {
    matches!(c, '\u{430}'..='\u{438}' | '\u{43a}'..='\u{44f}' | '\u{5d0}'..='\u{5ea}' | '\u{627}' | '\u{628}'
        | '\u{62a}'..='\u{63a}' | '\u{641}'..='\u{648}' | '\u{64a}')
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
    c >= '\u{e01}'
        && matches!(c,
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
    use unicode_normalization::UnicodeNormalization;

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
    fn letters_that_are_left_as_they_are_are_their_own_spelling() {
        for c in ('\u{80}'..='\u{fff}').filter(|c| super::is_plain(*c)) {
            let mut spelt = String::new();
            for part in c.to_lowercase().flat_map(|c| std::iter::once(c).nfkd()) {
                assert!(!super::is_optional(part), "{c}");
                spelt.push(part);
            }
            assert_eq!(spelt, c.to_string());
        }
    }

    #[test]
    fn each_token_knows_its_place() {
        let text = "Été 東京.";
        let places: Vec<&str> = tokens(text).into_iter().map(|token| &text[token.place]).collect();
        assert_eq!(places, ["Été", "東京"]);
    }
}
