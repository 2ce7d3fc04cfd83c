//! The keychain of the system: the only place where a password is kept.

use keyring_core::{Entry, Error, api::CredentialStoreApi};
use std::{collections::HashMap, sync::Mutex, sync::PoisonError};

/// What entries of ours are filed under.
const SERVICE: &str = "org.stoppress.app";

/// Why a password could not be kept or found.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NoKeychain(pub String);

/// Keeps passwords by name. May block while the system asks its user to unlock it.
pub trait Keychain: Send + Sync {
    /// The password of that name; `None` = there is none.
    ///
    /// # Errors
    /// Where the system has no keychain or does not open it.
    fn get(&self, name: &str) -> Result<Option<String>, NoKeychain>;

    /// Keeps a password, in place of an earlier one of that name.
    ///
    /// # Errors
    /// As [`Keychain::get`].
    fn set(&self, name: &str, password: &str) -> Result<(), NoKeychain>;

    /// Forgets a password; one that is not there is no error.
    ///
    /// # Errors
    /// As [`Keychain::get`].
    fn remove(&self, name: &str) -> Result<(), NoKeychain>;
}

/// Keychain on macOS, Credential Manager on Windows, Secret Service (GNOME Keyring, KWallet, KeePassXC) on Linux.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemKeychain;

impl SystemKeychain {
    fn entry(name: &str) -> keyring_core::Result<Entry> {
        #[cfg(target_os = "linux")]
        let store = dbus_secret_service_keyring_store::Store::new()?;
        #[cfg(target_os = "macos")]
        let store = apple_native_keyring_store::keychain::Store::new()?;
        #[cfg(target_os = "windows")]
        let store = windows_native_keyring_store::Store::new()?;
        store.build(SERVICE, name, None)
    }
}

impl Keychain for SystemKeychain {
    fn get(&self, name: &str) -> Result<Option<String>, NoKeychain> {
        match SystemKeychain::entry(name).and_then(|entry| entry.get_password()) {
            Ok(password) => Ok(Some(password)),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(why(&error)),
        }
    }

    fn set(&self, name: &str, password: &str) -> Result<(), NoKeychain> {
        SystemKeychain::entry(name).and_then(|entry| entry.set_password(password)).map_err(|error| why(&error))
    }

    fn remove(&self, name: &str) -> Result<(), NoKeychain> {
        match SystemKeychain::entry(name).and_then(|entry| entry.delete_credential()) {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(why(&error)),
        }
    }
}

fn why(error: &Error) -> NoKeychain {
    let hint = if cfg!(target_os = "linux") {
        " On Linux that is a service such as GNOME Keyring, KWallet or KeePassXC."
    } else {
        ""
    };
    let sentence = match error {
        Error::TooLong(..) => "This password is too long for this system’s keychain.".to_owned(),
        Error::Ambiguous(_) => "The keychain has several entries for this sign-in. Remove them there.".to_owned(),
        _ => format!("This system’s keychain could not be opened, and passwords are kept nowhere else.{hint}"),
    };
    NoKeychain(sentence)
}

/// Keeps passwords until it is dropped: for tests, and for trying things out without touching the system's keychain.
#[derive(Debug, Default)]
pub struct MemoryKeychain(Mutex<HashMap<String, String>>);

impl MemoryKeychain {
    /// How many passwords are kept.
    pub fn len(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// True where none is kept.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Keychain for MemoryKeychain {
    fn get(&self, name: &str) -> Result<Option<String>, NoKeychain> {
        Ok(self.0.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned())
    }

    fn set(&self, name: &str, password: &str) -> Result<(), NoKeychain> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), password.to_owned());
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), NoKeychain> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
        Ok(())
    }
}
