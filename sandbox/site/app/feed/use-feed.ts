import { useCallback, useEffect, useState } from 'react';
import type { CardData, FeedData } from '@/sandbox/site/app/data/model.ts';
import { askTrpc } from '@/sandbox/site/app/data/trpc.ts';

/** What a list of models asks for. */
export type FeedInput = {
  sort?: string;
  baseModel?: string;
  tag?: string;
  username?: string;
  collectionId?: number;
  query?: string;
  limit?: number;
};

type Feed = { cards: CardData[]; next: number | undefined; isLoading: boolean };

/** Lists that were loaded before, so that going back finds them as long as they were. */
const kept = new Map<string, Feed>();
const empty: Feed = { cards: [], next: 0, isLoading: false };

/** Pages of `model.getAll`, one after the other; another input is another list. */
export function useFeed(input: FeedInput): { cards: CardData[]; isDone: boolean; loadMore: () => void } {
  const key = JSON.stringify(input);
  const [, setTurn] = useState(0);
  const loadMore = useCallback(async () => {
    const before = kept.get(key) ?? empty;
    if (before.isLoading || before.next === undefined) return;
    kept.set(key, { ...before, isLoading: true });
    const answer = await askTrpc<FeedData>('model.getAll', { ...JSON.parse(key), cursor: before.next }).catch(
      (): FeedData => ({ items: [] }),
    );
    kept.set(key, { cards: [...before.cards, ...answer.items], next: answer.nextCursor, isLoading: false });
    setTurn(turn => turn + 1);
  }, [key]);
  useEffect(() => {
    if (!kept.has(key)) void loadMore();
  }, [key, loadMore]);
  const { cards, next } = kept.get(key) ?? empty;
  return { cards, isDone: next === undefined, loadMore };
}
