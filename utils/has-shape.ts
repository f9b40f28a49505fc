import { isRecord } from './is-record';

/**
 * True if every field has its type: `name:string,at:number?`, where "?" lets a field be absent. Numbers are finite. What another release
 * has stored may have any shape.
 */
export function hasShape(value: unknown, shape: string): value is Record<string, unknown> {
  return (
    isRecord(value) &&
    shape.split(',').every(field => {
      const [name = '', type = ''] = field.split(':');
      const { [name]: held } = value;
      if (held === undefined) return type.endsWith('?');
      return type.startsWith(typeof held) && (typeof held !== 'number' || Number.isFinite(held));
    })
  );
}
