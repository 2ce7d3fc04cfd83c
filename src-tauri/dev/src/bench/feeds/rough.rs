//! Rounds among sites that behave badly, and rounds over very many feeds.

use stoppress_support::Manner;

use super::material::Papers;
use super::sync::{fresh_profile, megabytes, sync};
use super::{Setting, bar};

const FEEDS: usize = 1_000;
/// Every tenth site is a bad one.
const BAD: usize = 100;
/// What one request may take at most, in seconds.
const TIME_OUT: f64 = 60.0;

/// A hundred of a thousand sites say nothing, drip, send bombs, redirect in circles or fail.
pub fn bad(_: &Setting) -> Result<(), String> {
    println!("▸ {FEEDS} feeds of which {BAD} are bad, one run (it takes the time-out, more than a minute)");
    let papers = Papers::open(FEEDS, FEEDS)?;
    let good = {
        let profile = fresh_profile(&papers, "good")?;
        sync(&profile, &[])?.expecting("new_articles", FEEDS * 30)?
    };
    let bomb = Manner::bomb();
    for number in 0..BAD {
        let manner = match number % 5 {
            0 => Manner::Silent,
            1 => Manner::Drip,
            2 => bomb.clone(),
            3 => Manner::Loop,
            _ => Manner::Fails,
        };
        papers.publish(number * (FEEDS / BAD), manner);
    }
    let profile = fresh_profile(&papers, "bad")?;
    let rough = sync(&profile, &[])?;
    let stored = rough.figure("new_articles").unwrap_or_default();
    let wanted = (FEEDS - BAD) * 30;
    bar("articles of the good ones", &format!("{stored:.0}"), &wanted.to_string(), stored as usize == wanted);
    let (wall, most) = (rough.run.wall.as_secs_f64(), 1.2 * good.run.wall.as_secs_f64() + TIME_OUT);
    bar("wall", &format!("{wall:.1} s"), &format!("{most:.1} s"), wall <= most);
    let (peak, most) = (megabytes(&rough.run), megabytes(&good.run) + 32.0);
    bar("peak memory", &format!("{peak:.0} MB"), &format!("{most:.0} MB"), peak <= most);
    Ok(())
}

/// Ten thousand feeds on a thousand hosts, with a ticker that is looked at all the time.
pub fn many_on_few(_: &Setting) -> Result<(), String> {
    println!("▸ 10,000 feeds on 1,000 hosts, one run");
    let papers = Papers::open(10_000, 1_000)?;
    let profile = fresh_profile(&papers, "profile")?;
    let run = sync(&profile, &["--watch"])?.expecting("new_articles", 300_000)?;
    let peak = megabytes(&run.run);
    bar("peak memory", &format!("{peak:.0} MB"), "150 MB", peak <= 150.0);
    let look = |name: &str| run.figure(name).unwrap_or_default();
    let (median, late) = (look("look_median"), look("look_p99"));
    let figure = format!("{median:.2} ms, 99 of 100 within {late:.2} ms ({:.0} looks)", look("looks"));
    bar("the ticker answers meanwhile within", &figure, "10 ms", late <= 10.0);
    println!("  took {:.1} s and {:.1} s of processor", run.run.wall.as_secs_f64(), run.run.cpu.as_secs_f64());
    Ok(())
}
