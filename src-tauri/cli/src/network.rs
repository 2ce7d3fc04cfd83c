//! The way to sites: sign-ins and the proxy.

use crate::{Outcome, library::show, print};
use serde_json::json;
use std::io::{BufRead, IsTerminal};
use stoppress_model::{Settings, why_refused};
use stoppress_reader::{Reader, ReaderError};

/// Lists the sign-ins, keeps one, or with `remove` forgets one. The password is one line of standard input: words of a command
/// can be read by every program on the computer.
pub(crate) async fn sign_in(
    reader: &Reader,
    json: bool,
    address: Option<&str>,
    user: Option<&str>,
    remove: bool,
) -> Outcome {
    let failed = |error: ReaderError| error.to_string();
    let Some(address) = address else {
        let known = reader.sign_ins().map_err(failed)?;
        let rows: Vec<Vec<String>> = known.iter().map(|one| vec![one.site.clone(), one.user.to_string()]).collect();
        show(json, &known, || print::table(&rows));
        return Ok(());
    };
    let feed = reader.feed_named(address).ok();
    if remove {
        match feed {
            Some(feed) => reader.sign_out_of(feed).await,
            None => reader.sign_out(address).await,
        }
        .map_err(failed)?;
        show(json, &json!({ "removed": true }), || print::line("The sign-in is forgotten."));
        return Ok(());
    }
    let user = user.ok_or("say with --user NAME who signs in; the password is read from standard input")?;
    if std::io::stdin().is_terminal() {
        print::error("type the password and press Enter; it is shown while you type");
    }
    let mut password = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut password)
        .map_err(|error| format!("no password could be read: {}", why_refused(&error)))?;
    let password = password.trim_end_matches(['\r', '\n']);
    let kept = match feed {
        Some(feed) => reader.sign_in_to(feed, user, password).await,
        None => reader.sign_in(address, user, password).await,
    }
    .map_err(failed)?;
    show(json, &kept, || print::line(&format!("Signed in to {} as {}.", kept.site, kept.user)));
    Ok(())
}

/// Says or sets which proxy is used.
pub(crate) fn proxy(reader: &Reader, json: bool, choice: Option<&str>) -> Outcome {
    let mut settings = reader.settings().map_err(|error| error.to_string())?;
    if let Some(choice) = choice {
        let wanted = Settings { proxy: choice.to_owned(), ..settings };
        settings = reader.set_settings(&wanted).map_err(|error| error.to_string())?;
    }
    show(json, &json!({ "proxy": settings.proxy }), || print::line(&settings.proxy));
    Ok(())
}
