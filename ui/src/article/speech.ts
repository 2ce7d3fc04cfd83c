/* The voices of the web view, where it has any. */
import type { Speaker } from "../state/listening.svelte";

/** Voices may come a moment after they were asked for. */
const VOICES_WITHIN = 1_000;

/** Whoever speaks through the web view; null where it has no such thing. */
export function speech(): Speaker | null {
  const voices = globalThis.speechSynthesis as SpeechSynthesis | undefined;
  if (voices === undefined || typeof SpeechSynthesisUtterance === "undefined") return null;
  return {
    async languages() {
      if (voices.getVoices().length === 0)
        await new Promise<void>((resolve) => {
          voices.addEventListener("voiceschanged", () => resolve(), { once: true });
          setTimeout(resolve, VOICES_WITHIN);
        });
      return [...new Set(voices.getVoices().map((voice) => voice.lang))];
    },
    say(text, language, speed) {
      voices.cancel();
      const utterance = new SpeechSynthesisUtterance(text);
      if (language !== "") utterance.lang = language;
      utterance.rate = speed / 100;
      return new Promise((resolve) => {
        utterance.onend = () => resolve(true);
        utterance.onerror = () => resolve(false);
        voices.speak(utterance);
      });
    },
    async hush() {
      voices.cancel();
    },
  };
}
