/** One entry of the lock file, as far as it is asked here. */
export interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly os?: string | readonly string[];
  readonly cpu?: string | readonly string[];
}

/** What may be installed here. */
const allowed: ReadonlySet<string> = new Set([
  // They ask to be named where their code goes out.
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'Apache-2.0'],
  ...['CC0-1.0', 'Python-2.0', 'W3C-20150513'],
  // Faces of type, from which pictures are drawn: the faces themselves do not go out.
  'OFL-1.1',
  // Data on browsers that tools of the tests read: never sent, and it asks to be named where it is.
  'CC-BY-4.0',
  // Asks to pass on changes to its own files, of which we make none.
  'MPL-2.0',
  // The library behind Astro's way with images: loaded as a library, never sent, and not used for our pictures.
  'LGPL-3.0-or-later',
]);

/** What the lock file does not say, read in the package. */
const unsaid: Readonly<Record<string, string>> = { format: 'MIT' };

/** Returns the name of a package by the path of its entry in the lock file. */
export function getPackageName(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** Returns the licence of a package in SPDX's words, without outer brackets; nothing where it is not known. */
export function getLicence(path: string, { license }: LockedPackage): string {
  return (license ?? unsaid[getPackageName(path)] ?? '').replace(/^\((.*)\)$/, '$1');
}

/** Tells whether one of the licences to choose from, with all that it is joined with, is allowed. */
export function isAllowed(licence: string): boolean {
  return licence
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((name) => allowed.has(name)));
}

/** Prints the list of what is installed, by licence, for `src/LICENCES.md`. */
export function printLicences(locked: Readonly<Record<string, LockedPackage>>): string {
  const packages = Object.entries(locked).filter(([path]) => path !== '');
  const list = (title: string, isDev: boolean) => {
    const names = new Map<string, Set<string>>();
    for (const [path, entry] of packages) {
      if ((entry.dev ?? false) !== isDev) continue;
      const licence = getLicence(path, entry);
      names.set(licence, (names.get(licence) ?? new Set()).add(getPackageName(path)));
    }
    const rows = [...names]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([licence, of]) => `**${licence}**: ${[...of].sort().join(' · ')}`);
    return [`## ${title}`, ...rows];
  };
  return [
    ...list('Installed to build and to serve', false),
    ...list('Installed to develop and to test', true),
  ].join('\n\n');
}
