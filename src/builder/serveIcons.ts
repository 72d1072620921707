import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { iconNames } from '../model/look.ts';
import { getMediaType } from '../hosting/responseHeaders.ts';

/**
 * Returns the `dev` middleware that serves the icons of a content folder below a base path, and passes on all
 * other requests.
 */
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
      // The rejection is not passed to next(), which would report it: a missing icon falls back to ours.
      () => {
        next();
      },
    );
  };
}
