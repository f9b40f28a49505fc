import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

type Finding = { code: string; message: string; file: string };

/** Runs `web-ext lint` on an unpacked extension and returns its report, whatever its exit code. */
function lint(folder: string): Promise<{ errors: Finding[]; warnings: Finding[] }> {
  const script = join(root, 'node_modules', 'web-ext', 'bin', 'web-ext.js');
  const args = [script, 'lint', '--source-dir', folder, '--output', 'json', '--no-config-discovery'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (stdout.trim().startsWith('{')) resolve(JSON.parse(stdout));
      else reject(error ?? new Error(stderr));
    });
  });
}

/** What Mozilla's own lint has against an unpacked extension: its errors, and each warning that SECURITY.md doesn't explain. */
export async function lintFlaws(folder: string): Promise<string[]> {
  const { errors, warnings } = await lint(folder);
  const explained = readFileSync(join(root, 'SECURITY.md'), 'utf8');
  const flaws = [...errors, ...warnings.filter(({ code }) => !explained.includes(code))];
  return flaws.map(({ code, message, file }) => `${code} in ${file}: ${message}`);
}
