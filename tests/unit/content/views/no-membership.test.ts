import { describe, expect, it } from 'vitest';
import { viewOfButton } from '@/entrypoints/civitai.content/views/button-view';
import { choicesOf } from '@/entrypoints/civitai.content/views/choices';
import { barrierOf, type ViewSources, viewOfMarked } from '@/entrypoints/civitai.content/views/marked-link';
import { viewOfMenu } from '@/entrypoints/civitai.content/views/menu-view';
import { model, version } from '@/tests/unit/background/api/ids';
import { fakeClient, signedIn } from '@/tests/unit/content/vault-client/fake-client';
import { plain } from '@/tests/unit/support/plain';
import type { Connection, Membership } from '@/utils/account/account';
import { fail } from '@/utils/problem';
import type { VaultState, VersionFact } from '@/utils/vault/membership';

const [modelId, versionId] = [model(12), version(30)];
const moment = { now: 2, isOnline: true };
const need = { leastKb: 60, mostKb: 90 };
const withMembership = (membership: Membership): Connection =>
  signedIn.kind === 'signed-in' ? { ...signedIn, membership } : signedIn;

/** What mark, menu and button say of a version before it is pressed, and whether it can be chosen among several. */
function saidTo(membership: Membership, state: VaultState = 'out') {
  const refused = async () => fail({ kind: 'unexpected' });
  const fact: VersionFact = { versionId, state, asOf: 1 };
  const connection = withMembership(membership);
  const named = { versionId, versionName: 'v1', need, availability: 'early-access' } as const;
  const sources: ViewSources = {
    client: fakeClient({ fact: () => fact, connection: () => connection }),
    lookUps: {
      versionsOf: () => ({ modelId, modelName: 'Amber', versions: [named] }),
      availabilityOf: () => undefined,
      model: refused,
      version: refused,
      target: async () => undefined,
    },
    intents: { overlay: (_id, known) => known },
  };
  const marked = { target: { modelId, versionId }, name: 'Amber' };
  const [row] = viewOfMenu(sources, marked, moment, { freeKb: 0 }).items;
  const onScreen = { modelId, modelName: 'Amber', versionId, versionName: 'v1', need, freeKb: 0 };
  const button = viewOfButton({ ...onScreen, barredBy: barrierOf(connection) }, fact, undefined, moment);
  return {
    mark: plain(viewOfMarked(sources, marked, moment).label),
    menu: plain(`${row?.action}. ${row?.title}`),
    button: button.label,
    hint: plain(button.hint),
    canChoose: choicesOf(sources, { ...marked, target: { modelId } })[0]?.canAdd,
  };
}

describe('a vault to which nothing can be added', () => {
  it.each([
    ['lapsed', 'Your Civitai membership has ended. Everything in your vault is still listed', 'Renew your membership'],
    ['never', 'This account has no vault yet. A vault comes with a paid Civitai membership', 'Become a member'],
  ] as const)('is said before the press, once, with the way out (%s)', (membership, why, way) => {
    const { hint, ...said } = saidTo(membership);
    expect(said).toEqual({
      mark: 'Can’t be added: no membership',
      menu: 'Can’t be added. v1: no membership',
      button: 'Can’t be added',
      canChoose: false,
    });
    expect(hint.startsWith(`This version is not in your vault. ${why}`)).toBe(true);
    expect(hint).toContain(way);
  });

  it('is nothing to speak of where the membership is active or not known', () => {
    for (const membership of ['member', 'unknown'] as const)
      expect(JSON.stringify(saidTo(membership))).not.toMatch(/membership|Can’t/);
  });

  it('changes nothing for what is in it', () => {
    expect(saidTo('lapsed', 'in')).toEqual(saidTo('member', 'in'));
  });
});
