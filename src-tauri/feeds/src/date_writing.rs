//! How dates are written: tags, comments, digits and signs of other scripts, brought to one form.

use std::borrow::Cow;

/// The first characters of a text.
pub(crate) fn start(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(at, _)| &text[..at])
}

/// `2004-02-09T13:50:12Z` of `<time datetime="2004-02-09T13:50:12Z">Monday</time>`.
pub(crate) fn datetime_attribute(markup: &str) -> Option<&str> {
    let at = markup.to_ascii_lowercase().find("datetime")?;
    let value = markup[at + "datetime".len()..].trim_start().strip_prefix('=')?.trim_start();
    match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next(),
        _ => value.split(|c: char| c.is_whitespace() || c == '>').next(),
    }
}

/// A blank for each tag. A `<` that nothing closes is none.
pub(crate) fn without_tags(markup: &str) -> String {
    let mut out = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some((before, tag)) = rest.split_once('<')
        && let Some((_, after)) = tag.split_once('>')
    {
        out.push_str(before);
        out.push(' ');
        rest = after;
    }
    out.push_str(rest);
    out
}

/// RFC 822's comments: `9(th) Feb(ruary)`, nested and with escaped brackets.
pub(crate) fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut depth = 0;
    let mut is_escaped = false;
    for c in text.chars() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' if depth > 0 => is_escaped = true,
            '(' => depth += 1,
            ')' if depth > 0 => {
                depth -= 1;
                out.push(' ');
            }
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// Digits of other scripts and fullwidth letters as ASCII, `2004年2月9日 13時50分` as `2004-2-9 13:50`, 午後 as PM; the marks
/// that turn the direction of text are left out.
pub(crate) fn with_plain_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().map(plain).filter(|c| !is_mark(*c)).peekable();
    while let Some(c) = chars.next() {
        let is_after_digit = out.ends_with(|last: char| last.is_ascii_digit());
        let after = match (c, chars.peek()) {
            ('午' | '오', Some('後' | '后' | '후')) | ('下', Some('午')) => {
                chars.next();
                out.push_str(" pm ");
                continue;
            }
            ('午' | '오', Some('前' | '전')) | ('上', Some('午')) => {
                chars.next();
                out.push_str(" am ");
                continue;
            }
            ('年' | '月' | '년' | '월', _) if is_after_digit => "-",
            ('時' | '时' | '点' | '點' | '시' | '分' | '분', _) if is_after_digit => ":",
            ('日' | '号' | '號' | '일' | '秒' | '초', _) if is_after_digit => " ",
            _ => {
                out.push(c);
                continue;
            }
        };
        if after != " " {
            while chars.next_if(|c| c.is_whitespace()).is_some() {}
        }
        let has_more = chars.peek().is_some_and(char::is_ascii_digit);
        out.push_str(if after == ":" && !has_more { ":00 " } else { after });
    }
    Cow::Owned(out)
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn plain(c: char) -> char {
    // Arabic-Indic, Persian, Devanagari and Bengali.
    let zero = [0x660, 0x6f0, 0x966, 0x9e6].into_iter().find(|zero| (*zero..zero + 10).contains(&u32::from(c)));
    match (zero, c) {
        (Some(zero), _) => char::from_digit(u32::from(c) - zero, 10).unwrap_or(c),
        (None, '\u{ff01}'..='\u{ff5e}') => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        (None, '\u{3000}') => ' ',
        _ => c,
    }
}

/// The months of the Levant that have two words (second and first Kanun and Tishrin) in one.
pub(crate) fn with_one_name(text: String) -> String {
    if !text.contains("كانون") && !text.contains("تشرين") {
        return text;
    }
    let two = [
        ("كانون الثاني", "يناير"),
        ("كانون ثاني", "يناير"),
        ("كانون الأول", "ديسمبر"),
        ("كانون الاول", "ديسمبر"),
        ("كانون أول", "ديسمبر"),
        ("تشرين الثاني", "نوفمبر"),
        ("تشرين ثاني", "نوفمبر"),
        ("تشرين الأول", "أكتوبر"),
        ("تشرين الاول", "أكتوبر"),
        ("تشرين أول", "أكتوبر"),
    ];
    two.iter().fold(text, |text, (two, one)| text.replace(two, one))
}
