import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOutbox } from '@/entrypoints/civitai.content/vault-client/outbox';

/** A frame every 16 ms, as long as the tab is visible. */
let isVisible = true;
let frameTime = 0;
let frames: ReturnType<typeof setInterval>;
const called = new Map<number, () => void>();
beforeEach(() => {
  vi.useFakeTimers();
  isVisible = true;
  called.clear();
  frames = setInterval(() => {
    if (!isVisible) return;
    frameTime += 16;
    const due = [...called.values()];
    called.clear();
    for (const act of due) act();
  }, 16);
  vi.stubGlobal('document', {
    timeline: {
      get currentTime() {
        return frameTime;
      },
    },
  });
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => called.set(called.size + 1, act).size);
  vi.stubGlobal('cancelAnimationFrame', (id: number) => called.delete(id));
});
afterEach(() => {
  clearInterval(frames);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the outbox', () => {
  it('sends one message a frame, in turn, and what can wait last', async () => {
    const sent: [string, number][] = [];
    const startedAt = performance.now();
    const enqueue = createOutbox(new AbortController().signal);
    const say = (name: string) => () => void sent.push([name, Math.floor((performance.now() - startedAt) / 16)]);
    enqueue(say('settings'), true);
    enqueue(say('a'));
    enqueue(say('b'));
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual([['a', 0]]);
    await vi.advanceTimersByTimeAsync(100);
    expect(sent.map(([name]) => name)).toEqual(['a', 'b', 'settings']);
    expect(new Set(sent.map(([, frame]) => frame)).size).toBe(3);
    enqueue(say('c'));
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.at(-1)?.[0]).toBe('c');
  });

  it('keeps what can wait once, however often a page in motion enqueues it', async () => {
    const sent: string[] = [];
    const enqueue = createOutbox(new AbortController().signal);
    const refresh = () => void sent.push('refresh');
    for (let n = 0; n < 20; n += 1) {
      enqueue(refresh, true);
      enqueue(() => void sent.push('marks'));
    }
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent.filter(each => each === 'refresh')).toHaveLength(1);
    expect(sent.filter(each => each === 'marks')).toHaveLength(20);
    enqueue(refresh, true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent.at(-1)).toBe('refresh');
  });

  it('goes on in a hidden tab', async () => {
    isVisible = false;
    const sent: string[] = [];
    const enqueue = createOutbox(new AbortController().signal);
    enqueue(() => void sent.push('a'));
    enqueue(() => void sent.push('b'));
    await vi.advanceTimersByTimeAsync(100);
    expect(sent).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(300);
    expect(sent).toEqual(['a', 'b']);
  });

  it('asks to be called in a frame only where it has to wait for one', async () => {
    const request = vi.fn(requestAnimationFrame);
    vi.stubGlobal('requestAnimationFrame', request);
    const send = vi.fn();
    const enqueue = createOutbox(new AbortController().signal);
    for (let n = 0; n < 3; n += 1) {
      enqueue(send);
      await vi.advanceTimersByTimeAsync(40);
    }
    expect(send).toHaveBeenCalledTimes(3);
    expect(request).not.toHaveBeenCalled();
    enqueue(send);
    enqueue(send);
    await vi.advanceTimersByTimeAsync(40);
    expect(send).toHaveBeenCalledTimes(5);
    expect(request).toHaveBeenCalledTimes(1);
  });

  it('sends fewer while many follow each other, and is quick again after a rest', async () => {
    const sent: number[] = [];
    const enqueue = createOutbox(new AbortController().signal);
    const move = async (forMs: number) => {
      for (let passedMs = 0; passedMs < forMs; passedMs += 16) {
        const enqueuedAt = performance.now();
        if (sent.length < 100) enqueue(() => void sent.push(performance.now() - enqueuedAt));
        await vi.advanceTimersByTimeAsync(16);
      }
    };
    // Sixty frames enqueue sixty messages; ten and one in a fifth of a second have gone.
    await move(960);
    expect(sent.length).toBeLessThanOrEqual(10 + 5);
    await vi.advanceTimersByTimeAsync(12_000);
    expect(sent).toHaveLength(60);
    sent.length = 0;
    await move(48);
    expect(Math.max(...sent)).toBeLessThanOrEqual(16);
  });

  it('ends with the page', async () => {
    const gone = new AbortController();
    const send = vi.fn();
    createOutbox(gone.signal)(send);
    gone.abort();
    await vi.advanceTimersByTimeAsync(100);
    expect(send).not.toHaveBeenCalled();
  });
});
