//! The words of what stands outside of the page, in the reader's language. They are in `ui/src/i18n/native`, one file for
//! each language, and `ui/tests/native.test.ts` looks after them.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use stoppress_reader::Reader;

/// The name under which the page remembers which language it speaks.
const SPOKEN: &str = "spoken";

/// Words of one language.
pub(crate) struct Words(FluentBundle<FluentResource>);

impl Words {
    /// Of the language that the page speaks, or spoke last; English before it ever did.
    pub(crate) fn of(reader: &Reader) -> Words {
        let remembered = reader.remembered().unwrap_or_default();
        let spoken = remembered.get(SPOKEN).map_or("en", String::as_str);
        let language = spoken.split('-').next().unwrap_or("en");
        let source = match language {
            "ar" => include_str!("../../ui/src/i18n/native/ar.ftl"),
            "de" => include_str!("../../ui/src/i18n/native/de.ftl"),
            "es" => include_str!("../../ui/src/i18n/native/es.ftl"),
            "fr" => include_str!("../../ui/src/i18n/native/fr.ftl"),
            "ja" => include_str!("../../ui/src/i18n/native/ja.ftl"),
            "pt" => include_str!("../../ui/src/i18n/native/pt.ftl"),
            "zh" => include_str!("../../ui/src/i18n/native/zh.ftl"),
            _ => include_str!("../../ui/src/i18n/native/en.ftl"),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![language.parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        // What of a file does not read is missing, and the rest is there.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        let _ = bundle.add_resource(resource);
        Words(bundle)
    }

    /// A message without anything to fill in; its name where it is missing.
    pub(crate) fn say(&self, key: &str) -> String {
        self.fill(key, None)
    }

    /// A message about so many things, which it calls `stories`.
    pub(crate) fn count(&self, key: &str, stories: u64) -> String {
        let arguments = [("stories", FluentValue::from(stories))];
        self.fill(key, Some(&FluentArgs::from_iter(arguments)))
    }

    fn fill(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.0.get_message(key).and_then(|message| message.value()) else { return key.to_owned() };
        self.0.format_pattern(pattern, arguments, &mut Vec::new()).into_owned()
    }
}
