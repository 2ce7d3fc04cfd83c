//! What comes in and goes out as a file: lists of feeds, lists of pages, saved articles, bags.

use crate::{
    Outcome,
    arguments::Bag,
    library::{show, tell_progress},
    print,
    rows::megabytes,
};
use std::path::{Path, PathBuf};
use stoppress_model::{ExportFormat, ImportFailure, PackFailure, why_refused};
use stoppress_reader::{ExportTarget, ExportWhat, Reader};

pub(crate) fn import(reader: &Reader, json: bool, file: &PathBuf) -> Outcome {
    let bytes = std::fs::read(file)
        .map_err(|error| format!("{} could not be read: {}", file.display(), why_refused(&error)))?;
    let telling = tell_progress(reader);
    let imported = reader.import(&bytes).map_err(|error| format!("{}: {error}", file.display()));
    telling.abort();
    let imported = imported?;
    show(json, &imported, || {
        let (added, already) = (print::count(imported.added, "feed"), print::counted(imported.already, "was", "were"));
        print::line(&format!("{added} added, {already} followed already."));
    });
    refused(&imported.failed)
}

pub(crate) fn export(reader: &Reader, file: Option<&PathBuf>, folder: Option<&str>) -> Outcome {
    match file {
        Some(file) => {
            let written = reader.export_feeds(folder, ExportTarget::File(file));
            written.map(|_| ()).map_err(|error| format!("{}: {error}", file.display()))
        }
        None => {
            print::line(reader.export(folder).map_err(|error| error.to_string())?.trim_end());
            Ok(())
        }
    }
}

pub(crate) fn import_saved(reader: &Reader, json: bool, file: &Path) -> Outcome {
    let bytes = std::fs::read(file)
        .map_err(|error| format!("{} could not be read: {}", file.display(), why_refused(&error)))?;
    let imported = reader.import_saved(&bytes).map_err(|error| format!("{}: {error}", file.display()))?;
    show(json, &imported, || {
        let (added, already) = (print::count(imported.added, "page"), print::counted(imported.already, "was", "were"));
        print::line(&format!("{}: {added} saved, {already} saved already.", imported.kind));
        if imported.added > 0 {
            print::line("Their texts and images are fetched after the next rounds of checks.");
        }
    });
    refused(&imported.failed)
}

pub(crate) fn export_saved(
    reader: &Reader,
    json: bool,
    what: &ExportWhat,
    format: ExportFormat,
    file: &Path,
) -> Outcome {
    let telling = tell_progress(reader);
    let exported = reader.export_saved(what, format, ExportTarget::File(file)).map_err(|error| error.to_string());
    telling.abort();
    let exported = exported?;
    told(file, json, &exported, || {
        let were = if exported.articles == 1 { "was" } else { "were" };
        print::line(&format!("{} {were} written to {}.", print::count(exported.articles, "article"), file.display()));
        if exported.missing_images > 0 {
            print::line(&print::counted(exported.missing_images, "image is not in it.", "images are not in it."));
        }
        if exported.left_out > 0 {
            print::line(&format!("{} could not be taken.", print::count(exported.left_out, "article")));
        }
    });
    named(&exported.failed)
}

/// Articles that are not in an export, or not whole.
fn named(failed: &[PackFailure]) -> Outcome {
    for one in failed {
        let title = if one.title.is_empty() { String::new() } else { format!(" {}", one.title) };
        print::error(&format!("{}{title}: {}", one.id, one.reason));
    }
    match failed.len() {
        0 => Ok(()),
        some => Err(print::counted(some as u64, "article is not in it whole", "articles are not in it whole")),
    }
}

/// What came of an export, unless that itself was written to standard output: nothing may stand behind it there.
fn told(file: &Path, json: bool, value: &impl serde::Serialize, text: impl FnOnce()) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let inode = |path: &Path| std::fs::metadata(path).ok().map(|about| (about.dev(), about.ino()));
        if inode(file).is_some() && inode(file) == inode(Path::new("/dev/stdout")) {
            return;
        }
    }
    let _ = file;
    show(json, value, text);
}

pub(crate) fn bag(reader: &Reader, json: bool, what: &Bag) -> Outcome {
    match what {
        Bag::Export { file } => {
            let written = reader.export_bag(ExportTarget::File(file)).map_err(|error| error.to_string())?;
            told(file, json, &written, || {
                print::line(&format!(
                    "{}, {}: {}",
                    print::count(written.articles, "saved article"),
                    megabytes(written.bytes),
                    file.display()
                ));
            });
            named(&written.failed)
        }
        Bag::Import { file } => {
            let taken = reader.import_bag(file).map_err(|error| error.to_string())?;
            show(json, &taken, || {
                let (added, joined, already) = (taken.added, taken.joined, taken.already);
                print::line(&format!(
                    "{} saved, {joined} joined with those here, {} here already.",
                    print::count(added, "article"),
                    print::counted(already, "was", "were")
                ));
                print::line(&format!("{} followed.", print::count(taken.sources, "source")));
            });
            refused(&taken.failed)
        }
    }
}

/// What of a file could not be taken.
fn refused(failed: &[ImportFailure]) -> Outcome {
    for one in failed {
        print::error(&format!("{}: {}", one.url, one.reason));
    }
    match failed.len() {
        0 => Ok(()),
        some => Err(print::counted(some as u64, "entry could not be taken", "entries could not be taken")),
    }
}
