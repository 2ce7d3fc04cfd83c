/* Every word on screen comes through here from `en.ftl`. It knows no regions and decides no wording. */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import source from "./en.ftl?raw";

const wished = typeof navigator === "undefined" ? "en" : navigator.language || "en";

/** The locale for dates and numbers: the words' language with the reader's region (`en-DE` has a 24 hour clock). */
export const locale: string = (() => {
  try {
    const region = new Intl.Locale(wished).maximize().region;
    return region ? `en-${region}` : "en";
  } catch {
    return "en";
  }
})();

// Isolation marks are put around text of unknown direction only, so that numbers stay plain in names.
const bundle = new FluentBundle(locale, { useIsolating: false });
const problems = bundle.addResource(new FluentResource(source));
if (problems.length > 0) throw problems[0];

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** The message `key` with its arguments. Text that runs right to left is isolated; numbers are written for the locale. */
export function t(key: string, args?: Record<string, string | number>): string {
  const message = bundle.getMessage(key);
  if (!message?.value) throw new Error(`no message ${key}`);
  const safe: Record<string, FluentVariable> = {};
  for (const [name, value] of Object.entries(args ?? {})) {
    safe[name] = typeof value === "string" && RTL.test(value) ? `\u2068${value}\u2069` : value;
  }
  return bundle.formatPattern(message.value, safe);
}
