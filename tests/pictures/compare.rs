//! Whether two pictures of the window show the same, to the eye.
//!
//! Letters are drawn a little differently by every version of the libraries below WebKit, so an edge may be another grey or
//! lie a pixel beside. What stands elsewhere, is missing, or has another colour is a difference.

use stoppress_support::picture::Picture;

/// A pixel has a counterpart where one within a pixel of its place is as near as this, by its furthest channel.
const NEAR: u8 = 48;
/// Pixels without a counterpart that a tile of [`TILE`] a side may have.
const LOOSE: usize = 20;
/// Pixels without a counterpart in ten thousand of the whole picture.
const LOOSE_OF_TEN_THOUSAND: usize = 2;
const TILE: usize = 32;
/// How far the colour of a flat ground may be off: less than any two tokens of a theme are apart.
const FLAT: u8 = 1;
/// The side of a piece of flat ground.
const GROUND: usize = 8;
/// How far the mean colour of a tile may be off: grey instead of black letters are more.
const MEAN: f64 = 9.0;

/// What differs, as sentences, and a picture that shows where; `None` where nothing does.
pub fn difference(golden: &Picture, now: &Picture) -> Option<(String, Picture)> {
    if (golden.width, golden.height) != (now.width, now.height) {
        let said = format!("{} × {} instead of {} × {}", now.width, now.height, golden.width, golden.height);
        return Some((said, now.clone()));
    }
    let mut shown = faded(now);
    let (width, height) = (golden.width, golden.height);
    let tiles_across = width.div_ceil(TILE);
    let mut loose = vec![0_usize; tiles_across * height.div_ceil(TILE)];
    let mut all = 0;
    for y in 0..height {
        for x in 0..width {
            if golden.pixels[y * width + x] == now.pixels[y * width + x] {
                continue;
            }
            if !has_counterpart(golden, now, x, y) || !has_counterpart(now, golden, x, y) {
                loose[y / TILE * tiles_across + x / TILE] += 1;
                all += 1;
                shown.pixels[y * width + x] = [220, 0, 0];
            }
        }
    }
    let crowded = loose.iter().filter(|count| **count > LOOSE).count();
    let grounds = places(golden, GROUND).filter(|place| ground_differs(golden, now, *place)).collect::<Vec<_>>();
    let tiles = places(golden, TILE).filter(|place| mean_differs(golden, now, *place)).collect::<Vec<_>>();
    for (places, side, colour) in [(&grounds, GROUND, [0, 90, 220]), (&tiles, TILE, [230, 150, 0])] {
        places.iter().for_each(|place| frame(&mut shown, *place, side, colour));
    }

    let mut said = Vec::new();
    if crowded > 0 || all > width * height * LOOSE_OF_TEN_THOUSAND / 10_000 {
        said.push(format!("{all} pixels show something else (red)"));
    }
    if !grounds.is_empty() {
        said.push(format!("{} pieces of ground have another colour (blue)", grounds.len()));
    }
    if !tiles.is_empty() {
        said.push(format!("{} places are lighter, darker or of another colour (orange)", tiles.len()));
    }
    (!said.is_empty()).then(|| (said.join("; "), shown))
}

/// Whether a pixel of `one` is found in `other` within a pixel of its place.
fn has_counterpart(one: &Picture, other: &Picture, x: usize, y: usize) -> bool {
    let wanted = one.pixels[y * one.width + x];
    let rows = y.saturating_sub(1)..(y + 2).min(other.height);
    rows.flat_map(|row| (x.saturating_sub(1)..(x + 2).min(other.width)).map(move |column| (column, row)))
        .any(|(column, row)| apart(wanted, other.pixels[row * other.width + column]) <= NEAR)
}

/// How far apart two colours are, by the channel in which they are furthest.
fn apart(one: [u8; 3], other: [u8; 3]) -> u8 {
    one.iter().zip(other).map(|(a, b)| a.abs_diff(b)).max().unwrap_or(0)
}

/// The whole squares of this side that a picture is made of.
fn places(picture: &Picture, side: usize) -> impl Iterator<Item = (usize, usize)> + use<> {
    let (width, height) = (picture.width, picture.height);
    (0..height / side).flat_map(move |row| (0..width / side).map(move |column| (column * side, row * side)))
}

/// Whether a square that is of one colour in the first picture is of one colour in the second too, and of another.
fn ground_differs(golden: &Picture, now: &Picture, (x, y): (usize, usize)) -> bool {
    match (ground(golden, x, y), ground(now, x, y)) {
        (Some(before), Some(after)) => apart(before, after) > FLAT,
        _ => false,
    }
}

fn ground(picture: &Picture, x: usize, y: usize) -> Option<[u8; 3]> {
    let colour = picture.pixel(x, y)?;
    let flat = (y..y + GROUND).all(|row| (x..x + GROUND).all(|column| picture.pixel(column, row) == Some(colour)));
    flat.then_some(colour)
}

fn mean_differs(golden: &Picture, now: &Picture, (x, y): (usize, usize)) -> bool {
    let sum = |picture: &Picture, channel: usize| -> f64 {
        let rows = (y..y + TILE).map(|row| &picture.pixels[row * picture.width + x..][..TILE]);
        rows.flatten().map(|pixel| f64::from(pixel[channel])).sum::<f64>() / (TILE * TILE) as f64
    };
    (0..3).any(|channel| (sum(golden, channel) - sum(now, channel)).abs() > MEAN)
}

/// The picture in pale grey, so that marks on it are seen.
fn faded(picture: &Picture) -> Picture {
    let pale = |pixel: &[u8; 3]| {
        let light = pixel.iter().map(|value| u16::from(*value)).sum::<u16>() / 3;
        [u8::try_from(170 + light / 3).unwrap_or(255); 3]
    };
    Picture { width: picture.width, height: picture.height, pixels: picture.pixels.iter().map(pale).collect() }
}

fn frame(picture: &mut Picture, (x, y): (usize, usize), side: usize, colour: [u8; 3]) {
    for step in 0..side {
        for (column, row) in [(x + step, y), (x + step, y + side - 1), (x, y + step), (x + side - 1, y + step)] {
            picture.pixels[row * picture.width + column] = colour;
        }
    }
}

/// A list of lines of black strokes on a light ground, each `step` below the last, the first at `top`.
fn lines(top: usize, ink: u8, ground: [u8; 3]) -> Picture {
    let mut picture = Picture::filled(320, 240, ground);
    for line in 0..6 {
        for row in 0..9 {
            for stroke in 0..40 {
                let at = (top + line * 32 + row) * 320 + 20 + stroke * 5;
                picture.pixels[at] = [ink; 3];
                picture.pixels[at + 1] = [ink / 2 + 120; 3];
            }
        }
    }
    picture
}

#[test]
fn a_line_that_moves_by_four_pixels_is_seen_and_softer_edges_are_not() {
    let ground = [250, 248, 244];
    let golden = lines(20, 20, ground);
    assert!(difference(&golden, &golden).is_none());
    let moved = difference(&golden, &lines(24, 20, ground)).expect("a difference").0;
    assert!(moved.contains("pixels show something else"), "{moved}");
    let mut softer = golden.clone();
    for pixel in &mut softer.pixels {
        if pixel[0] < 240 {
            pixel.iter_mut().for_each(|value| *value += 12);
        }
    }
    assert!(difference(&golden, &softer).is_none(), "another grey at the edges");
}

#[test]
fn another_ground_another_ink_and_a_missing_dot_are_seen() {
    let golden = lines(20, 20, [250, 248, 244]);
    let ground = difference(&golden, &lines(20, 20, [248, 246, 242])).expect("a difference").0;
    assert!(ground.contains("another colour"), "{ground}");
    assert!(difference(&golden, &lines(20, 110, [250, 248, 244])).is_some(), "paler ink");
    let mut dotted = golden.clone();
    for row in 100..107 {
        dotted.pixels[row * 320 + 5..row * 320 + 12].fill([39, 80, 155]);
    }
    assert!(difference(&dotted, &golden).is_some(), "a dot of seven pixels");
}
