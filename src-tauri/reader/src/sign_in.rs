//! Names and passwords for sites that ask for them (HTTP basic). The library knows the site and the name; the password is in the
//! system's keychain and, while the app runs, in memory. It goes to exactly that origin, never along a redirect to another, and
//! only with requests for feeds.

use crate::{
    Reader,
    address::{names_private_host, origin},
    error::{ReaderError, Result},
};
use stoppress_model::{FeedId, PlainText, SignIn};
use url::Url;

/// Bytes of a name or a password.
const LONGEST: usize = 1024;

impl Reader {
    /// Keeps a name and a password for the site of an address, and makes its feeds due.
    ///
    /// # Errors
    /// `BadRequest` where the address is none, a word is missing or too long, or the password would go over the network for
    /// everybody to read; `Keychain` where it cannot be kept. Then nothing was changed.
    pub async fn sign_in(&self, address: &str, user: &str, password: &str) -> Result<SignIn> {
        let url = Url::parse(address).map_err(|_| ReaderError::BadRequest("This is not an address.".into()))?;
        let is_safe = url.scheme() == "https" || url.scheme() == "http" && names_private_host(&url);
        if !is_safe {
            return Err(ReaderError::BadRequest(format!(
                "The connection to {} is not secure: on its way the password could be read. Nothing was changed.",
                url.host_str().unwrap_or(address)
            )));
        }
        // A colon would end the name and begin the password (RFC 7617).
        if user.trim().is_empty()
            || password.is_empty()
            || user.contains(':')
            || user.len().max(password.len()) > LONGEST
        {
            return Err(ReaderError::BadRequest("A sign-in needs a name without a colon, and a password.".into()));
        }
        let (site, user) = (origin(&url), user.trim().to_owned());
        let earlier = self.store().sign_ins()?.into_iter().find(|(known, _)| *known == site);
        self.keychain({
            let (name, password) = (entry(&site, &user), password.to_owned());
            move |keychain| keychain.set(&name, &password)
        })
        .await?;
        self.store().set_sign_in(&site, &user)?;
        if let Some((_, before)) = earlier.filter(|(_, before)| *before != user) {
            let name = entry(&site, &before);
            // The password of a name that is no longer used; that it stays there is no reason to refuse the new one.
            let _ = self.keychain(move |keychain| keychain.remove(&name)).await;
        }
        self.inner.fetcher.sign_ins().keep(&site, &user, password);
        Ok(SignIn { user: PlainText::new(&user, LONGEST), site })
    }

    /// The same for the site of a followed feed.
    ///
    /// # Errors
    /// As [`Reader::sign_in`]; `NotFound` where the feed is not followed.
    pub async fn sign_in_to(&self, feed: FeedId, user: &str, password: &str) -> Result<SignIn> {
        let url = self.store().feed(feed)?.url;
        self.sign_in(&url, user, password).await
    }

    /// Forgets name and password for the site of an address, here and in the keychain.
    ///
    /// # Errors
    /// `NotFound` where there is no sign-in for it; `Keychain` where the keychain does not open. Then nothing was changed.
    pub async fn sign_out(&self, address: &str) -> Result<()> {
        let url = Url::parse(address).map_err(|_| ReaderError::BadRequest("This is not an address.".into()))?;
        let site = origin(&url);
        let known = self.store().sign_ins()?.into_iter().find(|(known, _)| *known == site);
        let Some((_, user)) = known else {
            return Err(ReaderError::NotFound(format!("There is no sign-in for {site}.")));
        };
        let name = entry(&site, &user);
        self.keychain(move |keychain| keychain.remove(&name)).await?;
        self.store().remove_sign_in(&site)?;
        self.inner.fetcher.sign_ins().forget(&site);
        Ok(())
    }

    /// The same for the site of a followed feed.
    ///
    /// # Errors
    /// As [`Reader::sign_out`].
    pub async fn sign_out_of(&self, feed: FeedId) -> Result<()> {
        let url = self.store().feed(feed)?.url;
        self.sign_out(&url).await
    }

    /// The sites that are signed in to, without passwords.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn sign_ins(&self) -> Result<Vec<SignIn>> {
        let known = self.store().sign_ins()?;
        Ok(known.into_iter().map(|(site, user)| SignIn { user: PlainText::new(&user, LONGEST), site }).collect())
    }

    /// Takes the passwords of this library out of the keychain. One that does not go is not known by any library then.
    pub(crate) fn forget_passwords(&self) {
        for (site, user) in self.store().sign_ins().unwrap_or_default() {
            let _ = self.inner.keychain.remove(&entry(&site, &user));
            self.inner.fetcher.sign_ins().forget(&site);
        }
    }

    /// Goes by the proxy that is chosen now, perhaps by another process, and has passwords at hand.
    pub(crate) async fn ready_network(&self) -> Result<()> {
        // A choice that does not hold was never taken; what is in use then stays in use.
        let _ = self.inner.fetcher.use_proxy(&self.settings()?.proxy);
        self.ready_sign_ins().await
    }

    /// Has the passwords at hand that the library knows names for. One that the keychain does not give is left out: the site
    /// then says that it wants a sign-in.
    async fn ready_sign_ins(&self) -> Result<()> {
        let known = self.store().sign_ins()?;
        let mut at_hand = self.inner.fetcher.sign_ins().retain(&known);
        at_hand.sort_unstable();
        for (site, user) in known {
            if at_hand.binary_search(&site).is_ok() {
                continue;
            }
            let name = entry(&site, &user);
            if let Ok(Some(password)) = self.keychain(move |keychain| keychain.get(&name)).await {
                self.inner.fetcher.sign_ins().keep(&site, &user, &password);
            }
        }
        Ok(())
    }

    async fn keychain<T: Send + 'static>(
        &self,
        work: impl FnOnce(&dyn crate::Keychain) -> std::result::Result<T, crate::NoKeychain> + Send + 'static,
    ) -> Result<T> {
        let keychain = self.inner.keychain.clone();
        // The system may ask its user before it answers.
        tokio::task::spawn_blocking(move || work(&*keychain))
            .await
            .map_err(|error| ReaderError::Internal(error.to_string()))?
            .map_err(|error| ReaderError::Keychain(format!("{error} Nothing was changed.")))
    }
}

fn entry(site: &str, user: &str) -> String {
    format!("{user} at {site}")
}
