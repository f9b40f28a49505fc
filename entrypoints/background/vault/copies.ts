import type { FactRow } from '@/entrypoints/background/storage/rows';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';

type Duplicated = Extract<Problem, { kind: 'duplicated' }>;

export type Copies = ReturnType<typeof createCopies>;

/** The versions that the vault holds more than once. Facts are compared by what they hold, problems by identity. */
export function createCopies() {
  const problems = new Map<VersionId, Duplicated>();
  /** `sizeKb`: one of the rows. */
  const set = (versionId: VersionId, copies: number, sizeKb: number) => {
    if (copies > 1) problems.set(versionId, { kind: 'duplicated', copies, sizeKb });
    else problems.delete(versionId);
  };
  return {
    set,
    problemOf: (versionId: VersionId): Problem | undefined => problems.get(versionId),
    versions: () => [...problems.keys()],
    /** The row with the number in it: the next worker has to know of a second row, too, and it may be long until a list is read. */
    markRow({ copies: _, ...row }: FactRow): FactRow {
      const twice = problems.get(row.versionId);
      return { ...row, ...(twice && { copies: twice.copies }) };
    },
    /** Takes over what an earlier worker has stored. */
    restore: ({ versionId, copies = 1, sizeKb = 0 }: FactRow) => set(versionId, copies, sizeKb),
  };
}
