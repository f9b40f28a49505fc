import { PropertySymbol } from 'happy-dom';

/** The closed shadow root of a host, which happy-dom keeps where its own code finds it. */
export function rootOf(host: Element | null | undefined): ShadowRoot | undefined {
  const root: unknown = host ? Reflect.get(host, PropertySymbol.shadowRoot) : undefined;
  return root instanceof ShadowRoot ? root : undefined;
}
