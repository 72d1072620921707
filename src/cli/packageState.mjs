// What of the packages a machine lacks. Plain JavaScript that Node 20 runs: it comes before the runtime, which is
// itself one of the packages.

/** The oldest Node that runs Dateline: it strips types and has `Promise.try`. */
export const OLDEST_NODE = 24;

/**
 * @typedef {{ os: string, cpu: string, libc: string }} Machine
 * @typedef {{ version?: string, integrity?: string, dev?: boolean, optional?: boolean, devOptional?: boolean,
 *   os?: string | string[], cpu?: string | string[], libc?: string | string[] }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 * @typedef {Record<string, Record<string, string> | undefined>} Manifest
 */

/**
 * Returns the paths of the packages that the lock file lists and that are absent or at another version.
 *
 * @param {LockedPackages} locked The packages of `package-lock.json`.
 * @param {LockedPackages} installed Those of `node_modules/.package-lock.json`, which npm writes.
 * @param {Machine} machine
 * @param {boolean} dev Whether the packages that only development needs are needed.
 * @returns {string[]}
 */
export function findMissing(locked, installed, machine, dev) {
  return Object.entries(locked)
    .filter(([path, entry]) => path !== '' && isNeeded(entry, machine, dev))
    .filter(([path, { version, integrity }]) => {
      const found = installed[path];
      return found?.version !== version || found?.integrity !== integrity;
    })
    .map(([path]) => path);
}

/**
 * @param {LockedPackage} entry
 * @param {Machine} machine
 * @param {boolean} dev
 */
function isNeeded(entry, { os, cpu, libc }, dev) {
  if (!dev && entry.dev) return false;
  if (!allows(entry.os, os) || !allows(entry.cpu, cpu) || !allows(entry.libc, libc)) return false;
  // npm leaves out optional packages as it sees fit, but for the ones made for this very machine.
  const isOptional = entry.optional || (entry.devOptional && !dev);
  return !isOptional || entry.os !== undefined;
}

/**
 * Applies a list of a package's manifest: names that are allowed, or, with `!`, that are not.
 *
 * @param {string | string[] | undefined} list
 * @param {string} name
 */
function allows(list, name) {
  if (list === undefined) return true;
  const names = [list].flat();
  if (names.includes(`!${name}`)) return false;
  return names.includes(name) || names.every((one) => one.startsWith('!'));
}

/**
 * Returns the names that `package.json` and the lock file's copy of it ask for differently.
 *
 * @param {Manifest} described
 * @param {Manifest} locked
 * @returns {string[]}
 */
export function findUnlocked(described, locked) {
  const names = new Set();
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    const [asked, known] = [described[kind] ?? {}, locked[kind] ?? {}];
    for (const name of Object.keys({ ...asked, ...known }))
      if (asked[name] !== known[name]) names.add(name);
  }
  return [...names].sort();
}

/**
 * Returns what to do where no Node runs Dateline; nothing where one does.
 *
 * @param {boolean} hasRuntime Whether a runtime is among the packages.
 * @param {string} version The version of the machine's own Node: `20.1.0`.
 * @param {Machine} machine
 */
export function explainRuntime(hasRuntime, version, { os, cpu, libc }) {
  if (hasRuntime || Number.parseInt(version, 10) >= OLDEST_NODE) return '';
  return `Dateline runs on Node ${OLDEST_NODE} or newer. This machine has Node ${version}, and no package brings a newer one for ${os} on ${cpu}${libc === 'musl' ? ' with musl' : ''}: install Node ${OLDEST_NODE}.`;
}
