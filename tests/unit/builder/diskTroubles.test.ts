import { expect, test } from 'vitest';
import { explainDiskTrouble } from '../../../src/builder/diskTroubles.ts';

test.each([
  [
    { code: 'ENOSPC', path: '/site/.dateline/a.json' },
    '/site/.dateline/a.json could not be written: the disk is full.',
  ],
  [
    { code: 'EROFS', path: '/old', dest: '/new' },
    '/new could not be written: the disk may only be read.',
  ],
  [
    { code: '', message: ", Unknown error: Read-only file system '/old'", path: '/old' },
    '/old could not be written: the disk may only be read.',
  ],
  [{ code: 'EFBIG' }, '/site/dist could not be written: a file is larger than the system allows.'],
])(
  'explainDiskTrouble(error, out) explains %j: what to do, and that the site is unchanged',
  (error, said) => {
    const message = explainDiskTrouble(Object.assign(new Error('x'), error), '/site/dist');
    expect(message).toContain(said);
    expect(message).toMatch(/\/site\/dist was not changed\.$/);
  },
);

test.each([[new Error('ENOSPC')], [undefined], ['EROFS'], [{ code: 28 }]])(
  'explainDiskTrouble(error, out) doesn’t explain %s, which isn’t a disk error',
  (error) => {
    expect(explainDiskTrouble(error, '/site/dist')).toBeUndefined();
  },
);
