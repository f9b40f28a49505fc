import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import JSZip from 'jszip';

/** A zip's files by their path. */
type Files = Map<string, Uint8Array>;

/** Reads a whole zip; throws if it isn't one. */
export async function readZip(path: string): Promise<Files> {
  const zip = await JSZip.loadAsync(await readFile(path));
  const files = Object.values(zip.files).filter(({ dir }) => !dir);
  return new Map(await Promise.all(files.map(async file => [file.name, await file.async('uint8array')] as const)));
}

/** Writes the files into a folder; throws if one would stand outside of it. */
export async function unpack(files: Files, folder: string): Promise<void> {
  for (const [name, bytes] of files) {
    const path = resolve(folder, name);
    if (!path.startsWith(resolve(folder) + sep)) throw new Error(`${name} leads out of the zip`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
}

/** Names of the files that are only in one of both, or have other bytes. */
export async function differences(files: Files, folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const built = entries.filter(entry => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const names = built.map(path => relative(folder, path).split(sep).join('/'));
  const isDifferent = async (name: string) => {
    const bytes = files.get(name);
    return !bytes || !names.includes(name) || Buffer.compare(bytes, await readFile(join(folder, name))) !== 0;
  };
  const all = [...new Set([...names, ...files.keys()])].sort();
  const verdicts = await Promise.all(all.map(isDifferent));
  return all.filter((_, nth) => verdicts[nth]);
}
