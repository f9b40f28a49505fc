/**
 * `npm start`: Vaulted in a real browser, signed in, on a model page of the sandbox. Without a display, or with `--headless`,
 * it walks through the main job by itself and says what it saw; it ends with 0 only if all of it was true.
 */
import { parseArgs } from 'node:util';
import { createReport } from '@/tests/walkthrough/report.ts';
import { isWindowless, runAndExit, untilStopped } from '@/tests/walkthrough/session.ts';
import { ACCOUNT, chooseBrowser, type Stage, setStage } from '@/tests/walkthrough/stage.ts';
import { addOne, removeOne, seeQuota, seeVersions, takePictures } from '@/tests/walkthrough/steps.ts';

const { values: options } = parseArgs({
  options: {
    headless: { type: 'boolean', default: false },
    browser: { type: 'string' },
    // A folder with a build, such as an unpacked zip, instead of a new one.
    extension: { type: 'string' },
  },
});

/** Walks through the job; the exit code. */
async function walk(stage: Stage): Promise<0 | 1> {
  const report = createReport();
  report.check('Vaulted is loaded: its background runs and its marks are on the page', true, stage.page.url());
  await seeVersions(stage, report);
  await seeQuota(stage, report, 'before');
  await addOne(stage, report);
  await seeQuota(stage, report, 'after adding');
  await removeOne(stage, report);
  await seeQuota(stage, report, 'after removing');
  const { consoleErrors, pageErrors } = stage.browser.complaints(stage.page);
  const errors = [...consoleErrors, ...pageErrors];
  report.check('the page has no error in its console', errors.length === 0, errors.join('; ') || 'none');
  await takePictures(stage, report);
  const failures = report.failures();
  console.log(failures.length === 0 ? 'All of it was true.' : `Not true: ${failures.join('; ')}`);
  return failures.length === 0 ? 0 : 1;
}

/** Leaves the browser to the user until its window is closed, or Ctrl-C. */
async function hold(stage: Stage): Promise<0> {
  console.log(`Vaulted is loaded and signed in to the sandbox account "${ACCOUNT}". Try the button "Add to vault".`);
  console.log(
    `The sandbox answers on 127.0.0.1:${stage.sandbox.port}. Close the browser's window, or press Ctrl-C, to stop.`,
  );
  await untilStopped(stage);
  return 0;
}

async function main(): Promise<number> {
  const headless = isWindowless(options.headless);
  const ready = options.extension === undefined ? undefined : { extensionDir: options.extension };
  const stage = await setStage(chooseBrowser(options.browser), headless, ready);
  try {
    return await (headless ? walk(stage) : hold(stage));
  } finally {
    await stage.close();
  }
}

await runAndExit(main);
