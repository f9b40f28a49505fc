import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import type { DropBy, FaultKind } from '@/sandbox/http/faults.ts';
import type { LoggedRequest } from '@/sandbox/http/request-log.ts';
import { FIRM_LIMITS } from '@/tests/bench/budgets.ts';
import { type Figure, limited, type Section } from '@/tests/bench/report/section.ts';
import { putInLongAgo } from '@/tests/e2e/faults/places.ts';
import { type Intended, openIntents, type Standing } from '@/tests/e2e/support/vault/intents.ts';
import { rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { type Bench, withBuilds } from './open-builds.ts';

const INTENTS = 60;
/** Answers are confirmed up to 20 s later: after so long a silence nothing more comes. */
const SILENCE_MS = 22_000;
const SETTLED_MS = 240_000;

type Asked = { toggles: number; checks: number; quotas: number; lists: number; others: number; right: number };
export type QuestionNumbers = { questions: { streamed: Asked; plain: Asked; faultsPerIntent: number } };

const drops = (['socket', 'session', 'goaway', 'refused', 'stream'] as const satisfies readonly DropBy[]).flatMap(by =>
  (['before-commit', 'after-commit'] as const).map((when): FaultKind => ({ kind: 'drop', when, by })),
);
/** Every kind of fault that a toggle can meet, in turn. */
const FAULTS: readonly FaultKind[] = [
  ...drops,
  { kind: 'refuse' },
  { kind: 'cut' },
  { kind: 'truncated' },
  { kind: 'malformed' },
  { kind: 'other-shape' },
  { kind: 'hang' },
  { kind: 'hang', when: 'after-commit' },
  { kind: 'delay', ms: 3_000 },
  { kind: 'status', status: 502, html: '<h1>Bad gateway</h1>', when: 'after-commit' },
  { kind: 'status', status: 429, retryAfter: '5' },
];

/** A removal that could not leave within its minute, or whose worker ended (a fault may end the browser's network process), is confirmed once more. */
const UNSENT: readonly string[] = ['removal-expired', 'removal-unsent'];

/** Half of them additions, half removals, of versions that nothing was asked about yet. */
function prepare(bench: Bench): Intended[] {
  const { sandbox } = bench;
  sandbox.vault.setStorage(sandbox.accounts.get('small').id, 2_000_000_000);
  const free = sandbox.catalogue.ordinaryVersions().filter(({ id }) => rowsOf(bench, 'small', id).length === 0);
  return free.slice(0, INTENTS).map(({ id }, n) => {
    const target = n % 2 ? 'out' : 'in';
    if (target === 'out') putInLongAgo(bench, id);
    return { versionId: id, target };
  });
}

function countOf(requests: readonly LoggedRequest[], right: number): Asked {
  const api = requests.filter(({ endpoint }) => endpoint !== 'site');
  const of = (endpoint: string, method = 'GET') =>
    api.filter(each => each.endpoint === endpoint && each.method === method).length;
  const toggles = of('vault/toggle-version', 'POST');
  const [checks, quotas, lists] = [of('vault/check-vault'), of('vault/get'), of('vault/all')];
  return { toggles, checks, quotas, lists, others: api.length - toggles - checks - quotas - lists, right };
}

type Intents = Awaited<ReturnType<typeof openIntents>>;

/** Until every intent is settled, and nothing more was asked for a while. */
async function untilOver({ sandbox }: Bench, intents: Intents): Promise<void> {
  const isOver = ({ outcome, isBusy }: Standing) => outcome !== undefined && !isBusy;
  let [seen, since] = [-1, performance.now()];
  await until(
    'all of it to be settled',
    async () => {
      const { length } = sandbox.requests.all();
      if (length !== seen) [seen, since] = [length, performance.now()];
      return performance.now() - since > SILENCE_MS && (await intents.read()).every(isOver);
    },
    { timeoutMs: SETTLED_MS, everyMs: 500 },
  );
}

/** Sends all intents at once and counts what is asked until nothing more comes. */
async function ask(bench: Bench, faults: readonly FaultKind[]): Promise<Asked> {
  const { sandbox, browser, probe } = bench;
  await browser.killWorker();
  const intended = prepare(bench);
  for (const [n, { versionId }] of intended.entries()) {
    const fault = faults[n % faults.length];
    if (fault) sandbox.faults.add({ endpoint: 'vault/toggle-version', versionId, times: 1, ...fault });
  }
  const intents = await openIntents(probe);
  sandbox.requests.clear();
  await intents.submit(intended, true);
  await untilOver(bench, intents);
  for (let again = 0; again < 3; again += 1) {
    const unsent = (await intents.read()).filter(({ problem = '' }) => UNSENT.includes(problem));
    if (unsent.length === 0) break;
    await intents.submit(unsent.map(({ versionId, target }) => ({ versionId, target })));
    await untilOver(bench, intents);
  }
  sandbox.faults.clear();
  const isRight = ({ versionId, target }: Intended) =>
    rowsOf(bench, 'small', versionId).length === (target === 'in' ? 1 : 0);
  return countOf(sandbox.requests.all(), intended.filter(isRight).length);
}

function describe(how: 'streamed' | 'plain', asked: Asked): Figure[] {
  const most = FIRM_LIMITS.questions[how];
  const { checks, quotas, lists, toggles, right } = asked;
  return [
    limited(right === INTENTS && toggles === INTENTS, `${how}: as intended`, `${right} by ${toggles}`, `of ${INTENTS}`),
    limited(checks <= most.checks, `${how}: checks`, `${checks}`, `at most ${most.checks}`),
    limited(quotas <= most.quotas, `${how}: quota reads`, `${quotas}`, `at most ${most.quotas}`),
    limited(lists <= most.lists, `${how}: list pages`, `${lists}`, `at most ${most.lists}`),
  ];
}

/** How much the worker asks of Civitai besides the toggles of 60 intents that were made at once. */
export function measureQuestions(): Promise<Section<QuestionNumbers>> {
  return withBuilds(undefined, async ([build]) => {
    const bench = build?.[1];
    if (!bench) throw new Error('There is no build');
    await bench.browser.signIn(keys.small);
    const streamed = await ask(bench, []);
    bench.sandbox.settings.http2 = false;
    bench.sandbox.disconnect();
    const plain = await ask(bench, []);
    bench.sandbox.settings.http2 = true;
    bench.sandbox.disconnect();
    const { checks, quotas, lists, others, right } = await ask(bench, FAULTS);
    const faultsPerIntent = (checks + quotas + lists + others) / INTENTS;
    const most = FIRM_LIMITS.questions.perIntentWithFaults;
    const figures = [
      ...describe('streamed', streamed),
      ...describe('plain', plain),
      limited(right === INTENTS, 'every fault: as intended', `${right}`, `must be ${INTENTS}`),
      limited(
        faultsPerIntent <= most,
        'every fault: requests besides the toggles, by intent',
        faultsPerIntent.toFixed(2),
        `at most ${most}; ${checks} checks, ${quotas} quota reads`,
      ),
    ];
    return {
      title: `Questions: ${INTENTS} intents at once`,
      figures,
      numbers: { questions: { streamed, plain, faultsPerIntent } },
    };
  });
}
