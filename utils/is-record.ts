/** True for an object: the first check of any value from outside. `Value` where the sender is known and its fields need no check. */
export function isRecord<Value extends object = Record<string, unknown>>(value: unknown): value is Value {
  return typeof value === 'object' && value !== null;
}
