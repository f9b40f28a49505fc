import { readResults } from '@/entrypoints/background/history/menu-results';
import type { Mirror } from '@/entrypoints/background/mirror/mirror';
import { createPageLookUps } from '@/entrypoints/background/page-budget/page-look-ups';
import type { VaultEngine } from '@/entrypoints/background/vault/engine';
import type { Session } from '@/entrypoints/background/vault/ports';
import { isModelId } from '@/utils/civitai/ids';
import { isRecord } from '@/utils/is-record';
import type { RemovalAsked, RemovalForeseen } from '@/utils/messages/own-ground';
import type { OpenRemovals, VersionIds } from '@/utils/messages/protocol';
import {
  answerRemoval,
  askRemoval,
  foreseeRemoval,
  removalQuestion,
  removalVerdict,
} from '@/utils/messages/rows/own-ground-requests';
import { changeRemovals, openRemovals, undoConfirmed, undoRemovals } from '@/utils/messages/rows/removal-requests';
import { fail } from '@/utils/problem';
import { answerQuestion, describeQuestion, type OwnGroundServices } from './answer-question';
import { endpoint } from './endpoint';
import { hasVersionId, hasVersionIds, isAbsent, isOptionalPoint } from './guards';

/** The removals that are confirmed on the extension's own ground: pages ask, its own page answers. */
export function ownGroundEndpoints(services: OwnGroundServices) {
  const { removals, now } = services;
  const take = createPageLookUps(now);
  return [
    endpoint(askRemoval, isRemovalAsked, (asked, { tabId }) => removals.ask(asked, tabId)),
    endpoint(
      foreseeRemoval,
      isAbout,
      async (about, { tabId }): Promise<RemovalForeseen> =>
        take(tabId) ? { elsewhere: 'many' } : removals.foresee(about),
    ),
    endpoint(removalQuestion, hasId, ({ id }) => describeQuestion(services, id)),
    endpoint(removalVerdict, hasId, async ({ id }) => {
      const question = await removals.ownGround.find(id);
      return question ? removals.verdict(question.session, question.versionId) : fail({ kind: 'removal-expired' });
    }),
    endpoint(answerRemoval, isAnswer, answer => answerQuestion(services, answer)),
  ];
}

function isAbout(arg: unknown): arg is Pick<RemovalAsked, 'session' | 'versionId'> {
  return hasVersionId(arg) && 'session' in arg && typeof arg.session === 'string';
}

function isRemovalAsked(arg: unknown): arg is RemovalAsked {
  return (
    isAbout(arg) &&
    (!('why' in arg) || arg.why === undefined || arg.why === 'risk' || arg.why === 'many') &&
    (!('modelId' in arg) || arg.modelId === undefined || isModelId(arg.modelId)) &&
    (!('pressedAt' in arg) || isOptionalPoint(arg.pressedAt))
  );
}

function hasId(arg: unknown): arg is { id: string } {
  return isRecord(arg) && typeof arg.id === 'string';
}

function isAnswer(arg: unknown): arg is { id: string; isConfirmed: boolean } {
  return hasId(arg) && 'isConfirmed' in arg && typeof arg.isConfirmed === 'boolean';
}

export type RemovalServices = {
  engine: Pick<VaultEngine, 'removals' | 'changeRemovals'>;
  mirror: Pick<Mirror, 'itemNames'>;
  session(): Promise<Pick<Session, 'session'> | undefined>;
};

/** More than a popup shows; the rest is told once these are settled. */
const MOST_SHOWN = 200;

/** What the user still wants of removals that were not sent. */
export function removalEndpoints(services: RemovalServices) {
  const { engine, session } = services;
  return [
    endpoint(undoRemovals, hasSessionAndIds, asked => engine.changeRemovals(asked.session, asked.versionIds, 'undo')),
    endpoint(changeRemovals, isChange, asked => engine.changeRemovals(asked.session, asked.versionIds, asked.how)),
    endpoint(openRemovals, isAbsent, () => describeRemovals(services)),
    endpoint(undoConfirmed, hasVersionId, async ({ versionId }) => {
      const current = await session();
      return current ? engine.changeRemovals(current.session, [versionId], 'undo') : [];
    }),
  ];
}

async function describeRemovals({ engine, mirror, session }: RemovalServices): Promise<OpenRemovals> {
  const current = await session();
  const results = await readResults(current?.session).catch(() => []);
  if (!current) return { removals: [], results };
  const facts = (await engine.removals()).slice(0, MOST_SHOWN);
  const removals = facts.map(async fact => {
    const { modelName, versionName } = await mirror.itemNames(fact.versionId);
    return { fact, ...(modelName && { modelName }), ...(versionName && { versionName }) };
  });
  return { session: current.session, removals: await Promise.all(removals), results };
}

function hasSessionAndIds(arg: unknown): arg is VersionIds & { session: string } {
  return hasVersionIds(arg) && 'session' in arg && typeof arg.session === 'string';
}

function isChange(arg: unknown): arg is VersionIds & { session: string; how: 'now' | 'still' } {
  return hasSessionAndIds(arg) && 'how' in arg && (arg.how === 'now' || arg.how === 'still');
}
