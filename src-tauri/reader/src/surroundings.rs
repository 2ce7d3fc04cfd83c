//! The surroundings of a program that an AppImage runs are of that image: where libraries, themes and programs lie. A browser
//! that inherits them loads what was not made for it, and fails without a word. Here is what other programs get instead.

use std::{
    env::{join_paths, split_paths},
    ffi::OsString,
    path::Path,
};

/// Variables by which an image names itself, and those that its start sets for GTK, whatever stood there before.
const OF_THE_IMAGE: [&str; 6] = ["APPDIR", "APPIMAGE", "ARGV0", "OWD", "GDK_BACKEND", "GTK_THEME"];

/// What has to differ from `variables`, ours, for a program that is none of the image opened at `opened_at` (`$APPDIR`): names
/// with their other value, `None` where there is none. Outside an image nothing does.
#[must_use]
pub fn surroundings_of_others(
    variables: impl IntoIterator<Item = (OsString, OsString)>,
    opened_at: Option<&Path>,
) -> Vec<(OsString, Option<OsString>)> {
    let Some(image) = opened_at.filter(|folder| folder.is_absolute() && folder.parent().is_some()) else {
        return Vec::new();
    };
    let differs = |(name, value): (OsString, OsString)| {
        if OF_THE_IMAGE.iter().any(|known| name == *known) {
            return Some((name, None));
        }
        let (own, others): (Vec<_>, Vec<_>) = split_paths(&value).partition(|path| path.starts_with(image));
        if own.is_empty() {
            return None;
        }
        let is_nothing = others.iter().all(|path| path.as_os_str().is_empty());
        Some((name, if is_nothing { None } else { join_paths(others).ok() }))
    };
    variables.into_iter().filter_map(differs).collect()
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::surroundings_of_others;
    use std::{collections::BTreeMap, path::Path};

    const VARIABLES: [(&str, &str); 8] = [
        ("APPDIR", "/tmp/.mount_a"),
        ("PATH", "/tmp/.mount_a/usr/bin/:/tmp/.mount_a/usr/sbin:/usr/local/bin:/usr/bin"),
        ("LD_LIBRARY_PATH", "/tmp/.mount_a/usr/lib:"),
        ("XDG_DATA_DIRS", "/tmp/.mount_a/usr/share:/usr/share:/var/lib/share:"),
        ("GDK_PIXBUF_MODULE_FILE", "/tmp/.mount_a/usr/lib/loaders.cache"),
        ("GDK_BACKEND", "x11"),
        ("HOME", "/home/ann"),
        ("ODD", "a:b::/tmp/.mount_abc/usr"),
    ];

    fn others(image: Option<&str>) -> BTreeMap<String, Option<String>> {
        let ours = VARIABLES.map(|(name, value)| (name.into(), value.into()));
        let text = |text: std::ffi::OsString| text.into_string().unwrap();
        let changes = surroundings_of_others(ours, image.map(Path::new));
        changes.into_iter().map(|(name, value)| (text(name), value.map(text))).collect()
    }

    #[test]
    fn a_program_outside_the_image_gets_nothing_of_the_image() {
        let expected: BTreeMap<String, Option<String>> = [
            ("APPDIR", None),
            ("GDK_BACKEND", None),
            ("GDK_PIXBUF_MODULE_FILE", None),
            ("LD_LIBRARY_PATH", None),
            ("PATH", Some("/usr/local/bin:/usr/bin")),
            ("XDG_DATA_DIRS", Some("/usr/share:/var/lib/share:")),
        ]
        .map(|(name, value)| (name.to_owned(), value.map(str::to_owned)))
        .into();
        assert_eq!(others(Some("/tmp/.mount_a")), expected);
    }

    #[test]
    fn outside_an_image_and_where_its_folder_cannot_be_one_nothing_differs() {
        for image in [None, Some("/"), Some("relative"), Some("")] {
            assert!(others(image).is_empty(), "{image:?}");
        }
    }
}
