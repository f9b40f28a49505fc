import type { Page } from 'puppeteer-core';

export type Intended = { versionId: number; target: 'in' | 'out' };
/** How an intent stands: `outcome` once it was answered, and what pages show of its version. */
export type Standing = Intended & { outcome?: string; state: string; problem?: string; isBusy: boolean };

type Fact = { versionId: number; state: string; activity?: object; problem?: { kind: string } };

// Runs in the page of the extension, from which a user removes many versions at once.
const SENDER = `
globalThis.intents = {
  sent: new Map(),
  send: (vaulted, arg) => (globalThis.browser ?? chrome).runtime.sendMessage({ vaulted, arg }),
  // A worker that was just stopped is started by the next message.
  async ask(versionIds) {
    for (let tries = 0; tries < 10; tries += 1) {
      const answer = await this.send('cached-versions', { versionIds }).catch(() => undefined);
      if (answer) return answer;
      await new Promise(resolve => setTimeout(resolve, 200));
    }
    throw new Error('The worker does not answer');
  },
  async submit(wanted, hasGrace) {
    const { connection } = await this.ask(wanted.map(({ versionId }) => versionId));
    const { session } = connection;
    for (const intended of wanted) {
      const entry = { ...intended };
      this.sent.set(intended.versionId, entry);
      const confirmed = intended.target === 'out' ? { confirmedAt: Date.now() } : {};
      void this.send('submit-intent', { session, ...intended, ...confirmed })
        .catch(() => undefined)
        .then(result => {
          entry.outcome = result?.ok ? 'ok' : (result?.problem?.kind ?? 'silence');
        });
    }
    if (!hasGrace) await this.removeNow(session, wanted.filter(({ target }) => target === 'out').map(({ versionId }) => versionId));
  },
  // "Remove now": how long a removal can be taken back is no matter of most tests that use this. On a busy machine a removal may be
  // queued only after the first of these messages.
  async removeNow(session, versionIds) {
    let left = versionIds;
    for (let tries = 0; tries < 50 && left.length > 0; tries += 1) {
      if (tries > 0) await new Promise(resolve => setTimeout(resolve, 40));
      const hastened = await this.send('change-removals', { session, versionIds: left, how: 'now' }).catch(() => []);
      left = left.filter(id => !hastened?.includes?.(id) && this.sent.get(id).outcome === undefined);
    }
  },
};`;

/** Sends intents from a page of the extension, as many at a time as wanted, and without a click for each. */
export async function openIntents(page: Page) {
  await page.evaluate(SENDER);
  return {
    /** All at once; removals are sent at once, too, unless they have their grace. */
    submit: (wanted: readonly Intended[], hasGrace = false): Promise<unknown> =>
      page.evaluate(`globalThis.intents.submit(${JSON.stringify(wanted)}, ${hasGrace})`),
    /** What became of those that were sent so far; it costs no request. */
    async read(): Promise<Standing[]> {
      const script = `(async () => {
        const sent = [...globalThis.intents.sent.values()];
        const { facts } = await globalThis.intents.ask(sent.map(({ versionId }) => versionId));
        return JSON.stringify({ sent, facts });
      })()`;
      const { sent, facts }: { sent: Standing[]; facts: Fact[] } = JSON.parse(String(await page.evaluate(script)));
      return sent.map(each => {
        const fact = facts.find(({ versionId }) => versionId === each.versionId);
        const problem = fact?.problem?.kind;
        return {
          ...each,
          state: fact?.state ?? 'unknown',
          isBusy: Boolean(fact?.activity),
          ...(problem && { problem }),
        };
      });
    },
  };
}
