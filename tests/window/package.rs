//! The package under test: truly installed by apt where `CI=true` and this is root, else unpacked into a folder.

use std::path::{Path, PathBuf};
use std::process::Command;

use stoppress_support::TemporaryFolder;

/// Where the two programs of the app are, and how they came there.
pub enum Package {
    /// By apt, for the whole system.
    Installed { file: PathBuf },
    /// By `dpkg-deb -x`, for this test alone.
    Unpacked { file: PathBuf, folder: TemporaryFolder },
    /// Programs of a plain build, for who works on the window and does not want to pack each time.
    Built { folder: PathBuf },
}

impl Package {
    /// Finds the package by `STOPPRESS_DEB`, or the programs by `STOPPRESS_BIN`, and makes it ready to start.
    pub fn install() -> Result<Package, String> {
        match found()? {
            Found::Built(folder) => Ok(Package::Built { folder }),
            Found::Packed(file) => Package::ready(&file, &file),
        }
    }

    /// The same with an older version of the package, which [`Package::upgrade`] makes this one: the same files, by a
    /// number that comes before every release's.
    pub fn install_older() -> Result<Package, String> {
        match found()? {
            Found::Built(folder) => Ok(Package::Built { folder }),
            Found::Packed(file) => {
                let folder = TemporaryFolder::new("older");
                Package::ready(&older(&file, &folder)?, &file)
            }
        }
    }

    /// Installs or unpacks `first`, a version of the package in `file`.
    fn ready(first: &Path, file: &Path) -> Result<Package, String> {
        check_contents(first)?;
        let package = if may_install() {
            // An older one would not go over what an earlier test left behind.
            apt(&["install", "--yes", "--allow-downgrades"], Some(first))?;
            Package::Installed { file: file.to_owned() }
        } else {
            Package::Unpacked { file: file.to_owned(), folder: unpack(first)? }
        };
        println!("  {} ({} now)", package.describe(), field(first, "Version")?);
        Ok(package)
    }

    /// The same without installing anything: for journeys through the window that leave the system alone.
    pub fn unpacked() -> Result<Package, String> {
        match found()? {
            Found::Built(folder) => Ok(Package::Built { folder }),
            Found::Packed(file) => Ok(Package::Unpacked { folder: unpack(&file)?, file }),
        }
    }

    /// What was done, in words.
    pub fn describe(&self) -> String {
        match self {
            Package::Installed { file } => format!("{} is installed by apt", file.display()),
            Package::Unpacked { file, .. } => {
                format!("{} is unpacked, not installed: this is not CI as root", file.display())
            }
            Package::Built { folder } => format!("no package: the programs in {}", folder.display()),
        }
    }

    /// The window's program.
    pub fn window(&self) -> PathBuf {
        self.program("stoppress")
    }

    /// The terminal face.
    pub fn terminal(&self) -> PathBuf {
        self.program("stoppress-cli")
    }

    /// Puts the package in the place of the older version that was installed, and looks whether it is there.
    pub fn upgrade(&self) -> Result<(), String> {
        match self {
            Package::Installed { file } => {
                let (name, new) = (name_of(file)?, field(file, "Version")?);
                let before = installed(&name)?;
                let status = Command::new("dpkg").args(["--compare-versions", &before, "lt", &new]).status();
                if !status.is_ok_and(|status| status.success()) {
                    return Err(format!("{before} was installed, which is not older than {new}"));
                }
                apt(&["install", "--yes"], Some(file))?;
                let after = installed(&name)?;
                if after != new {
                    return Err(format!("apt upgraded {before} to {new}, but {after} is installed"));
                }
                println!("  {before} was upgraded to {after} by apt");
                Ok(())
            }
            Package::Unpacked { file, folder } => unpack_into(file, folder),
            Package::Built { .. } => Ok(()),
        }
    }

    /// Removes it. What remains is a terminal face unpacked from the file, to read the data that must still be there.
    pub fn remove(self) -> Result<Remains, String> {
        match self {
            Package::Installed { file } => {
                apt(&["remove", "--yes", &name_of(&file)?], None)?;
                if Path::new("/usr/bin/stoppress").exists() {
                    return Err("apt removed the package, but /usr/bin/stoppress is still there".to_owned());
                }
                let folder = unpack(&file)?;
                Ok(Remains { terminal: folder.join("usr/bin/stoppress-cli"), _folder: Some(folder) })
            }
            Package::Unpacked { file, folder } => {
                drop(folder);
                let folder = unpack(&file)?;
                Ok(Remains { terminal: folder.join("usr/bin/stoppress-cli"), _folder: Some(folder) })
            }
            Package::Built { folder } => Ok(Remains { terminal: folder.join("stoppress-cli"), _folder: None }),
        }
    }

    fn program(&self, name: &str) -> PathBuf {
        match self {
            Package::Installed { .. } => Path::new("/usr/bin").join(name),
            Package::Unpacked { folder, .. } => folder.join("usr/bin").join(name),
            Package::Built { folder } => folder.join(name),
        }
    }
}

/// What is there to be tested.
enum Found {
    Built(PathBuf),
    Packed(PathBuf),
}

fn found() -> Result<Found, String> {
    if let Some(folder) = std::env::var_os("STOPPRESS_BIN") {
        // Cargo runs tests in the folder of their package; the variable is meant from the root.
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder);
        let folder = folder.canonicalize().map_err(|error| format!("STOPPRESS_BIN is no folder: {error}"))?;
        return Ok(Found::Built(folder));
    }
    std::env::var_os("STOPPRESS_DEB").map(|file| Found::Packed(file.into())).ok_or_else(|| {
        "No package to test. cargo dev test makes one and names it in STOPPRESS_DEB; STOPPRESS_BIN=target/debug tests the \
         programs of a plain build instead."
            .to_owned()
    })
}

/// What is left to read the data with, once the package is gone.
pub struct Remains {
    /// The terminal face.
    pub terminal: PathBuf,
    _folder: Option<TemporaryFolder>,
}

/// A package that lacks a program or its menu entry is no package.
fn check_contents(file: &Path) -> Result<(), String> {
    let output = Command::new("dpkg-deb").arg("--contents").arg(file).output();
    let output = output.map_err(|error| format!("could not start dpkg-deb: {error}"))?;
    let contents = String::from_utf8_lossy(&output.stdout).into_owned();
    // The path is the last column; a file's has no slash at its end, so the folders below stand for "something in it".
    let paths: Vec<&str> =
        contents.lines().filter_map(|line| Some(&line[line.find("./").or(line.find("usr/"))?..])).collect();
    let holds = |wanted: &str| paths.iter().any(|path| path.trim_start_matches("./").starts_with(wanted));
    for wanted in ["usr/bin/stoppress", "usr/bin/stoppress-cli", "usr/share/applications/", "usr/share/icons/hicolor/"]
    {
        if !holds(wanted) {
            return Err(format!("{} holds no {wanted}; it holds:\n{contents}", file.display()));
        }
    }
    Ok(())
}

/// The name apt knows the package by, which the Tauri CLI makes out of the product's name.
fn name_of(file: &Path) -> Result<String, String> {
    field(file, "Package")
}

/// What a package says of itself.
fn field(file: &Path, name: &str) -> Result<String, String> {
    let output = Command::new("dpkg-deb").arg("--field").arg(file).arg(name).output();
    let output = output.map_err(|error| format!("could not start dpkg-deb: {error}"))?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The version of a package that is installed, as dpkg knows it.
fn installed(name: &str) -> Result<String, String> {
    let output = Command::new("dpkg-query").args(["--show", "--showformat=${Version}", name]).output();
    let output = output.map_err(|error| format!("could not start dpkg-query: {error}"))?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The package under an older version, in this folder. Packed as fast as it goes, because nobody keeps it.
fn older(file: &Path, folder: &TemporaryFolder) -> Result<PathBuf, String> {
    let (files, package) = (folder.join("files"), folder.join("older.deb"));
    dpkg_deb(Command::new("dpkg-deb").arg("--raw-extract").arg(file).arg(&files))?;
    let control = files.join("DEBIAN/control");
    let failed = |error: std::io::Error| format!("the version of {} could not be changed: {error}", file.display());
    let text = std::fs::read_to_string(&control).map_err(failed)?;
    let version = format!("Version: {}", field(file, "Version")?);
    // A tilde sorts before everything, also before the end.
    let changed = text.replace(&version, "Version: 0.0.1~older");
    if changed == text {
        return Err(format!("{} does not say {version:?}", file.display()));
    }
    std::fs::write(&control, changed).map_err(failed)?;
    dpkg_deb(
        Command::new("dpkg-deb").args(["--root-owner-group", "-Zgzip", "-z1", "--build"]).arg(&files).arg(&package),
    )?;
    Ok(package)
}

fn unpack(file: &Path) -> Result<TemporaryFolder, String> {
    let folder = TemporaryFolder::new("package");
    unpack_into(file, &folder)?;
    Ok(folder)
}

fn unpack_into(file: &Path, folder: &TemporaryFolder) -> Result<(), String> {
    dpkg_deb(Command::new("dpkg-deb").arg("-x").arg(file).arg(folder.path()))
}

fn dpkg_deb(command: &mut Command) -> Result<(), String> {
    let output = command.output().map_err(|error| format!("could not start dpkg-deb: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("dpkg-deb ended with {}: {}", output.status, String::from_utf8_lossy(&output.stderr).trim()))
}

fn may_install() -> bool {
    let root = Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0");
    root && std::env::var("CI").is_ok_and(|value| value == "true")
}

fn apt(words: &[&str], file: Option<&Path>) -> Result<(), String> {
    let mut command = Command::new("apt-get");
    command.args(["-o", "DPkg::Lock::Timeout=300"]).args(words).args(file).env("DEBIAN_FRONTEND", "noninteractive");
    let output = command.output().map_err(|error| format!("could not start apt-get: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("apt-get {} ended with {}: {}", words.join(" "), output.status, said.trim()))
}

/// Whether there is a package or a build to test; where not, it says so for the test called `what`.
pub fn is_named(what: &str) -> bool {
    let named = std::env::var_os("STOPPRESS_DEB").is_some() || std::env::var_os("STOPPRESS_BIN").is_some();
    if !named {
        println!("skipped: {what}: no package to test; cargo dev test names one");
    }
    named
}
