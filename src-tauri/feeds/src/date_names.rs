//! Names in dates: zones, months and weekdays, in the languages that feeds were seen in.

use crate::date_months::{MONTHS, WHOLE_MONTHS};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// Seconds east of Greenwich of a zone by its name in capitals.
pub(crate) fn named_zone(name: &str) -> Option<i64> {
    let half_hours = match name {
        "Z" | "UT" | "UTC" | "GMT" | "WET" => 0,
        "CET" | "MET" | "MEZ" | "BST" | "WEST" | "WAT" => 2,
        "CEST" | "MEST" | "MESZ" | "EET" | "SAST" | "CAT" => 4,
        "EEST" | "MSK" | "EAT" | "TRT" => 6,
        "MSD" | "GST" => 8,
        "PKT" => 10,
        "IST" => 11,
        "NPT" => return Some(5 * 3_600 + 45 * 60),
        "ICT" | "WIB" => 14,
        "HKT" | "SGT" | "AWST" | "PHT" => 16,
        "JST" | "KST" => 18,
        "ACST" => 19,
        "AEST" => 20,
        "ACDT" => 21,
        "AEDT" => 22,
        "NZST" => 24,
        "NZDT" => 26,
        "NST" => -7,
        "NDT" => -5,
        "AST" | "EDT" | "CLT" => -8,
        "ADT" | "BRT" | "ART" => -6,
        // Of a name for both halves of the year the one of winter: an hour off is better than five.
        "EST" | "CDT" | "ET" | "EST5EDT" => -10,
        "CST" | "MDT" | "CT" | "CST6CDT" => -12,
        "MST" | "PDT" | "MT" | "MST7MDT" => -14,
        "PST" | "AKDT" | "PT" | "PST8PDT" => -16,
        "AKST" => -18,
        "HST" => -20,
        _ => return None,
    };
    Some(half_hours * 1_800)
}

/// Zones in words, the longer before those that end in the same words; half hours east of Greenwich. IANA's names
/// (`America/New_York`) are not read: what they mean depends on the day and on a database.
const LONG_ZONES: &[(&str, i64)] = &[
    ("central european summer time", 4),
    ("central european standard time", 2),
    ("central european time", 2),
    ("eastern european summer time", 6),
    ("eastern european standard time", 4),
    ("eastern european time", 4),
    ("western european summer time", 2),
    ("western european standard time", 0),
    ("western european time", 0),
    ("australian eastern daylight time", 22),
    ("australian eastern standard time", 20),
    ("australian central daylight time", 21),
    ("australian central standard time", 19),
    ("australian western standard time", 16),
    ("greenwich mean time", 0),
    ("coordinated universal time", 0),
    ("british summer time", 2),
    ("moscow standard time", 6),
    ("israel standard time", 4),
    ("israel daylight time", 6),
    ("india standard time", 11),
    ("indian standard time", 11),
    ("china standard time", 16),
    ("japan standard time", 18),
    ("korea standard time", 18),
    ("korean standard time", 18),
    ("new zealand standard time", 24),
    ("new zealand daylight time", 26),
    ("south africa standard time", 4),
    ("east africa time", 6),
    ("central africa time", 4),
    ("west africa time", 2),
    ("newfoundland standard time", -7),
    ("newfoundland daylight time", -5),
    ("atlantic standard time", -8),
    ("atlantic daylight time", -6),
    ("eastern standard time", -10),
    ("eastern daylight time", -8),
    ("eastern time", -10),
    ("central standard time", -12),
    ("central daylight time", -10),
    ("central time", -12),
    ("mountain standard time", -14),
    ("mountain daylight time", -12),
    ("mountain time", -14),
    ("pacific standard time", -16),
    ("pacific daylight time", -14),
    ("pacific time", -16),
    ("alaska standard time", -18),
    ("alaska daylight time", -16),
    ("hawaii-aleutian standard time", -20),
    ("hawaii standard time", -20),
];

/// Seconds east of Greenwich of a zone in English words somewhere in a text, and where it stands there.
pub(crate) fn long_zone(text: &str) -> Option<(i64, Range<usize>)> {
    let lower = text.to_ascii_lowercase();
    if !lower.contains(" time") {
        return None;
    }
    LONG_ZONES.iter().find_map(|(name, half_hours)| {
        let at = lower.find(name)?;
        Some((half_hours * 1_800, at..at + name.len()))
    })
}

/// In small letters, without the dot that a Turkish İ leaves behind.
pub(crate) fn lower(word: &str) -> String {
    word.to_lowercase().replace('\u{307}', "")
}

/// The month that a word in small letters names, in any of the languages: by the longest name that it begins with.
pub(crate) fn month(lower: &str) -> Option<i64> {
    static STEMS: LazyLock<HashMap<&str, i64>> = LazyLock::new(|| MONTHS.iter().copied().collect());
    let bare = lower.trim_end_matches('.');
    let whole = || WHOLE_MONTHS.iter().find(|(name, _)| bare == *name).map(|(_, month)| *month);
    beginnings(lower).filter_map(|stem| STEMS.get(stem).copied()).last().or_else(whole)
}

/// The first letter of a word, the first two and so on, as far as names go.
fn beginnings(word: &str) -> impl Iterator<Item = &str> {
    const LONGEST: usize = 12;
    word.char_indices().take(LONGEST).map(|(at, c)| &word[..at + c.len_utf8()])
}

/// Is a word in small letters a month and no other word that begins like one? Every short form, and the long forms of
/// the languages that head lists with them.
pub(crate) fn is_whole_month(lower: &str) -> bool {
    const LONG: &str = "january february march april june july august september october november december \
        januar jänner februar märz juni juli oktober dezember januari februari maart augustus \
        janvier février mars avril juillet août septembre octobre novembre décembre \
        enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre \
        gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre \
        janeiro fevereiro março maio junho julho setembro outubro novembro dezembro \
        январь февраль март апрель июнь июль август сентябрь октябрь ноябрь декабрь";
    LONG.split_ascii_whitespace().any(|name| name == lower)
        || MONTHS.iter().chain(WHOLE_MONTHS).any(|(name, _)| *name == lower)
}

/// Weekdays from Sunday to Saturday, each whole or, where a `-` ends it, by its first letters. `mar` is not here: it is
/// March as often as Tuesday. Nor is what is a month elsewhere.
const WEEKDAYS: [&str; 7] = [
    "sun sunday so sonntag- zo zondag- dim dimanche- dom domingo- domenica- dum duminic- søn søndag- sön söndag- \
     su sunnuntai- nd niedz niedziel- ne neděl- nedeľ- vasárnap- ned nedelj- nedjelj- paz pazar вс вск воскресен- \
     нд неділ- недел- недељ- нед κυρ κυριακ- الأحد الاحد ראשון یکشنبه रवि रविवार minggu nhật",
    "mon monday mo montag- ma maandag- lun lundi- lunes- luned- luni seg segunda- man mandag- mån måndag- maanantai- \
     pn pon poniedział- po pondělí pondelok- ponedj- poneděl- ponedel- hétfő- pzt pazartesi- пн пон понедел- понеділ- \
     понедељ- δευ δευτέρα الاثنين الإثنين שני دوشنبه सोम सोमवार sen senin",
    "tue tues tuesday di dienstag- dinsdag- mardi- martes- marte- marți marţi terça- ter tir tirsdag- tis tisdag- ti \
     tiistai- wt wtorek út úterý utorok utorak- torek kedd- sal salı вт вто втр вторник- вівтор- уто τρί τρι τρίτη \
     الثلاثاء שלישי سه‌شنبه मंगल मंगलवार sel selasa",
    "wed weds wednesday mi mittwoch- wo woensdag- mer mercredi- mié mie miércoles- miercoles- mercoled- miercuri- qua \
     quarta- ons onsdag- ke keskiviikko- śr środa st středa streda szerda- sri srijeda sre sreda- çar çarşamba- ср сре \
     среда середа сряда τετ τετάρτη الأربعاء الاربعاء רביעי چهارشنبه बुध बुधवार rab rabu",
    "thu thur thurs thursday do donnerstag- donderdag- jeu jeudi- jue jueves- gio gioved- joi qui quinta- tor tors \
     torsdag- to torstai- czw czwartek čt čtvrtek štvrtok csütörtök- čet četvrtak četrtek per perşembe- чт чет четвер- \
     четвър- четврт- πέμ πεμ πέμπτη الخميس חמישי پنجشنبه गुरु गुरुवार kam kamis",
    "fri friday fr freitag- vr vrijdag- ven vendredi- vie viernes- venerd- vin vineri- sex sexta- fre fredag- pe \
     perjantai- pt piątek pá pátek piatok péntek- pet petak petek cum cuma пт пет пятница п'ятниця п’ятниця петък петак \
     παρ παρασκευή الجمعة שישי جمعه शुक्र शुक्रवार jum jumat",
    "sat saturday sa samstag- sonnabend- za zaterdag- sam samedi- sáb sab sábado- sabado- sabato- sâm sâmbăt- lør \
     lørdag- lör lördag- la lauantai- sob sobota so szombat- sub subota cmt cumartesi- сб суббота субота съб събота суб \
     σάβ σαβ σάββατο السبت שבת شنبه शनि शनिवार sabtu",
];

/// The weekdays that a word in small letters may be, bit 0 for Sunday: `so` is Sunday in Germany, Saturday in Bohemia.
pub(crate) fn weekdays(lower: &str) -> u8 {
    static NAMES: LazyLock<HashMap<&str, u8>> = LazyLock::new(|| weekdays_by(|name| !name.ends_with('-')));
    static STEMS: LazyLock<HashMap<&str, u8>> = LazyLock::new(|| weekdays_by(|name| name.ends_with('-')));
    let begun = beginnings(lower).filter_map(|stem| STEMS.get(stem));
    begun.chain(NAMES.get(lower)).fold(0, |days, more| days | more)
}

fn weekdays_by(is_wanted: fn(&str) -> bool) -> HashMap<&'static str, u8> {
    let mut found = HashMap::new();
    for (at, names) in WEEKDAYS.iter().enumerate() {
        for name in names.split_ascii_whitespace().filter(|name| is_wanted(name)) {
            *found.entry(name.trim_end_matches('-')).or_insert(0) |= 1 << at;
        }
    }
    found
}

/// Vietnamese numbers, as its months and weekdays are counted.
pub(crate) fn spelled_number(lower: &str) -> Option<i64> {
    let names = ["một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    (1..).zip(names).find(|(_, name)| *name == lower).map(|(number, _)| number)
}
