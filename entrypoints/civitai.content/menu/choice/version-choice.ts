import type { ActionSources } from '@/entrypoints/civitai.content/actions/intents';
import { createModalSheet, openModal } from '@/entrypoints/civitai.content/dom/modal';
import { createPart } from '@/entrypoints/civitai.content/dom/parts';
import { type Steady, watchSteady } from '@/entrypoints/civitai.content/presses/steady';
import { readFreeKb } from '@/entrypoints/civitai.content/vault-client/free-space';
import { type Choice, choicesOf, describeChosen } from '@/entrypoints/civitai.content/views/choices';
import { type MarkedLink, namingOf } from '@/entrypoints/civitai.content/views/marked-link';
import { spokenNames } from '@/entrypoints/civitai.content/views/version-name';
import { sessionOf } from '@/utils/account/account';
import type { VersionId } from '@/utils/civitai/ids';
import { joinSentences } from '@/utils/sentences/sentences';
import { t } from '@/utils/texts/texts';
import { addChosen } from './add-chosen';
import choiceSheet from './choice.css?inline';
import { type ChoiceRows, createChoiceRows, describeEnding } from './choice-rows';
import { createEveryBox, type EveryBox } from './every-box';

/** "Add all versions": one dialog at a time. */
export type VersionChoice = { open(marked: MarkedLink): void; update(): void };

type Opened = {
  readonly sources: ActionSources;
  readonly marked: MarkedLink;
  /** The sign-in whose vault the user was shown. */
  readonly session: string;
  /** What the user has said of versions; of all others the default counts. */
  readonly said: Map<VersionId, boolean>;
  readonly rows: ChoiceRows;
  readonly every: EveryBox;
  readonly sum: HTMLElement;
  readonly close: HTMLButtonElement;
  readonly add: HTMLButtonElement;
  readonly end: AbortController;
  freeKb: number | undefined;
  /** Those that are being added, or were. */
  sent: readonly Choice[] | undefined;
};

/** "Add" has to have been seen for this long. */
const ADD_AFTER_MS = 200;

const sheet = createModalSheet(choiceSheet);

/** Lets the user choose among a model's versions, with their sizes, their sum and the free space, and adds them one after the other. */
export function createVersionChoice(sources: ActionSources, signal: AbortSignal): VersionChoice {
  let opened: Opened | undefined;
  return {
    update: () => opened && draw(opened),
    open(marked) {
      const current = createOpened(sources, marked);
      opened?.close.click();
      opened = current;
      draw(current);
      void show(current, signal).then(() => {
        if (opened === current) opened = undefined;
      });
    },
  };
}

function createOpened(sources: ActionSources, marked: MarkedLink): Opened {
  const said = new Map<VersionId, boolean>();
  const opened: Opened = {
    sources,
    marked,
    said,
    session: sessionOf(sources.client.connection()) ?? '',
    rows: createChoiceRows((versionId, isChosen) => {
      said.set(versionId, isChosen);
      draw(opened);
    }),
    every: createEveryBox(isChosen => {
      for (const { versionId, canAdd } of choicesOf(sources, marked)) if (canAdd) said.set(versionId, isChosen);
      draw(opened);
    }),
    sum: createPart('p', 'risk'),
    close: createPart('button', 'later', t('recipe.later')),
    add: createPart('button', 'add'),
    end: new AbortController(),
    freeKb: undefined,
    sent: undefined,
  };
  opened.sum.setAttribute('aria-live', 'polite');
  return opened;
}

async function show(opened: Opened, signal: AbortSignal): Promise<void> {
  const { sources, marked, rows, every, sum, close, add, end } = opened;
  const title = createPart('h2', 'title', t('all.title', { model: spokenNames(namingOf(sources, marked)).model }));
  const content = { title, body: [every.label, rows.list, sum], actions: [close, add] } as const;
  const closed = openModal(content, sheet, signal);
  const steady = watchSteady(add, ADD_AFTER_MS, closed);
  add.addEventListener('click', event => event.isTrusted && void press(opened, steady));
  opened.freeKb = await readFreeKb(sources.client);
  draw(opened);
  await closed;
  end.abort();
}

const isChosen = ({ said }: Opened, { versionId, canAdd, isDefault }: Choice): boolean =>
  canAdd && (said.get(versionId) ?? isDefault);

/** Makes the dialog show what is known now. Once something was sent, the rows say what came of it. */
function draw(opened: Opened): void {
  const { sources, marked, rows, every, sum, add, sent, freeKb } = opened;
  const choices = choicesOf(sources, marked, freeKb);
  const isSent = (choice: Choice): boolean => sent?.some(({ versionId }) => versionId === choice.versionId) ?? false;
  rows.show(choices, choice => (sent ? isSent(choice) : isChosen(opened, choice)), sent !== undefined);
  if (sent) return;
  const addable = choices.filter(({ canAdd }) => canAdd);
  const chosen = choices.filter(choice => isChosen(opened, choice));
  every.show(chosen.length, addable.length);
  const words = describeChosen(chosen, freeKb);
  if (sum.textContent !== words) sum.textContent = words;
  add.textContent = t('recipe.add-count', { count: chosen.length });
  add.disabled = chosen.length === 0;
}

async function press(opened: Opened, steady: Steady): Promise<void> {
  const { sources, marked, sum, add } = opened;
  if (opened.sent || add.disabled) return;
  // What the user saw when pressing, whatever becomes known while the press is judged.
  const chosen = choicesOf(sources, marked, opened.freeKb).filter(choice => isChosen(opened, choice));
  add.disabled = true;
  if (await steady.isMeant()) return run(opened, chosen);
  const again = joinSentences(t('press-again.what'), t('press-again.next'));
  draw(opened);
  sum.textContent = again;
  // The page has taken the dialog away: its words are not seen there.
  if (!add.isConnected) sources.intents.say(again);
}

async function run(opened: Opened, chosen: readonly Choice[]): Promise<void> {
  const { sources, session, rows, every, sum, close, add, end } = opened;
  opened.sent = chosen;
  every.label.hidden = true;
  add.hidden = true;
  close.textContent = t('action.stop');
  draw(opened);
  const record: Parameters<typeof addChosen>[3] = (versionId, step) => {
    rows.showStep(versionId, step);
    if (step.kind === 'adding') sum.textContent = t('all.running', { number: step.number, total: chosen.length });
  };
  const ending = await addChosen(sources.intents.add, chosen, session, record, end.signal);
  close.textContent = t('action.close');
  const words = describeEnding(ending, chosen.length);
  sum.textContent = words;
  // The dialog was closed while the last one was on its way.
  if (end.signal.aborted) sources.intents.say(words);
}
