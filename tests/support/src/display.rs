//! A screen in memory for windows that have nobody to look at them.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::TemporaryFolder;
use crate::picture::Picture;

/// An X server without a screen (`Xvfb`) on a number that it chose itself. Dropping it ends it.
///
/// It keeps its picture in a file, so a picture of the whole screen needs no further program.
#[derive(Debug)]
pub struct Display {
    server: Child,
    name: String,
    memory: TemporaryFolder,
}

impl Display {
    /// Starts a display of this size in pixels. The error is a sentence: mostly that Xvfb is not installed.
    pub fn start(width: usize, height: usize) -> Result<Display, String> {
        let memory = TemporaryFolder::new("display");
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", &format!("{width}x{height}x24"), "-fbdir"])
            .arg(memory.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("could not start Xvfb, the display without a screen: {error}"))?;
        // The server writes its number when it accepts connections, so this waits exactly as long as it must.
        let mut number = String::new();
        let read = server.stdout.as_mut().map(|output| BufReader::new(output).read_line(&mut number));
        match (read, number.trim()) {
            (Some(Ok(_)), number) if !number.is_empty() => Ok(Display { server, name: format!(":{number}"), memory }),
            _ => {
                let _ = server.kill();
                let _ = server.wait();
                Err("Xvfb ended before it told the number of its display".to_owned())
            }
        }
    }

    /// What goes into the variable DISPLAY.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole screen as it is now. The error is a sentence.
    pub fn picture(&self) -> Result<Picture, String> {
        let file = self.memory.join("Xvfb_screen0");
        let dump = std::fs::read(&file).map_err(|error| format!("could not read {}: {error}", file.display()))?;
        read_dump(&dump).ok_or_else(|| "Xvfb keeps its screen in a form other than the one known here".to_owned())
    }

    /// Waits until something is drawn and nothing has changed between three looks, then returns it; what is on the
    /// screen at the end of `patience` is returned in any case, with `false`.
    pub fn settled_picture(&self, patience: Duration) -> Result<(Picture, bool), String> {
        const BETWEEN_LOOKS: Duration = Duration::from_millis(250);
        let deadline = Instant::now() + patience;
        let mut last = self.picture()?;
        let mut same = 0;
        while Instant::now() < deadline {
            // A screen tells nobody that it has changed; looking again is all there is.
            std::thread::sleep(BETWEEN_LOOKS);
            let now = self.picture()?;
            same = if now == last && now.colours() > 16 { same + 1 } else { 0 };
            last = now;
            if same == 3 {
                return Ok((last, true));
            }
        }
        Ok((last, false))
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Reads an X window dump, version 7, of 32 bits a pixel: a header of big-endian words, a colour map of 12 bytes an
/// entry, then rows.
fn read_dump(dump: &[u8]) -> Option<Picture> {
    let word = |index: usize| -> Option<usize> {
        let bytes: [u8; 4] = dump.get(index * 4..index * 4 + 4)?.try_into().ok()?;
        usize::try_from(u32::from_be_bytes(bytes)).ok()
    };
    let (header, version) = (word(0)?, word(1)?);
    let (width, height, big_endian) = (word(4)?, word(5)?, word(7)? == 1);
    let (bits, row_length, colours) = (word(11)?, word(12)?, word(19)?);
    if version != 7 || bits != 32 {
        return None;
    }
    let start = header + colours * 12;
    let mut pixels = Vec::with_capacity(width * height);
    for row in 0..height {
        let row = dump.get(start + row * row_length..)?.get(..width * 4)?;
        pixels.extend(row.chunks_exact(4).map(|pixel| match big_endian {
            true => [pixel[1], pixel[2], pixel[3]],
            false => [pixel[2], pixel[1], pixel[0]],
        }));
    }
    Some(Picture { width, height, pixels })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dump_reads_as_the_pixels_it_holds() {
        let mut words = [0_u32; 25];
        (words[0], words[1], words[4], words[5], words[11], words[12], words[19]) = (100, 7, 2, 1, 32, 8, 1);
        let mut dump: Vec<u8> = words.iter().flat_map(|word| word.to_be_bytes()).collect();
        dump.extend([0; 12]);
        dump.extend([3, 2, 1, 0, 6, 5, 4, 0]);
        let picture = read_dump(&dump).expect("a dump");
        assert_eq!(picture, Picture { width: 2, height: 1, pixels: vec![[1, 2, 3], [4, 5, 6]] });
        assert_eq!(read_dump(&dump[..dump.len() - 1]), None);
    }
}
