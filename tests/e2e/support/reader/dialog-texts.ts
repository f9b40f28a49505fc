import type { Text } from './reads.ts';

/** Of what opens on the site's pages. */
export const ON_SITE = {
  removal: [
    'dialog “Remove from your vault?” · “v16.0 of WAI-illustrious-SDXL · 6.47 GB Civitai still offers this version to all users. You can add it again, but any notes on it will be lost.” [modal]',
    'heading “Remove from your vault?”',
    'button “Keep in vault” [focused]',
    'button “Remove”',
  ],
  undo: [
    'status “v16.0 of WAI-illustrious-SDXL will be removed from your vault in a moment.”',
    'alert “”',
    'button “Undo”',
    'button “Close”',
  ],
  kept: [/^status “v16\.0 of WAI-illustrious-SDXL \(.+\) stays in your vault\.”$/, 'alert “”', 'button “Close”'],
  inGrace: [
    'status “v13.0 of WAI-illustrious-SDXL will be removed from your vault in a moment.”',
    'alert “”',
    'button “Undo”',
    'button “Close”',
  ],
  removed: ['status “v13.0 of WAI-illustrious-SDXL was removed from your vault.”', 'alert “”', 'button “Close”'],
  menuInGrace: [
    /^dialog “🦊 Fox .+” · “In your vault: 1 of 2 versions\.”$/,
    'button “Removing… Undo ✨ v2 ✨ · 221.91 MB. In vault” [focused]',
    'button “Add 🥚 · 217.9 MB. Not in vault”',
  ],
  refused: [
    'status “”',
    /^alert “.+ of .+ This version has no files\. There is nothing to add yet\. Try again when its creator has uploaded a file\.”$/,
    'button “Close”',
  ],
  menu: [
    'dialog “WAI-illustrious-SDXL” · “In your vault: 2 of 12 versions.”',
    'button “Remove… v16.0 · 6.47 GB. In vault” [focused]',
    'button “Add v15.0 · 6.46 GB. Not in vault”',
  ],
  choice: [
    /^dialog “Add versions of WAI-illustrious-SDXL” · “10 chosen: .+ together\. .+ is free\.” \[modal\]$/,
    'heading “Add versions of WAI-illustrious-SDXL”',
    'checkbox “All that can be added” [checked]',
    'checkbox “v16.0 In vault” [disabled]',
    'checkbox “v15.0 6.46 GB” [checked]',
  ],
  recipe: [
    /^dialog “Add all of these to your vault\?” · “6 versions are not in your vault: .+ together\. .+ is free\.” \[modal\]$/,
    'heading “Add all of these to your vault?”',
    'button “Not now” [focused]',
    'button “Add 6”',
  ],
} satisfies Record<string, Text>;

/** Of the window that asks in place of a page. */
export const ON_OWN_GROUND: Text = [
  'alertdialog “Remove from your vault?” · “v2.0 of Generator Only · 221.91 MB Vaulted asks here because it wasn’t sure that this could be undone. This version can only be used on Civitai itself. Once removed it could not be added again. This may be the only copy.”',
  'heading “Remove from your vault?”',
  'status “This version can only be used on Civitai itself. Once removed it could not be added again. This may be the only copy.”',
  'button “Keep in vault” [focused]',
  'button “Remove anyway”',
];

const CLOSE = 'button “Close” · “Close”';

/** Of the vault page's dialogs, by the words of the button that opens each. */
export const ON_VAULT_PAGE = {
  Export: [
    'dialog “Export” [modal]',
    'heading “Export” [focused]',
    CLOSE,
    'radio “The whole vault 42 versions” [checked]',
    'radio “CSV For spreadsheets. Names that could run as a formula get an apostrophe in front.” [checked]',
    'radio “JSON For programs, with every field exactly as your vault has it.”',
    'button “Cancel”',
    'button “Save CSV, 42 versions”',
  ],
  'Rows and columns': [
    'dialog “Rows and columns” [modal]',
    'heading “Rows and columns” [focused]',
    CLOSE,
    'radio “Roomy two lines and a picture” [checked]',
    'radio “Compact one line, twice as many on the screen”',
    'checkbox “Creator” [checked]',
  ],
  'Keyboard shortcuts': [
    'dialog “Keyboard shortcuts” [modal]',
    'heading “Keyboard shortcuts” [focused]',
    CLOSE,
    'heading “Anywhere in the browser”',
    'term “Add or remove the version on screen”',
    'definition “Alt+Shift+K”',
    'term “Open the vault page”',
    'definition “Alt+Shift+V”',
    'term “Search the vault”',
    'definition “Alt+Shift+F”',
    'button “Change these keys”',
    'term “Search”',
    'definition “/”',
  ],
  History: ['dialog “Removals and additions” [modal]', 'heading “Removals and additions” [focused]', CLOSE],
  'Free up space': ['dialog “Free up space” [modal]', 'heading “Free up space” [focused]', CLOSE],
} satisfies Record<string, Text>;

/** Of an item's own dialog, the question about a selection, and the filters of a narrow page. */
export const OF_ITEMS = {
  item: [/^dialog “.+” \[modal\]$/, /^heading “.+” \[focused\]$/, CLOSE, /^status “.+”$/, 'term “Creator”'],
  removal: [
    'dialog “Remove from your vault?” [modal]',
    'heading “Remove from your vault?” [focused]',
    CLOSE,
    /^heading “Can be added again 1 version, .+”$/,
    'checkbox “Can be added again” [checked]',
    /^checkbox “.+ [KMG]B” \[checked\]$/,
    'button “Remove nothing”',
    /^button “Remove 1 version, .+ [KMG]B”/,
  ],
  filters: [
    'dialog “Filters” [modal]',
    'heading “Filters” [focused]',
    CLOSE,
    'checkbox “Stored 34 shown”',
    'checkbox “Pending 5 shown”',
  ],
} satisfies Record<string, Text>;
