//! What processes cost, read from /proc.

use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::steps;

/// Between two looks at a process's memory.
const LOOK: Duration = Duration::from_millis(4);

/// What running a program cost.
#[derive(Clone, Debug)]
pub struct Run {
    /// From before it existed to its end.
    pub wall: Duration,
    /// Processor time of it and of all it started; nought where the system does not tell.
    pub cpu: Duration,
    /// The most memory it had at once, without what it started; nought where the system does not tell.
    pub peak_bytes: u64,
    /// What it printed.
    pub output: Vec<u8>,
    /// Whether it ended well.
    pub fine: bool,
}

impl Run {
    /// Runs a program, gives it `input`, and waits for its end. Nothing else may end meanwhile that this process started.
    pub fn of(command: &mut Command, input: &[u8]) -> Result<Run, String> {
        let name = steps::line_of(command);
        let failed = |error: std::io::Error| format!("{name}: {error}.");
        let before = children_cpu();
        let began = Instant::now();
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(|error| format!("could not start {name}: {error}."))?;
        let (to, from) = (child.stdin.take(), child.stdout.take());
        let (input, id) = (input.to_vec(), child.id());
        let writer = thread::spawn(move || to.map(|mut to| to.write_all(&input)));
        let reader = thread::spawn(move || {
            let mut output = Vec::new();
            from.map(|mut from| from.read_to_end(&mut output));
            output
        });
        let mut peak_bytes = 0;
        let status = loop {
            peak_bytes = peak_bytes.max(high_water(id));
            match child.try_wait().map_err(failed)? {
                Some(status) => break status,
                None => thread::sleep(LOOK),
            }
        };
        let wall = began.elapsed();
        let _ = writer.join();
        let output = reader.join().unwrap_or_default();
        Ok(Run { wall, cpu: children_cpu().saturating_sub(before), peak_bytes, output, fine: status.success() })
    }
}

/// Processor time of everything that this process started and that has ended.
#[cfg(unix)]
fn children_cpu() -> Duration {
    use nix::sys::resource::{UsageWho, getrusage};
    let Ok(usage) = getrusage(UsageWho::RUSAGE_CHILDREN) else { return Duration::ZERO };
    let length = |time: nix::sys::time::TimeVal| {
        Duration::from_micros(u64::try_from(time.tv_sec() * 1_000_000 + time.tv_usec()).unwrap_or_default())
    };
    length(usage.user_time()) + length(usage.system_time())
}

#[cfg(not(unix))]
fn children_cpu() -> Duration {
    Duration::ZERO
}

/// The most memory a process had so far.
fn high_water(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or_default() * 1024
}

/// A process and everything it started, by the parent's number in /proc.
pub fn family(first: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = std::fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter_map(|process: u32| {
            let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
            // The name in brackets may hold spaces; the parent is the second word behind it.
            Some((process, stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()?))
        })
        .collect();
    let mut members = vec![first];
    let mut next = 0;
    while let Some(parent) = members.get(next).copied() {
        members.extend(parents.iter().filter(|(_, its)| *its == parent).map(|(process, _)| *process));
        next += 1;
    }
    members
}

/// Memory of a process with shared pages divided among their users; nought when it has just ended.
pub fn proportional_bytes(process: u32) -> u64 {
    let rollup = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let pss = rollup.lines().find_map(|line| line.strip_prefix("Pss:")?.split_whitespace().next()?.parse::<u64>().ok());
    pss.unwrap_or_default() * 1024
}

/// The name of a process, at most fifteen characters of it.
pub fn name(process: u32) -> String {
    std::fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default().trim().to_owned()
}

/// Processor time that a process has used, of the user and of the system; nought when it has just ended.
pub fn processor_time(process: u32) -> Duration {
    /// What /proc counts in, fixed for programs on Linux.
    const TICKS: u64 = 100;
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // Behind the name in brackets, user and system time are the twelfth and thirteenth words.
    let words = stat.rsplit_once(')').map(|(_, rest)| rest.split_whitespace().skip(11).take(2)).into_iter().flatten();
    let ticks: u64 = words.filter_map(|word| word.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 1_000 / TICKS)
}

/// How often the threads of a process have gone to sleep by themselves, which is how often they woke.
pub fn switches(process: u32) -> u64 {
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    threads
        .filter_map(|thread| std::fs::read_to_string(thread.path().join("status")).ok())
        .filter_map(|status| {
            status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:")?.trim().parse::<u64>().ok())
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(target_os = "linux")]
    fn a_run_says_what_it_cost_and_what_it_printed() {
        let script = "cat; i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done";
        let run = Run::of(Command::new("sh").args(["-c", script]), b"news").unwrap();
        assert_eq!((run.output.as_slice(), run.fine), (&b"news"[..], true));
        assert!(run.cpu > Duration::ZERO && run.peak_bytes > 100_000);
        assert!(!Run::of(&mut Command::new("false"), b"").unwrap().fine);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_family_holds_the_process_itself_and_its_memory_is_known() {
        let own = std::process::id();
        assert!(family(own).contains(&own));
        assert!(proportional_bytes(own) > 100_000);
        assert!(switches(own) > 0);
        assert!(!name(own).is_empty());
    }
}
