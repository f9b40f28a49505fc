import { beforeEach, describe, expect, it, vi } from 'vitest';
import { onAnnouncement } from '@/utils/messages/announcements';
import { answerTabQuestion, askTab } from '@/utils/messages/tab-question';

type Listener = (message: unknown, sender: object, respond: (value: unknown) => void) => void;
const world = vi.hoisted(() => ({ listeners: new Set<unknown>(), sendMessage: vi.fn() }));
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'vaulted',
      onMessage: {
        addListener: (listener: Listener) => world.listeners.add(listener),
        removeListener: (listener: Listener) => world.listeners.delete(listener),
      },
    },
    tabs: { sendMessage: world.sendMessage },
  },
}));

const background = { id: 'vaulted', url: 'chrome-extension://vaulted/background.js' };

function deliver(message: unknown, sender: object = background): unknown[] {
  const answers: unknown[] = [];
  for (const listener of world.listeners) {
    if (typeof listener === 'function') listener(message, sender, (value: unknown) => answers.push(value));
  }
  return answers;
}

beforeEach(() => {
  world.listeners.clear();
  world.sendMessage.mockReset();
});

describe('listen', () => {
  it('hears what the background announces, until the signal says stop', () => {
    const heard: unknown[] = [];
    const ending = new AbortController();
    onAnnouncement(announcement => heard.push(announcement), ending.signal);
    const announcements = [
      { announce: 'snapshot' },
      { announce: 'connection', connection: { kind: 'signed-out' } },
      { announce: 'facts', session: 's', facts: [] },
      { announce: 'sync', status: { kind: 'syncing', done: 200, total: 5_000 } },
    ];
    for (const announcement of announcements) deliver(announcement);
    expect(heard).toEqual(announcements);
    ending.abort();
    deliver({ announce: 'snapshot' });
    expect(heard).toHaveLength(4);
    expect(world.listeners.size).toBe(0);
  });

  it.each([
    [{ announce: 'snapshot' }, { id: 'vaulted', tab: { id: 3 } }],
    [{ announce: 'snapshot' }, { id: 'stranger' }],
    [{ announce: 'facts', facts: [] }, background],
    [{ announce: 'connection', connection: null }, background],
    [{ announce: 'sync' }, background],
    [{ announce: 'token' }, background],
    [{ vaulted: 'check-versions' }, background],
    ['snapshot', background],
    [null, background],
  ])('ignores %j from %j', (message, sender) => {
    const hear = vi.fn();
    onAnnouncement(hear, new AbortController().signal);
    deliver(message, sender);
    expect(hear).not.toHaveBeenCalled();
  });

  it('does not start once it is over', () => {
    onAnnouncement(() => {}, AbortSignal.abort());
    expect(world.listeners.size).toBe(0);
  });
});

describe('the popup’s question', () => {
  const answer = { session: 's', versions: 12, inVault: 3 };

  it('is asked in the top frame, and answered', async () => {
    world.sendMessage.mockResolvedValue(answer);
    expect(await askTab(5)).toEqual(answer);
    expect(world.sendMessage).toHaveBeenCalledExactlyOnceWith(5, { question: 'page' }, { frameId: 0 });
  });

  it.each([[undefined], [null], ['hello'], [{ versions: '12', inVault: 3 }], [{ versions: 12 }]])(
    'has no answer in %j',
    async nonsense => {
      world.sendMessage.mockResolvedValue(nonsense);
      expect(await askTab(5)).toBeUndefined();
    },
  );

  it('has no answer where no page listens', async () => {
    world.sendMessage.mockRejectedValue(new Error('Receiving end does not exist.'));
    expect(await askTab(5)).toBeUndefined();
  });

  it('is answered in the tab until the signal says stop, and only to us', () => {
    const ending = new AbortController();
    answerTabQuestion(() => answer, ending.signal);
    expect(deliver({ question: 'page' })).toEqual([answer]);
    expect(deliver({ question: 'token' })).toEqual([]);
    expect(deliver({ question: 'page' }, { id: 'stranger' })).toEqual([]);
    ending.abort();
    expect(deliver({ question: 'page' })).toEqual([]);
  });
});
