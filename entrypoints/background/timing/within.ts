import type { Clock } from './clock';

/** What `asked` comes to; `undefined` where it takes longer than `ms` or rejects. */
export async function within<T>(
  { sleep }: Pick<Clock, 'sleep'>,
  asked: Promise<T>,
  ms: number,
): Promise<T | undefined> {
  const enough = new AbortController();
  const late = sleep(ms, enough.signal).then(() => undefined);
  const value = await Promise.race([asked.catch(() => undefined), late]);
  enough.abort();
  return value;
}
