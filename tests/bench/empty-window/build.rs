//! Nothing of its own: the page calls no command.

fn main() {
    tauri_build::build();
}
