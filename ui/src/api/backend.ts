import { said } from "../i18n/said";
import type { Activity } from "./generated/Activity";
import type { ArticleId } from "./generated/ArticleId";
import type { ArticlePage } from "./generated/ArticlePage";
import type { Check } from "./generated/Check";
import type { Changed } from "./generated/Changed";
import type { CleanedUp } from "./generated/CleanedUp";
import type { Comments } from "./generated/Comments";
import type { Desktop } from "./generated/Desktop";
import type { Edit } from "./generated/Edit";
import type { ExportFormat } from "./generated/ExportFormat";
import type { Exported } from "./generated/Exported";
import type { Failure } from "./generated/Failure";
import type { Feed } from "./generated/Feed";
import type { FeedId } from "./generated/FeedId";
import type { Older } from "./generated/Older";
import type { FeedVolume } from "./generated/FeedVolume";
import type { FeedStatistics } from "./generated/FeedStatistics";
import type { FeedSettings } from "./generated/FeedSettings";
import type { FollowAs } from "./generated/FollowAs";
import type { FirstPicture } from "./generated/FirstPicture";
import type { Followed } from "./generated/Followed";
import type { Found } from "./generated/Found";
import type { Handed } from "./generated/Handed";
import type { Imported } from "./generated/Imported";
import type { ImportedBag } from "./generated/ImportedBag";
import type { ImportedSaved } from "./generated/ImportedSaved";
import type { ListChoice } from "./generated/ListChoice";
import type { ListPreview } from "./generated/ListPreview";
import type { MenuGroup } from "./generated/MenuGroup";
import type { NewVersion } from "./generated/NewVersion";
import type { UpdatedBy } from "./generated/UpdatedBy";
import type { Mute } from "./generated/Mute";
import type { MuteId } from "./generated/MuteId";
import type { NewMute } from "./generated/NewMute";
import type { NewNotifyRule } from "./generated/NewNotifyRule";
import type { Notice } from "./generated/Notice";
import type { NotifyRule } from "./generated/NotifyRule";
import type { NotifyRuleId } from "./generated/NotifyRuleId";
import type { Pack } from "./generated/Pack";
import type { Packed } from "./generated/Packed";
import type { PublisherLink } from "./generated/PublisherLink";
import type { SavedArticle } from "./generated/SavedArticle";
import type { SearchOrder } from "./generated/SearchOrder";
import type { SearchResults } from "./generated/SearchResults";
import type { SaveOutcome } from "./generated/SaveOutcome";
import type { Settings } from "./generated/Settings";
import type { SignIn } from "./generated/SignIn";
import type { ShownText } from "./generated/ShownText";
import type { Status } from "./generated/Status";
import type { Storage } from "./generated/Storage";
import type { SyncSummary } from "./generated/SyncSummary";
import type { TextMode } from "./generated/TextMode";
import type { TickerPage } from "./generated/TickerPage";
import type { TickerQuery } from "./generated/TickerQuery";
import type { TickerRow } from "./generated/TickerRow";
import type { Undone } from "./generated/Undone";
import type { Unfollowed } from "./generated/Unfollowed";

export type { ArticleId, ArticlePage, Changed, Comments, Failure, Feed, FeedId, Followed, Imported, ImportedSaved, Notice, Pack, Packed, SavedArticle };
export type { SaveOutcome, Settings, SignIn, ShownText, Status, SyncSummary, TextMode, TickerPage, TickerQuery, TickerRow, Undone, Unfollowed };
export type { FirstPicture };
export type { Activity, Check, FeedSettings, FeedStatistics, FeedVolume, Handed, Older };
export type { Mute, MuteId, NewMute };
export type { NewVersion, UpdatedBy };
export type { Desktop, NewNotifyRule, NotifyRule, NotifyRuleId };
export type { Hours } from "./generated/Hours";
export type { NotifyKind } from "./generated/NotifyKind";
export type { OnClose } from "./generated/OnClose";
export type { NotifySettings } from "./generated/NotifySettings";
export type { NotifyWhen } from "./generated/NotifyWhen";
export type { WordsMatch } from "./generated/WordsMatch";
export type { Edit, ImportedBag };
export type { DiffPart } from "./generated/DiffPart";
export type { MuteKind } from "./generated/MuteKind";
export type { SearchOrder, SearchResults };
export type { SearchHit } from "./generated/SearchHit";
export type { SavedHit } from "./generated/SavedHit";
export type { SnippetPart } from "./generated/SnippetPart";
export type { Attention } from "./generated/Attention";
export type { CheckOutcome } from "./generated/CheckOutcome";
export type { Trouble } from "./generated/Trouble";
export type { TroubleAction } from "./generated/TroubleAction";
export type { Comment } from "./generated/Comment";
export type { CleanedUp, PublisherLink, Storage };
export type { PublisherLinkKind } from "./generated/PublisherLinkKind";
export type { ExportFormat, Exported };
export type { SaveState } from "./generated/SaveState";
export type { Candidate } from "./generated/Candidate";
export type { ErrorCode } from "./generated/ErrorCode";
export type { FollowAs, Found, ListChoice, ListPreview, MenuGroup };
export type { ListFolder } from "./generated/ListFolder";
export type { ListFeed } from "./generated/ListFeed";
export type { FoundSource } from "./generated/FoundSource";
export type { PackFeed } from "./generated/PackFeed";
export type { Accent } from "./generated/Accent";
export type { HeadlineFont } from "./generated/HeadlineFont";
export type { Density } from "./generated/Density";
export type { Theme } from "./generated/Theme";
export type { FeedDirection } from "./generated/FeedDirection";
export type { FeedImages } from "./generated/FeedImages";
export type { FeedInterval } from "./generated/FeedInterval";
export type { CheckInterval } from "./generated/CheckInterval";
export type { ImagePolicy } from "./generated/ImagePolicy";
export type { MarkRead } from "./generated/MarkRead";
export type { Motion } from "./generated/Motion";
export type { ReadingFont } from "./generated/ReadingFont";
export type { ReadingStyle } from "./generated/ReadingStyle";
export type { ToastTime } from "./generated/ToastTime";
export type { Stored } from "./generated/Stored";

/** What the settings say about the program itself. */
export interface About {
  version: string;
  /** The folder that holds the library. */
  profile: string;
  log_file: string;
  /** Who brings new versions: the program itself, or the packages of the system. */
  updated_by: UpdatedBy;
  /** Whether the window may move its library to another folder. */
  movable: boolean;
}

/** How the window is drawn. */
export interface Drawing {
  /** Without a graphics card. */
  safe: boolean;
  /** The program has chosen that itself, because nothing was drawn. */
  news: boolean;
}

/** How a story is wanted: in which of its texts, and whether with images that are hidden otherwise. */
export interface TextWish {
  shown?: ShownText;
  images?: boolean;
}

/**
 * Everything the window can ask for: one method per command, named as the command. Every method rejects with a
 * {@link Failure}. `commands.ts` and `fake/backend.ts` both implement this interface, so neither can fall behind.
 */
export interface Backend {
  /** What the window needs to draw its first picture, in one answer. It may be a moment old: what changed since has to be asked for. */
  firstPicture(): Promise<FirstPicture>;
  ticker(query: TickerQuery): Promise<TickerPage>;
  /** At most 1000 ids; rows that are gone are absent from the answer. */
  tickerRows(ids: ArticleId[]): Promise<TickerRow[]>;
  /** Without a wish: the text that the source's mode chooses, with images as the settings say. */
  article(id: ArticleId, wish?: TextWish): Promise<ArticlePage>;
  /** Fetches the publisher's page now, which takes its time, and answers the story in full, or in the feed's text with a note. */
  fullStory(id: ArticleId): Promise<ArticlePage>;
  /** Addresses of the shown story's images that stand still and would move at the same address with `?play` behind it.
   * Known of images that were loaded: ask after their `load`. */
  animatedImages(id: ArticleId): Promise<string[]>;
  /** What the publisher changed, the last edit first. */
  edits(id: ArticleId): Promise<Edit[]>;
  /** What readers said, fetched now; where that fails, those that are here with a note. Only where `has_comment_feed`.
   * Links are opened by `openLink` with the comments' own `content_key`. */
  comments(id: ArticleId): Promise<Comments>;
  /** Remembers how far the reader is in a story, 0 to 1. Meant for a pause of scrolling and for leaving the story. */
  setPosition(id: ArticleId, position: number): Promise<void>;
  setTextMode(feed: FeedId, mode: TextMode): Promise<void>;
  markRead(ids: ArticleId[]): Promise<Changed>;
  /** Marks stories read because they were opened or stood in view: undo passes over it. */
  markSeen(ids: ArticleId[]): Promise<Changed>;
  /** The first words of stories, for the line below their headlines. */
  snippets(ids: ArticleId[]): Promise<Record<ArticleId, string>>;
  markUnread(ids: ArticleId[]): Promise<Changed>;
  /** Takes stories out of Live (`true`), or lets them in again. */
  hide(ids: ArticleId[], hidden: boolean): Promise<Changed>;
  /** With `before` in the query, what is strictly older than that row; with `after`, what is strictly newer. */
  markAllRead(query: TickerQuery): Promise<Changed>;
  saveArticle(id: ArticleId): Promise<SaveOutcome>;
  unsaveArticle(id: ArticleId): Promise<SaveOutcome>;
  retrySave(id: ArticleId): Promise<SaveOutcome>;
  /** Saves any page by its address. */
  savePage(url: string): Promise<SaveOutcome>;
  /** Replaces the tags of a saved story; the answer is how they stand now. */
  setTags(id: ArticleId, tags: string[]): Promise<string[]>;
  saved(): Promise<SavedArticle[]>;
  feeds(): Promise<Feed[]>;
  /** What stands at an address; nothing is followed. Answers when every feed there was read, which takes its time. With
   * `askFirst` an address inside a private network is refused with `private_address`, so that the reader can be asked. */
  lookAt(url: string, askFirst: boolean): Promise<Found>;
  /** Where the icon of source number `place` of that look is, asked of its own site; `null` where there is none to be had. */
  lookIcon(look: number, place: number): Promise<string | null>;
  /** Ends the look under way, which then rejects, and forgets what was found. */
  endLook(): Promise<void>;
  /** Follows source number `place` of exactly the look that `look` names. */
  followFound(look: number, place: number, wish: FollowAs): Promise<Followed>;
  /** Where a source may be now, the likeliest first; nothing is changed. One that is followed as this source answers where it is. */
  findAddress(feed: FeedId): Promise<Found>;
  /** Gives a source the address that a look found at this place; it can be undone. */
  changeAddress(feed: FeedId, look: number, place: number): Promise<Feed>;
  /** Words, "phrases", -exclusions and `source: folder: in:saved is:unread lang: tag: before: after:`; nothing typed is an
   * error. The newest first without an order; at most 200. */
  search(query: string, limit: number, order?: SearchOrder, below?: ArticleId): Promise<SearchResults>;
  /** The round under way, the sources that want the reader, and at most so many of the last checks. */
  activity(limit: number): Promise<Activity>;
  /** Asks the publisher of a source for the stories before those that are here, a page of them. */
  loadOlder(feed: FeedId): Promise<Older>;
  /** The last ten checks of a source, newest first. */
  feedChecks(feed: FeedId): Promise<Check[]>;
  feedStatistics(feed: FeedId): Promise<FeedStatistics>;
  /** How much each followed source brings, in no order. */
  volumes(): Promise<FeedVolume[]>;
  /** Gives a source the reader's own name; an empty one brings the publisher's back. */
  renameFeed(feed: FeedId, title: string): Promise<Feed>;
  /** Keeps a name and, in the system's keychain, a password for the site of a source. */
  signInTo(feed: FeedId, user: string, password: string): Promise<SignIn>;
  /** Forgets both. */
  signOutOf(feed: FeedId): Promise<void>;
  /** Puts sources into a folder, or out of any with null. A folder exists as long as a source is in it or under it; `Tech/News` is
      "News" in "Tech". */
  moveFeeds(feeds: FeedId[], folder: string | null): Promise<Changed>;
  /** Those under it go along. A folder that has the new path already takes the sources in. */
  renameFolder(from: string, to: string): Promise<Changed>;
  /** Its sources, and the folders in it, move up to where it stood. */
  deleteFolder(name: string): Promise<Changed>;
  setFeedSettings(feed: FeedId, settings: FeedSettings): Promise<Feed>;
  /** The mutes that hold, the newest first. */
  mutes(): Promise<Mute[]>;
  /** Takes matching stories among the newest 5,000 out of Live, and keeps later ones out. Saved stories stay. */
  mute(mute: NewMute): Promise<Mute>;
  /** Its stories come back where they were. */
  unmute(id: MuteId): Promise<void>;
  /** How many of the newest 5,000 stories a mute would take out. */
  muteMatches(mute: NewMute): Promise<number>;
  /** What the reader wants to be told of, the newest rule first. */
  notifyRules(): Promise<NotifyRule[]>;
  /** One that says the same already is answered in its place. Nothing is told unless the settings say so. */
  addNotifyRule(rule: NewNotifyRule): Promise<NotifyRule>;
  removeNotifyRule(id: NotifyRuleId): Promise<void>;
  unfollow(feed: FeedId): Promise<Unfollowed>;
  packs(): Promise<Pack[]>;
  followPack(id: string): Promise<Imported>;
  /** What is in the bytes of an OPML file; nothing is followed. */
  previewOpml(bytes: Uint8Array): Promise<ListPreview>;
  /** Follows what is new in previewed lists, but for the places that are left out; one undo takes all of it back. */
  importLists(choices: ListChoice[]): Promise<Imported>;
  /** A web address that lies on the clipboard; null where something else lies there. */
  clipboardAddress(): Promise<string | null>;
  /** Ends it early; what was followed until then stays. */
  cancelImport(): Promise<void>;
  /** Forgets the lists that were previewed and not taken. */
  forgetLists(): Promise<void>;
  /** The bytes of a list of saved articles from another app; their pages are fetched behind. */
  importSaved(bytes: Uint8Array): Promise<ImportedSaved>;
  /** Writes one file with everything into the folder for downloads; notices of an export tell how far it is, `cancelExport` ends it. */
  exportBag(): Promise<Exported>;
  /** The bytes of such a file; it joins what is here. Notices of an export tell how far it is, and `cancelExport` ends it. */
  importBag(bytes: Uint8Array): Promise<ImportedBag>;
  /** Deletes everything, for ever; what the reader agreed to, in figures. */
  deleteEverything(saved: number, feeds: number): Promise<void>;
  sync(feed?: FeedId): Promise<SyncSummary>;
  cancelSync(): Promise<void>;
  /** Makes the newest unread stories readable without a connection; notices tell how far it is. */
  pack(newest?: number, budgetMb?: number): Promise<Packed>;
  /** Ends packing after the story under way; what is packed stays. */
  cancelPack(): Promise<void>;
  /** Writes stories, or everything saved, into one file in the folder for downloads; notices tell how far it is. */
  exportSaved(ids: ArticleId[] | null, format: ExportFormat): Promise<Exported>;
  /** Writes the followed sources, or those of a folder and of those under it, as OPML into the folder for downloads. */
  exportFeeds(of: string | null): Promise<Exported>;
  /** Writes an image of a story, named by its key, into a file. Nothing is asked for. */
  exportImage(id: ArticleId, key: string): Promise<Exported>;
  /** The publisher's address of an image of a story that was opened. */
  imageAddress(key: string): Promise<string>;
  /** Ends the export under way; nothing of it stays. */
  cancelExport(): Promise<void>;
  /** Opens the folder of the last export. */
  showExport(): Promise<void>;
  /** A story as Markdown, with the publisher's addresses. */
  articleMarkdown(id: ArticleId): Promise<string>;
  /** Opens the system's dialog for printing what the window shows. */
  print(): Promise<void>;
  /** Ends the app, whatever closing the window does. */
  quit(): Promise<void>;
  /** Draws everything in the window so many times its size, from 0.5 to 4. */
  zoom(factor: number): Promise<void>;
  /** Closes the window as its own button does. */
  closeWindow(): Promise<void>;
  status(): Promise<Status>;
  /** What the program takes on the disk. */
  storage(): Promise<Storage>;
  /** Removes what was only looked at. What is saved, or packed and not read yet, stays. */
  cleanUp(): Promise<CleanedUp>;
  /** At most 64 names of 64 bytes with 4 KiB each. */
  remember(name: string, value: string): Promise<void>;
  settings(): Promise<Settings>;
  /** Changes the settings that are named and answers with all; the others stay as they are, whoever set them. */
  changeSettings(change: Partial<Settings>): Promise<Settings>;
  about(): Promise<About>;
  /** Lets the reader pick a folder in the system's dialog; what it is called, or null. */
  pickFolder(): Promise<string | null>;
  /** Moves the library to the folder that was picked last: the program ends and starts again. */
  moveLibrary(): Promise<void>;
  /** What the system around the window can do just now. */
  desktop(): Promise<Desktop>;
  /** Puts the commands of the window into the menu bar of macOS; what is chosen there comes back by `handed`. At most 12 menus of 64 lines. */
  menuBar(groups: MenuGroup[]): Promise<void>;
  /** What the system handed over with a start: a link, a file, a place. Told once; null = nothing. */
  handed(): Promise<Handed | null>;
  /** The bytes of the file that `handed` told last. */
  handedFile(): Promise<Uint8Array>;
  /** A version newer than this one. Unless `asked` for, nobody is asked before the reader allows it, and once a day at most. */
  lookForVersion(asked: boolean): Promise<NewVersion | null>;
  /** Fetches the newest version, looks at it and puts it in the place of this one, for the next start. */
  installVersion(): Promise<NewVersion>;
  /** What a bug report needs; with the addresses of sources only where the reader agrees. */
  diagnostics(addresses: boolean): Promise<string>;
  /** Languages that the system speaks to the program; none where the web view has the voices, or nobody has. */
  voices(): Promise<string[]>;
  /** Speaks one sentence and answers when it was spoken; false where it was hushed. `speed` in hundredths of the usual one. */
  say(text: string, language: string, speed: number): Promise<boolean>;
  /** Ends the sentence that is being spoken. */
  hush(): Promise<void>;
  /** How the window is drawn; null where that cannot be chosen. `news` is told once. */
  drawing(): Promise<Drawing | null>;
  /** Without a graphics card, or as usual, from the next start on. */
  drawSafely(safe: boolean): Promise<void>;
  /** Opens link number `link` of exactly the content that `contentKey` names. */
  openLink(id: ArticleId, link: number, contentKey: string): Promise<void>;
  openOriginal(id: ArticleId): Promise<void>;
  openComments(id: ArticleId): Promise<void>;
  /** Where else the publisher can be followed; fetched from its home page when first asked. Opened by its place in the list. */
  publisherLinks(feed: FeedId): Promise<PublisherLink[]>;
  openPublisherLink(feed: FeedId, link: number): Promise<void>;
  /** Sends a browser to the page on which this network wants the reader to sign in. */
  openSignIn(): Promise<void>;
  openHome(feed: FeedId): Promise<void>;
  /** Takes back the newest change, or the newest one of this kind. */
  undo(action?: string): Promise<Undone>;
  /** Does again what was taken back last, for as long as nothing else was done. */
  redo(): Promise<Undone>;
  /** Tells whether the window can be seen, so that the schedule may slow down. */
  windowState(visible: boolean): Promise<void>;
  /** Told once, after the first rows (or the welcome) were painted. */
  firstRowsPainted(): Promise<void>;
  /** Calls back for each notice until the returned function is called. */
  onNotice(listener: (notice: Notice) => void): Promise<() => void>;
}

/** True for what a command rejects with. */
export function isFailure(value: unknown): value is Failure {
  return typeof value === "object" && value !== null && "code" in value && "message" in value;
}

/** A sentence for whatever went wrong. */
export function sentence(error: unknown): string {
  if (isFailure(error)) return said(error.message);
  return error instanceof Error ? error.message : String(error);
}
