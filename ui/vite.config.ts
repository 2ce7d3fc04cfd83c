import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

// Every web view that the window runs in reads WOFF2; the older form of the same letters would only be carried along.
const woff2Only = {
  postcssPlugin: "woff2-only",
  Declaration: {
    src(declaration: { value: string }) {
      const smaller = declaration.value.replace(/,\s*url\([^)]*\.woff\)\s*format\((["'])woff\1\)/g, "");
      if (smaller !== declaration.value) declaration.value = smaller;
    },
  },
};

// The page runs under a policy without `data:` and without inline styles, so nothing is ever inlined.
export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  css: { postcss: { plugins: [woff2Only] } },
  clearScreen: false,
  server: { port: 5173, strictPort: true },
  build: {
    target: "es2022",
    outDir: "dist",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What the first picture needs is one file: every further one is asked of a program that is busy starting.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "start", tags: ["$initial"] }] } } },
  },
  test: {
    environment: "happy-dom",
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/setup.ts"],
    env: { TZ: "UTC" },
    // A promise fails by what it finds, not because the machine was busy.
    testTimeout: 60_000,
  },
});
