import { spawnSync } from 'node:child_process';

/** Installs packages of Debian; returns what stood in the way, undefined where nothing did. */
export function installPackages(packages: readonly string[]): string | undefined {
  const run = (command: string, ...args: string[]) =>
    spawnSync(command, args, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  if (run('apt-get', '--version').status !== 0)
    return 'there is no apt-get here to install them with';
  const isRoot = process.getuid?.() === 0;
  const asRoot = (...args: string[]) =>
    isRoot ? run('apt-get', ...args) : run('sudo', '-n', 'apt-get', ...args);
  const install = () => asRoot('install', '-y', '--no-install-recommends', ...packages);
  // The lists may be missing, or older than the packages.
  if (install().status === 0) return undefined;
  if (asRoot('update').status === 0 && install().status === 0) return undefined;
  return isRoot
    ? 'apt-get could not install them'
    : 'apt-get could not install them (it needs root)';
}
