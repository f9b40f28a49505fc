/**
 * Makes a fresh machine ready, then runs what follows `--` with the project's own Node:
 *
 *     node .ci/setup.mjs [--browsers all|any] [-- script.ts arguments…]
 *
 * Runs on Node 20 and imports nothing that would have to be installed first.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findBrowser } from './browsers.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = { chromium: 'chromium', firefox: 'firefox-esr' };
/** Without these a screenshot shows empty boxes for the catalogue's Chinese, Arabic and emoji names. */
const fonts = ['fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];

function stop(sentence) {
  console.error(`Set-up: ${sentence}`);
  process.exit(1);
}

function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/** The project's own Node; its packages call a Mac with Apple's processor by another name. */
function projectNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = system === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const executable = system === 'win' ? 'node.exe' : 'node';
  return join(root, 'node_modules', `${prefix}-${system}-${process.arch}`, 'bin', executable);
}

/** True if what is installed is not what the lockfile names; packages for other platforms may be missing. */
function dependenciesDiffer() {
  const installedList = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedList) || !existsSync(projectNode())) return true;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedList, 'utf8')).packages;
  return Object.entries(wanted).some(([path, { version, optional }]) => {
    if (path === '' || (optional && !installed[path])) return false;
    return installed[path]?.version !== version;
  });
}

function installDependencies() {
  if (!dependenciesDiffer()) return;
  console.log('Set-up: installing the packages that package-lock.json names …');
  const npm = process.env.npm_execpath;
  // `npm --silent test` would silence the reasons of a failure, too.
  const heard = ['--loglevel=error'];
  const done = npm ? run(process.execPath, [npm, 'ci', ...heard]) : run('npm', ['ci', ...heard]);
  if (!done) stop('`npm ci` failed; its messages are above. Check the network connection and run this again.');
}

function isDebianAsRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function hasGlyphs() {
  if (process.platform !== 'linux') return true;
  const list = spawnSync('fc-list', [':lang=ja', 'family'], { encoding: 'utf8' });
  return list.status === 0 && list.stdout.trim() !== '';
}

function installSystemPackages(names) {
  console.log(`Set-up: installing ${names.join(', ')} …`);
  process.env.DEBIAN_FRONTEND = 'noninteractive';
  if (
    !run('apt-get', ['update', '-q']) ||
    !run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names])
  ) {
    stop(`apt-get could not install ${names.join(', ')}; its messages are above.`);
  }
}

/** Which of the two browsers are missing, if `all`, or if `any` of them would do, are needed. */
function missingBrowsers(needed) {
  const missing = ['chromium', 'firefox'].filter(name => !findBrowser(name));
  if (needed === 'any') return missing.length === 2 ? ['chromium'] : [];
  return missing;
}

function installBrowsers(needed) {
  const wanted = missingBrowsers(needed).map(name => packages[name]);
  if (!hasGlyphs()) wanted.push(...fonts);
  if (wanted.length > 0 && isDebianAsRoot()) installSystemPackages(wanted);
  const missing = missingBrowsers(needed);
  if (missing.length > 0) {
    stop(
      `${missing.join(' and ')} not found. Install ${missing.join(' and ')} (Chrome and Edge do not count: they refuse to load ` +
        'an unpacked extension from the command line), or set CHROMIUM or FIREFOX to the path of the executable, and run this again.',
    );
  }
  if (!hasGlyphs())
    console.log(`Set-up: no Japanese font found; names in screenshots may show boxes (${fonts.join(', ')}).`);
}

/** Runs a script with the Node that the lockfile pins: a fresh machine's own may be too old to read TypeScript. */
function runWithProjectNode(args) {
  const bin = join(root, 'node_modules', '.bin');
  const separator = process.platform === 'win32' ? ';' : ':';
  const env = { ...process.env, PATH: `${bin}${separator}${process.env.PATH ?? ''}` };
  const alias = pathToFileURL(join(root, '.ci', 'alias.mjs')).href;
  const child = spawn(projectNode(), ['--import', alias, ...args], { cwd: root, env, stdio: 'inherit' });
  // A terminal sends its Ctrl-C to the script as well: it cleans up, and its exit code is ours.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', error =>
    stop(
      `could not start the project's Node (${error.message}). It is there for Linux, macOS and Windows on the usual processors; delete node_modules and run this again.`,
    ),
  );
  child.on('exit', code => process.exit(code ?? 1));
}

const [options, command] = split(process.argv.slice(2));
installDependencies();
installBrowsers(options.includes('--browsers') ? options[options.indexOf('--browsers') + 1] : 'all');
if (command.length > 0) runWithProjectNode(command);

function split(args) {
  const at = args.indexOf('--');
  return at < 0 ? [args, []] : [args.slice(0, at), args.slice(at + 1)];
}
