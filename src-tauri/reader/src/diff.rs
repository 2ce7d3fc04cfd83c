//! The difference of two texts in words, in every script: Unicode says what a word is, and where a script puts no spaces each
//! character stands for itself. Pure.

use stoppress_model::{DiffKind, DiffPart};
use unicode_segmentation::UnicodeSegmentation;

/// With more differences than this, what lies between the first and the last one counts as replaced.
const MOST_DIFFERENCES: usize = 800;
/// Where less than this share of two stretches is the same, words in turns would only confuse.
const LEAST_ALIKE: usize = 30;

/// The words of `old` and `new` in their order, each once, as removed, added or the same.
pub(crate) fn words(old: &str, new: &str) -> Vec<DiffPart> {
    let (old_words, new_words): (Vec<&str>, Vec<&str>) =
        (old.split_word_bounds().collect(), new.split_word_bounds().collect());
    let mut parts = Parts::default();
    for step in steps(&old_words, &new_words) {
        match step {
            Step::Same(at, _) => parts.push(DiffKind::Same, old_words[at]),
            Step::Removed(at) => parts.push(DiffKind::Removed, old_words[at]),
            Step::Added(at) => parts.push(DiffKind::Added, new_words[at]),
        }
    }
    let alike: usize = parts.of(DiffKind::Same).map(|part| letters(&part.text)).sum();
    if alike * 100 < letters(old).max(letters(new)) * LEAST_ALIKE {
        return replaced(old, new);
    }
    readable(parts.0)
}

/// The paragraphs that changed, each with its words; paragraphs are what an empty line parts.
pub(crate) fn paragraphs(old: &str, new: &str) -> Vec<Vec<DiffPart>> {
    let apart =
        |text: &str| text.split("\n\n").map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect();
    let (old, new): (Vec<String>, Vec<String>) = (apart(old), apart(new));
    let mut changed = Vec::new();
    let (mut removed, mut added) = (Vec::new(), Vec::new());
    let mut settle = |removed: &mut Vec<&str>, added: &mut Vec<&str>| {
        let both = removed.len().min(added.len());
        // As many as there are on both sides were rewritten; the rest came or went.
        changed.extend((0..both).map(|at| words(removed[at], added[at])));
        changed.extend(removed[both..].iter().map(|text| replaced(text, "")));
        changed.extend(added[both..].iter().map(|text| replaced("", text)));
        removed.clear();
        added.clear();
    };
    for step in steps(&old, &new) {
        match step {
            Step::Same(..) => settle(&mut removed, &mut added),
            Step::Removed(at) => removed.push(old[at].as_str()),
            Step::Added(at) => added.push(new[at].as_str()),
        }
    }
    settle(&mut removed, &mut added);
    changed
}

fn letters(text: &str) -> usize {
    text.chars().filter(|letter| letter.is_alphanumeric()).count()
}

fn replaced(old: &str, new: &str) -> Vec<DiffPart> {
    [(DiffKind::Removed, old), (DiffKind::Added, new)]
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(kind, text)| DiffPart { kind, text: text.to_owned() })
        .collect()
}

#[derive(Default)]
struct Parts(Vec<DiffPart>);

impl Parts {
    fn push(&mut self, kind: DiffKind, text: &str) {
        match self.0.last_mut() {
            Some(last) if last.kind == kind => last.text.push_str(text),
            _ => self.0.push(DiffPart { kind, text: text.to_owned() }),
        }
    }

    fn of(&self, kind: DiffKind) -> impl Iterator<Item = &DiffPart> {
        self.0.iter().filter(move |part| part.kind == kind)
    }
}

/// Between two changes a space alone belongs to both, and what went stands before what came.
fn readable(parts: Vec<DiffPart>) -> Vec<DiffPart> {
    let mut out = Parts::default();
    let (mut removed, mut added) = (String::new(), String::new());
    let last = parts.len().saturating_sub(1);
    for (at, part) in parts.iter().enumerate() {
        match part.kind {
            DiffKind::Removed => removed.push_str(&part.text),
            DiffKind::Added => added.push_str(&part.text),
            DiffKind::Same => {
                let between = at > 0 && at < last && part.text.trim().is_empty();
                if between && !removed.is_empty() && !added.is_empty() {
                    removed.push_str(&part.text);
                    added.push_str(&part.text);
                    continue;
                }
                replaced(&removed, &added).iter().for_each(|part| out.push(part.kind, &part.text));
                removed.clear();
                added.clear();
                out.push(DiffKind::Same, &part.text);
            }
        }
    }
    replaced(&removed, &added).iter().for_each(|part| out.push(part.kind, &part.text));
    out.0
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Same(usize, usize),
    Removed(usize),
    Added(usize),
}

/// The shortest way from one sequence to the other (Myers, 1986), but for what both begin and end with.
fn steps<T: PartialEq>(old: &[T], new: &[T]) -> Vec<Step> {
    let begin = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (&old[begin..], &new[begin..]);
    let end = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let (old_middle, new_middle) = (&old_rest[..old_rest.len() - end], &new_rest[..new_rest.len() - end]);
    let mut all: Vec<Step> = (0..begin).map(|at| Step::Same(at, at)).collect();
    all.extend(middle(old_middle, new_middle).into_iter().map(|step| match step {
        Step::Same(a, b) => Step::Same(a + begin, b + begin),
        Step::Removed(a) => Step::Removed(a + begin),
        Step::Added(b) => Step::Added(b + begin),
    }));
    all.extend((0..end).map(|at| Step::Same(old.len() - end + at, new.len() - end + at)));
    all
}

fn middle<T: PartialEq>(old: &[T], new: &[T]) -> Vec<Step> {
    let (n, m) = (old.len(), new.len());
    let most = (n + m).min(MOST_DIFFERENCES);
    // Furthest place in `old` on each diagonal, by number of differences; a diagonal k stands at k + most + 1.
    let mut furthest = vec![0_usize; 2 * most + 3];
    let mut trace: Vec<Vec<usize>> = Vec::new();
    let at = |k: isize| usize::try_from(k + most as isize + 1).unwrap_or(0);
    for d in 0..=most as isize {
        trace.push(furthest[at(-d - 1)..=at(d + 1)].to_vec());
        for k in (-d..=d).step_by(2) {
            let down = k == -d || (k != d && furthest[at(k - 1)] < furthest[at(k + 1)]);
            let mut x = if down { furthest[at(k + 1)] } else { furthest[at(k - 1)] + 1 };
            let Ok(mut y) = usize::try_from(x as isize - k) else { continue };
            while x < n && y < m && old[x] == new[y] {
                x += 1;
                y += 1;
            }
            furthest[at(k)] = x;
            if x >= n && y >= m {
                return walked_back(&trace, n, m);
            }
        }
    }
    (0..n).map(Step::Removed).chain((0..m).map(Step::Added)).collect()
}

/// The way that led to the end, from the furthest places noted before each difference.
fn walked_back(trace: &[Vec<usize>], n: usize, m: usize) -> Vec<Step> {
    let mut back = Vec::new();
    let (mut x, mut y) = (n as isize, m as isize);
    for (d, noted) in trace.iter().enumerate().rev() {
        let d = d as isize;
        let place = |k: isize| noted[usize::try_from(k + d + 1).unwrap_or(0)] as isize;
        let k = x - y;
        let before = if k == -d || (k != d && place(k - 1) < place(k + 1)) { k + 1 } else { k - 1 };
        let (from_x, from_y) = if d == 0 { (0, 0) } else { (place(before), place(before) - before) };
        while x > from_x && y > from_y && !(d > 0 && (x == from_x || y == from_y)) {
            x -= 1;
            y -= 1;
            back.push(Step::Same(x as usize, y as usize));
        }
        if d > 0 {
            back.push(if x == from_x { Step::Added(from_y as usize) } else { Step::Removed(from_x as usize) });
            (x, y) = (from_x, from_y);
        }
    }
    back.reverse();
    back
}

#[cfg(test)]
mod tests {
    use super::{DiffKind, DiffPart, MOST_DIFFERENCES, paragraphs, words};

    /// `[-removed-]{+added+}`.
    fn shown(parts: &[DiffPart]) -> String {
        parts
            .iter()
            .map(|part| match part.kind {
                DiffKind::Same => part.text.clone(),
                DiffKind::Removed => format!("[-{}-]", part.text),
                DiffKind::Added => format!("{{+{}+}}", part.text),
            })
            .collect()
    }

    fn side(parts: &[DiffPart], without: DiffKind) -> String {
        parts.iter().filter(|part| part.kind != without).map(|part| part.text.as_str()).collect()
    }

    #[test]
    fn words_are_told_apart_in_every_script() {
        let check = |old: &str, new: &str, want: &str| assert_eq!(shown(&words(old, new)), want);
        check("Three ships lost at sea", "Two ships lost at sea", "[-Three-]{+Two+} ships lost at sea");
        check("The old mole stands", "The new pier stands", "The [-old mole-]{+new pier+} stands");
        check("海氷面積が過去最小に", "海氷面積が過去最大に", "海氷面積が過去最[-小-]{+大+}に");
        check("央行宣布降息", "央行意外宣布降息", "央行{+意外+}宣布降息");
        check("ثلاث سفن في البحر", "أربع سفن في البحر", "[-ثلاث-]{+أربع+} سفن في البحر");
        check("शहर में तीन मेले", "शहर में पाँच मेले", "शहर में [-तीन-]{+पाँच+} मेले");
        check("Same", "Same", "Same");
        check("", "All of it", "{+All of it+}");
        check("All of it", "", "[-All of it-]");
    }

    #[test]
    fn headlines_that_have_little_in_common_stand_whole_beside_each_other() {
        let parts = words("Harbour closed after storm", "Mayor: we will open on Monday");
        assert_eq!(shown(&parts), "[-Harbour closed after storm-]{+Mayor: we will open on Monday+}");
    }

    #[test]
    fn only_paragraphs_that_changed_are_shown() {
        let old = "One.\n\nTwo ships came in.\n\nThree.\n\nFour.";
        let new = "One.\n\nTwo ships went out.\n\nThree.\n\nFour.\n\nFive.";
        let found: Vec<String> = paragraphs(old, new).iter().map(|parts| shown(parts)).collect();
        assert_eq!(found, ["Two ships [-came in-]{+went out+}.", "{+Five.+}"]);
        assert!(paragraphs(old, old).is_empty());
    }

    #[test]
    fn both_texts_can_be_read_out_of_the_difference_whatever_they_are() {
        let mut state = 7_u64;
        let mut dice = move |sides: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % sides
        };
        let alphabet = ["a", "b", "ab", " ", " ", "海", "é", "e\u{301}", "👩‍👩‍👧", ".", "سفن", "ไทย", "\n"];
        for _ in 0..2_000 {
            let mut text = |most: usize| (0..dice(most)).map(|_| alphabet[dice(alphabet.len())]).collect::<String>();
            let (old, new) = (text(30), text(30));
            let parts = words(&old, &new);
            assert_eq!((side(&parts, DiffKind::Added), side(&parts, DiffKind::Removed)), (old, new));
        }
    }

    #[test]
    fn texts_with_too_many_differences_are_replaced_and_not_compared_for_ever() {
        let text = |from: usize, count: usize| (from..from + count).map(|n| format!("w{n} ")).collect::<String>();
        let (old, new) = (text(0, 20_000), text(30_000, 20_000));
        assert_eq!(words(&old, &new).len(), 2);
        let nearly = format!("{}end", text(0, MOST_DIFFERENCES / 8));
        assert!(words(&nearly, &nearly.replace("w7 ", "w-seven ")).len() > 2);
    }
}
