// Finds out which packages a machine lacks. Plain JavaScript that runs on Node 20, because it runs before the
// runtime, which is itself one of the packages.

/** The oldest major version of Node that runs Dateline: it strips types and has `Promise.try`. */
export const OLDEST_NODE = 24;

/**
 * @typedef {{ os: string, cpu: string, libc: string }} Machine
 * @typedef {{ version?: string, integrity?: string, dev?: boolean, optional?: boolean, devOptional?: boolean,
 *   os?: string | string[], cpu?: string | string[], libc?: string | string[] }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 * @typedef {Record<string, Record<string, string> | undefined>} Manifest
 */

/**
 * Returns the paths of locked packages that are missing or have another version.
 *
 * @param {LockedPackages} locked The packages of `package-lock.json`.
 * @param {LockedPackages} installed The packages of `node_modules/.package-lock.json`, which npm writes.
 * @param {Machine} machine
 * @param {boolean} dev Whether development packages are needed.
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
  // npm may leave out any optional package, but those for this very platform are needed.
  const isOptional = entry.optional || (entry.devOptional && !dev);
  return !isOptional || entry.os !== undefined;
}

/**
 * Returns whether a list in a package's manifest allows a name; a name after `!` is excluded.
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
 * Returns the packages whose version ranges differ between `package.json` and the lock file's copy of it.
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
 * Returns what to do if no available Node can run Dateline, or an empty text if one can.
 *
 * @param {boolean} hasRuntime Whether the packages include a runtime.
 * @param {string} version The version of the machine's own Node: `20.1.0`.
 * @param {Machine} machine
 */
export function explainRuntime(hasRuntime, version, { os, cpu, libc }) {
  if (hasRuntime || Number.parseInt(version, 10) >= OLDEST_NODE) return '';
  return `Dateline runs on Node ${OLDEST_NODE} or newer. This machine has Node ${version}, and no package provides a newer one for ${os} on ${cpu}${libc === 'musl' ? ' with musl' : ''}: install Node ${OLDEST_NODE}.`;
}
