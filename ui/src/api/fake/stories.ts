/* Content of our own for the backend in memory: invented publishers and stories in seven languages. */
import type { Stored } from "../backend";
import duskUrl from "./dusk.svg?url";

/** A publisher and where its feed stands. */
export interface Publisher {
  title: string;
  host: string;
  folder: string | null;
  language: string;
  trouble?: [code: string, message: string];
  repairs?: string[];
  /** Its feed gives only the beginnings of stories, or whole ones; absent where that was not measured. */
  beginnings?: boolean;
  /** Its publisher offers older stories. */
  older?: boolean;
}

/** A headline and what is known of it. `ago` is in minutes. */
export interface Story {
  by: string;
  title: string;
  ago: number;
  read?: boolean;
  saved?: boolean;
  stored?: Stored;
  full?: "found" | { note: string };
  tags?: string[];
  /** Minutes since its publisher changed it. */
  edited?: number;
}

const p = (title: string, host: string, folder: string | null, language = "en", more: Partial<Publisher> = {}): Publisher => ({
  title,
  host: `${host}.example`,
  folder,
  language,
  ...more,
});

/** The followed publishers. */
export const publishers: Publisher[] = [
  p("Abendkurier", "abendkurier", "World", "de", { beginnings: false }),
  p("Continental Wire", "continentalwire", "World"),
  p("The Harbor Post", "harborpost", "World", "en", { beginnings: true }),
  p("The Meridian", "meridian", "World", "en", { beginnings: true }),
  p("Голос залива", "golos-zaliva", "World", "ru", {
    trouble: ["timeout", "golos-zaliva.example isn’t answering. We’ll keep trying. The 118 articles we have stay."],
  }),
  p("Северный вестник", "sever-vestnik", "World", "ru"),
  p("صحيفة الأفق", "ofoq", "World", "ar"),
  p("La Gazette du Phare", "gazette-du-phare", "World", "fr", {
    beginnings: true,
    trouble: ["not_found", "There is nothing at this address of gazette-du-phare.example right now. Some sites do this for a few hours. The 64 articles we have stay."],
  }),
  p("El Mirador del Valle", "mirador-del-valle", "World", "es"),
  p("朝光新聞", "chokoshimbun", "Science", "ja"),
  p("Tundra Log", "tundralog", "Science", "en", { older: true }),
  p("Moorland Birds", "moorlandbirds", "Science"),
  p("Glacier Watch", "glacierwatch", "Science", "en", { repairs: ["an ampersand without its entity", "dates without a zone"] }),
  p("Polar Station", "polarstation", "Science", "en", {
    trouble: ["sign_in", "polarstation.example asked for a sign-in. The 31 articles we have stay."],
  }),
  p("Werkbank", "werkbank", "Werkstatt", "de"),
  p("Ledger and Loom", "ledgerandloom", "Werkstatt"),
  p("Hobel und Span", "hobelundspan", "Werkstatt", "de"),
  p("Parallel Rail Journal", "parallel-rail", "Local"),
  p("Touchline", "touchline", "Local", "en", {
    trouble: ["asked_to_wait", "touchline.example asked us to slow down. It will be asked again later."],
  }),
  p("Kunstkammer", "kunstkammer", "Local", "de", { trouble: ["gone", "kunstkammer.example has retired this feed. It will not be asked again. The 12 articles we have stay."] }),
  p("Atelier Nord", "ateliernord", "Culture"),
  p("Windward", "windward", "Culture"),
  p("Civic Review", "civicreview", null),
];

/** The stories of today that pictures show first. */
export const stories: Story[] = [
  { by: "Continental Wire", title: "Central bank holds rates and signals patience into the spring", ago: 3 },
  { by: "صحيفة الأفق", title: "مباحثات المناخ تقترب من اتفاق على تمويل خسائر الجفاف", ago: 5 },
  { by: "The Harbor Post", title: "Offshore wind carried a third of the grid overnight, a first for the northern coast", ago: 9, read: true, saved: true, stored: "full", full: "found", tags: ["energy"] },
  { by: "Abendkurier", title: "Küstenschutzfinanzierungsgesetz: Länder einig über Rückhaltebecken", ago: 14, stored: "full" },
  { by: "The Meridian", title: "Night train returns after eleven years", ago: 22, full: { note: "meridian.example isn’t answering. We’ll keep trying." } },
  { by: "Civic Review", title: "Chipmaker opens its clean room", ago: 43, read: true, saved: true, stored: "full" },
  { by: "朝光新聞", title: "北極圏の観測網、海氷の変化を初めて通年で記録", ago: 57 },
  { by: "Touchline", title: "Late goal settles the derby", ago: 70, read: true, edited: 51 },
  { by: "La Gazette du Phare", title: "Le port rouvre sa halle aux poissons après deux ans de travaux", ago: 88 },
  { by: "Северный вестник", title: "Парламент принял закон об открытых данных во втором чтении", ago: 104, read: true },
  { by: "El Mirador del Valle", title: "El valle estrena una línea de autobús nocturna", ago: 131, stored: "full" },
  { by: "Parallel Rail Journal", title: "Commission publishes its long-awaited framework for cross-border rail ticketing, and the timetable that comes with it, after four rounds of hearings", ago: 181 },
  { by: "Atelier Nord", title: "Museum returns forty bronzes", ago: 329, read: true, stored: "headline" },
  { by: "Tundra Log", title: "Glacier survey finds two lakes where the maps showed ice", ago: 392, read: true, stored: "full" },
];

/** More headlines, for the rest of the day and the days before. */
export const fillers: [by: string, title: string][] = [
  ["The Harbor Post", "Ferry timetable grows by two sailings before the holidays"],
  ["Moorland Birds", "A curlew counted twice is still one curlew"],
  ["Abendkurier", "Stadtrat vertagt die Entscheidung über den Markthallenumbau"],
  ["Continental Wire", "Grain harvest close to the ten-year average"],
  ["The Meridian", "Council publishes the flood map in plain language"],
  ["La Gazette du Phare", "Neuf recettes d’une cuisine de phare"],
  ["Ledger and Loom", "The mill that kept its order books"],
  ["Glacier Watch", "Autumn melt measured at six stations"],
  ["Hobel und Span", "Warum Esche sich leise spaltet"],
  ["صحيفة الأفق", "مكتبة الميناء تفتح أبوابها ليلا لطلبة الجامعة"],
  ["El Mirador del Valle", "Los regantes acuerdan el reparto del agua"],
  ["Windward", "A harbour pilot on reading fog by ear"],
  ["朝光新聞", "港の古い時計台、修復を終えて再び動き出す"],
  ["Civic Review", "Open minutes, a year on"],
  ["Северный вестник", "Ледокол вернулся из первого рейса сезона"],
  ["Polar Station", "Seventy days of wind, in one chart"],
  ["Werkbank", "Ein Schraubstock für drei Generationen"],
  ["Tundra Log", "Reindeer routes redrawn after the thaw"],
  ["Atelier Nord", "Drawings found behind a theatre wall"],
  ["Parallel Rail Journal", "A short history of the timetable"],
];

/** Headlines for stories that arrive while the window is open. */
export const arrivals: [by: string, title: string][] = [
  ["The Harbor Post", "Harbour pilots ask for a second wind gauge"],
  ["Continental Wire", "Ministers agree on a common ticket for night trains"],
  ["Abendkurier", "Leuchtturm am Nordkap bleibt über den Winter besetzt"],
  ["Glacier Watch", "New station reports from the eastern ridge"],
];

const text = {
  wind: [
    `<p>At 01:40 on Monday the control room in Vesterhavn stopped buying power. For the next six hours, turbines standing in thirty metres of grey water carried just over a third of everything the country was using, and the cables that usually bring electricity in from the south ran <a href="#link-0">quietly the other way</a>.</p>`,
    `<p>The record had been forecast to within a few minutes. What the operators had not been sure of was how the grid would behave once the older gas units, which normally steady its rhythm, were switched off one after another.</p>`,
    `<h2>A quieter kind of machine</h2>`,
    `<p>Part of the answer is bolted to a concrete slab behind the substation: four flywheels, each the weight of a small locomotive, spinning in near silence. When demand jumps they give up a little speed; when it falls they take it back.</p>`,
    `<blockquote><p>It is the difference between catching a glass and sweeping up after it.</p><cite>Ingrid Solheim, night desk</cite></blockquote>`,
    `<table><thead><tr><th>Hour</th><th>Share of wind</th><th>Imported</th></tr></thead><tbody><tr><td>02:00</td><td>31 %</td><td>0 MW</td></tr><tr><td>04:00</td><td>36 %</td><td>0 MW</td></tr><tr><td>06:00</td><td>34 %</td><td>0 MW</td></tr></tbody></table>`,
    `<p>By seven the wind had eased and the first ferry was drawing power at the quay. The <a href="#link-1">log of the night</a> fills a single page.</p>`,
  ],
  engineer: [
    `<p>Tove Aldersund keeps the window of her office open in every month but January. The building stands four hundred metres from the nearest turbine, and what she is listening for, she says, is the moment the sound stops being one sound.</p>`,
    `<p><img src="/missing/1" alt=""></p><p><img src="/missing/2" alt=""></p>`,
    `<p>A healthy blade passes the tower with a breath. A damaged one adds a click, too short to hear on purpose, that the ear nevertheless files away as wrong. Over thirty years she has learned to notice when she has noticed.</p>`,
    `<p>The recordings she keeps fill eleven drawers. Each tape is labelled with a date, a direction and a single adjective.</p>`,
  ],
  arabic: [
    `<p>اقترب المفاوضون مساء الاثنين من اتفاق على صندوق يعوض المزارعين عن خسائر الجفاف، بعد جلسة امتدت حتى الفجر.</p>`,
    `<p>وقال مندوبون إن الخلاف انحصر في موعد أول دفعة وفي <a href="#link-0">طريقة حساب الخسائر</a>.</p>`,
  ],
  glacier: [
    `<p>The survey flew the same lines as in 1984 and found open water in two places where the old sheets are white.</p>`,
    `<figure><img src="${duskUrl}" alt="The eastern lake at dusk"><figcaption>The eastern lake at dusk.</figcaption></figure>`,
    `<p>Neither lake drains in winter, the crew noted, and both stand higher than the ice that holds them back.</p>`,
    `<p><img src="${duskUrl}" alt="The ridge"></p><p><img src="${duskUrl}" alt="The camp"></p>`,
    `<p>New sheets are to be printed before the next season.</p>`,
  ],
  japanese: [
    `<p>北極圏の沿岸に並ぶ十二の観測所が、海氷の厚さと動きを一年を通して記録した。冬のあいだも途切れなかったのは、<a href="#link-0">観測が始まって以来</a>はじめてだという。</p>`,
    `<h2>凍る音、割れる音</h2>`,
    `<p>観測所は無人で、電力は風と小さな電池だけでまかなわれる。氷の下に吊された聴音器は、凍る音と割れる音を別々に数える。「<em>静かな夜ほど</em>、氷はよく鳴る」と、記録を読み解いてきた技師は話す。</p>`,
    `<blockquote><p>数字の前に、まず音で季節がわかる。</p></blockquote>`,
    `<p>データは来月から公開され、だれでも無料で使えるようになる。研究者たちは、航路の安全と沿岸の村の暮らしの両方に役立つと期待している。</p>`,
  ],
  timetable: [
    `<p>The whole timetable fits in a file of text. Each line names a train, the days on which it runs, and the minutes it waits at the border<sup><a href="#sp-1">1</a></sup>, and it has done so since the first edition<sup><a href="#sp-2">2</a></sup>.</p>`,
    `<pre><code class="language-rust">/// The next departure after a moment, in minutes since midnight, over all days of the week and with the changes of clocks in March and October.\nfn next(departures: &[Minute], after: Minute) -&gt; Option&lt;Minute&gt; {\n    departures.iter().copied().find(|one| *one &gt; after)\n}</code></pre>`,
    `<p>Reading it takes a loop and a comparison. Writing it took four years of meetings, whose minutes are longer than everything they decided, as <a href="#sp-3">the last section</a> shows.</p>`,
    `<table><caption>Trains over the border</caption><thead><tr><th>Train</th><th>Runs</th><th>From</th><th>Border</th><th>To</th><th>Cars</th><th>Remarks</th></tr></thead><tbody><tr><td>NT 401</td><td>daily</td><td>21:04</td><td>02:40 to 03:00</td><td>07:12</td><td>9</td><td>Six-berth cars in front, cabins behind</td></tr><tr><td>NT 402</td><td>daily</td><td>20:31</td><td>01:55 to 02:15</td><td>06:48</td><td>9</td><td>The other way round</td></tr></tbody></table>`,
    `<p class="card"><a href="#link-0">Video on tube.example: The border at night</a></p>`,
    `<figure><img src="${duskUrl}" alt="The platform at dusk"><figcaption>The platform at dusk, before the first sleeper.</figcaption></figure>`,
    `<pre><code>NT 401  1234567  21:04  02:40</code></pre>`,
    `<h2 id="sp-3">What the meetings decided</h2>`,
    `<p>One page. It is quoted here in full because nobody expected it: trains leave when they are due, and wait for nobody but each other.</p>`,
    `<ol><li id="sp-1">Twenty minutes, for the change of locomotives. <a href="#sp-9">↩</a></li><li id="sp-2">Printed in 1911; see <a href="#link-1">the collection of the railway museum</a>.</li></ol>`,
  ],
  plain: [
    `<p>The sleeper between the two capitals will run again from the second Sunday in December, eleven years after the last one was uncoupled at the border. Tickets go on sale on Wednesday, first for the six-berth cars and a week later for the cabins.</p>`,
    `<p>The timetable leaves twenty minutes for the change of locomotives. Passengers, the operator says, may sleep through it. <a href="#link-0">The full timetable</a> is on the operator’s site.</p>`,
  ],
};

/** The body of a story, by its headline. */
export function body(title: string, language: string): { html: string; summary: string | null; authors: string[]; comments: number | null; words: number } {
  const say = (parts: string[], summary: string | null, author: string, comments: number | null, words: number) => ({ html: parts.join("\n"), summary, authors: [author], comments, words });
  if (title.startsWith("Offshore wind"))
    return say(text.wind, "The record held for six hours without a watt of imported power. Engineers are more interested in what happened to the frequency.", "Maren Lindqvist", 0, 900);
  if (title.startsWith("The engineer who"))
    return say(text.engineer, "For thirty years she has diagnosed turbines by ear. Now her notes are teaching the machines to do it.", "Aurel Brandvik", 0, 2500);
  if (title.startsWith("Commission publishes")) return say(text.timetable, "Four rounds of hearings, one page of rules, and a file that a machine can read.", "Jorun Vestby", null, 700);
  if (language === "ja") return say(text.japanese, "無人の観測所が、冬のあいだも記録を続けた。", "白石 灯", 12, 800);
  if (title.startsWith("Glacier survey")) return say(text.glacier, null, "Aud Kvernes", null, 260);
  if (language === "ar") return say(text.arabic, "الاتفاق قد يعلن قبل نهاية الأسبوع.", "ليلى منصور", null, 420);
  return say(text.plain, null, "Ines Okonjo-Varga", 3, 320);
}
