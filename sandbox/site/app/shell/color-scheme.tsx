/** @jsxImportSource react */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

type Scheme = 'light' | 'dark';
type Value = { scheme: Scheme; toggle(): void };

const STORAGE_KEY = 'mantine-color-scheme-value';

const ColorSchemeContext = createContext<Value>({ scheme: 'dark', toggle() {} });

/** Light or dark. Starts with what the server took from the cookie; the browser's own choice comes after hydration. */
export function ColorSchemeProvider({ initial, children }: { initial: Scheme; children: ReactNode }) {
  const [scheme, setScheme] = useState(initial);
  useEffect(() => {
    const stored = localStorage.getItem(STORAGE_KEY);
    if (stored === 'light' || stored === 'dark') setScheme(stored);
  }, []);
  const value = useMemo<Value>(
    () => ({
      scheme,
      toggle() {
        const next = scheme === 'dark' ? 'light' : 'dark';
        setScheme(next);
        localStorage.setItem(STORAGE_KEY, next);
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in Firefox yet.
        document.cookie = `mantine-color-scheme=${next}; path=/; max-age=31536000`;
        document.documentElement.setAttribute('data-mantine-color-scheme', next);
      },
    }),
    [scheme],
  );
  return <ColorSchemeContext.Provider value={value}>{children}</ColorSchemeContext.Provider>;
}

/** The scheme on screen, and the switch. */
export function useColorScheme(): Value {
  return useContext(ColorSchemeContext);
}
