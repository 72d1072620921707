import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { iconNames } from '../model/look.ts';
import { getMediaType } from './responseHeaders.ts';

/** Returns what answers, in `dev`, with the icons of a content folder below a base path, and leaves all else to others. */
export function serveIcons(content: string, base: string) {
  return (
    { url = '' }: Pick<IncomingMessage, 'url'>,
    response: ServerResponse,
    next: () => void,
  ): void => {
    const name = iconNames.find((icon) => `${base}${icon}` === url.replace(/\?.*$/, ''));
    if (name === undefined) {
      next();
      return;
    }
    readFile(join(content, 'icons', name)).then(
      (bytes) => {
        response.setHeader('content-type', getMediaType(name) ?? '');
        response.end(bytes);
      },
      // What next() is given would be taken for a fault: there is none, ours stands in for it.
      () => {
        next();
      },
    );
  };
}
