/* Everything that can lie over the window, and the views that are not there at the start: one chunk, fetched when the first rows
   stand on the screen. */
export { default as Activity } from "./activity/Activity.svelte";
export { default as AppMenu } from "./commands/AppMenu.svelte";
export { default as Help } from "./commands/Help.svelte";
export { default as Palette } from "./commands/Palette.svelte";
export { default as ExportDialog } from "./saved/ExportDialog.svelte";
export { default as ImportSavedDialog } from "./saved/ImportSavedDialog.svelte";
export { default as Saved } from "./saved/Saved.svelte";
export { default as SavePageDialog } from "./saved/SavePageDialog.svelte";
export { default as TagDialog } from "./saved/TagDialog.svelte";
export { default as Search } from "./search/Search.svelte";
export { default as CloseDialog } from "./settings/CloseDialog.svelte";
export { default as Settings } from "./settings/Settings.svelte";
export { default as AddressDialog } from "./sources/AddressDialog.svelte";
export { default as FollowDialog } from "./sources/FollowDialog.svelte";
export { default as NameDialog } from "./sources/NameDialog.svelte";
export { default as NotifyDialog } from "./sources/NotifyDialog.svelte";
export { default as SignInDialog } from "./sources/SignInDialog.svelte";
export { default as SourceDetail } from "./sources/SourceDetail.svelte";
export { default as Sources } from "./sources/Sources.svelte";
export { default as MuteDialog } from "./ticker/MuteDialog.svelte";
export { default as PackDialog } from "./ticker/PackDialog.svelte";
export { default as StoryMenu } from "./ticker/StoryMenu.svelte";
export { default as ImportedDialog } from "./welcome/ImportedDialog.svelte";
export { default as ListDialog } from "./welcome/ListDialog.svelte";
export { default as PacksDialog } from "./welcome/PacksDialog.svelte";
export { default as Welcome } from "./welcome/Welcome.svelte";
