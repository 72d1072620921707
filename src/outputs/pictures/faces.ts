// The fonts of pictures. Each comes from a package, so that pictures are the same on every machine.

/** A font: the family it is registered under, its package, and the scripts that it is used for. */
export interface Face {
  readonly family: string;
  readonly package: string;
  readonly scripts: readonly string[];
}

/** In order of preference. */
export const faces: readonly Face[] = [
  {
    family: 'Reading',
    package: 'source-serif-4',
    scripts: ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'],
  },
  { family: 'Naskh', package: 'noto-naskh-arabic', scripts: ['arabic'] },
  { family: 'Hebrew', package: 'noto-serif-hebrew', scripts: ['hebrew'] },
  { family: 'Devanagari', package: 'noto-serif-devanagari', scripts: ['devanagari'] },
  { family: 'Thai', package: 'noto-serif-thai', scripts: ['thai'] },
  { family: 'Georgian', package: 'noto-serif-georgian', scripts: ['georgian'] },
];

export const weights = [400, 600] as const;

/** Returns the path of a font file inside its package. */
export function getFaceFile(face: Face, script: string, weight: number): string {
  return `files/${face.package}-${script}-${weight}-normal.woff2`;
}
