import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * Where a browser that loads an unpacked extension may be. Branded Chrome and Edge are left out on purpose: they ignore
 * `--load-extension`.
 */
const places = {
  chromium: {
    variable: 'CHROMIUM',
    commands: ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'chrome-for-testing'],
    files: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      join(process.env.LOCALAPPDATA ?? '/nowhere', 'Chromium', 'Application', 'chrome.exe'),
    ],
    /** Where Puppeteer and Playwright keep their downloads: folder, then the executable inside each of its entries. */
    downloads: [
      [join(homedir(), '.cache', 'puppeteer', 'chrome'), join('chrome-linux64', 'chrome')],
      [join(homedir(), '.cache', 'ms-playwright'), join('chrome-linux64', 'chrome')],
      [join(homedir(), '.cache', 'ms-playwright'), join('chrome-linux', 'chrome')],
    ],
  },
  firefox: {
    variable: 'FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    files: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      join(process.env.PROGRAMFILES ?? '/nowhere', 'Mozilla Firefox', 'firefox.exe'),
    ],
    downloads: [],
  },
};

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function onPath(command) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map(folder => join(folder, command + suffix)).find(isProgram);
}

function downloaded([folder, executable]) {
  try {
    return readdirSync(folder)
      .map(entry => join(folder, entry, executable))
      .find(isProgram);
  } catch {
    return undefined;
  }
}

/**
 * The executable of `chromium` or `firefox`, or `undefined` if there is none. A path in the variable CHROMIUM or FIREFOX comes first.
 */
export function findBrowser(name) {
  const { variable, commands, files, downloads } = places[name];
  const named = process.env[variable];
  // Test runners define FIREFOX=false and the like; only a path names an executable.
  if (named && /[\\/]/.test(named)) return isProgram(named) ? named : undefined;
  return commands.map(onPath).find(Boolean) ?? files.find(isProgram) ?? downloads.map(downloaded).find(Boolean);
}
