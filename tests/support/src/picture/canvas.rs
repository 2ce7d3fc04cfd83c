//! Brushes: gradients, glows, ridges and strokes with soft edges.

use super::Picture;

pub type Colour = [f32; 3];

/// A picture in the making. Lengths are shares of its height, so that a scene reads the same at any size.
pub struct Canvas {
    pub width: usize,
    pub height: usize,
    pixels: Vec<Colour>,
}

impl Canvas {
    /// A sky: colours at given heights (0 top, 1 bottom), blended between.
    pub fn sky(width: usize, height: usize, stops: &[(f32, Colour)]) -> Canvas {
        let mut pixels = Vec::with_capacity(width * height);
        for row in 0..height {
            let colour = gradient(stops, row as f32 / height as f32);
            pixels.extend(std::iter::repeat_n(colour, width));
        }
        Canvas { width, height, pixels }
    }

    /// Width in heights.
    pub fn aspect(&self) -> f32 {
        self.width as f32 / self.height as f32
    }

    /// A disc with a soft edge.
    pub fn disc(&mut self, x: f32, y: f32, radius: f32, colour: Colour) {
        let edge = 1.2 / self.height as f32;
        self.paint(x - radius - edge, y - radius - edge, x + radius + edge, y + radius + edge, |px, py| {
            let distance = (px - x).hypot(py - y);
            (colour, (1.0 - (distance - radius) / edge).clamp(0.0, 1.0))
        });
    }

    /// Light that fades with distance.
    pub fn glow(&mut self, x: f32, y: f32, radius: f32, colour: Colour, strength: f32) {
        self.paint(x - radius, y - radius, x + radius, y + radius, |px, py| {
            let near = (1.0 - (px - x).hypot(py - y) / radius).max(0.0);
            (colour, near * near * strength)
        });
    }

    /// Everything below a line, blended from `top` at the line to `bottom` where the flat band begins.
    pub fn ridge(&mut self, line: impl Fn(f32) -> f32, top: Colour, bottom: Colour) {
        let edge = 1.2 / self.height as f32;
        let (width, height) = (self.width, self.height);
        for column in 0..width {
            let crest = line(column as f32 / height as f32);
            let first = ((crest - edge) * height as f32).max(0.0) as usize;
            for row in first..height {
                let y = row as f32 / height as f32;
                let depth = ((y - crest) / (0.875 - crest).max(0.01)).clamp(0.0, 1.0);
                let cover = ((y - crest) / edge + 0.5).clamp(0.0, 1.0);
                self.blend(column, row, mix(top, bottom, depth), cover);
            }
        }
    }

    /// A stroke from one point to another that changes its thickness on the way.
    pub fn stroke(&mut self, from: (f32, f32), to: (f32, f32), thick: (f32, f32), colour: Colour) {
        let edge = 1.0 / self.height as f32;
        let widest = thick.0.max(thick.1) + edge;
        let (left, right) = (from.0.min(to.0) - widest, from.0.max(to.0) + widest);
        let (top, bottom) = (from.1.min(to.1) - widest, from.1.max(to.1) + widest);
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = (dx * dx + dy * dy).max(1e-9);
        self.paint(left, top, right, bottom, |x, y| {
            let along = (((x - from.0) * dx + (y - from.1) * dy) / length).clamp(0.0, 1.0);
            let distance = (x - from.0 - dx * along).hypot(y - from.1 - dy * along);
            let half = (thick.0 + (thick.1 - thick.0) * along) / 2.0;
            (colour, ((half - distance) / edge + 0.5).clamp(0.0, 1.0))
        });
    }

    /// A rectangle with hard edges, partly see-through.
    pub fn block(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Colour, cover: f32) {
        self.paint(x, y, x + width, y + height, |_, _| (colour, cover));
    }

    /// Colours every pixel by a function of its place; the second value is how much of it shows.
    pub fn wash(&mut self, colour_at: impl Fn(f32, f32) -> (Colour, f32)) {
        let right = self.aspect();
        self.paint(0.0, 0.0, right, 1.0, colour_at);
    }

    /// Fills the lowest eighth with one flat colour and ends the picture.
    pub fn finish(self, signature: [u8; 3]) -> Picture {
        let band = self.height * 7 / 8;
        let pixels = self.pixels.iter().enumerate().map(|(index, colour)| {
            if index / self.width >= band { signature } else { colour.map(|value| value.clamp(0.0, 255.0) as u8) }
        });
        Picture { width: self.width, height: self.height, pixels: pixels.collect() }
    }

    fn paint(&mut self, left: f32, top: f32, right: f32, bottom: f32, colour_at: impl Fn(f32, f32) -> (Colour, f32)) {
        let scale = self.height as f32;
        let columns = (left.max(0.0) * scale) as usize..((right.max(0.0) * scale).ceil() as usize).min(self.width);
        let rows = (top.max(0.0) * scale) as usize..((bottom.max(0.0) * scale).ceil() as usize).min(self.height);
        for row in rows {
            for column in columns.clone() {
                let (colour, cover) = colour_at(column as f32 / scale, row as f32 / scale);
                if cover > 0.0 {
                    self.blend(column, row, colour, cover);
                }
            }
        }
    }

    fn blend(&mut self, column: usize, row: usize, colour: Colour, cover: f32) {
        let pixel = &mut self.pixels[row * self.width + column];
        *pixel = mix(*pixel, colour, cover);
    }
}

/// `share` of `b` over `a`.
pub fn mix(a: Colour, b: Colour, share: f32) -> Colour {
    [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share]
}

/// A number in 0..1 that looks random and is the same every time.
pub fn chance(seed: u32) -> f32 {
    let mut x = seed.wrapping_mul(0x9E37_79B9) ^ 0x85EB_CA6B;
    x = (x ^ (x >> 15)).wrapping_mul(0x2C1B_3C6D);
    x = (x ^ (x >> 12)).wrapping_mul(0x297A_2D39);
    (x ^ (x >> 15)) as f32 / u32::MAX as f32
}

/// A rolling line: three waves of different lengths.
pub fn rolling(x: f32, seed: f32) -> f32 {
    (x * 2.1 + seed).sin() * 0.6 + (x * 5.3 + seed * 2.7).sin() * 0.28 + (x * 11.7 + seed * 5.1).sin() * 0.12
}

fn gradient(stops: &[(f32, Colour)], at: f32) -> Colour {
    let after = stops.iter().position(|(place, _)| *place > at).unwrap_or(stops.len());
    match (after.checked_sub(1).and_then(|before| stops.get(before)), stops.get(after)) {
        (Some((low, a)), Some((high, b))) => mix(*a, *b, (at - low) / (high - low)),
        (Some((_, only)), None) | (None, Some((_, only))) => *only,
        (None, None) => [0.0; 3],
    }
}
