//! The eight scenes.

use super::canvas::{Canvas, chance, mix, rolling};
use super::{Picture, Scene};

/// Draws a scene at its size.
pub fn draw(scene: Scene) -> Picture {
    let canvas = match scene {
        Scene::Turbines => turbines(),
        Scene::Hills => hills(),
        Scene::Harbour => harbour(),
        Scene::City => city(),
        Scene::Rails => rails(),
        Scene::Forest => forest(),
        Scene::Dunes => dunes(),
        Scene::Aurora => aurora(),
    };
    canvas.finish(scene.signature())
}

fn sky(stops: &[(f32, [f32; 3])]) -> Canvas {
    Canvas::sky(Scene::WIDTH, Scene::HEIGHT, stops)
}

/// The signature as a colour to blend into, so that the flat band grows out of the picture.
fn ground(scene: Scene) -> [f32; 3] {
    scene.signature().map(f32::from)
}

fn turbines() -> Canvas {
    let mut c = sky(&[
        (0.0, [44.0, 64.0, 108.0]),
        (0.30, [98.0, 112.0, 152.0]),
        (0.50, [206.0, 152.0, 148.0]),
        (0.62, [246.0, 198.0, 146.0]),
    ]);
    c.glow(1.12, 0.60, 0.62, [255.0, 226.0, 168.0], 0.85);
    c.disc(1.12, 0.60, 0.055, [255.0, 244.0, 214.0]);
    for (index, y) in [0.14, 0.25, 0.33, 0.41].into_iter().enumerate() {
        let shift = index as f32 * 0.37;
        c.wash(move |x, py| {
            let wave = y + rolling(x * 0.7, shift) * 0.02;
            ([236.0, 190.0, 176.0], (1.0 - ((py - wave) / 0.014).powi(2)).max(0.0) * 0.22)
        });
    }
    c.ridge(|x| 0.615 - (x * 1.4 + 0.4).sin().max(0.0) * 0.035, [118.0, 104.0, 138.0], [110.0, 98.0, 132.0]);
    c.ridge(|_| 0.64, [214.0, 160.0, 140.0], ground(Scene::Turbines));
    for row in 0..16 {
        let y = 0.655 + row as f32 * 0.0135;
        let half = 0.03 + chance(row) * 0.09;
        let x = 1.12 + (chance(row + 50) - 0.5) * 0.06;
        c.stroke((x - half, y), (x + half, y), (0.005, 0.003), [255.0, 226.0, 182.0]);
    }
    for small in 0..6 {
        turbine(&mut c, 1.24 + small as f32 * 0.085, 0.645, 0.12, small as f32 * 0.7);
    }
    turbine(&mut c, 0.86, 0.70, 0.27, 1.9);
    turbine(&mut c, 0.58, 0.74, 0.42, 0.4);
    turbine(&mut c, 0.24, 0.80, 0.58, 1.1);
    c
}

/// `foot` is the height of its foot on the picture, `tall` the length of its mast, `turn` the angle of its blades.
fn turbine(c: &mut Canvas, x: f32, foot: f32, tall: f32, turn: f32) {
    let white = [246.0, 240.0, 238.0];
    let hub = (x, foot - tall);
    c.stroke((x, foot), hub, (tall * 0.035, tall * 0.018), [226.0, 218.0, 222.0]);
    for blade in 0..3 {
        let angle = turn + blade as f32 * std::f32::consts::TAU / 3.0;
        let tip = (hub.0 + angle.sin() * tall * 0.42, hub.1 - angle.cos() * tall * 0.42);
        c.stroke(hub, tip, (tall * 0.026, tall * 0.004), white);
    }
    c.disc(hub.0, hub.1, tall * 0.018, white);
}

fn hills() -> Canvas {
    let mut c = sky(&[(0.0, [150.0, 190.0, 214.0]), (0.35, [216.0, 226.0, 220.0]), (0.55, [250.0, 232.0, 206.0])]);
    c.glow(0.5, 0.36, 0.5, [255.0, 246.0, 214.0], 0.9);
    c.disc(0.5, 0.36, 0.045, [255.0, 252.0, 236.0]);
    let far = [176.0, 196.0, 200.0];
    let near = ground(Scene::Hills);
    for layer in 0..6 {
        let depth = layer as f32 / 5.0;
        let base = 0.42 + depth * 0.34;
        let height = 0.09 - depth * 0.03;
        let top = mix(far, near, depth.powf(0.8));
        let mist = mix(top, [232.0, 232.0, 220.0], 0.55 * (1.0 - depth));
        c.ridge(move |x| base - rolling(x * (1.2 + depth), layer as f32 * 1.7) * height, top, mist);
    }
    for tree in 0..26 {
        let x = chance(tree) * 1.78;
        let foot = 0.80 + chance(tree + 99) * 0.06;
        let tall = 0.03 + chance(tree + 199) * 0.03;
        c.stroke((x, foot), (x, foot - tall), (tall * 0.6, 0.002), [28.0, 64.0, 42.0]);
    }
    c
}

fn harbour() -> Canvas {
    let mut c = sky(&[(0.0, [96.0, 156.0, 188.0]), (0.4, [188.0, 212.0, 214.0]), (0.58, [246.0, 226.0, 200.0])]);
    for cloud in 0..7 {
        let (x, y) = (chance(cloud) * 1.78, 0.08 + chance(cloud + 9) * 0.3);
        for puff in 0..5 {
            let along = (puff as f32 - 2.0) * 0.06;
            c.glow(x + along, y - (0.02 - along.abs() * 0.1), 0.09 - along.abs() * 0.2, [250.0, 246.0, 240.0], 0.34);
        }
    }
    c.ridge(|x| 0.56 - rolling(x * 0.8, 4.0).max(-0.2) * 0.05, [122.0, 152.0, 160.0], [130.0, 156.0, 160.0]);
    c.ridge(|_| 0.60, [128.0, 172.0, 180.0], ground(Scene::Harbour));
    for ripple in 0..60 {
        let y = 0.62 + chance(ripple).powi(2) * 0.24;
        let (x, half) = (chance(ripple + 70) * 1.78, 0.02 + chance(ripple + 140) * 0.05);
        c.stroke((x - half, y), (x + half, y), (0.003, 0.001), [196.0, 218.0, 216.0]);
    }
    c.stroke((0.0, 0.635), (0.62, 0.625), (0.05, 0.035), [88.0, 84.0, 82.0]);
    for (from, to, colour) in
        [(0.62, 0.50, [244.0, 240.0, 232.0]), (0.50, 0.40, [190.0, 48.0, 34.0]), (0.40, 0.31, [244.0, 240.0, 232.0])]
    {
        let thick = |y: f32| 0.035 + (y - 0.31) * 0.09;
        c.stroke((0.56, from - 0.01), (0.56, to), (thick(from), thick(to)), colour);
    }
    c.glow(0.56, 0.285, 0.12, [255.0, 240.0, 180.0], 0.8);
    c.block(0.545, 0.27, 0.03, 0.03, [255.0, 246.0, 206.0], 1.0);
    c.stroke((0.54, 0.265), (0.58, 0.265), (0.016, 0.016), [60.0, 48.0, 46.0]);
    boat(&mut c, 0.95, 0.72, 0.20, [188.0, 62.0, 40.0]);
    boat(&mut c, 1.32, 0.66, 0.12, [38.0, 66.0, 110.0]);
    boat(&mut c, 1.58, 0.78, 0.26, [236.0, 226.0, 204.0]);
    c
}

fn boat(c: &mut Canvas, x: f32, y: f32, size: f32, hull: [f32; 3]) {
    c.stroke((x, y - size * 0.1), (x, y - size * 0.95), (size * 0.02, size * 0.012), [70.0, 56.0, 48.0]);
    c.stroke((x + size * 0.08, y - size * 0.15), (x + size * 0.03, y - size * 0.9), (size * 0.2, 0.002), [250.0; 3]);
    c.block(x - size * 0.28, y - size * 0.24, size * 0.2, size * 0.14, [246.0, 244.0, 238.0], 1.0);
    for plank in 0..8 {
        let down = plank as f32 / 8.0;
        let half = size * (0.46 - down * 0.14);
        let at = y - size * 0.1 + down * size * 0.15;
        c.stroke((x - half, at), (x + half * 1.1, at - size * 0.012), (size * 0.03, size * 0.03), hull);
    }
}

fn city() -> Canvas {
    let mut c = sky(&[(0.0, [34.0, 32.0, 74.0]), (0.4, [92.0, 66.0, 112.0]), (0.62, [226.0, 142.0, 120.0])]);
    c.glow(1.3, 0.6, 0.6, [255.0, 180.0, 130.0], 0.5);
    let mut x = -0.02;
    let mut house = 0;
    while x < 1.8 {
        let (wide, tall) = (0.05 + chance(house) * 0.07, 0.12 + chance(house + 40).powi(2) * 0.36);
        let tone = 38.0 + chance(house + 80) * 26.0;
        c.block(x, 0.68 - tall, wide, tall, [tone, tone * 0.86, tone * 1.5], 1.0);
        let (columns, rows) = ((wide / 0.014) as u32, (tall / 0.022) as u32);
        for window in 0..columns * rows {
            if chance(house * 977 + window) > 0.52 {
                let left = x + 0.006 + (window % columns) as f32 * 0.014;
                let top = 0.69 - tall + (window / columns) as f32 * 0.022;
                let warm = [255.0, 206.0 + chance(window) * 30.0, 140.0];
                c.block(left, top, 0.006, 0.010, warm, 0.6 + chance(window + 7) * 0.4);
            }
        }
        x += wide + 0.003;
        house += 1;
    }
    c.ridge(|_| 0.68, [120.0, 82.0, 110.0], ground(Scene::City));
    for light in 0..90 {
        let (x, y) = (chance(light + 300) * 1.78, 0.69 + chance(light + 400) * 0.17);
        c.stroke((x - 0.012, y), (x + 0.012, y), (0.002, 0.002), [248.0, 196.0, 140.0]);
    }
    c.stroke((0.0, 0.67), (1.78, 0.67), (0.014, 0.014), [40.0, 34.0, 58.0]);
    c
}

fn rails() -> Canvas {
    let mut c = sky(&[(0.0, [120.0, 150.0, 190.0]), (0.35, [232.0, 190.0, 160.0]), (0.52, [255.0, 222.0, 160.0])]);
    c.glow(0.9, 0.5, 0.7, [255.0, 236.0, 180.0], 0.9);
    c.disc(0.9, 0.47, 0.07, [255.0, 248.0, 220.0]);
    c.ridge(|x| 0.50 - rolling(x, 2.2).max(0.0) * 0.05, [168.0, 128.0, 120.0], [180.0, 140.0, 110.0]);
    c.ridge(|_| 0.53, [214.0, 166.0, 104.0], ground(Scene::Rails));
    for sleeper in 0..22 {
        let t = 1.0 - sleeper as f32 / 22.0;
        let y = 0.53 + t * t * 0.36;
        let half = (y - 0.53) * 0.95;
        let thick = 0.003 + (y - 0.53) * 0.05;
        c.stroke((0.9 - half, y), (0.9 + half, y), (thick, thick), [84.0, 58.0, 46.0]);
    }
    for side in [-1.0, 1.0] {
        c.stroke((0.9, 0.53), (0.9 + side * 0.27, 0.90), (0.001, 0.016), [236.0, 226.0, 214.0]);
    }
    for pole in 0..6 {
        let size = 0.30 / (1.0 + pole as f32 * 0.75);
        let x = 1.05 + 1.9 * size;
        let foot = 0.53 + size * 0.85;
        c.stroke((x, foot), (x, foot - size * 1.5), (size * 0.045, size * 0.03), [70.0, 52.0, 48.0]);
        c.stroke(
            (x - size * 0.2, foot - size * 1.35),
            (x + size * 0.2, foot - size * 1.35),
            (0.006, 0.006),
            [70.0, 52.0, 48.0],
        );
    }
    c
}

fn forest() -> Canvas {
    let mut c = sky(&[(0.0, [186.0, 204.0, 204.0]), (0.6, [228.0, 230.0, 220.0])]);
    c.glow(1.25, 0.2, 0.6, [255.0, 250.0, 226.0], 0.8);
    let far = [176.0, 196.0, 192.0];
    for layer in 0..5 {
        let depth = layer as f32 / 4.0;
        let colour = mix(far, ground(Scene::Forest), depth.powf(0.9));
        let base = 0.46 + depth * 0.34;
        c.ridge(move |x| base - rolling(x * 1.3, layer as f32 * 2.3) * 0.04, colour, colour);
        for tree in 0..(54 - layer * 8) {
            let seed = layer * 1000 + tree;
            let x = chance(seed) * 1.84 - 0.03;
            let foot = base + 0.03 - rolling(x * 1.3, layer as f32 * 2.3) * 0.04;
            fir(&mut c, x, foot, (0.10 + depth * 0.16) * (0.7 + chance(seed + 500) * 0.6), colour);
        }
        c.ridge(move |_| base + 0.05, mix(colour, [226.0, 230.0, 222.0], 0.35 * (1.0 - depth)), colour);
    }
    c
}

fn fir(c: &mut Canvas, x: f32, foot: f32, tall: f32, colour: [f32; 3]) {
    for tier in 0..4 {
        let from = foot - tall * tier as f32 * 0.22;
        c.stroke((x, from), (x, from - tall * 0.36), (tall * (0.34 - tier as f32 * 0.07), 0.001), colour);
    }
}

fn dunes() -> Canvas {
    let mut c = sky(&[(0.0, [88.0, 120.0, 168.0]), (0.3, [206.0, 176.0, 176.0]), (0.5, [252.0, 214.0, 160.0])]);
    c.glow(0.36, 0.42, 0.5, [255.0, 236.0, 190.0], 0.85);
    c.disc(0.36, 0.40, 0.05, [255.0, 248.0, 226.0]);
    let sand = ground(Scene::Dunes);
    for layer in 0..5 {
        let depth = layer as f32 / 4.0;
        let base = 0.46 + depth * 0.30;
        let lit = mix([226.0, 176.0, 132.0], [232.0, 170.0, 104.0], depth);
        let line = move |x: f32| base - (x * (1.6 + depth) + layer as f32 * 2.4).sin().abs().powf(1.6) * 0.11;
        c.ridge(line, lit, mix([150.0, 92.0, 66.0], sand, depth));
    }
    c.wash(|x, y| {
        let ripple = ((y + rolling(x * 2.0, 1.0) * 0.02) * 190.0).sin();
        ([120.0, 72.0, 44.0], if y > 0.76 { ripple.max(0.0) * 0.10 } else { 0.0 })
    });
    c
}

fn aurora() -> Canvas {
    let mut c = sky(&[(0.0, [8.0, 12.0, 34.0]), (0.5, [18.0, 40.0, 66.0]), (0.75, [44.0, 84.0, 92.0])]);
    for star in 0..260 {
        let (x, y) = (chance(star) * 1.78, chance(star + 900) * 0.62);
        c.disc(x, y, 0.0008 + chance(star + 1800).powi(6) * 0.003, [236.0, 240.0, 255.0]);
    }
    for curtain in 0..3 {
        let seed = curtain as f32 * 2.1;
        let foot = 0.52 - curtain as f32 * 0.09;
        c.wash(move |x, y| {
            let line = foot + rolling(x * 0.9, seed) * 0.09;
            let rise = (line - y) / 0.34;
            if !(-0.06..1.0).contains(&rise) {
                return ([0.0; 3], 0.0);
            }
            let fold = 0.55 + 0.45 * (x * 34.0 + rolling(x * 3.0, seed) * 5.0).sin();
            let fade = if rise < 0.0 { 1.0 + rise / 0.06 } else { (1.0 - rise).powf(1.7) };
            (mix([96.0, 238.0, 158.0], [150.0, 96.0, 206.0], rise.max(0.0)), fade * fold * 0.62)
        });
    }
    c.ridge(|x| 0.70 - rolling(x * 1.1, 3.3) * 0.06, [22.0, 44.0, 58.0], [18.0, 36.0, 52.0]);
    c.ridge(|x| 0.79 - rolling(x * 1.7, 0.8) * 0.04, [10.0, 20.0, 34.0], ground(Scene::Aurora));
    for tree in 0..40 {
        let x = chance(tree + 40) * 1.8;
        fir(&mut c, x, 0.84 - rolling(x * 1.7, 0.8) * 0.03, 0.05 + chance(tree) * 0.07, [8.0, 16.0, 28.0]);
    }
    c
}
