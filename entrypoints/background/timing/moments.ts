/**
 * Has what comes due within `shareMs` go on at the same moment: that of the first of it, `shareMs` late. Times are `elapsed()`. A clock's
 * full seconds would part what lies on both sides of one.
 */
export function createMoments(shareMs: number): (dueAt: number) => number {
  let moment = 0;
  return dueAt => {
    if (dueAt > moment || dueAt < moment - shareMs) moment = dueAt + shareMs;
    return moment;
  };
}
