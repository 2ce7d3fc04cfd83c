//! Numbers that look random and are the same on every machine.

/// A stream of numbers (SplitMix64): the same seed gives the same stream.
pub struct Chance(u64);

impl Chance {
    /// The stream of one thing: `what` keeps streams of different things apart.
    pub fn of(what: u64, number: u64) -> Self {
        let mut chance = Chance(what.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ number);
        chance.draw();
        chance
    }

    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// 0 to 1, without 1.
    pub fn unit(&mut self) -> f64 {
        (self.draw() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// 0 to `most`, without `most`.
    pub fn below(&mut self, most: usize) -> usize {
        (self.unit() * most as f64) as usize
    }

    /// `from` to `to`, both included.
    pub fn between(&mut self, from: usize, to: usize) -> usize {
        from + self.below(to - from + 1)
    }

    /// True in so many of a hundred.
    pub fn percent(&mut self, of_a_hundred: usize) -> bool {
        self.below(100) < of_a_hundred
    }

    /// A rank below `most` as words of a language have it: the n-th is 1/n as frequent as the first.
    pub fn rank(&mut self, most: usize) -> usize {
        ((most as f64).powf(self.unit()) as usize - 1).min(most - 1)
    }

    /// Bytes of a text: few are long, the mean is `mean`.
    pub fn length(&mut self, mean: f64) -> usize {
        let bell: f64 = (0..6).map(|_| self.unit()).sum::<f64>() - 3.0;
        // A spread of 0.8 in the logarithm; six units have a variance of one half.
        ((bell * 0.8 / 0.5_f64.sqrt() - 0.32).exp() * mean) as usize
    }
}
