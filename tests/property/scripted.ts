/** One value after the other, and `then` when there are none left. */
export function oneAfterAnother<T>(values: readonly T[], then: T): () => T {
  let index = 0;
  return () => values[index++] ?? then;
}

/** The values over and over. */
export function around<T>(values: readonly T[], otherwise: T): () => T {
  let index = 0;
  return () => values[index++ % values.length] ?? otherwise;
}
