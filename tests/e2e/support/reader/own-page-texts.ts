import type { Text } from './reads.ts';

/** Of a version that is in the vault twice. */
const JUDGED: Text = [
  'button “Leave it as it is” · “Civitai still offers it, and it fits. Vaulted removes both copies, then adds one, and keeps trying until it is back.” [focused]',
  'button “Keep one”',
];
const TITLE = 'heading “In your vault more than once”';
const MODEL = 'link “水墨画風の背景 第二版・改良 (opens in a new tab)”';
const PANEL = 'heading “More than once, or on the way back”';

export const OF_TWICE = {
  panel: ['button “Back” [focused]', PANEL, TITLE, MODEL, 'button “Keep one…”'],
  asked: ['button “Back”', PANEL, TITLE, MODEL, ...JUDGED],
  section: [TITLE, MODEL, 'button “Keep one…”'],
  judged: [TITLE, MODEL, ...JUDGED],
} satisfies Record<string, Text>;

const OVER: Text = [
  /^status “Your vault is .+ over its limit\. .*Nothing can be added, and Civitai will delete what is over the limit\./,
  /^heading “Your vault is .+B over its limit\.”$/,
];
const DATES: Text = [
  'term “Since”',
  /^definition “about .+”$/,
  'term “Downloads”',
  /^definition “until about .+ \(in\s\d+\sdays\)”$/,
  'term “Deletion”',
  /^definition “from about .+ \(in\s\d+\sdays\)”$/,
];

/** Of the vault page. */
export const OF_VAULT_PAGE = {
  halfDone: [
    /^status “The new one is in\. Remove the old one\? .+: v2\.0 was added, and .+ is still in your vault\. Remove the old one… Keep both”$/,
    'heading “The new one is in. Remove the old one?”',
    'button “Remove the old one…”',
    'button “Keep both”',
  ],
  newer: ['heading “Newer version out”', 'status “”', 'button “Add the new one, then remove this one”'],
  sure: [
    'heading “Newer version out”',
    /^status “Adds the new version\. .+ is removed only once the new one is certainly in your vault\.”$/,
    'button “Add it, then remove this one”',
    'button “Cancel” [focused]',
  ],
  cancelled: ['heading “Newer version out”', 'status “”', 'button “Add the new one, then remove this one” [focused]'],
  overLimit: [
    ...OVER,
    ...DATES,
    'link “Save these first (an estimate) (opens in a new tab)”',
    'button “Free up space”',
    'link “Get more storage on Civitai (opens in a new tab)”',
  ],
} satisfies Record<string, Text>;

/** Of the popup. */
export const OF_POPUP = {
  overLimit: [
    ...OVER,
    'link “Free up space (opens in a new tab)”',
    'DisclosureTriangle “Details” [expanded]',
    ...DATES,
    'link “Save these first (an estimate) (opens in a new tab)”',
    'link “Get more storage on Civitai (opens in a new tab)”',
  ],
  settings: [
    'button “Back” [focused]',
    'heading “Settings”',
    'heading “Marks on Civitai’s pages”',
    'checkbox “Model cards” [checked]',
    'checkbox “Resources and lists” [checked]',
    'checkbox “Generator” [checked]',
    'checkbox “Links in text” [checked]',
    'checkbox “Always show the Add button”',
    'checkbox “Show text on marks”',
    'checkbox “Compare it with Civitai: what is gone, what is newer” [checked]',
    'alert “”',
    'heading “API key”',
    'link “Create a vault-only key (opens in a new tab)”',
    'button “Use another key”',
    'button “Make a report”',
  ],
  report: [
    'heading “A report for maintainers”',
    'textbox “A report for maintainers” [focused]',
    'checkbox “With names and ids of versions”',
    'button “Copy the report”',
    'status “”',
  ],
  severalKeys: [
    'textbox “API key” [focused]',
    'button “Show key” · “Show key”',
    'alert “”',
    /^alert “You pasted more than one key\. Which one shall Vaulted use\? Use the key that ends with +abab Use the key that ends with +cdcd”$/,
    'button “Use the key that ends with abab”',
    'button “Use the key that ends with cdcd”',
    'checkbox “Store the key only until the browser closes”',
    'button “Connect”',
  ],
  wrongKey: [
    /^textbox “API key” · “This doesn’t look like a Civitai key: .+” \[focused\] \[invalid: true\]$/,
    'button “Show key” · “Show key”',
    /^alert “This doesn’t look like a Civitai key: .+”$/,
    'checkbox “Store the key only until the browser closes”',
    'button “Connect”',
  ],
} satisfies Record<string, Text>;
