import type { Mirror } from '@/entrypoints/background/mirror/mirror';
import type { VaultEngine } from '@/entrypoints/background/vault/engine';
import type { Session } from '@/entrypoints/background/vault/ports';
import type { VersionIds } from '@/utils/messages/protocol';
import { changeRemovals, openRemovals, undoConfirmed, undoRemovals } from '@/utils/messages/removal-requests';
import type { OpenRemovals } from '@/utils/messages/removals';
import { endpoint } from './endpoint';
import { hasVersionId, hasVersionIds, isAbsent } from './guards';

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
  if (!current) return { removals: [] };
  const facts = (await engine.removals()).slice(0, MOST_SHOWN);
  const removals = facts.map(async fact => {
    const { modelName, versionName } = await mirror.itemNames(fact.versionId);
    return { fact, ...(modelName && { modelName }), ...(versionName && { versionName }) };
  });
  return { session: current.session, removals: await Promise.all(removals) };
}

function hasSessionAndIds(arg: unknown): arg is VersionIds & { session: string } {
  return hasVersionIds(arg) && 'session' in arg && typeof arg.session === 'string';
}

function isChange(arg: unknown): arg is VersionIds & { session: string; how: 'now' | 'still' } {
  return hasSessionAndIds(arg) && 'how' in arg && (arg.how === 'now' || arg.how === 'still');
}
