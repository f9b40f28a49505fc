import { afterAll, describe, expect, it } from 'vitest';
import { buildIn } from '@/tests/e2e/support/language/build-in.ts';
import { accented } from '@/tests/e2e/support/language/pseudo.ts';
import { PROBLEM_STATES } from '@/tests/e2e/support/popup/eventful-states.ts';
import { POPUP_STATES } from '@/tests/e2e/support/popup/popup-states.ts';
import { measure, showState } from '@/tests/e2e/support/popup/show-state.ts';
import { browserName, everyCase, useStage } from '@/tests/e2e/support/stage.ts';

/** Chromium's limit: what is higher gets a scroll bar round all of it. */
const MOST_PX = 600;

/** The problems with the longest sentences, and the one without a button, stand for all of them in the gate. */
const STATES = [
  ...POPUP_STATES,
  ...PROBLEM_STATES.filter(({ name }) => everyCase || /storage-newer|oversized|duplicated|limited/.test(name)),
];

/** What gives way to what has happened: in English the list of what was added last, in a longer language also the rest. */
const LANGUAGES = [
  ['English', undefined, ['search-rows']],
  ['a language that is 40 % longer', accented, ['search-rows', 'notices', 'connect']],
] as const;

describe.each(everyCase ? LANGUAGES : LANGUAGES.slice(0, 1))(
  'the popup in %s',
  async (language, translate, givesWay) => {
    const build = translate && (await buildIn(browserName, translate));
    afterAll(() => build?.remove());
    const stage = useStage(build ? { extensionDir: build.folder } : {});

    it('fits into 600 px in every state, with nothing out of reach', async () => {
      const page = await stage.browser.newPage();
      await page.setViewport({ width: 360, height: MOST_PX });
      const found: string[] = [];
      for (const state of STATES) {
        await showState(page, state, () => stage.browser.engine.openExtensionPage(page, 'popup.html'));
        const { height, width, cutOff, scrolled, isEventful } = await measure(page);
        const mayScroll: string[] = [state.scrolls ?? '', ...(isEventful ? givesWay : [])];
        const isAllowed = (name: string) => mayScroll.some(part => part.includes(name.split(' ')[0] ?? ''));
        if (height > MOST_PX) found.push(`${state.name}: ${height} px`);
        if (width > 360) found.push(`${state.name}: ${width} px wide`);
        if (cutOff > 0) found.push(`${state.name}: ${cutOff} px out of reach`);
        found.push(...scrolled.filter(name => !isAllowed(name)).map(name => `${state.name}: ${name} scrolls`));
        if (everyCase) {
          await stage.browser.screenshot(page, `popup-${language.slice(0, 1)}-${state.name.replace(/\W+/g, '-')}`);
        }
      }
      expect(STATES.length).toBeGreaterThan(40);
      expect(found).toEqual([]);
    }, 120_000);
  },
);
