//! Changing pictures: a smaller one for keeping, a still of one that moves. Decoding is guarded: limits first, one at a
//! time, and a fault in a decoder costs the change, never the picture.

use crate::images::Image;
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits,
    codecs::{
        jpeg::JpegEncoder,
        png::{CompressionType, FilterType, PngEncoder},
    },
};
use std::{
    collections::VecDeque,
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};
use stoppress_feeds::{image_size, is_animated};
use tokio::sync::Semaphore;

/// A kept picture is at most so wide and so high: as many pixels as a large screen shows.
const KEPT_SIDE: u32 = 2560;
/// A picture of more bytes is worth making smaller.
const KEPT_BYTES: usize = 4 << 20;
/// An icon is at most so wide and so high.
const ICON_SIDE: u32 = 64;
/// Stills that are held in memory, in bytes.
const STILLS_BYTES: usize = 16 << 20;
const JPEG_QUALITY: u8 = 85;
/// Memory for decoding one picture: 50 megapixels of four bytes fit, 16-bit ones of that size do not and stay as they are.
const DECODING_BYTES: u64 = 256 << 20;

/// Many large pictures at once would be gigabytes: one that is kept, and one that is shown, which waits for no other kind.
static KEPT: Semaphore = Semaphore::const_new(1);
static SHOWN: Semaphore = Semaphore::const_new(1);

/// The picture as it is kept with a saved article: no wider or higher than a large screen. What moves, what cannot be
/// decoded and what would become larger stays as it is.
pub(crate) async fn for_keeping(image: Image) -> Image {
    let is_large = image.bytes.len() > KEPT_BYTES
        || image_size(&image.bytes).is_some_and(|(width, height)| width.max(height) > KEPT_SIDE);
    if !is_large || is_animated(&image.bytes) {
        return image;
    }
    let original = image.clone();
    aside(&KEPT, move || smaller(&original)).await.unwrap_or(image)
}

/// The first frame of a picture that moves, as PNG; `None` where it cannot be decoded.
pub(crate) async fn still(image: &Image) -> Option<Image> {
    let bytes = image.bytes.clone();
    aside(&SHOWN, move || png(&decoded(&bytes)?.picture, None)).await
}

/// Stills of pictures that were shown a moment ago, so that scrolling past one again decodes nothing.
#[derive(Default)]
pub(crate) struct Stills(VecDeque<((String, usize), Image)>);

impl Stills {
    /// The still of the picture of so many bytes under this key.
    pub(crate) fn get(&self, key: &str, bytes: usize) -> Option<Image> {
        let found = self.0.iter().find(|((known, size), _)| known == key && *size == bytes);
        found.map(|(_, still)| still.clone())
    }

    /// Keeps one, and lets the oldest go that do not fit.
    pub(crate) fn keep(&mut self, key: &str, bytes: usize, still: &Image) {
        self.0.retain(|((known, _), _)| known != key);
        self.0.push_back(((key.to_owned(), bytes), still.clone()));
        while self.0.iter().map(|(_, still)| still.bytes.len()).sum::<usize>() > STILLS_BYTES {
            self.0.pop_front();
        }
    }
}

/// An icon as it is kept: PNG, at most 64 pixels wide and high; `None` where it is none.
pub(crate) async fn icon(bytes: Vec<u8>) -> Option<Image> {
    aside(&SHOWN, move || {
        let mut picture = decoded(&bytes)?.picture;
        if picture.width().max(picture.height()) > ICON_SIDE {
            picture = picture.thumbnail(ICON_SIDE, ICON_SIDE);
        }
        png(&picture, None)
    })
    .await
}

async fn aside(places: &Semaphore, work: impl FnOnce() -> Option<Image> + Send + 'static) -> Option<Image> {
    let _place = places.acquire().await.ok()?;
    let work = move || catch_unwind(AssertUnwindSafe(work)).ok().flatten();
    tokio::task::spawn_blocking(work).await.ok().flatten()
}

struct Decoded {
    picture: DynamicImage,
    format: ImageFormat,
    profile: Option<Vec<u8>>,
}

/// Upright, whatever its camera noted, with the colour profile where that fits what was decoded.
fn decoded(bytes: &[u8]) -> Option<Decoded> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(DECODING_BYTES);
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let format = reader.format()?;
    let mut decoder = reader.into_decoder().ok()?;
    limits.reserve(decoder.total_bytes()).ok()?;
    decoder.set_limits(limits).ok()?;
    let orientation = decoder.orientation().ok();
    let profile = decoder.icc_profile().ok().flatten();
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    if let Some(orientation) = orientation {
        picture.apply_orientation(orientation);
    }
    // The profile of a CMYK picture says nothing of the RGB that was made of it.
    let space: &[u8] = if picture.color().has_color() { b"RGB " } else { b"GRAY" };
    let profile = profile.filter(|profile| profile.get(16..20) == Some(space));
    Some(Decoded { picture, format, profile })
}

fn smaller(image: &Image) -> Option<Image> {
    let Decoded { mut picture, format, profile } = decoded(&image.bytes)?;
    if picture.width().max(picture.height()) > KEPT_SIDE {
        picture = picture.thumbnail(KEPT_SIDE, KEPT_SIDE);
    }
    let is_opaque = !picture.color().has_alpha() || picture.to_rgba8().pixels().all(|pixel| pixel.0[3] == u8::MAX);
    let was_photo = matches!(format, ImageFormat::Jpeg | ImageFormat::WebP);
    let made = if was_photo && is_opaque {
        jpeg(&picture, profile)?
    } else {
        // Text on a screenshot stays sharp, unless it costs too much.
        match png(&picture, profile.clone())? {
            sharp if sharp.bytes.len() > KEPT_BYTES && is_opaque => jpeg(&picture, profile)?,
            sharp => sharp,
        }
    };
    (made.bytes.len() < image.bytes.len()).then_some(made)
}

fn jpeg(picture: &DynamicImage, profile: Option<Vec<u8>>) -> Option<Image> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY);
    let (width, height) = (picture.width(), picture.height());
    if let Some(profile) = profile {
        let _ = encoder.set_icc_profile(profile);
    }
    match picture.color().has_color() {
        true => encoder.write_image(&picture.to_rgb8(), width, height, ExtendedColorType::Rgb8).ok()?,
        false => encoder.write_image(&picture.to_luma8(), width, height, ExtendedColorType::L8).ok()?,
    }
    Some(Image { mime: "image/jpeg".into(), bytes })
}

fn png(picture: &DynamicImage, profile: Option<Vec<u8>>) -> Option<Image> {
    let mut bytes = Vec::new();
    let mut encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
    if let Some(profile) = profile {
        let _ = encoder.set_icc_profile(profile);
    }
    picture.write_with_encoder(encoder).ok()?;
    Some(Image { mime: "image/png".into(), bytes })
}

#[cfg(test)]
mod tests {
    use super::{Image, KEPT_BYTES, KEPT_SIDE, for_keeping, jpeg, png, smaller};
    use image::{DynamicImage, GenericImageView, ImageReader, Rgba, RgbaImage};
    use std::io::Cursor;

    fn picture(width: u32, height: u32) -> DynamicImage {
        RgbaImage::from_fn(width, height, |x, y| Rgba([(x / 16) as u8, (y * 7) as u8, (x * y / 64) as u8, 255])).into()
    }

    /// Grain, which no format makes much smaller.
    fn grain(width: u32, height: u32, alpha: u8) -> DynamicImage {
        let mut state = 2_463_534_242_u32;
        RgbaImage::from_fn(width, height, |_, _| {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            let [red, green, blue, _] = state.to_be_bytes();
            Rgba([red, green, blue, alpha])
        })
        .into()
    }

    fn size(image: &Image) -> (u32, u32) {
        ImageReader::new(Cursor::new(&image.bytes)).with_guessed_format().unwrap().decode().unwrap().dimensions()
    }

    #[tokio::test]
    async fn a_kept_picture_is_no_wider_than_a_large_screen_and_never_larger_in_bytes() {
        for (width, want) in [(KEPT_SIDE - 1, KEPT_SIDE - 1), (KEPT_SIDE, KEPT_SIDE), (KEPT_SIDE + 1, KEPT_SIDE)] {
            let original = jpeg(&picture(width, 48), None).unwrap();
            let kept = for_keeping(original.clone()).await;
            assert_eq!(size(&kept).0, want);
            assert!(kept.bytes.len() <= original.bytes.len());
        }
        let tiny = Image { mime: "image/png".into(), bytes: png(&picture(8, 8), None).unwrap().bytes };
        assert_eq!(smaller(&tiny), None, "what does not become smaller stays");
        let broken = Image { mime: "image/png".into(), bytes: vec![7; KEPT_BYTES + 1] };
        assert_eq!(for_keeping(broken.clone()).await, broken);
    }

    #[tokio::test]
    async fn what_is_shown_waits_for_nothing_that_is_kept() {
        let _long = super::KEPT.acquire().await.unwrap();
        assert!(super::still(&png(&picture(8, 8), None).unwrap()).await.is_some());
        assert!(super::icon(png(&picture(8, 8), None).unwrap().bytes).await.is_some());
    }

    #[test]
    fn stills_are_known_again_and_never_fill_the_memory() {
        let still = |size| Image { mime: "image/png".into(), bytes: vec![7; size] };
        let mut stills = super::Stills::default();
        stills.keep("a", 10, &still(1));
        assert_eq!((stills.get("a", 10), stills.get("a", 11)), (Some(still(1)), None));
        stills.keep("b", 10, &still(super::STILLS_BYTES));
        assert_eq!((stills.get("a", 10), stills.get("b", 10).is_some()), (None, true));
        stills.keep("c", 10, &still(super::STILLS_BYTES + 1));
        assert!(stills.0.is_empty());
    }

    #[tokio::test]
    async fn what_can_be_seen_through_stays_so_and_a_screenshot_stays_sharp() {
        let seen_through = for_keeping(png(&grain(KEPT_SIDE + 400, 32, 90), None).unwrap()).await;
        assert_eq!((seen_through.mime.as_str(), size(&seen_through).0), ("image/png", KEPT_SIDE));
        let screenshot = for_keeping(png(&grain(KEPT_SIDE + 400, 32, 255), None).unwrap()).await;
        assert_eq!(screenshot.mime, "image/png");
    }
}
