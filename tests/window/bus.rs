//! A session bus of our own, and somebody on it who shows notifications: what the window tells is heard, and clicked.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use dbus::Message;
use dbus::arg::{PropMap, RefArg};
use dbus::channel::Channel;
use dbus::message::MessageType;

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";
const PATIENCE: Duration = Duration::from_secs(30);

/// A bus. Dropping it ends it.
pub struct Bus {
    daemon: Child,
    address: String,
}

impl Bus {
    /// Starts one. The error is a sentence.
    pub fn start() -> Result<Bus, String> {
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("could not start dbus-daemon: {error}"))?;
        let mut address = String::new();
        let output = daemon.stdout.take().ok_or("dbus-daemon has no output")?;
        BufReader::new(output).read_line(&mut address).map_err(|error| error.to_string())?;
        Ok(Bus { daemon, address: address.trim().to_owned() })
    }

    /// What goes into the variable DBUS_SESSION_BUS_ADDRESS.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Begins to show notifications.
    pub fn shows_notifications(&self) -> Result<Shower, String> {
        Shower::on(&self.address)
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// A notification as it was asked for.
#[derive(Clone, Debug)]
pub struct Shown {
    pub id: u32,
    pub title: String,
    pub text: String,
    pub actions: Vec<String>,
    pub entry: Option<String>,
}

/// Shows notifications. Dropping it leaves the bus without anybody who does.
pub struct Shower {
    shown: Receiver<Shown>,
    clicks: Option<Sender<u32>>,
    thread: Option<JoinHandle<()>>,
}

impl Shower {
    fn on(address: &str) -> Result<Shower, String> {
        let said = |error: dbus::Error| error.to_string();
        let mut bus = Channel::open_private(address).map_err(said)?;
        bus.register().map_err(said)?;
        let ask =
            Message::call_with_args("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "RequestName", (NAME, 4_u32));
        bus.send_with_reply_and_block(ask, PATIENCE).map_err(said)?;
        let ((tell, shown), (clicks, clicked)) = (channel(), channel());
        let thread = std::thread::spawn(move || serve(&bus, &tell, &clicked));
        Ok(Shower { shown, clicks: Some(clicks), thread: Some(thread) })
    }

    /// Waits for the next notification.
    pub fn next(&self) -> Result<Shown, String> {
        self.shown.recv_timeout(PATIENCE).map_err(|_| "waited in vain for a notification".to_owned())
    }

    /// Clicks a notification.
    pub fn click(&self, id: u32) -> Result<(), String> {
        self.clicks.as_ref().ok_or("nobody shows notifications")?.send(id).map_err(|error| error.to_string())
    }

    /// The notifications that came and were not waited for.
    pub fn others(&self) -> Vec<Shown> {
        self.shown.try_iter().collect()
    }
}

impl Drop for Shower {
    fn drop(&mut self) {
        self.clicks = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Answers until nobody can click any more.
fn serve(bus: &Channel, tell: &Sender<Shown>, clicked: &Receiver<u32>) {
    let mut last = 0;
    loop {
        match clicked.try_recv() {
            Ok(id) => {
                for (signal, said) in [("ActivationToken", "a token"), ("ActionInvoked", "default")] {
                    if let Ok(message) = Message::new_signal(PATH, NAME, signal) {
                        let _ = bus.send(message.append2(id, said));
                    }
                }
                bus.flush();
            }
            Err(std::sync::mpsc::TryRecvError::Disconnected) => return,
            Err(std::sync::mpsc::TryRecvError::Empty) => {}
        }
        let Ok(Some(message)) = bus.blocking_pop_message(Duration::from_millis(30)) else { continue };
        if message.msg_type() != MessageType::MethodCall || message.interface().as_deref() != Some(NAME) {
            continue;
        }
        let answer = match message.member().as_deref() {
            Some("GetCapabilities") => message.method_return().append1(vec!["body", "body-markup", "actions"]),
            Some("Notify") => {
                last += 1;
                let answer = message.method_return().append1(last);
                let _ = bus.send(answer);
                bus.flush();
                if let Some(shown) = read(&message, last) {
                    let _ = tell.send(shown);
                }
                continue;
            }
            _ => continue,
        };
        let _ = bus.send(answer);
        bus.flush();
    }
}

fn read(message: &Message, id: u32) -> Option<Shown> {
    let mut arguments = message.iter_init();
    let (_app, _replaces, _icon): (String, u32, String) =
        (arguments.read().ok()?, arguments.read().ok()?, arguments.read().ok()?);
    let (title, text, actions): (String, String, Vec<String>) =
        (arguments.read().ok()?, arguments.read().ok()?, arguments.read().ok()?);
    let hints: PropMap = arguments.read().ok()?;
    let entry = hints.get("desktop-entry").and_then(|value| value.0.as_str()).map(str::to_owned);
    Some(Shown { id, title, text, actions, entry })
}

/// A tray: where an app goes on without its window. Dropping it leaves the bus without one.
pub struct Trays {
    items: Receiver<String>,
    ask: Channel,
    gone: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Bus {
    /// Becomes a desktop with a tray.
    pub fn has_a_tray(&self) -> Result<Trays, String> {
        const WATCHER: &str = "org.kde.StatusNotifierWatcher";
        let said = |error: dbus::Error| error.to_string();
        let connect = || {
            let mut bus = Channel::open_private(&self.address).map_err(said)?;
            bus.register().map_err(said)?;
            Ok::<_, String>(bus)
        };
        let (bus, ask) = (connect()?, connect()?);
        let name = Message::call_with_args(
            "org.freedesktop.DBus",
            "/",
            "org.freedesktop.DBus",
            "RequestName",
            (WATCHER, 4_u32),
        );
        bus.send_with_reply_and_block(name, PATIENCE).map_err(said)?;
        let ((tell, items), (gone, ended)) = (channel(), channel::<()>());
        let thread = std::thread::spawn(move || {
            while ended.try_recv() != Err(std::sync::mpsc::TryRecvError::Disconnected) {
                let Ok(Some(message)) = bus.blocking_pop_message(Duration::from_millis(30)) else { continue };
                if message.member().as_deref() == Some("RegisterStatusNotifierItem") {
                    let _ = tell.send(message.get1::<String>().unwrap_or_default());
                    let _ = bus.send(message.method_return());
                    bus.flush();
                }
            }
        });
        Ok(Trays { items, ask, gone: Some(gone), thread: Some(thread) })
    }
}

impl Trays {
    /// Waits for an app to come into the tray; its name on the bus.
    pub fn next(&self) -> Result<String, String> {
        self.items.recv_timeout(PATIENCE).map_err(|_| "waited in vain for an icon in the tray".to_owned())
    }

    /// The lines of an app's menu with their ids, those behind lines too.
    pub fn menu(&self, app: &str) -> Result<Vec<(i32, String)>, String> {
        let names: Vec<String> = Vec::new();
        let answer = self.menu_call(app, |message| message.append3(0_i32, -1_i32, names), "GetLayout")?;
        let mut parts = answer.iter_init();
        let _made: Option<u32> = parts.get();
        parts.next();
        let root = parts.get_refarg().ok_or("the menu has no lines")?;
        let mut lines = Vec::new();
        collect(&*root, &mut lines);
        Ok(lines)
    }

    /// Clicks the line with this id.
    pub fn click(&self, app: &str, id: i32) -> Result<(), String> {
        let nothing = dbus::arg::Variant(0_i32);
        self.menu_call(app, |message| message.append3(id, "clicked", nothing).append1(0_u32), "Event").map(drop)
    }

    fn menu_call(&self, app: &str, fill: impl FnOnce(Message) -> Message, method: &str) -> Result<Message, String> {
        let message = Message::new_method_call(app, "/StatusNotifierItem/Menu", "com.canonical.dbusmenu", method)?;
        self.ask.send_with_reply_and_block(fill(message), PATIENCE).map_err(|error| error.to_string())
    }
}

impl Drop for Trays {
    fn drop(&mut self) {
        self.gone = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// A line is `(id, properties, lines behind it)`.
fn collect(line: &dyn RefArg, out: &mut Vec<(i32, String)>) {
    let Some(mut parts) = line.as_iter() else { return };
    let id = parts.next().and_then(RefArg::as_i64).and_then(|id| i32::try_from(id).ok()).unwrap_or_default();
    let properties: Vec<_> = parts.next().and_then(RefArg::as_iter).map(Iterator::collect).unwrap_or_default();
    for pair in properties.chunks(2) {
        if let [key, value] = pair
            && key.as_str() == Some("label")
        {
            out.push((id, value.as_str().unwrap_or_default().to_owned()));
        }
    }
    for behind in parts.next().and_then(RefArg::as_iter).into_iter().flatten() {
        if let Some(inner) = behind.as_iter().and_then(|mut inner| inner.next()) {
            collect(inner, out);
        }
    }
}
