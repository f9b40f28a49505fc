import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import english from '@/locales/en.json' with { type: 'json' };
import { sizesOf, tooLarge } from '@/tests/bench/size';
import { root } from '@/tests/house/tree';
import { lintFlaws } from '@/tests/package/lint';

const targets = ['chrome-mv3', 'firefox-mv3'] as const;
const folderOf = (target: string) => join(root, '.output', target);

function read(target: string, file: string): string {
  const path = join(folderOf(target), file);
  if (!existsSync(path)) throw new Error(`${path} is not there: run \`npm run build\` first`);
  return readFileSync(path, 'utf8');
}

describe('the Firefox build', () => {
  it("passes the store's own lint without an error, and every warning is explained", async () => {
    expect(await lintFlaws(folderOf('firefox-mv3'))).toEqual([]);
  });

  it('is declared for Firefox on Android, with a minimum of its own', () => {
    const { browser_specific_settings: settings } = JSON.parse(read('firefox-mv3', 'manifest.json'));
    expect(Number.parseInt(settings.gecko_android.strict_min_version, 10)).toBeGreaterThanOrEqual(153);
  });
});

describe.each(targets)('the build for %s', target => {
  const manifest = () => JSON.parse(read(target, 'manifest.json'));

  it('takes its version from package.json', () => {
    const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(manifest().version).toBe(version);
  });

  it('asks for the two hosts and four permissions, and nothing else', () => {
    const { host_permissions, permissions, optional_permissions, optional_host_permissions } = manifest();
    expect(host_permissions).toEqual(['https://civitai.com/*', 'https://civitai.red/*']);
    expect([...permissions].sort()).toEqual(['alarms', 'contextMenus', 'scripting', 'storage']);
    expect([optional_permissions, optional_host_permissions]).toEqual([undefined, undefined]);
    // The README gives the reason for each.
    const named = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^\| `([^`]+)` +\|/gm)].map(
      ([, name]) => name,
    );
    expect(named.filter(name => name && !name.includes('[')).sort()).toEqual(
      [...host_permissions, ...permissions].sort(),
    );
  });

  it('opens nothing of itself to pages', () => {
    const { web_accessible_resources, externally_connectable, content_scripts } = manifest();
    expect([web_accessible_resources, externally_connectable]).toEqual([undefined, undefined]);
    for (const script of content_scripts) expect(script.world ?? 'ISOLATED').toBe('ISOLATED');
  });

  it('stays within its budgets', () => {
    expect(tooLarge(sizesOf(folderOf(target)))).toEqual([]);
  });

  it('has its texts in the locale files, and in none of its scripts', () => {
    const scripts = readdirSync(folderOf(target), { recursive: true, encoding: 'utf8' }).filter(name =>
      /\.(js|html)$/.test(name),
    );
    const code = scripts.map(file => read(target, file)).join('\n');
    // One word may be a name of the API's.
    const sentences = Object.values(english).flatMap(text => text.split(/\{\w+\}/).map(piece => piece.trim()));
    const written = sentences.filter(text => /\p{L}\s+\p{L}/u.test(text) && code.includes(text));
    expect([scripts.length > 5, written]).toEqual([true, []]);
    const messages: object = JSON.parse(read(target, '_locales/en/messages.json'));
    expect(Object.keys(messages).length).toBe(Object.keys(english).length);
    expect(read(target, '_locales/pl/messages.json')).not.toMatch(/(?<![\p{L}\d])[aiouwz] /iu);
    expect(read(target, '_locales/ru/messages.json')).not.toMatch(/(?<![\p{L}\d])[вкосуиа] /iu);
  });

  it('knows no address of a test', () => {
    const files = readdirSync(folderOf(target), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter(name => /\.(js|json|html|css)$/.test(name))) {
      expect(`${file}: ${read(target, file)}`).not.toMatch(/127\.0\.0\.1|localhost|sandbox\.invalid/);
    }
  });

  it('has a content script that knows nothing of the API or the token', () => {
    for (const script of ['content-scripts/civitai.js', 'on-demand.js']) {
      expect(read(target, script)).not.toMatch(/api\/v1|Authorization|Bearer|ZodError|ZodMini/);
    }
  });
});
