//! Lists every command of the window, so that each needs a permission, and puts a placeholder page where the window's
//! page was not built yet.

use std::{fs, path::Path};

/// In step with `commands.rs` and its folder, `tauri.conf.json` and `ui/src/api`; `tests/contract` compares them.
const COMMANDS: &[&str] = &[
    "about",
    "activity",
    "add_notify_rule",
    "animated_images",
    "article",
    "article_markdown",
    "cancel_export",
    "cancel_import",
    "cancel_pack",
    "cancel_sync",
    "change_address",
    "clean_up",
    "clipboard_address",
    "comments",
    "delete_everything",
    "delete_folder",
    "desktop",
    "diagnostics",
    "end_look",
    "edits",
    "feed_checks",
    "feed_statistics",
    "export_bag",
    "export_feeds",
    "export_saved",
    "feeds",
    "find_address",
    "first_rows_painted",
    "follow_found",
    "follow_pack",
    "full_story",
    "handed",
    "handed_file",
    "import_bag",
    "import_lists",
    "preview_opml",
    "forget_lists",
    "import_saved",
    "install_version",
    "look_at",
    "look_for_version",
    "mark_all_read",
    "mark_read",
    "mark_seen",
    "mark_unread",
    "move_feeds",
    "mute",
    "mute_matches",
    "mutes",
    "notify_rules",
    "open_comments",
    "open_home",
    "open_link",
    "open_original",
    "open_publisher_link",
    "pack",
    "packs",
    "print",
    "quit",
    "publisher_links",
    "remember",
    "remembered",
    "remove_notify_rule",
    "rename_feed",
    "rename_folder",
    "retry_save",
    "save_article",
    "save_page",
    "saved",
    "search",
    "set_feed_settings",
    "set_position",
    "set_settings",
    "set_tags",
    "set_text_mode",
    "settings",
    "show_export",
    "sign_in_to",
    "sign_out_of",
    "status",
    "storage",
    "sync",
    "ticker",
    "ticker_rows",
    "undo",
    "unfollow",
    "unmute",
    "unsave_article",
    "window_state",
];

fn main() {
    let page = Path::new("ui/dist/index.html");
    if !page.exists() {
        fs::create_dir_all("ui/dist").expect("ui/dist can be made");
        fs::write(
            page,
            "<!doctype html><title>Stop Press</title><p>The window’s page was not built: run `cargo dev app`.",
        )
        .expect("the placeholder page can be written");
    }
    println!("cargo:rerun-if-changed=ui/dist");
    tauri_build::try_build(
        tauri_build::Attributes::new().app_manifest(tauri_build::AppManifest::new().commands(COMMANDS)),
    )
    .expect("tauri-build failed");
}
