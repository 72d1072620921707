// Holds the Node that is installed to bytes that were read once: the package `node` fetches it by its version
// alone, outside of the lock file. Plain JavaScript that Node 20 runs, as the one in question may not judge itself.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The runtime that was read: its version, and the SHA-256 of its binary where it could be fetched. */
export const pinned = {
  version: '24.21.0',
  sha256: {
    'linux-x64': '7fde7b8afa198da66257f42ee2001d874c7355631e6d1579a5fb5ef1f246df4c',
    'linux-arm64': '0f8949d1028f6d61506b2d5bc57e7e6fe893d7b1997509b7847294fc9c616584',
    'win32-x64': 'ba4e6d110e8c1592a1ecd390f6b05f3da124b13871a5be62b341a07a853c6c32',
  },
};

/**
 * Compares the Node in a folder of packages with the pinned one. One that differs is removed with all that was
 * installed beside it, so that nothing can run it.
 *
 * @param {string} packages The path of `node_modules`.
 * @param {string} machine The platform and the processor: `linux-x64`.
 * @returns {{ type: 'same' | 'absent' | 'unknown' | 'removed', said: string }}
 */
export function verifyRuntime(packages, machine) {
  const binary = `${packages}/node/bin/node${machine.startsWith('win32') ? '.exe' : ''}`;
  if (!existsSync(binary)) return { type: 'absent', said: '' };
  const { version } = JSON.parse(readFileSync(`${packages}/node/package.json`, 'utf8'));
  const expected = Object.entries(pinned.sha256).find(([known]) => known === machine)?.[1];
  if (expected === undefined || version !== pinned.version)
    return {
      type: 'unknown',
      said: `Node ${version} for ${machine} was installed by its version: src/cli/verifyRuntime.mjs has no bytes to hold it to.`,
    };
  const found = createHash('sha256').update(readFileSync(binary)).digest('hex');
  if (found === expected) return { type: 'same', said: '' };
  rmSync(packages, { recursive: true, force: true });
  return {
    type: 'removed',
    said: `The Node ${version} that was fetched is not the one that was read (SHA-256 ${found}, expected ${expected}). What was installed is removed. Ask the registry again by another way, or compare with nodejs.org.`,
  };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const packages = fileURLToPath(new URL('../../node_modules', import.meta.url));
  const { type, said } = verifyRuntime(packages, `${process.platform}-${process.arch}`);
  if (said) console.error(said);
  process.exitCode = type === 'removed' ? 1 : 0;
}
