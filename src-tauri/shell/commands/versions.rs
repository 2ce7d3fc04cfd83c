//! New versions: looked for and installed where this build replaces itself. Packages of a system are built without the
//! feature `updates` and hold nothing of it.

use super::{Answer, App, bad_request, failure};
use stoppress_model::{NewVersion, UpdatedBy};
use stoppress_reader::Releases;
use tauri::{
    AppHandle,
    utils::{config::BundleType, platform::bundle_type},
};

/// Where releases are announced, and the public half of the key that they are signed with. A build that is not told both
/// knows nothing of later ones.
const LIST: Option<&str> = option_env!("STOPPRESS_UPDATE_LIST");
const KEY: Option<&str> = option_env!("STOPPRESS_UPDATE_KEY");
/// Where GitHub keeps the files of releases that it announces itself.
const FILES: [&str; 2] = ["https://release-assets.githubusercontent.com", "https://objects.githubusercontent.com"];

/// Who brings new versions of this very program.
pub(super) fn updated_by() -> UpdatedBy {
    // What the Tauri CLI wrote into the program as it packed it; an .msi is for who brings new versions to others.
    let others = matches!(bundle_type(), Some(BundleType::Deb | BundleType::Rpm | BundleType::Msi));
    let able = cfg!(feature = "updates") && !others && releases().is_some();
    let path = |name| std::env::var_os(name).map(std::path::PathBuf::from);
    let program = std::env::current_exe().unwrap_or_default();
    stoppress_reader::updated_by(able, &program, path("APPIMAGE").as_deref(), path("APPDIR").as_deref())
}

fn releases() -> Option<Releases> {
    let system = if cfg!(target_os = "macos") { "darwin" } else { std::env::consts::OS };
    Some(Releases {
        list: LIST?.to_owned(),
        also: FILES.map(str::to_owned).into(),
        key: KEY?.to_owned(),
        running: env!("CARGO_PKG_VERSION").to_owned(),
        target: format!("{system}-{}", std::env::consts::ARCH),
    })
}

fn own_releases() -> Answer<Releases> {
    releases()
        .filter(|_| updated_by() == UpdatedBy::Itself)
        .ok_or_else(|| bad_request("Your system’s packages bring new versions of this Stop Press."))
}

/// `asked` = by the reader, who wants an answer now.
#[tauri::command]
pub(super) async fn look_for_version(app: App<'_>, asked: bool) -> Answer<Option<NewVersion>> {
    if !asked && updated_by() == UpdatedBy::Packages {
        return Ok(None);
    }
    app.look_for_version(&own_releases()?, asked).await.map_err(failure)
}

/// Puts the newest version in the place of this one. It is there at the next start; on Windows its installer ends this one.
#[tauri::command]
pub(super) async fn install_version(app: App<'_>, handle: AppHandle) -> Answer<NewVersion> {
    let releases = own_releases()?;
    let update = app.fetch_update(&releases).await.map_err(failure)?;
    log::info!("version {} is installed in the place of this one", update.version);
    install(handle, releases, &update).await?;
    Ok(NewVersion { version: update.version })
}

#[cfg(feature = "updates")]
async fn install(app: AppHandle, releases: Releases, update: &stoppress_reader::Update) -> Answer<()> {
    use stoppress_model::ErrorCode;
    use tauri_plugin_updater::{Error, UpdaterExt};
    let (list, package) = (update.list.clone(), update.package.clone());
    // The plugin looks at the signature and the versions once more, by the settings in `tauri.conf.json`.
    let install = move || {
        let address = releases.list.parse().map_err(|_| Error::EmptyEndpoints)?;
        let updater = app.updater_builder().endpoints(vec![address])?.pubkey(releases.key).target(releases.target);
        let update = updater.build()?.restore_update(list)?.ok_or(Error::ReleaseNotFound)?;
        update.install(package)
    };
    let outcome = tauri::async_runtime::spawn_blocking(install).await.map_err(|error| error.to_string());
    let refused = match outcome {
        Ok(Ok(())) => return Ok(()),
        Ok(Err(error)) => error.to_string(),
        Err(error) => error,
    };
    let message = format!("The new version could not be installed: {refused}. This one stays.");
    log::error!("{message}");
    Err(stoppress_model::Failure { code: ErrorCode::Internal, message })
}

#[cfg(not(feature = "updates"))]
async fn install(_: AppHandle, _: Releases, _: &stoppress_reader::Update) -> Answer<()> {
    own_releases().map(drop)
}
