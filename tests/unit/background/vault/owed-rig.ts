import { expect } from 'vitest';
import type { Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import { createRig, failure, OUT, type Rig, V } from './rig';

export const HOUR = 3_600_000;
export const REFUSED = failure(
  { kind: 'site-error' },
  { sent: 'answered', status: 500, refusal: { code: 'NOT_FOUND', hasCause: false } },
);

/** The intent to have the version removed and added again, and what comes of it. */
export function again(rig: Rig, confirmedAgo = 0): Result<VersionFact>[] {
  const outcome: Result<VersionFact>[] = [];
  const confirmedAt = rig.now() - confirmedAgo;
  const intent = { session: 'one', versionId: V, target: 'out', confirmedAt, addAgain: true } as const;
  void rig
    .engine()
    .submit(intent)
    .then(result => outcome.push(result));
  return outcome;
}

/** A version that is out, and whose addition the site has refused once. */
export async function refusedRig(): Promise<Rig> {
  const rig = createRig();
  rig.world.kept.add(V);
  rig.world.toggles.push(OUT, REFUSED);
  again(rig);
  await rig.pass(1_000);
  rig.world.kept.delete(V);
  await rig.pass(40_000);
  expect(rig.attempts).toHaveLength(2);
  return rig;
}

/** The user signs out; what the database does then, the store does. */
export async function signOut(rig: Rig): Promise<void> {
  rig.world.session = undefined;
  rig.store.empty(rig.now());
  rig.engine().end();
  await rig.pass(100);
}

export async function signIn(rig: Rig, session = 'two'): Promise<void> {
  rig.world.session = { session, canWrite: true };
  await rig.engine().wake();
  await rig.pass(60_000);
}
