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
        let file = match found()? {
            Found::Built(folder) => return Ok(Package::Built { folder }),
            Found::Packed(file) => file,
        };
        check_contents(&file)?;
        let package = if may_install() {
            apt(&["install", "--yes"], Some(&file))?;
            Package::Installed { file }
        } else {
            let folder = unpack(&file)?;
            Package::Unpacked { file, folder }
        };
        println!("  {}", package.describe());
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

    /// Installs it once more over itself, as an upgrade does.
    pub fn upgrade(&self) -> Result<(), String> {
        match self {
            Package::Installed { file } => apt(&["install", "--yes", "--reinstall"], Some(file)),
            _ => Ok(()),
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
    let output = Command::new("dpkg-deb").arg("--field").arg(file).arg("Package").output();
    let output = output.map_err(|error| format!("could not start dpkg-deb: {error}"))?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn unpack(file: &Path) -> Result<TemporaryFolder, String> {
    let folder = TemporaryFolder::new("package");
    let status = Command::new("dpkg-deb").arg("-x").arg(file).arg(folder.path()).status();
    match status {
        Ok(status) if status.success() => Ok(folder),
        Ok(status) => Err(format!("dpkg-deb could not unpack {}: {status}", file.display())),
        Err(error) => Err(format!("could not start dpkg-deb: {error}")),
    }
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
