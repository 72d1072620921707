import { franc } from 'franc-min';
import { calendars } from './dates/calendarWords.ts';

/**
 * Returns the language of a text by its BCP 47 code, if it is one whose dates are read; null for any other, and
 * for a text too short to tell.
 */
export function detectLanguage(text: string): string | null {
  const found = franc(text, { minLength: 20 });
  if (found === 'und') return null;
  // The package has codes of three letters (ISO 639-3); “arb” is “ar” in BCP 47.
  const [code = ''] = Intl.getCanonicalLocales(found);
  return calendars.has(code) ? code : null;
}
