//! Bytes to text: which encoding a feed is really in, whatever it and its server say.

use crate::repairs::Repairs;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, GB18030, GBK, ISO_2022_JP, ISO_8859_2, ISO_8859_4, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1252,
    WINDOWS_1254, WINDOWS_1257, WINDOWS_1258,
};
use std::borrow::Cow;

/// A guess at an encoding looks at no more than this: the guesser reads 4 MB/s.
const GUESSED_BYTES: usize = 512 << 10;

const MISLABELLED: &str = "encoding other than declared";
const BAD_BYTES: &str = "bytes outside the encoding replaced";
const CONTROL: &str = "control characters removed";

/// Decodes a body. `declared_by_server` is the `Content-Type` header.
pub(crate) fn decode<'a>(bytes: &'a [u8], declared_by_server: Option<&str>, repairs: &mut Repairs) -> Cow<'a, str> {
    let text = decode_charset(bytes, declared_by_server, repairs);
    let text = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_start_matches('\u{feff}')),
        Cow::Owned(text) if text.starts_with('\u{feff}') => Cow::Owned(text.trim_start_matches('\u{feff}').to_owned()),
        owned @ Cow::Owned(_) => owned,
    };
    // In pieces without a way out in their middle, which the compiler makes many bytes at once of.
    if text.as_bytes().chunks(256).any(|piece| piece.iter().fold(false, |found, byte| found | is_control(*byte))) {
        repairs.note(CONTROL);
        return Cow::Owned(text.chars().filter(|c| u8::try_from(*c).map_or(true, |b| !is_control(b))).collect());
    }
    text
}

/// Characters that XML forbids even as references.
fn is_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')
}

fn decode_charset<'a>(bytes: &'a [u8], server: Option<&str>, repairs: &mut Repairs) -> Cow<'a, str> {
    if let Some(text) = utf32(bytes) {
        return Cow::Owned(text);
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        if encoding == UTF_8 {
            let rest = &bytes[3..];
            return match std::str::from_utf8(rest) {
                Ok(text) => Cow::Borrowed(text),
                Err(_) => not_utf8(rest, server, repairs),
            };
        }
        return lenient(encoding, bytes, repairs);
    }
    if let Some(encoding) = utf16_by_look(bytes) {
        return lenient(encoding, bytes, repairs);
    }
    let declared = declared_encoding(bytes).or_else(|| server.and_then(charset_of));
    match std::str::from_utf8(bytes) {
        // Nothing else begins to write with these: a feed of letters of one byte that says UTF-8, or nothing, means this.
        Ok(text) if declared.is_some_and(is_seven_bit) || text.contains("\u{1b}$B") || text.contains("\u{1b}$@") => {
            let encoding = declared.filter(|e| is_seven_bit(e)).unwrap_or(ISO_2022_JP);
            match encoding.decode_without_bom_handling(bytes) {
                (decoded, false) if bytes.contains(&0x1b) => {
                    if declared.is_some_and(|e| !is_seven_bit(e)) {
                        repairs.note(MISLABELLED);
                    }
                    decoded
                }
                _ => Cow::Borrowed(text),
            }
        }
        Ok(text) => {
            if !text.is_ascii() && declared.is_some_and(|e| e != UTF_8) {
                repairs.note(MISLABELLED);
            }
            Cow::Borrowed(text)
        }
        Err(_) => not_utf8(bytes, server, repairs),
    }
}

/// Bytes that are not UTF-8: nearly UTF-8, what was declared, or a guess.
fn not_utf8<'a>(bytes: &'a [u8], server: Option<&str>, repairs: &mut Repairs) -> Cow<'a, str> {
    let by_document = declared_encoding(bytes).filter(|e| !is_utf(e));
    let by_server = server.and_then(charset_of).filter(|e| !is_utf(e));
    if by_document.is_none() && by_server.is_none() {
        let (good, bad) = sequences(bytes);
        if good >= bad {
            repairs.note(BAD_BYTES);
            return Cow::Owned(mostly_utf8(bytes));
        }
    }
    for encoding in [by_document, by_server].into_iter().flatten() {
        let encoding = if encoding == GBK { GB18030 } else { encoding };
        let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
        if !had_errors {
            return text;
        }
    }
    let (good, bad) = sequences(bytes);
    if good > bad * 4 {
        repairs.note(BAD_BYTES);
        return Cow::Owned(mostly_utf8(bytes));
    }
    let guess = guess(bytes);
    let (text, had_errors) = guess.decode_without_bom_handling(bytes);
    match by_document.or(by_server) {
        // A few bad bytes in the declared encoding are likelier than a wrong declaration.
        Some(declared) if had_errors || declared == guess => lenient(declared, bytes, repairs),
        _ => {
            repairs.note(MISLABELLED);
            if had_errors {
                repairs.note(BAD_BYTES);
            }
            text
        }
    }
}

fn lenient<'a>(encoding: &'static Encoding, bytes: &'a [u8], repairs: &mut Repairs) -> Cow<'a, str> {
    let (text, had_errors) = encoding.decode_with_bom_removal(bytes);
    if had_errors {
        repairs.note(BAD_BYTES);
    }
    text
}

/// A guess by the letters, with the language that the feed names as a hint.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&bytes[..bytes.len().min(GUESSED_BYTES)], true);
    let language = language_of(bytes);
    let country = language.as_deref().and_then(country_of);
    let guess = detector.guess(country.map(str::as_bytes), Utf8Detection::Deny);
    // A few accents in a text of plain letters are Western unless the language says otherwise: to tell `ï` from `ď`
    // takes more of them.
    let is_latin = [ISO_8859_2, ISO_8859_4, WINDOWS_1250, WINDOWS_1254, WINDOWS_1257, WINDOWS_1258].contains(&guess);
    let high = bytes.iter().filter(|b| !b.is_ascii()).count();
    if is_latin && country.is_none() && high * 100 < bytes.iter().filter(|b| b.is_ascii_alphabetic()).count() * 2 {
        return WINDOWS_1252;
    }
    guess
}

/// The first `<language>`, `<dc:language>` or `xml:lang` of a feed's head.
fn language_of(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let value =
        ["<language>", "<dc:language>", "xml:lang=\"", "xml:lang='"].iter().find_map(|mark| head.split_once(mark));
    let code: String = value?.1.trim_start().chars().take_while(char::is_ascii_alphabetic).collect();
    (code.len() == 2).then_some(code)
}

/// The top-level domain that hints at a language's customary encoding.
fn country_of(language: &str) -> Option<&'static str> {
    Some(match language {
        "en" => "uk",
        "fr" => "fr",
        "de" => "de",
        "es" => "es",
        "it" => "it",
        "pt" => "pt",
        "nl" => "nl",
        "sv" => "se",
        "da" => "dk",
        "no" | "nb" | "nn" => "no",
        "fi" => "fi",
        "pl" => "pl",
        "cs" => "cz",
        "sk" => "sk",
        "hu" => "hu",
        "sl" => "si",
        "hr" => "hr",
        "ro" => "ro",
        "ru" => "ru",
        "uk" => "ua",
        "bg" => "bg",
        "sr" => "rs",
        "el" => "gr",
        "tr" => "tr",
        "he" | "iw" => "il",
        "ar" => "sa",
        "fa" => "ir",
        "ja" => "jp",
        "ko" => "kr",
        "zh" => "cn",
        "th" => "th",
        "vi" => "vn",
        "lt" => "lt",
        "lv" => "lv",
        "et" => "ee",
        _ => return None,
    })
}

/// How many sequences of several bytes are good UTF-8, and how many bytes are not.
fn sequences(bytes: &[u8]) -> (usize, usize) {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    (good, bad)
}

/// UTF-8 with single bytes of windows-1252 in it, as databases of mixed age give.
fn mostly_utf8(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        out.push_str(chunk.valid());
        let (text, _) = WINDOWS_1252.decode_without_bom_handling(chunk.invalid());
        out.push_str(&text);
    }
    out
}

fn is_utf(encoding: &&'static Encoding) -> bool {
    [UTF_8, UTF_16LE, UTF_16BE].contains(encoding)
}

fn is_seven_bit(encoding: &'static Encoding) -> bool {
    encoding == encoding_rs::ISO_2022_JP
}

/// The encoding of the XML declaration, or of a `charset=` in an HTML head.
fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(1024)];
    let at = head.windows(5).position(|w| w.eq_ignore_ascii_case(b"<?xml"))?;
    let declaration = &head[at..];
    let end = declaration.windows(2).position(|w| w == b"?>").unwrap_or(declaration.len());
    let declaration = String::from_utf8_lossy(&declaration[..end]);
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    label(value.trim_matches(['"', '\'']).split(['"', '\'', ' ', '?']).next()?)
}

fn charset_of(content_type: &str) -> Option<&'static Encoding> {
    let lower = content_type.to_ascii_lowercase();
    let value = lower.split_once("charset")?.1.trim_start().strip_prefix('=')?.trim();
    label(value.trim_matches(['"', '\'']).split([';', ' ', '"', '\'']).next()?)
}

/// An encoding by its label, also where the label is misspelt in the customary ways.
fn label(name: &str) -> Option<&'static Encoding> {
    let name = name.trim();
    Encoding::for_label(name.as_bytes()).or_else(|| {
        let letters: String = name.to_ascii_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
        let known = match letters.as_str() {
            "utf8" | "unicode" | "utf8n" | "utf8mb4" => "utf-8",
            "utf16" | "ucs2" => "utf-16",
            "iso88591" | "isolatin1" | "iso885911" | "ansi" | "ascii" => "windows-1252",
            "gb2312" | "gb18030" | "gbk" | "cp936" | "eucgb2312" => "gb18030",
            "big5" | "big5hkscs" | "cp950" => "big5",
            "shiftjis" | "sjis" | "cp932" | "xsjis" | "windows31j" => "shift_jis",
            "koi8r" | "koi8" => "koi8-r",
            "euckr" | "ksc5601" | "uhc" | "cp949" => "euc-kr",
            "eucjp" | "ujis" => "euc-jp",
            other => {
                let number = other.trim_start_matches("windows").trim_start_matches("win").trim_start_matches("cp");
                return Encoding::for_label(format!("windows-{number}").as_bytes());
            }
        };
        Encoding::for_label(known.as_bytes())
    })
}

/// UTF-16 without a byte order mark shows by the zero beside every ASCII character of its beginning.
fn utf16_by_look(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(64) & !1];
    if head.len() < 8 {
        return None;
    }
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), head.len() / 2);
    match (even, odd) {
        (0, odd) if odd * 4 >= pairs * 3 => Some(UTF_16LE),
        (even, 0) if even * 4 >= pairs * 3 => Some(UTF_16BE),
        _ => None,
    }
}

fn utf32(bytes: &[u8]) -> Option<String> {
    let big = match bytes.get(..4)? {
        [0, 0, 0xfe, 0xff] | [0, 0, 0, b'<'] => true,
        [0xff, 0xfe, 0, 0] | [b'<', 0, 0, 0] => false,
        _ => return None,
    };
    let units =
        bytes.as_chunks::<4>().0.iter().map(|c| if big { u32::from_be_bytes(*c) } else { u32::from_le_bytes(*c) });
    Some(units.map(|unit| char::from_u32(unit).unwrap_or('\u{fffd}')).collect())
}
