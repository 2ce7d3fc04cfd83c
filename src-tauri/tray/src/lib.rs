//! Tauri's tray icon, on Windows and macOS; on Linux this is empty, because there the tray is spoken over D-Bus.
//!
//! A package of its own, because the Tauri CLI reads the features of the app's manifest without asking for which system they are:
//! it would make packages for Linux depend on a library that nothing in them uses, and fail where that is not installed.

#[cfg(not(target_os = "linux"))]
pub use tauri::tray::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};
