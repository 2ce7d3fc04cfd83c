//! Pictures of a window in 256 colours: small enough to keep many of them beside the code.

use std::collections::{HashMap, HashSet};

use super::Picture;

/// Colours that keep their exact value: those of flat grounds, then the most frequent ones.
const EXACT: usize = 96;
/// The side of a square of one colour that makes a ground.
const GROUND: usize = 8;
/// Colours in all.
const MOST: usize = 256;

/// The picture as a PNG with a palette. Frequent colours stay exact, the others become the nearest there is.
pub(super) fn to_small_png(picture: &Picture) -> Vec<u8> {
    let palette = palette_of(picture);
    let mut known = HashMap::new();
    let indices: Vec<u8> = picture
        .pixels
        .iter()
        .map(|colour| *known.entry(*colour).or_insert_with(|| nearest(&palette, *colour)))
        .collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, picture.width as u32, picture.height as u32);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_palette(palette.concat());
    encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(&indices))
        .expect("writing a PNG to memory does not fail");
    bytes
}

fn palette_of(picture: &Picture) -> Vec<[u8; 3]> {
    let mut counts: HashMap<[u8; 3], u32> = HashMap::new();
    for colour in &picture.pixels {
        *counts.entry(*colour).or_default() += 1;
    }
    let grounds = grounds(picture);
    let mut colours: Vec<_> = counts.into_iter().collect();
    // Grounds, then by frequency, then by value: the same picture gives the same file.
    colours.sort_unstable_by_key(|(colour, count)| (!grounds.contains(colour), std::cmp::Reverse(*count), *colour));
    let mut palette: Vec<_> = colours.iter().take(EXACT).map(|(colour, _)| *colour).collect();
    // The rest by cells of four levels a side: again and again the one that is furthest from what is there, where many
    // pixels are more urgent than few.
    let mut cells: HashMap<[u8; 3], (u32, [u8; 3])> = HashMap::new();
    for (colour, count) in colours.iter().skip(EXACT) {
        let cell = cells.entry(colour.map(|value| value >> 2)).or_insert((0, *colour));
        cell.0 += count;
    }
    let mut cells: Vec<_> = cells.into_values().collect();
    cells.sort_unstable_by_key(|(count, colour)| (std::cmp::Reverse(*count), *colour));
    let mut far: Vec<u32> = cells
        .iter()
        .map(|(_, cell)| palette.iter().map(|known| apart(*known, *cell)).min().unwrap_or(u32::MAX))
        .collect();
    while palette.len() < MOST {
        let urgency = |at: &usize| f64::from(far[*at]) * f64::from(cells[*at].0).sqrt();
        let Some(next) = (0..cells.len()).max_by(|one, other| urgency(one).total_cmp(&urgency(other))) else { break };
        if far[next] == 0 {
            break;
        }
        palette.push(cells[next].1);
        for (far, (_, cell)) in far.iter_mut().zip(&cells) {
            *far = (*far).min(apart(cells[next].1, *cell));
        }
    }
    palette
}

/// The colours of squares that are of one colour.
fn grounds(picture: &Picture) -> HashSet<[u8; 3]> {
    let mut found = HashSet::new();
    for y in (0..picture.height / GROUND).map(|row| row * GROUND) {
        for x in (0..picture.width / GROUND).map(|column| column * GROUND) {
            let colour = picture.pixels[y * picture.width + x];
            let rows = (y..y + GROUND).map(|row| &picture.pixels[row * picture.width + x..][..GROUND]);
            if rows.flatten().all(|pixel| *pixel == colour) {
                found.insert(colour);
            }
        }
    }
    found
}

/// The square of the distance of two colours.
fn apart(one: [u8; 3], other: [u8; 3]) -> u32 {
    one.iter().zip(other).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
}

fn nearest(palette: &[[u8; 3]], colour: [u8; 3]) -> u8 {
    let at = palette.iter().enumerate().min_by_key(|(_, other)| apart(**other, colour)).map_or(0, |(at, _)| at);
    u8::try_from(at).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::Scene;

    #[test]
    fn grounds_keep_their_colour_and_no_pixel_is_far_off() {
        let mut picture = Picture::from_png(&Scene::Harbour.png()).expect("our own PNG");
        let half = picture.pixels.len() / 2;
        picture.pixels[..half].fill([250, 248, 244]);
        let small = to_small_png(&picture);
        let read = Picture::from_png(&small).expect("our own PNG");
        assert_eq!((read.width, read.height), (picture.width, picture.height));
        assert_eq!(read.pixels[..half], picture.pixels[..half]);
        let far = |(one, other): (&[u8; 3], &[u8; 3])| one.iter().zip(other).any(|(a, b)| a.abs_diff(*b) > 24);
        assert_eq!(read.pixels.iter().zip(&picture.pixels).filter(|pair| far(*pair)).count(), 0);
        assert!(small.len() < picture.to_png().len());
    }
}
