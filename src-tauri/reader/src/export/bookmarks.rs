//! Addresses, titles and tags in the form that browsers and reading services import.

use super::{Run, Stopped, file::Draft};
use std::io::Write;
use stoppress_feeds::xml_text;

pub(super) fn write(run: &mut Run<'_>, draft: &mut Draft) -> Result<String, Stopped> {
    draft.write_all(
        b"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=UTF-8\">\n\
          <TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p>\n",
    )?;
    let mut without = 0;
    run.each(|_, story| {
        let Some(address) = story.address() else {
            without += 1;
            return Ok(());
        };
        let added = story.saved_at.unwrap_or(story.page.time).0;
        // A comma parts tags, so none can stand in one.
        let tags: Vec<String> = story.page.tags.iter().map(|tag| tag.as_str().replace(',', " ")).collect();
        let tags = match tags.is_empty() {
            true => String::new(),
            false => format!(" TAGS=\"{}\"", xml_text(&tags.join(","))),
        };
        let unread = if story.page.read { "" } else { " TOREAD=\"1\"" };
        writeln!(
            draft,
            "    <DT><A HREF=\"{}\" ADD_DATE=\"{added}\"{tags}{unread}>{}</A>",
            xml_text(address),
            xml_text(story.title())
        )?;
        Ok(())
    })?;
    draft.write_all(b"</DL><p>\n")?;
    run.outcome.articles -= without;
    run.outcome.left_out += without;
    Ok(run.name_of_many("html"))
}
