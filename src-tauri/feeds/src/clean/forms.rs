//! Which forms are prose. Older sites set a whole page in one form, and some set a single quotation in one; a form that
//! asks for something is furniture. Which it is shows only at its end, so the tokens are counted once before the walk.

use super::looks::attribute;
use super::prepare::raw_state;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::cell::RefCell;

/// Letters of a form that asks for something; one with more in it holds a text as well.
pub(crate) const ASKING: usize = 500;

/// The forms of a fragment and the labels in them, in order of their start tags: true for those that go.
#[derive(Default)]
pub(super) struct Forms {
    forms: Vec<bool>,
    labels: Vec<bool>,
    forms_met: usize,
    labels_met: usize,
    is_open: bool,
}

impl Forms {
    pub(super) fn of(html: &str) -> Forms {
        if crate::text::find_ignoring_case(html, "<form").is_none() {
            return Forms::default();
        }
        let tokenizer = Tokenizer::new(Counter::default(), TokenizerOpts::default());
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(html));
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        let mut count = tokenizer.sink.0.into_inner();
        count.end_form();
        let total = count.letters;
        let asks = |form: &Form| form.has_controls && form.letters < ASKING && form.letters * 2 < total;
        Forms { forms: count.forms.iter().map(asks).collect(), labels: count.labels, ..Forms::default() }
    }

    /// Takes the next tag of the walk; true where it begins a form or a label that goes with everything in it.
    pub(super) fn meets(&mut self, tag: &Tag) -> bool {
        match (tag.kind, &*tag.name) {
            (TagKind::StartTag, "form") => {
                (self.is_open, self.forms_met) = (true, self.forms_met + 1);
                self.forms.get(self.forms_met - 1).copied().unwrap_or_default()
            }
            (TagKind::EndTag, "form") => {
                self.is_open = false;
                false
            }
            (TagKind::StartTag, "label") if self.is_open => {
                self.labels_met += 1;
                self.labels.get(self.labels_met - 1).copied().unwrap_or_default()
            }
            _ => false,
        }
    }
}

/// True for what is filled in or pressed.
fn is_control(name: &str) -> bool {
    matches!(name, "input" | "select" | "button" | "textarea" | "datalist")
}

#[derive(Default)]
struct Form {
    letters: usize,
    has_controls: bool,
}

#[derive(Default)]
struct Count {
    forms: Vec<Form>,
    labels: Vec<bool>,
    letters: usize,
    is_open: bool,
    /// The label that is open, and its letters so far.
    label: Option<(usize, usize)>,
    /// The element whose text is not read, where one is open.
    silent: Option<String>,
}

#[derive(Default)]
struct Counter(RefCell<Count>);

impl TokenSink for Counter {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut count = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => count.text(&text),
            Token::TagToken(tag) => return count.tag(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Count {
    fn text(&mut self, text: &str) {
        if self.silent.is_some() {
            return;
        }
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        self.letters += letters;
        if let Some(form) = self.forms.last_mut().filter(|_| self.is_open) {
            form.letters += letters;
        }
        if let Some((_, of_label)) = &mut self.label {
            *of_label += letters;
        }
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        if tag.kind == TagKind::EndTag {
            match name {
                "form" => self.end_form(),
                "label" => self.end_label(),
                _ if self.silent.as_deref() == Some(name) => self.silent = None,
                _ => {}
            }
            return TokenSinkResult::Continue;
        }
        match name {
            "form" => {
                self.end_form();
                self.is_open = true;
                self.forms.push(Form::default());
            }
            "label" if self.is_open => {
                self.end_label();
                self.labels.push(attribute(tag, "for").is_some());
                self.label = Some((self.labels.len() - 1, 0));
            }
            _ if is_control(name) => self.control(tag, name),
            "script" | "style" | "svg" | "math" | "noscript" | "template" | "iframe" if !tag.self_closing => {
                self.silent.get_or_insert_with(|| name.to_owned());
            }
            _ => {}
        }
        raw_state(tag, name)
    }

    fn control(&mut self, tag: &Tag, name: &str) {
        let kind = attribute(tag, "type").map(|kind| kind.trim().to_ascii_lowercase()).unwrap_or_default();
        // What is hidden asks nobody: older sites keep the state of the page there.
        if name == "input" && kind == "hidden" {
            return;
        }
        if let Some(form) = self.forms.last_mut().filter(|_| self.is_open) {
            form.has_controls = true;
        }
        if let Some((label, _)) = self.label {
            self.labels[label] = true;
        }
        if name != "input" && !tag.self_closing {
            self.silent.get_or_insert_with(|| name.to_owned());
        }
    }

    fn end_form(&mut self) {
        self.end_label();
        self.is_open = false;
    }

    /// The letters of a control's label are none of the form's prose.
    fn end_label(&mut self) {
        if let Some((label, letters)) = self.label.take()
            && self.labels[label]
        {
            self.letters = self.letters.saturating_sub(letters);
            if let Some(form) = self.forms.last_mut() {
                form.letters = form.letters.saturating_sub(letters);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::clean;

    #[test]
    fn a_form_loses_its_controls_and_keeps_its_prose() {
        let check = |html: &str, want: &str| assert_eq!(clean(html, None).html.as_str(), want, "{html}");
        check("<form><p>x</p></form>", "<p>x</p>");
        check("<div><form action=/a><p>A</p><p>B</p></form></div><p>C</p>", "<div><p>A</p><p>B</p></div><p>C</p>");
        check("<form><p>x</p><label for=a>L</label><input id=a value=v><button>Go</button></form>", "<p>x</p>");
        check(
            "<form><label>Mail <input></label><p>Only this.</p><select><option>o</select><textarea>t</textarea></form>",
            "<p>Only this.</p>",
        );
        check("<form><p><label>Odile:</label> I was there.</p></form>", "<p>Odile: I was there.</p>");
        // What asks for something beside a longer text goes as a whole.
        check("<p>A story of some length.</p><form><p>Your mail</p><input></form>", "<p>A story of some length.</p>");
        check("<form><p>One</p><form><p>Two</p></form>", "<p>One</p><p>Two</p>");
        // What is never closed takes nothing with it.
        check("<form><button>Go<p>x</p></form>", "Go<p>x</p>");
        check("<form><p>x</p><label for=a>L", "<p>x</p>L");
    }
}
