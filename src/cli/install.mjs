// Installs the packages before a command if any required one is missing or has another version. Plain
// JavaScript that runs on Node 20, because it runs before the runtime, which is itself one of the packages.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explainRuntime, findMissing, findUnlocked } from './packageState.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const packages = join(root, 'node_modules');
const needsDev = process.argv.includes('--dev');
const isWindows = process.platform === 'win32';
const machine = {
  os: process.platform,
  cpu: process.arch,
  libc: process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl',
};
// Records optional packages that npm could not install, so that it does not try again until the lock file
// changes.
const noteFile = join(packages, '.dateline-unavailable.json');

install();

function install() {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const locked = JSON.parse(lockText).packages;
  const unlocked = findUnlocked(readJson(join(root, 'package.json')) ?? {}, locked['']);
  if (unlocked.length > 0)
    return end(
      `package.json and package-lock.json ask for different versions of ${unlocked.join(', ')}: run \`npm install\`.`,
    );

  const lock = createHash('sha256').update(lockText).digest('hex');
  const listMissing = () => {
    const installed = readJson(join(packages, '.package-lock.json'))?.packages ?? {};
    return findMissing(locked, installed, machine, needsDev);
  };
  const note = readJson(noteFile);
  const unavailable = note?.lock === lock ? note.paths : [];
  const missing = listMissing().filter((path) => !unavailable.includes(path));
  if (missing.length > 0) {
    // Windows cannot remove a running program.
    if (isWindows && process.execPath.startsWith(packages + sep))
      return end('The packages have changed since they were installed: run `npm ci`.');
    console.error(
      existsSync(packages)
        ? `${missing.length === 1 ? '1 package is missing or has' : `${missing.length} packages are missing or have`} changed: installing all, for a minute or two.`
        : 'Installing the packages that Dateline needs: once, for a minute or two.',
    );
    if (runNpmCi() !== 0)
      return end(
        'The packages are not installed: see above, and run `npm ci` once that is solved.',
      );
    const paths = listMissing();
    const lost = paths.filter((path) => !(locked[path].optional ?? locked[path].devOptional));
    if (lost.length > 0)
      return end(
        `npm did not install ${lost[0]}${lost.length > 1 ? ` and ${lost.length - 1} more` : ''}: run \`npm ci\`.`,
      );
    writeFileSync(noteFile, JSON.stringify({ lock, paths }));
    dropUnusableRuntime();
  }
  const advice = explainRuntime(existsSync(getRuntime()), process.versions.node, machine);
  if (advice) end(advice);
}

/**
 * Runs `npm ci` regardless of settings that omit packages. It runs with the npm that started this script and
 * that npm's own Node, so that no runtime verifies the bytes of its own replacement. No package needs to run
 * a script.
 */
function runNpmCi() {
  const kinds = ['optional', 'peer', ...(needsDev ? ['dev'] : [])];
  const args = [
    'ci',
    ...kinds.map((kind) => `--include=${kind}`),
    ...['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
  ];
  const { npm_execpath: cli = '', npm_node_execpath: node } = process.env;
  const isNpm = node !== undefined && /npm-cli\.c?js$/.test(cli);
  const { status } = spawnSync(isNpm ? node : 'npm', isNpm ? [cli, ...args] : args, {
    cwd: root,
    stdio: 'inherit',
    shell: !isNpm && isWindows,
  });
  return status;
}

/**
 * Removes the link to a runtime that this machine cannot run (as on Alpine, with its other libraries), so
 * that the machine's own is used.
 */
function dropUnusableRuntime() {
  if (!isWindows && spawnSync(getRuntime(), ['--version']).status !== 0)
    rmSync(getRuntime(), { force: true });
}

/** Returns the path of the Node that npm puts first when it runs a script. */
function getRuntime() {
  return join(packages, '.bin', isWindows ? 'node.cmd' : 'node');
}

/** @param {string} path */
function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** @param {string} sentence */
function end(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
