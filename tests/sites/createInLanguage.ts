import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteLanguage } from '../../src/model/siteLanguages.ts';

/**
 * Copies English content with its articles to a folder as a site in another language, and returns the folder. What
 * the articles leave unsaid of themselves then has to be said: an English one is in English, one in the site's
 * language is at home. Every other text is as it was.
 */
export function createInLanguage(content: string, folder: string, language: SiteLanguage): string {
  cpSync(content, folder, { recursive: true });
  edit(join(folder, 'site.md'), (text) => text.replace(/^language: .*$/m, `language: ${language}`));
  for (const name of readdirSync(join(folder, 'articles')))
    edit(join(folder, 'articles', name), (text) => {
      const own = /^language: (.*)$/m.exec(text)?.[1];
      if (own === undefined) return text.replace(/^(title: .*)$/m, '$1\nlanguage: en');
      return own === language
        ? text.replace(/^(?:language|title-en): .*\n/gm, '')
        : text.replace(/^title-en:/m, `title-${language}:`);
    });
  return folder;
}

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}
