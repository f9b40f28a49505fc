import { createRig, OUT, type Rig, V } from '@/tests/unit/background/vault/rig';

/** A rig whose vault holds the versions, and whose site removes two. */
export function rigWith(...kept: (typeof V)[]): Rig {
  const rig = createRig();
  for (const version of kept) rig.world.kept.add(version);
  rig.world.toggles.push(OUT, OUT);
  return rig;
}

/** The vault is known to hold the version, as where a mark was pressed. */
export async function known(rig: Rig): Promise<Rig> {
  void rig.engine().check([V]);
  await rig.pass(100);
  rig.asked.length = 0;
  return rig;
}
