//! Pictures by their first bytes: never by what a server says of them.

/// The formats of pictures that are shown. SVG is none of them: it is a document that can act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageKind {
    /// PNG, also animated.
    Png,
    /// JPEG.
    Jpeg,
    /// GIF.
    Gif,
    /// WebP.
    Webp,
    /// AVIF.
    Avif,
    /// Windows icons: one file, several sizes.
    Ico,
}

impl ImageKind {
    /// The media type to serve it with.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            ImageKind::Png => "image/png",
            ImageKind::Jpeg => "image/jpeg",
            ImageKind::Gif => "image/gif",
            ImageKind::Webp => "image/webp",
            ImageKind::Avif => "image/avif",
            ImageKind::Ico => "image/x-icon",
        }
    }
}

/// What kind of picture begins here; `None` for everything that is not shown.
#[must_use]
pub fn image_kind(bytes: &[u8]) -> Option<ImageKind> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some(ImageKind::Png);
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return Some(ImageKind::Jpeg);
    }
    if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
        return Some(ImageKind::Gif);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(ImageKind::Webp);
    }
    let is_avif = bytes.get(4..8) == Some(b"ftyp")
        && bytes
            .get(8..64.min(bytes.len()))
            .is_some_and(|brands| brands.chunks(4).any(|b| b == b"avif" || b == b"avis"));
    if is_avif {
        return Some(ImageKind::Avif);
    }
    (!icon_sizes(bytes).is_empty()).then_some(ImageKind::Ico)
}

/// Width and height of every picture in a Windows icon; empty where the bytes are none. Its four first bytes are too
/// common to tell alone, so its table of contents has to make sense.
#[must_use]
pub fn icon_sizes(bytes: &[u8]) -> Vec<(u32, u32)> {
    const ENTRY: usize = 16;
    if !bytes.starts_with(b"\0\0\x01\0") {
        return vec![];
    }
    let count = usize::from(bytes.get(4).copied().unwrap_or(0));
    let (head, is_small) = (6 + count * ENTRY, bytes.get(5) == Some(&0) && (1..=64).contains(&count));
    let Some(entries) = bytes.get(6..head).filter(|_| is_small) else { return vec![] };
    let number = |bytes: &[u8]| bytes.iter().rev().fold(0usize, |sum, byte| sum << 8 | usize::from(*byte));
    let is_sound = |entry: &[u8]| entry[3] == 0 && number(&entry[8..12]) > 0 && number(&entry[12..16]) >= head;
    let side = |byte: u8| if byte == 0 { 256 } else { u32::from(byte) };
    let read = entries.chunks_exact(ENTRY).map(|entry| is_sound(entry).then(|| (side(entry[0]), side(entry[1]))));
    read.collect::<Option<_>>().unwrap_or_default()
}

/// Width and height in pixels from a picture's header, without decoding it; of an icon the largest.
#[must_use]
pub fn image_size(bytes: &[u8]) -> Option<(u32, u32)> {
    if image_kind(bytes)? == ImageKind::Ico {
        return icon_sizes(bytes).into_iter().max();
    }
    let size = std::panic::catch_unwind(|| imagesize::blob_size(bytes)).ok()?.ok()?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}

/// True where a picture moves: a GIF of more than one frame, an animated WebP, PNG or AVIF. Decided by its bytes, without
/// decoding it; a picture that is cut off counts what came.
#[must_use]
pub fn is_animated(bytes: &[u8]) -> bool {
    match image_kind(bytes) {
        Some(ImageKind::Gif) => gif_has_two_frames(bytes).unwrap_or(false),
        Some(ImageKind::Webp) => {
            bytes.get(12..16) == Some(b"VP8X") && bytes.get(20).is_some_and(|flags| flags & 0b10 != 0)
        }
        Some(ImageKind::Png) => png_has_animation(bytes).unwrap_or(false),
        Some(ImageKind::Avif) => bytes.get(8..12) == Some(b"avis"),
        _ => false,
    }
}

/// Walks the blocks of a GIF until the second frame begins.
fn gif_has_two_frames(bytes: &[u8]) -> Option<bool> {
    let table = |flags: u8| if flags & 0x80 != 0 { 3 << ((flags & 7) + 1) } else { 0 };
    let skip_blocks = |mut at: usize| -> Option<usize> {
        loop {
            let length = usize::from(*bytes.get(at)?);
            at += 1 + length;
            if length == 0 {
                return Some(at);
            }
        }
    };
    let mut at = 13 + table(*bytes.get(10)?);
    let mut frames = 0;
    loop {
        match *bytes.get(at)? {
            0x21 => at = skip_blocks(at + 2)?,
            0x2c => {
                frames += 1;
                if frames > 1 {
                    return Some(true);
                }
                let flags = *bytes.get(at + 9)?;
                at = skip_blocks(at + 10 + table(flags) + 1)?;
            }
            _ => return Some(false),
        }
    }
}

/// Looks for the chunk that says so, which stands before the pixels.
fn png_has_animation(bytes: &[u8]) -> Option<bool> {
    let mut at = 8;
    loop {
        let length = u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?);
        match bytes.get(at + 4..at + 8)? {
            b"acTL" => {
                let frames = bytes.get(at + 8..at + 12)?;
                return Some(u32::from_be_bytes(frames.try_into().ok()?) > 1);
            }
            b"IDAT" | b"IEND" => return Some(false),
            _ => at = at.checked_add(12)?.checked_add(usize::try_from(length).ok()?)?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ImageKind, icon_sizes, image_kind, image_size, is_animated};

    #[test]
    fn an_icon_is_known_by_its_table_of_contents() {
        let entry = |side: u8, at: u8| [side, side, 0, 0, 1, 0, 32, 0, 64, 0, 0, 0, at, 0, 0, 0];
        let icon = [&b"\0\0\x01\0\x02\0"[..], &entry(16, 38), &entry(0, 102)].concat();
        assert_eq!(image_kind(&icon), Some(ImageKind::Ico));
        assert_eq!(icon_sizes(&icon), [(16, 16), (256, 256)]);
        assert_eq!(image_size(&icon), Some((256, 256)));
        let pointer = [b"\0\0\x02\0", &icon[4..]].concat();
        let overlapping = [&b"\0\0\x01\0\x01\0"[..], &entry(16, 8)].concat();
        for other in [&icon[..30], b"\0\0\x01\0\0\0", &pointer, &overlapping, b"\0\0\x01\xba\x21"] {
            assert_eq!(image_kind(other), None);
        }
    }

    /// A GIF of one grey pixel a frame.
    fn gif(frames: usize) -> Vec<u8> {
        let mut gif = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00".to_vec();
        for _ in 0..frames {
            gif.extend(b"\x21\xf9\x04\x00\x0a\x00\x00\x00");
            gif.extend(b"\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00");
        }
        gif.push(0x3b);
        gif
    }

    #[test]
    fn a_picture_that_moves_is_known_by_its_frames() {
        assert!(!is_animated(&gif(1)));
        assert!(is_animated(&gif(2)));
        let png = |first: &[u8]| [b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", &[0; 17][..], first, &[0; 12]].concat();
        assert!(is_animated(&png(b"\0\0\0\x08acTL\0\0\0\x02")));
        assert!(!is_animated(&png(b"\0\0\0\x08acTL\0\0\0\x01")));
        assert!(!is_animated(&png(b"\0\0\0\x08IDAT")));
        assert!(is_animated(b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0"));
        assert!(!is_animated(b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x10\0\0\0"));
        assert!(!is_animated(b"RIFF\0\0\0\0WEBPVP8 \x0a\0\0\0\x02"));
        assert!(!is_animated(b"\xff\xd8\xff\xe0"));
    }

    #[test]
    fn a_picture_that_is_cut_moves_once_its_second_frame_began() {
        let whole = gif(3);
        for end in 0..whole.len() {
            assert_eq!(is_animated(&whole[..end]), end > 50, "{end}");
        }
        assert!(!is_animated(b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffIHDR\0\0\0\0"));
    }

    #[test]
    fn a_picture_is_known_by_its_bytes() {
        assert_eq!(image_kind(b"\x89PNG\r\n\x1a\nrest"), Some(ImageKind::Png));
        assert_eq!(image_kind(b"\xff\xd8\xff\xe0"), Some(ImageKind::Jpeg));
        assert_eq!(image_kind(b"RIFF\0\0\0\0WEBPVP8 "), Some(ImageKind::Webp));
        assert_eq!(image_kind(b"\0\0\0\x20ftypmif1\0\0\0\0mif1avif"), Some(ImageKind::Avif));
        for other in [&b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..], b"<html>", b"", b"RIFF", b"%PDF-1.4"] {
            assert_eq!(image_kind(other), None);
        }
    }

    #[test]
    fn the_size_of_a_gif_is_read_from_its_header() {
        assert_eq!(image_size(b"GIF89a\x03\x00\x02\x00\x00\x00\x00"), Some((3, 2)));
        assert_eq!(image_size(b"GIF89a"), None);
        assert_eq!(image_size(b"\xff\xd8\xff"), None);
    }
}
