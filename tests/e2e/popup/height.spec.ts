import { afterAll, describe, expect, it } from 'vitest';
import { buildIn } from '@/tests/e2e/support/language/build-in.ts';
import { accented } from '@/tests/e2e/support/language/pseudo.ts';
import { PROBLEM_STATES } from '@/tests/e2e/support/popup/eventful-states.ts';
import { POPUP_STATES } from '@/tests/e2e/support/popup/popup-states.ts';
import { eachState, type Measured } from '@/tests/e2e/support/popup/show-state.ts';
import { browserName, everyCase, useStage } from '@/tests/e2e/support/stage.ts';

/** Chromium's limit: what is higher gets a scroll bar round all of it. */
const MOST_PX = 600;

/** The problems with the longest sentences, and the one without a button, stand for all of them in the gate. */
const STATES = [
  ...POPUP_STATES,
  ...PROBLEM_STATES.filter(({ name }) => everyCase || /storage-newer|oversized|duplicated|limited/.test(name)),
];

/**
 * What gives way to what has happened: in English the list of what was added last, in a longer language also the rest. There the settings
 * are longer than 600 px by themselves: a panel's head with the way back stays, its body scrolls.
 */
const LANGUAGES = [
  ['English', undefined, ['search-rows'], []],
  ['a language that is 40 % longer', accented, ['search-rows', 'notices', 'connect'], ['panel-body']],
] as const;

/** What is wrong with a state of the popup. */
function flawsOf({ height, width, cutOff, scrolled, squeezed }: Measured, mayScroll: readonly string[]): string[] {
  return [
    ...(height > MOST_PX ? [`${height} px`] : []),
    ...(width > 360 ? [`${width} px wide`] : []),
    ...(cutOff > 0 ? [`${cutOff} px out of reach`] : []),
    ...squeezed.map(name => `${name} is squeezed`),
    ...scrolled
      .filter(part => !mayScroll.some(each => each.includes(part.split(' ')[0] ?? '')))
      .map(part => `${part} scrolls`),
  ];
}

describe.each(everyCase ? LANGUAGES : LANGUAGES.slice(0, 1))(
  'the popup in %s',
  async (language, translate, givesWay, isLong) => {
    const build = translate && (await buildIn(browserName, translate));
    afterAll(() => build?.remove());
    const stage = useStage(build ? { extensionDir: build.folder } : {});

    it('fits into 600 px in every state, with nothing out of reach', async () => {
      const page = await stage.browser.newPage();
      await page.setViewport({ width: 360, height: MOST_PX });
      const found: string[] = [];
      const open = (path: string) => stage.browser.engine.openExtensionPage(page, path);
      await eachState(page, STATES, open, async ({ name, scrolls = '' }, measured) => {
        const flaws = flawsOf(measured, [scrolls, ...isLong, ...(measured.isEventful ? givesWay : [])]);
        found.push(...flaws.map(flaw => `${name}: ${flaw}`));
        if (everyCase) {
          await stage.browser.screenshot(page, `popup-${language.slice(0, 1)}-${name.replace(/\W+/g, '-')}`);
        }
      });
      expect(STATES.length).toBeGreaterThan(40);
      expect(found).toEqual([]);
    }, 120_000);
  },
);
