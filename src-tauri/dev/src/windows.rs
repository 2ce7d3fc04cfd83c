//! `cargo dev check-windows`: type-checks everything for Windows on a Debian, so that what is only compiled there cannot rot.
//!
//! Neither a compiler nor a standard library for Windows is installed: Debian's compiler for browsers, the source of its
//! standard library and the MinGW tools are fetched and unpacked under `target/windows`, and the standard library is built from
//! that source. What is checked is that it compiles; nothing is run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::{place, setup, steps};

/// Debian's packages, none of which is installed.
const PACKAGES: [&str; 12] = [
    "rustc-web",
    "libstd-rust-web-dev",
    "libstd-rust-web-1.96",
    "rust-web-src",
    "libllvm22",
    "gcc-mingw-w64-x86-64-win32",
    "gcc-mingw-w64-x86-64-win32-runtime",
    "g++-mingw-w64-x86-64-win32",
    "gcc-mingw-w64-base",
    "binutils-mingw-w64-x86-64",
    "mingw-w64-x86-64-dev",
    "mingw-w64-common",
];
const TARGET: &str = "x86_64-pc-windows-gnu";

/// Runs the command.
pub fn run() -> Result<ExitCode, String> {
    if !cfg!(target_os = "linux") || Command::new("apt-get").arg("--version").output().is_err() {
        return Err(
            "This needs Debian's packages and finds no apt-get. On Windows itself: cargo check --workspace.".to_owned()
        );
    }
    let folder = place::target().join("windows");
    let system = folder.join("system");
    if !system.join("complete").exists() {
        unpack(&folder, &system)?;
    }
    setup::build_page()?;
    steps::run("Checking everything for Windows (some minutes at first)", &mut check(&folder, &system)?)?;
    Ok(ExitCode::SUCCESS)
}

fn failed(what: &str, error: std::io::Error) -> String {
    format!("could not {what}: {error}")
}

/// Fetches the packages and lays their files under one folder.
fn unpack(folder: &Path, system: &Path) -> Result<(), String> {
    let fetched = folder.join("packages");
    for new in [&fetched, system] {
        let _ = fs::remove_dir_all(new);
        fs::create_dir_all(new).map_err(|error| failed("make a folder", error))?;
    }
    let mut fetch = Command::new("apt-get");
    fetch.current_dir(&fetched).arg("download").args(PACKAGES);
    // apt's own user may not be allowed into the folder.
    fetch.args(["-o", "APT::Sandbox::User=root"]);
    steps::run("Fetching a compiler and a linker for Windows (180 MB)", &mut fetch)?;
    println!("▸ Unpacking them into {}", system.display());
    for entry in fs::read_dir(&fetched).map_err(|error| failed("list the packages", error))? {
        let package = entry.map_err(|error| failed("list the packages", error))?.path();
        let output = Command::new("dpkg-deb").arg("-x").arg(&package).arg(system).output();
        let output = output.map_err(|error| failed("start dpkg-deb", error))?;
        if !output.status.success() {
            return Err(format!("{}: {}", package.display(), String::from_utf8_lossy(&output.stderr)));
        }
    }
    let bin = system.join("usr/bin");
    for tool in ["gcc", "g++"] {
        link(&format!("x86_64-w64-mingw32-{tool}-win32"), &bin.join(format!("x86_64-w64-mingw32-{tool}")))?;
    }
    // Its own libraries lie beside it, where the system's loader does not look.
    let compiler = "#!/bin/sh\nroot=\"$(dirname \"$0\")/usr\"\nexport \
                    LD_LIBRARY_PATH=\"$root/lib/x86_64-linux-gnu:$root/lib\"\nexec \"$root/bin/rustc\" \"$@\"\n";
    let file = system.join("rustc.sh");
    fs::write(&file, compiler).map_err(|error| failed("write the compiler's starter", error))?;
    steps::run("Making it a program", Command::new("chmod").arg("+x").arg(&file))?;
    fs::write(system.join("complete"), "").map_err(|error| failed("note that all is there", error))
}

fn link(to: &str, at: &Path) -> Result<(), String> {
    let _ = fs::remove_file(at);
    #[cfg(unix)]
    std::os::unix::fs::symlink(to, at).map_err(|error| failed("link a tool", error))?;
    let _ = (to, at);
    Ok(())
}

fn check(folder: &Path, system: &Path) -> Result<Command, String> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths([system.join("usr/bin")].into_iter().chain(std::env::split_paths(&path)))
        .map_err(|error| format!("the path cannot be extended: {error}"))?;
    let tool = |name: &str| -> PathBuf { format!("x86_64-w64-mingw32-{name}").into() };
    let mut command = setup::cargo();
    // With the feature that packages for Windows are built with.
    command.args(["check", "--workspace", "--features", "stoppress/updates", "--target", TARGET]);
    command.arg("-Zbuild-std=std,panic_unwind,panic_abort").arg("--target-dir").arg(folder.join("target"));
    command
        .env("PATH", path)
        // Building the standard library is for nightly compilers; this lets a stable one do it.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTC", system.join("rustc.sh"))
        .env("CC_x86_64_pc_windows_gnu", tool("gcc"))
        .env("CXX_x86_64_pc_windows_gnu", tool("g++"))
        .env("AR_x86_64_pc_windows_gnu", tool("ar"))
        .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER", tool("gcc"))
        .env("AWS_LC_SYS_PREBUILT_NASM", "1");
    Ok(command)
}
