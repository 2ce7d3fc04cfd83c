/* The backend in memory, taking out: stories as files, Markdown and paper. */
import type { ArticleId, Exported, ExportFormat, ImportedBag } from "../backend";
import { Keeping } from "./keeping";
import { usualSettings } from "../usual";
import { failure } from "./shelf";

const endings: Record<ExportFormat, string> = { html: "html", markdown: "md", epub: "epub", bookmarks: "html" };

/** Commands that write what the library holds. */
export class Taking extends Keeping {
  /** Names of the files that were written. */
  readonly files: string[] = [];
  private exportCancelled = false;

  async exportSaved(ids: ArticleId[] | null, format: ExportFormat): Promise<Exported> {
    this.called("exportSaved");
    await this.waits("exportSaved");
    const items = ids === null ? this.items.filter((item) => item.row.saved) : ids.map((id) => this.item(id));
    if (items.length === 0) throw failure("bad_request", "There is nothing to export.");
    this.exportCancelled = false;
    for (const index of items.keys()) {
      if (this.exportCancelled) return { name: "", folder: "", articles: 0, bytes: 0, missing_images: 0, left_out: 0, failed: [], cancelled: true };
      this.notify({ kind: "export_progress", done: index + 1, total: items.length });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const several = items.length > 1;
    const ending = several && (format === "html" || format === "markdown") ? "zip" : endings[format];
    const missing = items.reduce((sum, item) => sum + item.missing, 0);
    return this.write(`${several ? "Saved stories" : items[0]!.row.title}.${ending}`, items.length, format === "bookmarks" ? 0 : missing);
  }

  async exportBag(): Promise<Exported> {
    this.called("exportBag");
    await this.waits("exportBag");
    this.exportCancelled = false;
    const items = this.items.filter((item) => item.row.saved);
    for (const index of items.keys()) {
      if (this.exportCancelled) return { name: "", folder: "", articles: 0, bytes: 0, missing_images: 0, left_out: 0, failed: [], cancelled: true };
      this.notify({ kind: "export_progress", done: index + 1, total: items.length });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return this.write("Stop Press.zip", items.length, items.reduce((sum, item) => sum + item.missing, 0));
  }

  /** Every line of the file that is an address, behind the four bytes with which ZIP files begin. */
  async importBag(bytes: Uint8Array): Promise<ImportedBag> {
    this.called("importBag");
    await this.waits("importBag");
    const urls = [...new Set(new TextDecoder().decode(bytes.subarray(4)).split("\n").filter((line) => URL.canParse(line)))];
    if (urls.length === 0) throw failure("bad_request", "This ZIP file was not written by Stop Press. Nothing was changed.");
    const isSaved = (url: string) => this.items.some((item) => item.row.url === url && item.row.saved);
    const added = urls.filter((url) => !isSaved(url));
    if (added.length > 0) await this.importSaved(new TextEncoder().encode(added.join("\n")));
    this.notify({ kind: "export_progress", done: urls.length, total: urls.length });
    return { sources: 0, added: added.length, joined: 0, already: urls.length - added.length, mutes: 0, rules: 0, failed: [], cancelled: false };
  }

  async deleteEverything(saved: number, feeds: number): Promise<void> {
    this.called("deleteEverything");
    const kept = this.items.filter((item) => item.row.saved).length;
    if (kept !== saved || this.feedList.length !== feeds) throw failure("bad_request", "The library changed while you were asked. Look again; nothing was deleted.");
    this.items = [];
    this.feedList = [];
    this.muteList = [];
    this.undone = [];
    this.chosen = usualSettings;
    this.changed();
  }

  async exportFeeds(of: string | null): Promise<Exported> {
    this.called("exportFeeds");
    return this.write(`${of ?? "Sources"}.opml`, 0, 0);
  }

  async exportImage(id: ArticleId, key: string): Promise<Exported> {
    this.called("exportImage");
    return this.write(`${this.item(id).row.title}.${key.split(".").at(-1)}`, 0, 0);
  }

  async imageAddress(key: string): Promise<string> {
    this.called("imageAddress");
    return `https://images.harborpost.test/${key}`;
  }

  async cancelExport(): Promise<void> {
    this.called("cancelExport");
    this.exportCancelled = true;
  }

  async showExport(): Promise<void> {
    this.called("showExport");
    if (this.files.length === 0) throw failure("not_found", "Nothing was exported yet.");
    this.opened.push("folder of the last export");
  }

  async articleMarkdown(id: ArticleId): Promise<string> {
    this.called("articleMarkdown");
    const { row } = this.item(id);
    return `# ${row.title}\n\n${row.feed_title}\n`;
  }

  /** How large the window's content is drawn. */
  zoomed = 1;
  async zoom(factor: number): Promise<void> {
    this.called("zoom");
    this.zoomed = factor;
  }

  async quit(): Promise<void> {
    this.called("quit");
  }

  async closeWindow(): Promise<void> {
    this.called("closeWindow");
  }

  async print(): Promise<void> {
    this.called("print");
    this.opened.push("print dialog");
  }

  /** No file is replaced: a name that is taken gets a number. */
  private write(name: string, articles: number, missing: number): Exported {
    const [, stem, ending] = /^(.*)(\.\w+)$/.exec(name)!;
    let free = name;
    for (let number = 2; this.files.includes(free); number++) free = `${stem} (${number})${ending}`;
    this.files.push(free);
    return { name: free, folder: "~/Downloads", articles, bytes: articles * 240_000, missing_images: missing, left_out: 0, failed: [], cancelled: false };
  }
}
