//! New versions of the program: who announces them and what of that is believed. Nothing here installs.
//!
//! The list of versions is not signed, so it is only believed that there may be something: which version a package is of,
//! and that it is one of ours, says its signature alone. An older version is refused, wherever it comes from.

use crate::{
    Reader,
    address::{names_private_host, origin},
    error::{ReaderError, Result},
    fetch::{Kind, Request},
    trouble::Failed,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use minisign_verify::{PublicKey, Signature};
use semver::Version;
use serde::Deserialize;
use std::{collections::BTreeMap, path::Path};
use stoppress_model::{NewVersion, Timestamp, UpdatedBy};
use url::Url;

/// Seconds between two looks that nobody asked for.
const BETWEEN_LOOKS: i64 = 24 * 3600;
/// Under which name the time of the last look is remembered.
const LAST_LOOK: &str = "versions-looked";
const LONGEST_VERSION: usize = 64;

/// What a build knows of later ones.
#[derive(Clone, Debug)]
pub struct Releases {
    /// Address of the list of versions. Secure, but for one on this very machine.
    pub list: String,
    /// Origins beside its own that packages may lie at and that it may lead to, such as `https://files.example`.
    pub also: Vec<String>,
    /// The key that packages are signed with, as the Tauri CLI writes its public half.
    pub key: String,
    /// The version that is running.
    pub running: String,
    /// System and processor as the list names them: `linux-x86_64`, `windows-x86_64`, `darwin-aarch64`.
    pub target: String,
}

/// A package that was looked at and may be installed.
#[derive(Clone, Debug)]
pub struct Update {
    /// Its version.
    pub version: String,
    /// The list that announced it.
    pub list: serde_json::Value,
    /// The package itself.
    pub package: Vec<u8>,
}

/// The list of versions, in the shape of the Tauri updater's static manifest.
#[derive(Deserialize)]
struct List {
    version: String,
    platforms: BTreeMap<String, Announced>,
}

#[derive(Deserialize)]
struct Announced {
    url: String,
    signature: String,
}

/// Whether a program may replace itself. `able` is what its build says of it; on Linux only an AppImage may, and that is
/// told by its path: the runtime of an AppImage names its file and the folder it has opened, and the program lies in there.
#[must_use]
pub fn updated_by(able: bool, program: &Path, image: Option<&Path>, opened_at: Option<&Path>) -> UpdatedBy {
    let is_image = || {
        let within = opened_at.is_some_and(|folder| folder.parent().is_some() && program.starts_with(folder));
        within && image.is_some_and(Path::is_file)
    };
    if able && (!cfg!(target_os = "linux") || is_image()) { UpdatedBy::Itself } else { UpdatedBy::Packages }
}

impl Reader {
    /// Whether there is a newer version than the one that runs. Unless `asked` for by the reader, nobody is asked where the
    /// settings do not allow it, or within a day of the last look; that is `None` too.
    ///
    /// # Errors
    /// `Site` and `Offline` in a sentence where there is no list, or one that is not believed.
    pub async fn look_for_version(&self, releases: &Releases, asked: bool) -> Result<Option<NewVersion>> {
        let last = self.remembered()?.get(LAST_LOOK).and_then(|time| Timestamp::parse(time));
        let rests = last.is_some_and(|last| last.plus(BETWEEN_LOOKS) > self.now() && last <= self.now());
        if !asked && (rests || !self.settings()?.look_for_versions) {
            return Ok(None);
        }
        let found = self.list(releases).await?.newer(releases)?;
        self.remember(LAST_LOOK, &self.now().to_string())?;
        Ok(found.map(|version| NewVersion { version: version.to_string() }))
    }

    /// Fetches the newest version and looks at it.
    ///
    /// # Errors
    /// `Site` and `Offline` in a sentence where it is not one of ours, not newer, or not what was signed. Nothing was installed.
    pub async fn fetch_update(&self, releases: &Releases) -> Result<Update> {
        let list = self.list(releases).await?;
        let version = list.newer(releases)?.ok_or_else(|| refused("This is the newest version."))?;
        let announced = list.parsed.platforms.get(&releases.target);
        let announced = announced.ok_or_else(|| refused("There is no package of the new version for this system."))?;
        let url = Url::parse(&announced.url).map_err(|_| not_secure())?;
        if url.scheme() != "https" && origin(&url) != origin(&address_of(releases)?) {
            return Err(not_secure());
        }
        if !releases.origins()?.contains(&origin(&url)) {
            return Err(elsewhere());
        }
        // Before the package is fetched: most of what is wrong shows by now.
        let (key, signature) = signature_of(&releases.key, &announced.signature)?;
        let package = self.fetched(releases, url, Kind::Package).await?;
        verify(&key, &signature, &package, &version, &releases.target)?;
        Ok(Update { version: version.to_string(), list: list.raw, package })
    }

    async fn list(&self, releases: &Releases) -> Result<ListAnswer> {
        let url = address_of(releases)?;
        let site = url.host_str().unwrap_or_default().to_owned();
        let body = self.fetched(releases, url, Kind::Versions).await?;
        let not_a_list = || refused(&format!("What {site} sent is not a list of versions."));
        let raw: serde_json::Value = serde_json::from_slice(&body).map_err(|_| not_a_list())?;
        let parsed = List::deserialize(&raw).map_err(|_| not_a_list())?;
        Ok(ListAnswer { parsed, raw, site })
    }

    async fn fetched(&self, releases: &Releases, url: Url, kind: Kind) -> Result<Vec<u8>> {
        let site = url.host_str().unwrap_or_default().to_owned();
        // A private address only where the build itself names one.
        let typed_origin = names_private_host(&url).then(|| origin(&url));
        let request = Request::of(url, typed_origin, kind);
        let answer = self.inner.fetcher.fetch_within(&request, self.now(), &releases.origins()?).await;
        let trouble = |failed: Failed| match failed {
            Failed::Elsewhere => elsewhere(),
            Failed::TooLarge => refused(&format!("{site} sent more than a new version can be, so we stopped.")),
            silent if silent.is_silence() => ReaderError::Offline(unchanged(&silent.sentence(&site))),
            other => refused(&other.sentence(&site)),
        };
        Ok(answer.map_err(trouble)?.body.unwrap_or_default())
    }
}

struct ListAnswer {
    parsed: List,
    raw: serde_json::Value,
    site: String,
}

impl ListAnswer {
    /// The announced version; `None` where it is the one that runs.
    fn newer(&self, releases: &Releases) -> Result<Option<Version>> {
        let announced = &self.parsed.version;
        let version = (announced.len() <= LONGEST_VERSION).then(|| Version::parse(announced.trim_start_matches('v')));
        let plain = version.and_then(std::result::Result::ok).filter(|version| version.pre.is_empty());
        let version =
            plain.ok_or_else(|| refused(&format!("{} announces something that is no version.", self.site)))?;
        let running = Version::parse(&releases.running)
            .map_err(|error| ReaderError::Internal(format!("{} is no version: {error}", releases.running)))?;
        if version.cmp_precedence(&running).is_lt() {
            return Err(refused(&format!("{} announces an older version than this one.", self.site)));
        }
        Ok(version.cmp_precedence(&running).is_gt().then_some(version))
    }
}

impl Releases {
    fn origins(&self) -> Result<Vec<String>> {
        Ok([&[origin(&address_of(self)?)], &self.also[..]].concat())
    }
}

fn address_of(releases: &Releases) -> Result<Url> {
    let url = Url::parse(&releases.list).ok();
    let secure = url.filter(|url| url.scheme() == "https" || names_private_host(url));
    secure.ok_or_else(|| ReaderError::Internal(format!("{} is no address of a list of versions", releases.list)))
}

fn signature_of(key: &str, signature: &str) -> Result<(PublicKey, Signature)> {
    let text = |packed: &str| String::from_utf8(STANDARD.decode(packed.trim()).ok()?).ok();
    let key = text(key).and_then(|key| PublicKey::decode(&key).ok());
    let key = key.ok_or_else(|| ReaderError::Internal("the key of new versions does not read".into()))?;
    let signature = text(signature).and_then(|signature| Signature::decode(&signature).ok());
    Ok((key, signature.ok_or_else(not_signed)?))
}

/// Whether the package is the one that was signed, by our key, as this version, for this system.
fn verify(key: &PublicKey, signature: &Signature, package: &[u8], version: &Version, target: &str) -> Result<()> {
    key.verify(package, signature, false).map_err(|error| match error {
        minisign_verify::Error::InvalidSignature => refused("The package of the new version is not what was signed."),
        _ => not_signed(),
    })?;
    // Only now: the comment is covered by the signature.
    let fields = || signature.trusted_comment().split('\t').filter_map(|field| field.split_once(':'));
    let field = |name: &str| fields().find(|(key, _)| *key == name).map(|(_, value)| value);
    let signed = field("version").and_then(|signed| Version::parse(signed.trim_start_matches('v')).ok());
    if signed.as_ref() != Some(version) {
        return Err(refused("The package was signed as another version than the one that was announced."));
    }
    let ending = match target.split('-').next() {
        Some("linux") => ".AppImage",
        Some("windows") => "-setup.exe",
        _ => ".app.tar.gz",
    };
    if !field("file").is_some_and(|file| file.ends_with(ending)) {
        return Err(refused("The package is not one for this system."));
    }
    Ok(())
}

fn refused(sentence: &str) -> ReaderError {
    ReaderError::Site(unchanged(sentence))
}

fn unchanged(sentence: &str) -> String {
    format!("{sentence} Nothing was installed.")
}

fn not_secure() -> ReaderError {
    refused("The package of the new version does not lie at a secure address.")
}

fn elsewhere() -> ReaderError {
    refused("The new version lies where no versions of Stop Press lie.")
}

fn not_signed() -> ReaderError {
    refused("The package of the new version is not signed by the makers of Stop Press.")
}

#[cfg(test)]
mod tests {
    use super::{UpdatedBy, updated_by};
    use std::path::Path;

    #[test]
    fn what_a_package_of_the_system_installed_never_replaces_itself() {
        let image = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"));
        let opened = Path::new("/tmp/.mount_stoppr");
        let within = opened.join("usr/bin/stoppress");
        let by = |able, program: &Path, image, opened| updated_by(able, program, image, opened);
        // The build of a .deb or .rpm is not able to, wherever it lies and whatever its surroundings say.
        assert_eq!(by(false, &within, Some(image), Some(opened)), UpdatedBy::Packages);
        if cfg!(target_os = "linux") {
            let installed = Path::new("/usr/bin/stoppress");
            assert_eq!(by(true, installed, None, None), UpdatedBy::Packages);
            // Started from a terminal that itself came out of an AppImage.
            assert_eq!(by(true, installed, Some(image), Some(opened)), UpdatedBy::Packages);
            assert_eq!(by(true, installed, Some(image), Some(Path::new("/"))), UpdatedBy::Packages);
            assert_eq!(by(true, &within, Some(Path::new("/gone.AppImage")), Some(opened)), UpdatedBy::Packages);
        }
        assert_eq!(by(true, &within, Some(image), Some(opened)), UpdatedBy::Itself);
    }
}
