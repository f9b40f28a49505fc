export type SignIns = ReturnType<typeof createSignIns>;

/** One account's sign-ins, one after the other. The first has begun. */
export function createSignIns() {
  let session: string | undefined = nameOf(0);
  let count = 0;
  let signedOutAt = Number.NEGATIVE_INFINITY;
  return {
    session: () => session,
    /** The session that a page shows; a stale one has not heard yet of the last sign-out. */
    shownOn: (isStale: boolean) => nameOf(isStale ? count - 1 : count),
    signedOutAt: () => signedOutAt,
    signIn(): void {
      count += 1;
      session = nameOf(count);
    },
    signOut(now: number): void {
      session = undefined;
      signedOutAt = now;
    },
  };
}

function nameOf(number: number): string {
  return `session-${number}`;
}
