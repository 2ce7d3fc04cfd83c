/** The system that the window stands on. */
export type System = "linux" | "mac" | "windows";

/** The system of what a web view calls its platform; what is none of the others is taken for a Linux. */
export function systemOf(platform: string): System {
  if (/Mac|iPhone|iPad/.test(platform)) return "mac";
  return platform.startsWith("Win") ? "windows" : "linux";
}

export const system = systemOf(typeof navigator === "object" ? navigator.platform : "");
