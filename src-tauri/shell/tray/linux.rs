//! StatusNotifierItem and its menu (com.canonical.dbusmenu), as trays of KDE, GNOME with its extension, and others read them.
//! Everything runs on the window's loop.

use super::menu::{Does, Line, What, flat, lines};
use super::{Tray, does, settle};
use crate::bus::{self, Whom};
use gio::glib::{self, Variant, prelude::*};
use gio::{BusNameOwnerFlags, DBusConnection, DBusMethodInvocation, DBusNodeInfo, DBusSignalFlags};
use std::cell::RefCell;
use std::collections::HashMap;
use stoppress_reader::Reader;
use tauri::{AppHandle, Manager};

const WATCHER: &str = "org.kde.StatusNotifierWatcher";
const WATCHER_PATH: &str = "/StatusNotifierWatcher";
const ITEM: &str = "org.kde.StatusNotifierItem";
const ITEM_PATH: &str = "/StatusNotifierItem";
const MENU: &str = "com.canonical.dbusmenu";
const MENU_PATH: &str = "/StatusNotifierItem/Menu";
const BUS: Whom = Whom("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus");

const ITEM_XML: &str = r#"<node><interface name="org.kde.StatusNotifierItem">
<property name="Category" type="s" access="read"/><property name="Id" type="s" access="read"/>
<property name="Title" type="s" access="read"/><property name="Status" type="s" access="read"/>
<property name="IconName" type="s" access="read"/><property name="IconPixmap" type="a(iiay)" access="read"/>
<property name="ItemIsMenu" type="b" access="read"/><property name="Menu" type="o" access="read"/>
<method name="Activate"><arg type="i" direction="in"/><arg type="i" direction="in"/></method>
<method name="SecondaryActivate"><arg type="i" direction="in"/><arg type="i" direction="in"/></method>
<method name="ContextMenu"><arg type="i" direction="in"/><arg type="i" direction="in"/></method>
<method name="Scroll"><arg type="i" direction="in"/><arg type="s" direction="in"/></method>
</interface></node>"#;

const MENU_XML: &str = r#"<node><interface name="com.canonical.dbusmenu">
<property name="Version" type="u" access="read"/><property name="TextDirection" type="s" access="read"/>
<property name="Status" type="s" access="read"/><property name="IconThemePath" type="as" access="read"/>
<method name="GetLayout"><arg type="i" direction="in"/><arg type="i" direction="in"/><arg type="as" direction="in"/>
<arg type="u" direction="out"/><arg type="(ia{sv}av)" direction="out"/></method>
<method name="GetGroupProperties"><arg type="ai" direction="in"/><arg type="as" direction="in"/><arg type="a(ia{sv})" direction="out"/></method>
<method name="GetProperty"><arg type="i" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/></method>
<method name="Event"><arg type="i" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="in"/><arg type="u" direction="in"/></method>
<method name="EventGroup"><arg type="a(isvu)" direction="in"/><arg type="ai" direction="out"/></method>
<method name="AboutToShow"><arg type="i" direction="in"/><arg type="b" direction="out"/></method>
<method name="AboutToShowGroup"><arg type="ai" direction="in"/><arg type="ai" direction="out"/><arg type="ai" direction="out"/></method>
<signal name="LayoutUpdated"><arg type="u"/><arg type="i"/></signal>
<signal name="ItemsPropertiesUpdated"><arg type="a(ia{sv})"/><arg type="a(ias)"/></signal>
</interface></node>"#;

/// What is shown now.
struct Shown {
    bus: DBusConnection,
    owner: gio::OwnerId,
    objects: Vec<gio::RegistrationId>,
}

thread_local! {
    static SHOWN: RefCell<Option<Shown>> = const { RefCell::new(None) };
    /// The menu as it was read last, and how often it was made.
    static LINES: RefCell<(Vec<Line>, u32)> = const { RefCell::new((Vec::new(), 0)) };
}

/// Hears of trays that come and go.
pub(super) fn watch(app: &AppHandle) {
    let here = app.clone();
    bus::run(app, move || async move {
        let Ok(session) = bus::session().await else { return found(&here, false) };
        let asked = here.clone();
        session.signal_subscribe(
            Some(BUS.0),
            Some(BUS.2),
            Some("NameOwnerChanged"),
            Some(BUS.1),
            Some(WATCHER),
            DBusSignalFlags::NONE,
            move |_, _, _, _, _, said| {
                let there = said.get::<(String, String, String)>().is_some_and(|(_, _, owner)| !owner.is_empty());
                found(&asked, there);
            },
        );
        let arguments = (WATCHER,).to_variant();
        let answer = bus::call(&session, BUS, "NameHasOwner", Some(&arguments), "(b)").await;
        found(&here, answer.ok().and_then(|answer| answer.get::<(bool,)>()).is_some_and(|(there,)| there));
    });
}

fn found(app: &AppHandle, there: bool) {
    app.state::<Tray>().found(there);
    // A tray that was replaced knows nothing of us.
    hide();
    settle(app);
}

/// Shows the icon, or takes it away.
pub(super) fn show(app: &AppHandle, wanted: bool) {
    let here = app.clone();
    bus::run(app, move || async move {
        if !wanted {
            return hide();
        }
        if SHOWN.with_borrow(Option::is_some) {
            return;
        }
        if let Err(error) = appear(&here).await {
            log::warn!("the tray could not be used: {error}");
        }
    });
}

fn hide() {
    if let Some(Shown { bus, owner, objects }) = SHOWN.take() {
        gio::bus_unown_name(owner);
        for object in objects {
            let _ = bus.unregister_object(object);
        }
    }
}

async fn appear(app: &AppHandle) -> Result<(), glib::Error> {
    let session = bus::session().await?;
    let objects = vec![item(&session, app)?, menu(&session, app)?];
    // A name of its own, so that the tray lets go of it when it is given back.
    let name = format!("{ITEM}-{}-1", std::process::id());
    let owner = gio::bus_own_name_on_connection(&session, &name, BusNameOwnerFlags::NONE, |_, _| {}, |_, _| {});
    SHOWN.set(Some(Shown { bus: session.clone(), owner, objects }));
    let whom = Whom(WATCHER, WATCHER_PATH, WATCHER);
    bus::call(&session, whom, "RegisterStatusNotifierItem", Some(&(name,).to_variant()), "()").await?;
    Ok(())
}

fn interface(xml: &str, name: &str) -> Result<gio::DBusInterfaceInfo, glib::Error> {
    let missing = || glib::Error::new(gio::IOErrorEnum::Failed, name);
    DBusNodeInfo::for_xml(xml)?.lookup_interface(name).ok_or_else(missing)
}

fn item(session: &DBusConnection, app: &AppHandle) -> Result<gio::RegistrationId, glib::Error> {
    let (acts, looks) = (app.clone(), app.clone());
    session.register_object(
        ITEM_PATH,
        &interface(ITEM_XML, ITEM)?,
        move |_, _, _, _, method, _, answer| {
            // Where a tray tells of clicks at all, a click opens the window.
            if matches!(method, "Activate" | "SecondaryActivate") {
                does(&acts, Does::Open);
            }
            answer.return_value(None);
        },
        move |_, _, _, _, name| match name {
            "Category" => "ApplicationStatus".to_variant(),
            "Id" => "stoppress".to_variant(),
            "Title" => crate::NAME.to_variant(),
            "Status" => "Active".to_variant(),
            "IconName" => "stoppress".to_variant(),
            "IconPixmap" => picture(&looks).to_variant(),
            "ItemIsMenu" => false.to_variant(),
            _ => glib::variant::ObjectPath::try_from(MENU_PATH.to_owned())
                .map_or_else(|_| "".to_variant(), |path| path.to_variant()),
        },
        |_, _, _, _, _, _| false,
    )
}

/// The app's icon in the order of bytes that trays want, for those whose theme has none of this name.
fn picture(app: &AppHandle) -> Vec<(i32, i32, Vec<u8>)> {
    let Some(icon) = app.default_window_icon() else { return Vec::new() };
    let bytes = icon.rgba().chunks_exact(4).flat_map(|pixel| [pixel[3], pixel[0], pixel[1], pixel[2]]).collect();
    let side = |length: u32| i32::try_from(length).unwrap_or(0);
    vec![(side(icon.width()), side(icon.height()), bytes)]
}

fn menu(session: &DBusConnection, app: &AppHandle) -> Result<gio::RegistrationId, glib::Error> {
    let app = app.clone();
    renew(&app);
    session.register_object(
        MENU_PATH,
        &interface(MENU_XML, MENU)?,
        move |_, _, _, _, method, arguments, answer| answer_menu(&app, method, &arguments, answer),
        |_, _, _, _, name| match name {
            "Version" => 3_u32.to_variant(),
            "TextDirection" => "ltr".to_variant(),
            "Status" => "normal".to_variant(),
            _ => Vec::<String>::new().to_variant(),
        },
        |_, _, _, _, _, _| false,
    )
}

fn renew(app: &AppHandle) {
    let fresh = lines(&app.state::<Reader>());
    LINES.with_borrow_mut(|(lines, made)| {
        if *lines != fresh {
            *lines = fresh;
            *made += 1;
        }
    });
}

fn answer_menu(app: &AppHandle, method: &str, arguments: &Variant, answer: DBusMethodInvocation) {
    let value = match method {
        "GetLayout" => {
            if arguments.get::<(i32, i32, Vec<String>)>().is_some_and(|(parent, _, _)| parent == 0) {
                renew(app);
            }
            let parent = arguments.get::<(i32, i32, Vec<String>)>().map_or(0, |(parent, _, _)| parent);
            Some(LINES.with_borrow(|(lines, made)| layout(lines, *made, parent)))
        }
        "GetGroupProperties" => {
            let ids = arguments.get::<(Vec<i32>, Vec<String>)>().map(|(ids, _)| ids).unwrap_or_default();
            let all = LINES.with_borrow(|(lines, _)| flat(lines));
            let wanted = all.iter().filter(|line| ids.is_empty() || ids.contains(&line.id));
            let found: Vec<(i32, HashMap<String, Variant>)> = wanted.map(|line| (line.id, properties(line))).collect();
            Some((found,).to_variant())
        }
        "GetProperty" => {
            let (id, name) = arguments.get::<(i32, String)>().unwrap_or_default();
            let all = LINES.with_borrow(|(lines, _)| flat(lines));
            let line = all.iter().find(|line| line.id == id);
            let value = line.and_then(|line| properties(line).remove(&name)).unwrap_or_else(|| "".to_variant());
            Some(Variant::tuple_from_iter([Variant::from_variant(&value)]))
        }
        "Event" => {
            if let Some((id, event, _, _)) = arguments.get::<(i32, String, Variant, u32)>() {
                clicked(app, id, &event);
            }
            None
        }
        "EventGroup" => {
            let events = arguments.get::<(Vec<(i32, String, Variant, u32)>,)>().map(|(all,)| all).unwrap_or_default();
            events.iter().for_each(|(id, event, _, _)| clicked(app, *id, event));
            Some((Vec::<i32>::new(),).to_variant())
        }
        "AboutToShow" => {
            renew(app);
            Some((true,).to_variant())
        }
        _ => {
            renew(app);
            Some((vec![0_i32], Vec::<i32>::new()).to_variant())
        }
    };
    answer.return_value(value.as_ref());
}

/// `(revision, (id, properties, children))`.
fn layout(lines: &[Line], made: u32, parent: i32) -> Variant {
    let root = match flat(lines).into_iter().find(|line| line.id == parent) {
        Some(line) => node(&line),
        None => {
            let properties = HashMap::from([("children-display".to_owned(), "submenu".to_variant())]);
            let children: Vec<Variant> = lines.iter().map(node).collect();
            (0_i32, properties, children).to_variant()
        }
    };
    Variant::tuple_from_iter([made.to_variant(), root])
}

fn node(line: &Line) -> Variant {
    let children: Vec<Variant> = match &line.what {
        What::Submenu { lines, .. } => lines.iter().map(node).collect(),
        _ => Vec::new(),
    };
    (line.id, properties(line), children).to_variant()
}

fn properties(line: &Line) -> HashMap<String, Variant> {
    // An underscore would underline what follows.
    let label = |label: &String| ("label".to_owned(), label.replace('_', "__").to_variant());
    match &line.what {
        What::Separator => HashMap::from([("type".to_owned(), "separator".to_variant())]),
        What::Item { label: words, .. } => HashMap::from([label(words)]),
        What::Submenu { label: words, .. } => {
            HashMap::from([label(words), ("children-display".to_owned(), "submenu".to_variant())])
        }
    }
}

fn clicked(app: &AppHandle, id: i32, event: &str) {
    if event != "clicked" {
        return;
    }
    let line = LINES.with_borrow(|(lines, _)| flat(lines)).into_iter().find(|line| line.id == id);
    if let Some(Line { what: What::Item { does: what, .. }, .. }) = line {
        does(app, what);
    }
}
