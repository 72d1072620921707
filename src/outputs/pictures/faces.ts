// The faces that pictures are drawn with, each from a package: the same on every machine.

/** A face: the family it is registered under, its package, and the scripts that it is taken for. */
export interface Face {
  readonly family: string;
  readonly package: string;
  readonly scripts: readonly string[];
}

/** In the order in which a letter is looked for. */
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

/** Returns the file of a face's script inside its package. */
export function getFaceFile(face: Face, script: string, weight: number): string {
  return `files/${face.package}-${script}-${weight}-normal.woff2`;
}
