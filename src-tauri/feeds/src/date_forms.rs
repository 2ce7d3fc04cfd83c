//! Forms of dates that feeds were seen with, as promises.

use crate::date::parse;

fn check(text: &str, want: &str) {
    let got = parse(text).map(|t| t.to_string()).unwrap_or_default();
    assert_eq!(got, want, "{text}");
}

fn check_all(texts: &[&str], want: &str) {
    texts.iter().for_each(|text| check(text, want));
}

#[test]
fn a_fraction_of_a_second_is_passed_over() {
    check("Mon, 02 Jan 2006 15:04:05.123 GMT", "2006-01-02T15:04:05Z");
    check("Mon, 02 Jan 2006 15:04:05.5 GMT", "2006-01-02T15:04:05Z");
    check("Mon, 02 Jan 2006 15:04:05.123456 +0100", "2006-01-02T14:04:05Z");
    check("Mon, 02 Jan 2006 15:04:05.12345678901234567890123 +0100", "2006-01-02T14:04:05Z");
    check("Mon Jan 02 15:04:05.123 2006", "2006-01-02T15:04:05Z");
}

#[test]
fn mar_is_tuesday_where_a_month_follows() {
    check("mar, 02 may 2006 15:04:05 GMT", "2006-05-02T15:04:05Z");
    check("mar. 03 janv. 2006 15:04:05 +0100", "2006-01-03T14:04:05Z");
    check("mar, 05 dic 2006 15:04:05 +0100", "2006-12-05T14:04:05Z");
    check("mar, 02 mag 2006 15:04:05 +0200", "2006-05-02T13:04:05Z");
    check("Mar, 02 Mar 2004", "2004-03-02T00:00:00Z");
    check("mar. 03/01/2006", "2006-01-03T00:00:00Z");
    check("02 mar 2006", "2006-03-02T00:00:00Z");
    check("mar 02, 2006, 5 min", "2006-03-02T00:00:00Z");
    check("mar 02, 2006", "2006-03-02T00:00:00Z");
    check("Tue, 02 Mar 2004 10:00:00 GMT", "2004-03-02T10:00:00Z");
}

#[test]
fn dots_are_day_month_year() {
    check("02.01.2006", "2006-01-02T00:00:00Z");
    check("5.4.2005", "2005-04-05T00:00:00Z");
    check("5. 4. 2005 10:00", "2005-04-05T10:00:00Z");
    check("Mo, 02.01.2006 15:04", "2006-01-02T15:04:00Z");
    check("02.01.06 15:04", "2006-01-02T15:04:00Z");
    check("12.31.2006", "2006-12-31T00:00:00Z");
    check("2006. 1. 2. 15:04", "2006-01-02T15:04:00Z");
}

#[test]
fn a_weekday_tells_the_day_from_the_month() {
    check("Fri, 02/06/2006", "2006-06-02T00:00:00Z");
    check("Mon, 02/01/2006", "2006-01-02T00:00:00Z");
    check("Mon, 01/02/2006", "2006-01-02T00:00:00Z");
    check("Wed, 10/11/2023 - 12:00", "2023-10-11T12:00:00Z");
    check("Mi, 10/11/2023 - 12:00", "2023-10-11T12:00:00Z");
    check("lundi 02/01/2006 15:04", "2006-01-02T15:04:00Z");
    check("понедельник, 02/01/2006", "2006-01-02T00:00:00Z");
    check("Thứ 2, 02/01/2006 15:04", "2006-01-02T15:04:00Z");
    // It fits neither: American.
    check("Sun, 02/01/2006", "2006-02-01T00:00:00Z");
}

#[test]
fn a_date_within_markup_is_read() {
    let time = r#"<time datetime="2023-10-11T12:00:00-04:00" class="x">Wed, 10/11/2023 - 12:00</time>"#;
    check(time, "2023-10-11T16:00:00Z");
    check("<time datetime=2023-10-11 class=x>today</time>", "2023-10-11T00:00:00Z");
    check("<time datetime=\"soon\">Wed, 10/11/2023 - 12:00</time>", "2023-10-11T12:00:00Z");
    check("<span class='date'>October 11, 2023</span>", "2023-10-11T00:00:00Z");
    check(&format!("<span class='{:900}'>October 11, 2023</span>", ""), "2023-10-11T00:00:00Z");
    check(&format!("<span class='{:1100}'>October 11, 2023</span>", ""), "");
    check("< 9 Feb 2004", "2004-02-09T00:00:00Z");
}

#[test]
fn years_of_two_digits_are_read_as_iso_8601_had_them() {
    check_all(&["03-12-31", "031231", "03-365", "03365"], "2003-12-31T00:00:00Z");
    check("03-12-31T10:14:55Z", "2003-12-31T10:14:55Z");
    check("031231T101455Z", "2003-12-31T10:14:55Z");
    check_all(&["03-335", "03335"], "2003-12-01T00:00:00Z");
    check("200402", "2004-02-01T00:00:00Z");
    check("25-Dec-03", "2003-12-25T00:00:00Z");
    check("13-25-03", "");
}

#[test]
fn weeks_and_dates_without_signs_are_read() {
    check("2006-W01-1", "2006-01-02T00:00:00Z");
    check("2006W011", "2006-01-02T00:00:00Z");
    check("2004-W53-6T10:00Z", "2005-01-01T10:00:00Z");
    check("2006-W01", "2006-01-02T00:00:00Z");
    check("2006:01:02 15:04:05", "2006-01-02T15:04:05Z");
    check("200601021504", "2006-01-02T15:04:00Z");
    check("20060102150405", "2006-01-02T15:04:05Z");
    check("201399999999", "1976-05-20T00:26:39Z");
    check("1136214245.5", "2006-01-02T15:04:05Z");
    check("1136214245000.25", "2006-01-02T15:04:05Z");
    check_all(&["/Date(1136214245000)/", "/Date(1136214245000+0200)/"], "2006-01-02T15:04:05Z");
    check("/Date(-1000)/", "1969-12-31T23:59:59Z");
}

#[test]
fn months_are_read_in_many_languages() {
    // Months in their order, then the words around them.
    let languages = [
        ("Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara", "9 {} 2004 Pzt"),
        ("Ocak ŞUBAT Mart NİSAN Mayıs Haziran Temmuz Ağustos Eylül EKİM Kasım Aralık", "9 {} 2004 Çar"),
        ("led úno bře dub kvě čvn čvc srp zář říj lis pro", "po, 9. {} 2004"),
        ("ledna února března dubna května června července srpna září října listopadu prosince", "9. {} 2004"),
        ("januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra", "9. {} 2004"),
        (
            "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta \
             lokakuuta marraskuuta joulukuuta",
            "ma 9. {} 2004",
        ),
        ("tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu", "9 {} 2004"),
        ("ian. feb. mart. apr. mai iun. iul. aug. sept. oct. nov. dec.", "lun, 9 {} 2004"),
        ("ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noi. decembrie", "9 {} 2004"),
        (
            "január február március április május június július augusztus szeptember október november december",
            "2004. {} 9.",
        ),
        ("siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna oct studenoga prosinca", "9. {} 2004."),
        ("januar februar mart april maj jun jul avgust septembar oktobar novembar decembar", "9. {} 2004."),
        ("јануар фебруар март април мај јун јул август септембар октобар новембар децембар", "9. {} 2004."),
        ("януари февруари март април май юни юли август септември октомври ноември декември", "9 {} 2004"),
        ("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня", "9 {} 2004"),
        ("ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר", "9 ב{} 2004"),
        ("ינו פבר מרס אפר מאי יונ יול אוג ספט אוק נוב דצמ", "9 {} 2004"),
        ("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر", "الاثنين، ٩ {} ٢٠٠٤"),
        ("جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر", "9 {} 2004"),
        ("كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول", "9 {}, 2004"),
        ("ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر", "دوشنبه ۹ {} ۲۰۰۴"),
        ("जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर", "सोमवार, ९ {} २००४"),
        ("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember", "Senin, 9 {} 2004"),
        ("Jan Peb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des", "9 {} 2004"),
        (
            "tháng_1 tháng_2 Tháng_Ba tháng_4 tháng_5 tháng_6 tháng_7 thg_8 tháng_9 tháng_10 tháng_11 tháng_12",
            "Thứ hai, 9 {} 2004",
        ),
    ];
    for (names, around) in languages {
        let months: Vec<&str> = names.split_whitespace().collect();
        assert_eq!(months.len(), 12, "{names}");
        for (at, month) in months.iter().enumerate() {
            check(&around.replace("{}", &month.replace('_', " ")), &format!("2004-{:02}-09T00:00:00Z", at + 1));
        }
    }
    for place in ["Kassel", "Dublin", "Desde", "Берлин", "Новосибирск", "Сергей"] {
        check(&format!("{place}, 9 March 2004"), "2004-03-09T00:00:00Z");
    }
    check("2004-július-13T9:15-05:00", "2004-07-13T14:15:00Z");
    check("9 listopada 2004", "2004-11-09T00:00:00Z");
    check("Paz, 9 Oca 2005", "2005-01-09T00:00:00Z");
    check("середа, 11 серпня 2004", "2004-08-11T00:00:00Z");
}

#[test]
fn times_are_read_as_they_are_written_elsewhere() {
    check("Mon, 02 Jan 2006 15.04.05", "2006-01-02T15:04:05Z");
    check("Mon, 02 Jan 2006 15.04", "2006-01-02T15:04:00Z");
    check("lun. 02 janv. 2006 15h04", "2006-01-02T15:04:00Z");
    check("02.01.2006 15.04", "2006-01-02T15:04:00Z");
    check("2006年1月2日 15时04分05秒", "2006-01-02T15:04:05Z");
    check("2006年1月2日（月）15時04分", "2006-01-02T15:04:00Z");
    check("2006年1月2日 午後3時", "2006-01-02T15:00:00Z");
    check("2006/1/2 下午 3:04", "2006-01-02T15:04:00Z");
    check("2006-01-02 上午 3:04", "2006-01-02T03:04:00Z");
    check("2006년 1월 2일 월요일 오후 3시 4분", "2006-01-02T15:04:00Z");
    check("２００６年１月２日　１５：０４", "2006-01-02T15:04:00Z");
    check("২ Jan ২০০৬", "2006-01-02T00:00:00Z");
    check("Mon, 02 Jan 2006 15:04:05 + 0200", "2006-01-02T13:04:05Z");
    check("2006-01-02 15:04:05 - 0200", "2006-01-02T17:04:05Z");
    // The end of an event is no zone.
    check("Mon, 02 Jan 2006 15:04 - 16:00", "2006-01-02T15:04:00Z");
}

#[test]
fn neighbours_of_the_usual_forms_are_read() {
    check("Mon, 2006-01-02T15:04:05Z", "2006-01-02T15:04:05Z");
    check("mar, 2006-01-03T15:04:05Z", "2006-01-03T15:04:05Z");
    check("Mon, 02 Jan 2006T15:04:05Z", "2006-01-02T15:04:05Z");
    check("02/Jan/2006:15:04:05 +0100", "2006-01-02T14:04:05Z");
    check("Jan-02-2006", "2006-01-02T00:00:00Z");
    check_all(&["April 2005", "avril 2005", "2005 Apr."], "2005-04-01T00:00:00Z");
    check_all(&["Marathon 2005", "April 2005 was cold", "Thu, 01 Jan 1970 00:00:00 +0000"], "");
}

#[test]
fn zones_are_read_by_their_english_names() {
    let time = |zone: &str| format!("Mon, 02 Jan 2006 15:04:05 {zone}");
    check(&time("Eastern Standard Time"), "2006-01-02T20:04:05Z");
    check(&time("EST5EDT"), "2006-01-02T20:04:05Z");
    check(&time("Pacific Daylight Time"), "2006-01-02T22:04:05Z");
    check(&time("Central European Summer Time"), "2006-01-02T13:04:05Z");
    check(&time("Australian Eastern Standard Time"), "2006-01-02T05:04:05Z");
    check("2006-01-02 15:04:05 Pacific Standard Time", "2006-01-02T23:04:05Z");
    check(&time("America/Los_Angeles"), "2006-01-02T15:04:05Z");
    check(&time("-0500 Eastern Standard Time"), "2006-01-02T20:04:05Z");
}

#[test]
fn damage_of_any_date_is_survived() {
    // Every text of these tests and of their neighbours, and what is no date at all.
    let sources = [include_str!("date.rs"), include_str!("date_forms.rs")];
    let lines = sources.iter().flat_map(|source| source.lines());
    let texts: Vec<&str> = lines.flat_map(|line| line.split('"').skip(1).step_by(2)).collect();
    assert!(texts.len() > 300, "{}", texts.len());
    for text in texts {
        for at in 0..text.len() {
            parse(&String::from_utf8_lossy(&text.as_bytes()[..at]));
            let mut flipped = text.as_bytes().to_vec();
            flipped[at] ^= 1 << (at % 8);
            parse(&String::from_utf8_lossy(&flipped));
        }
    }
    for piece in ["9", "9.", "9-", "9/", "9:", "-", "+", "(", "<", "<a ", "datetime=", "年9", "午", "é", "\u{2212}9"]
    {
        parse(&piece.repeat(2_000));
        parse(&format!("9 Feb 2004 10:00 {}", piece.repeat(2_000)));
    }
}
