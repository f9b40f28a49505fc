/** A message that names more than 2,000 ids is refused as a whole. */
const AT_ONCE = 1_000;

/** Takes out as many ids as one message may name; the rest waits for the next. */
export function takeIds<Id>(waiting: Set<Id>): Id[] {
  const ids = [...waiting].slice(0, AT_ONCE);
  for (const id of ids) waiting.delete(id);
  return ids;
}
