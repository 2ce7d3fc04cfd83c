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
    is_avif.then_some(ImageKind::Avif)
}

/// Width and height in pixels from a picture's header, without decoding it.
#[must_use]
pub fn image_size(bytes: &[u8]) -> Option<(u32, u32)> {
    image_kind(bytes)?;
    let size = std::panic::catch_unwind(|| imagesize::blob_size(bytes)).ok()?.ok()?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}

#[cfg(test)]
mod tests {
    use super::{ImageKind, image_kind, image_size};

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
