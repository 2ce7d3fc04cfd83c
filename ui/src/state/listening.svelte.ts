import { sentence } from "../api/backend";

/** Whoever speaks: the web view's own voices, or the system's through the program. */
export interface Speaker {
  /** Languages with a voice, as `en` or `pt-br`; none where nobody can speak. */
  languages(): Promise<string[]>;
  /** Resolves when the sentence was spoken; false where it was hushed. */
  say(text: string, language: string, speed: number): Promise<boolean>;
  hush(): Promise<void>;
}

/** What the speed can be, in hundredths of the usual one. */
export const SPEEDS = [75, 100, 125, 150, 200] as const;
const SPEED = "listen-speed";
const base = (language: string) => language.toLowerCase().split(/[-_]/)[0]!;

/** Reading the open story aloud, sentence by sentence. The page cuts the sentences and shows which one it is. */
export class Listening {
  /** The player is there. */
  open = $state(false);
  playing = $state(false);
  /** Which sentence, from 0, and of how many. */
  at = $state(0);
  count = $state(0);
  speed = $state(100);
  /** Languages with a voice. */
  languages = $state.raw<readonly string[]>([]);
  /** Why it stopped, where it was not the reader. */
  said = $state("");
  #speakers: Speaker[];
  /** Who speaks a language, by its base (`pt` of `pt-br`). */
  #voices = new Map<string, Speaker>();
  #remember: (key: string, value: string) => void;
  #started = false;
  #texts: string[] = [];
  #language = "";
  /** Rises with each new wish; what an older one waits for is no matter any more. */
  #wish = 0;

  /** The first of these that has a voice for a language is the one that speaks it. */
  constructor(speakers: Speaker[], recall: (key: string) => string | null, remember: (key: string, value: string) => void) {
    this.#speakers = speakers;
    this.#remember = remember;
    const kept = Number(recall(SPEED));
    if ((SPEEDS as readonly number[]).includes(kept)) this.speed = kept;
  }

  /** Finds out who speaks what, once: when a story is open or the settings are. The system's voice may have to be started for it. */
  async start(): Promise<void> {
    if (this.#started) return;
    this.#started = true;
    const answers: (readonly string[])[] = this.#speakers.map(() => []);
    // Nobody waits for another: a web view without voices takes a second to say so.
    await Promise.all(
      this.#speakers.map(async (speaker, place) => {
        answers[place] = await speaker.languages().catch(() => []);
        this.#voices.clear();
        answers.forEach((languages, of) => languages.forEach((language) => this.#voices.has(base(language)) || this.#voices.set(base(language), this.#speakers[of]!)));
        this.languages = answers.flat();
      }),
    );
  }

  /** Whether a text of this language can be listened to; where nobody knows the language, the usual voice tries. */
  speaks(language: string | null): boolean {
    return this.languages.length > 0 && (language === null || this.languages.some((one) => base(one) === base(language)));
  }

  /** Opens the player, which begins; where it is open, plays or pauses. */
  toggle(): void {
    if (!this.open) this.open = true;
    else if (this.playing) this.pause();
    else void this.#play();
  }

  /** The sentences of the story that is open, from this one on. */
  begin(texts: string[], language: string, from = 0): void {
    this.#texts = texts;
    this.#language = language;
    this.count = texts.length;
    this.at = Math.min(from, Math.max(0, texts.length - 1));
    void this.#play();
  }

  pause(): void {
    this.#wish += 1;
    this.playing = false;
    void this.#speaker()?.hush().catch(() => undefined);
  }

  /** The next sentence, or the one before. */
  step(by: 1 | -1): void {
    const to = this.at + by;
    if (to < 0 || to >= this.count) return;
    this.at = to;
    if (this.playing) void this.#play();
  }

  faster(): void {
    const at = SPEEDS.findIndex((speed) => speed === this.speed);
    this.speed = SPEEDS[(at + 1) % SPEEDS.length]!;
    this.#remember(SPEED, String(this.speed));
    if (this.playing) void this.#play();
  }

  /** The player goes; nothing is spoken any more. */
  close(): void {
    if (this.open) this.pause();
    this.open = false;
    this.count = 0;
    this.#texts = [];
  }

  #speaker(): Speaker | undefined {
    return this.#voices.get(base(this.#language)) ?? this.#voices.values().next().value;
  }

  async #play(): Promise<void> {
    const wish = (this.#wish += 1);
    this.playing = this.count > 0;
    this.said = "";
    while (this.playing) {
      let spoken = false;
      try {
        spoken = await this.#speaker()!.say(this.#texts[this.at]!, this.#language, this.speed);
      } catch (error) {
        if (wish === this.#wish) this.said = sentence(error);
      }
      if (wish !== this.#wish) return;
      if (!spoken || this.at + 1 >= this.count) this.playing = false;
      else this.at += 1;
    }
  }
}
