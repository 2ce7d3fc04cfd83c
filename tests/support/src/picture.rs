//! Pictures: drawn for the newsroom, and read back from what a window shows.
//!
//! Each [`Scene`] ends at its bottom in a band of one flat colour that no other scene has, its
//! [`Scene::signature`]. A test that finds enough of it on a screenshot knows that this very picture was painted,
//! not merely laid out.

use std::sync::{Arc, OnceLock};

mod canvas;
mod palette;
mod scenes;

/// What a newsroom picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scene {
    /// Wind turbines in the sea at dusk.
    Turbines,
    /// Ridges in morning mist.
    Hills,
    /// A lighthouse, boats and a breakwater.
    Harbour,
    /// Lit windows over a river.
    City,
    /// Rails that run towards a low sun.
    Rails,
    /// Rows of firs in fog.
    Forest,
    /// Sand in the evening.
    Dunes,
    /// Northern lights over a ridge.
    Aurora,
}

impl Scene {
    /// Every scene.
    pub const ALL: [Scene; 8] = [
        Scene::Turbines,
        Scene::Hills,
        Scene::Harbour,
        Scene::City,
        Scene::Rails,
        Scene::Forest,
        Scene::Dunes,
        Scene::Aurora,
    ];
    /// Width in pixels of every drawn picture.
    pub const WIDTH: usize = 960;
    /// Height in pixels of every drawn picture.
    pub const HEIGHT: usize = 540;

    /// Its name in stories and addresses: `turbines`.
    pub fn name(self) -> &'static str {
        match self {
            Scene::Turbines => "turbines",
            Scene::Hills => "hills",
            Scene::Harbour => "harbour",
            Scene::City => "city",
            Scene::Rails => "rails",
            Scene::Forest => "forest",
            Scene::Dunes => "dunes",
            Scene::Aurora => "aurora",
        }
    }

    /// The scene of a name.
    pub fn named(name: &str) -> Option<Scene> {
        Scene::ALL.into_iter().find(|scene| scene.name() == name)
    }

    /// The colour (red, green, blue) of the flat band that fills the lowest eighth of the picture.
    pub fn signature(self) -> [u8; 3] {
        match self {
            Scene::Turbines => [22, 44, 78],
            Scene::Hills => [46, 92, 58],
            Scene::Harbour => [18, 74, 92],
            Scene::City => [44, 36, 70],
            Scene::Rails => [122, 72, 44],
            Scene::Forest => [24, 58, 48],
            Scene::Dunes => [196, 132, 74],
            Scene::Aurora => [14, 26, 44],
        }
    }

    /// The picture as PNG. Drawn at the first call, which takes a moment in an unoptimised build; kept afterwards.
    pub fn png(self) -> Arc<[u8]> {
        static DRAWN: [OnceLock<Arc<[u8]>>; Scene::ALL.len()] = [const { OnceLock::new() }; Scene::ALL.len()];
        Arc::clone(DRAWN[self as usize].get_or_init(|| scenes::draw(self).to_png().into()))
    }
}

/// Pixels in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Red, green, blue, row by row from the top.
    pub pixels: Vec<[u8; 3]>,
}

impl Picture {
    /// A picture of one colour.
    pub fn filled(width: usize, height: usize, colour: [u8; 3]) -> Picture {
        Picture { width, height, pixels: vec![colour; width * height] }
    }

    /// Reads a PNG of any colour type; transparency is ignored. The error is a sentence.
    pub fn from_png(bytes: &[u8]) -> Result<Picture, String> {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
        let mut reader = decoder.read_info().map_err(|error| format!("this is not a PNG: {error}"))?;
        let size = reader.output_buffer_size().ok_or("this PNG is too large for memory")?;
        let mut raw = vec![0; size];
        let frame = reader.next_frame(&mut raw).map_err(|error| format!("this PNG is damaged: {error}"))?;
        let samples = frame.color_type.samples();
        let pixels = raw[..frame.buffer_size()]
            .chunks_exact(samples)
            .map(|pixel| if samples < 3 { [pixel[0]; 3] } else { [pixel[0], pixel[1], pixel[2]] })
            .collect();
        Ok(Picture { width: frame.width as usize, height: frame.height as usize, pixels })
    }

    /// Writes a PNG.
    pub fn to_png(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        let raw: Vec<u8> = self.pixels.iter().flatten().copied().collect();
        encoder
            .write_header()
            .and_then(|mut writer| writer.write_image_data(&raw))
            .expect("writing a PNG to memory does not fail");
        bytes
    }

    /// Writes a PNG of at most 256 colours, a quarter as large. Flat grounds keep their exact colour.
    pub fn to_small_png(&self) -> Vec<u8> {
        palette::to_small_png(self)
    }

    /// The colour at a place; outside the picture it is `None`.
    pub fn pixel(&self, x: usize, y: usize) -> Option<[u8; 3]> {
        (x < self.width && y < self.height).then(|| self.pixels[y * self.width + x])
    }

    /// The part of the picture inside a rectangle; what reaches beyond the edge is left out.
    pub fn crop(&self, x: usize, y: usize, width: usize, height: usize) -> Picture {
        let (x, y) = (x.min(self.width), y.min(self.height));
        let (width, height) = (width.min(self.width - x), height.min(self.height - y));
        let row = |row: usize| &self.pixels[(y + row) * self.width + x..][..width];
        Picture { width, height, pixels: (0..height).flat_map(row).copied().collect() }
    }

    /// The share, from 0 to 1, of pixels whose three values each differ from `colour` by `tolerance` at most.
    pub fn share_of(&self, colour: [u8; 3], tolerance: u8) -> f64 {
        let near = |pixel: &&[u8; 3]| pixel.iter().zip(colour).all(|(a, b)| a.abs_diff(b) <= tolerance);
        self.pixels.iter().filter(near).count() as f64 / self.pixels.len().max(1) as f64
    }

    /// How many different colours the picture has: an empty window has one or two.
    pub fn colours(&self) -> usize {
        self.pixels.iter().collect::<std::collections::HashSet<_>>().len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scene_ends_in_its_own_colour_and_in_no_other() {
        for scene in Scene::ALL {
            let picture = Picture::from_png(&scene.png()).expect("our own PNG");
            assert_eq!((picture.width, picture.height), (Scene::WIDTH, Scene::HEIGHT));
            let band = picture.crop(0, Scene::HEIGHT * 7 / 8 + 1, Scene::WIDTH, Scene::HEIGHT);
            assert_eq!(band.share_of(scene.signature(), 0), 1.0, "{}", scene.name());
            for other in Scene::ALL.into_iter().filter(|other| *other != scene) {
                let share = picture.share_of(other.signature(), 3);
                assert!(share < 0.02, "{} holds {share} of {}", scene.name(), other.name());
            }
            assert!(picture.colours() > 1_000, "{} is a picture, not a placeholder", scene.name());
        }
    }

    #[test]
    fn a_crop_stays_inside() {
        let picture = Picture::filled(4, 3, [1, 2, 3]);
        assert_eq!(picture.crop(2, 1, 9, 9), Picture::filled(2, 2, [1, 2, 3]));
        assert_eq!(picture.pixel(4, 0), None);
        assert!(Picture::from_png(b"GIF89a").is_err());
    }
}
