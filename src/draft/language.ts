import { franc } from 'franc-min';
import { calendars } from './dates/calendarWords.ts';

/**
 * Returns the BCP 47 code of a text's language if its dates are supported; null for any other, and for a text
 * that is too short to tell.
 */
export function detectLanguage(text: string): string | null {
  const found = franc(text, { minLength: 20 });
  if (found === 'und') return null;
  // The package returns three-letter codes (ISO 639-3); “arb” is “ar” in BCP 47.
  const [code = ''] = Intl.getCanonicalLocales(found);
  return calendars.has(code) ? code : null;
}
