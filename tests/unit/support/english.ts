import en from '@/locales/en.json' with { type: 'json' };

const messages = new Map(Object.entries(en).map(([key, text]) => [key.replace(/[.-]/g, '_'), text]));

/** What the browser's `i18n` answers in an English browser. */
export function getMessage(name: string): string {
  return messages.get(name) ?? '';
}
