import { join } from 'node:path';
import { disk } from '../collections/readContent.ts';
import { getMaxBytes } from '../parse/limits.ts';
import { parseFile } from '../parse/parseFile.ts';
import { listOutsideHosts, type OutsideHosts } from '../views/page/lookView.ts';

/**
 * Returns the hosts that the pages of a content folder may contact, according to its site.md; none if that
 * cannot be read, which the build reports.
 */
export function readOutsideHosts(content: string): OutsideHosts {
  const file = join(content, 'site.md');
  try {
    const bytes = disk.read(file, getMaxBytes('site.md'));
    const { draft } = parseFile({ path: 'site.md', file, bytes });
    return listOutsideHosts(draft?.type === 'site' ? draft.analytics : null);
  } catch {
    return listOutsideHosts(null);
  }
}
