//! Made-up languages: words by their rank, the frequent ones short, as many as a large newspaper uses.

use super::chance::Chance;

/// Words of a language with an alphabet.
const WORDS: usize = 60_000;
/// Characters of a script without spaces.
const CHARACTERS: usize = 3_500;
/// Words of such a script: mostly two characters, so that pairs repeat as they do in a real text.
const COMPOUNDS: usize = 30_000;

/// Words that an article comes back to, and their share of a hundred: with these, half of the words of a story of 450 are
/// different ones, as in captured feeds.
const TOPIC: usize = 45;
const OF_THE_TOPIC: usize = 40;

/// How a language is written.
pub struct Language {
    pub tag: &'static str,
    pub right_to_left: bool,
    /// Between words, and at the end of a sentence.
    pub gap: &'static str,
    pub stop: &'static str,
    words: Vec<String>,
}

impl Language {
    pub fn word(&self, chance: &mut Chance) -> &str {
        &self.words[chance.rank(self.words.len())]
    }

    /// What an article is about: words that come back in it.
    pub fn topic(&self, chance: &mut Chance) -> Topic<'_> {
        Topic { language: self, words: (0..TOPIC).map(|_| chance.rank(self.words.len())).collect() }
    }
}

/// A language as one article uses it.
pub struct Topic<'a> {
    pub language: &'a Language,
    words: Vec<usize>,
}

impl Topic<'_> {
    pub fn word(&self, chance: &mut Chance) -> &str {
        match chance.percent(OF_THE_TOPIC) {
            true => &self.language.words[self.words[chance.rank(self.words.len())]],
            false => self.language.word(chance),
        }
    }
}

/// All of them, with their share of a hundred articles.
pub fn languages() -> Vec<(usize, Language)> {
    let latin = (["a", "e", "i", "o", "u", "ea", "ou", "ai"], "bcdfghklmnprstvwyz");
    let french = (["a", "e", "é", "i", "o", "u", "è", "ou"], "bcdfglmnprstvçjq");
    let german = (["a", "e", "i", "o", "u", "ä", "ö", "ü"], "bdfghklmnrstwzß");
    let russian = (["а", "е", "и", "о", "у", "ы", "я", "ю"], "бвгдзклмнпрстхш");
    let arabic = (["ا", "و", "ي", "", "", "", "َ", "ة"], "بتجحدرسشصطعغفقكلمنه");
    let hebrew = (["א", "ו", "י", "", "", "", "ה", ""], "בגדזחטכלמנסעפצקרשת");
    let spaced = |tag, seed, (vowels, consonants): ([&str; 8], &str)| Language {
        tag,
        right_to_left: matches!(tag, "ar" | "he"),
        gap: " ",
        stop: ". ",
        words: alphabet(seed, &vowels, consonants),
    };
    let unspaced = |tag, seed, first, kana| Language {
        tag,
        right_to_left: false,
        gap: "",
        stop: "。",
        words: compounds(seed, first, kana),
    };
    let korean =
        Language { tag: "ko", right_to_left: false, gap: " ", stop: ". ", words: compounds(9, '\u{ac00}', false) };
    vec![
        (52, spaced("en", 1, latin)),
        (11, spaced("fr", 2, french)),
        (11, spaced("de", 3, german)),
        (5, spaced("ru", 4, russian)),
        (4, spaced("ar", 5, arabic)),
        (2, spaced("he", 6, hebrew)),
        (7, unspaced("zh", 7, '\u{4e00}', false)),
        (5, unspaced("ja", 8, '\u{4e00}', true)),
        (3, korean),
    ]
}

fn alphabet(seed: u64, vowels: &[&str], consonants: &str) -> Vec<String> {
    let consonants: Vec<char> = consonants.chars().collect();
    let of_rank = |rank: usize| {
        let mut chance = Chance::of(seed, rank as u64);
        let syllables = match rank {
            0..100 => 1,
            100..2_000 => chance.between(1, 3),
            _ => chance.between(2, 4),
        };
        let mut word = String::new();
        for _ in 0..syllables {
            word.push(consonants[chance.below(consonants.len())]);
            word.push_str(vowels[chance.below(vowels.len())]);
            if chance.percent(45) {
                word.push(consonants[chance.below(consonants.len())]);
            }
        }
        word
    };
    (0..WORDS).map(of_rank).collect()
}

fn compounds(seed: u64, first: char, with_kana: bool) -> Vec<String> {
    let of_rank = |rank: usize| {
        let mut chance = Chance::of(seed, rank as u64);
        let length = if rank < 150 { 1 } else { chance.between(2, 3) };
        (0..length)
            .map(|_| match with_kana && chance.percent(50) {
                true => letter('\u{3042}', chance.below(80)),
                false => letter(first, chance.rank(CHARACTERS) * 5),
            })
            .collect()
    };
    (0..COMPOUNDS).map(of_rank).collect()
}

fn letter(first: char, number: usize) -> char {
    char::from_u32(first as u32 + number as u32).unwrap_or(first)
}
