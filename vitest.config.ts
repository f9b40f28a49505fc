import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/**
 * What depends hardly on the browser: under `npm test` in Chromium alone, so that the gate stays below nine minutes on two cores; under
 * `npm run test:all` in both.
 */
const ALIKE_IN_BOTH = [
  'account/{brief-key,key-at-rest,onboarding,sign-in,site-login,two-accounts}',
  'background/{bad-input,bounds,former-database,mirror}',
  'faults/{changes,connection,whole-browser}',
  'languages/*',
  'model-page/{many-hands,names,navigation,official-button,quiet-page,reasons,reassigned}',
  'popup/*',
  'surfaces/{by-finger,changed,dialogs,feed,hover,later,look-ups,marks,menu,press,quiet,readable,whole-job}',
  'trust/{flood,history,own-ground,refused-storage,storage}',
  'vault-page/*',
];
/**
 * Firefox can't see what is painted over an element (SECURITY.md): its attacks are in trust/hostile-page, and it refuses less. The limit of a popup's height
 * is Chromium's, and the accessibility tree that is read. Firefox shows the debugger no tab of a restored session.
 */
const OF_CHROMIUM = [
  'background/{from-anywhere,restored-session}',
  'popup/height',
  'reader/*',
  'trust/{honest-presses,user-among-attacks}',
];
/** Chromium for Android takes no extensions. */
const OF_FIREFOX = ['android/*'];
/**
 * What waits more than it proves, or runs in Firefox already, and a user who in a busy quarter of a minute may get nothing done: under
 * `npm run test:all` alone.
 */
const LONG = [
  'account/two-accounts',
  'background/{bad-input,life-of-the-extension,mirror,restored-session}',
  'faults/{connection,reads,whole-browser}',
  'model-page/{many-hands,names,quiet-page,reasons}',
  'reader/*',
  'surfaces/{by-finger,later,look-ups}',
  'trust/user-among-attacks',
];
/** Small files that take long: on a machine that has not run them yet, Vitest would start them last. */
const LONGEST = [
  'faults/changes',
  'faults/connection',
  'faults/whole-browser',
  'background/mirror',
  'model-page/official-button',
  'languages/pages',
  'popup/height',
  'trust/history',
  'trust/undo',
];

/** Vitest's own order, the longest first: it takes a class. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLongest = ({ moduleId }: TestSpecification) =>
      // The property test keeps one core busy to its end: begun last, it would leave the other idle.
      [...LONGEST.map(name => `/e2e/${name}.spec.ts`), '/engine.property.test.ts'].some(end => moduleId.endsWith(end));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLongest), ...sorted.filter(file => !isLongest(file))];
  }
}

const UNIT = 'tests/unit/**/*.test.{ts,tsx}';
/** Gives the tests the English texts, and each file the browser as it was. */
const SET_UP = ['tests/unit/support/texts.ts', 'tests/unit/support/browser.ts'];
/** A module or a text that one file replaces would be replaced, or not, in the files after it. */
const REPLACING = globSync(UNIT).filter(file => /vi\.mock\(|getMessage/.test(readFileSync(file, 'utf8')));

const isEveryCase = process.env.VAULTED_EVERY_CASE === '1';

/** The same specs run in both browsers; each file has a browser and a sandbox of its own. Most of their time is waiting, so several files share a core. */
function endToEnd(browser: 'chromium' | 'firefox') {
  const inFirefox = [...OF_CHROMIUM, ...(isEveryCase ? [] : ALIKE_IN_BOTH)];
  const inChromium = [...OF_FIREFOX, ...(isEveryCase ? [] : LONG)];
  const leftOut = browser === 'firefox' ? inFirefox : inChromium;
  return {
    extends: true as const,
    test: {
      name: `e2e-${browser}`,
      include: ['tests/e2e/**/*.spec.ts'],
      exclude: leftOut.map(name => `tests/e2e/${name}.spec.ts`),
      env: { VAULTED_BROWSER: browser },
      // Two of every case at once are all that two cores hold; of the gate's fewer cases they hold more.
      maxWorkers: isEveryCase ? 2 : browser === 'chromium' ? 3 : 2,
      // What files share is loaded once in each worker; what they change is their own browser and sandbox.
      isolate: false,
      testTimeout: 60_000,
      hookTimeout: 60_000,
      // Two browsers on two cores: what a busy moment broke may show once more that it holds.
      retry: 1,
    },
  };
}

export default defineConfig({
  // What the extension itself takes from WXT.
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    // An empty run must never look like a passed one.
    passWithNoTests: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [await WxtVitest()],
        // A process and a document for each file took more than half of the time.
        test: { name: 'unit', include: [UNIT], exclude: REPLACING, isolate: false, setupFiles: SET_UP },
      },
      { plugins: [await WxtVitest()], test: { name: 'unit-apart', include: REPLACING, setupFiles: SET_UP } },
      {
        extends: true,
        // Some of it is the site in a real browser, while others use the machine as well.
        test: {
          name: 'sandbox',
          include: ['tests/{sandbox,contract,site}/**/*.test.{ts,tsx}'],
          // The sandbox itself is loaded once in each worker: a world is made anew for each file.
          isolate: false,
          testTimeout: 60_000,
          retry: 1,
        },
      },
      { extends: true, test: { name: 'property', include: ['tests/property/**/*.test.ts'], testTimeout: 180_000 } },
      // What holds for the tree: it builds nothing, so that `npm run check` takes seconds.
      { extends: true, test: { name: 'house', include: ['tests/house/**/*.test.ts'], testTimeout: 60_000 } },
      // What holds for the build: bundle contents, budgets, the store's own lint; every text in every language.
      { extends: true, test: { name: 'build', include: ['tests/{build,languages}.test.ts'], testTimeout: 120_000 } },
      endToEnd('chromium'),
      endToEnd('firefox'),
    ],
  },
});
