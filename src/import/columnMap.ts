import { parse, YAMLParseError } from 'yaml';
import { findNearest } from '../problems/nearest.ts';
import { Refusal } from '../problems/refusal.ts';
import { sheetFields, type ColumnMap } from './readSheet.ts';

/**
 * Returns the column of each field, from YAML such as `title: Headline`. Throws a Refusal for anything else.
 */
export function readColumnMap(text: string): ColumnMap {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new Refusal(`The map is not YAML: ${error.message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(
      'Unexpected map, expected a line for each column, such as "title: Headline".',
    );
  return new Map(
    Object.entries(value).map(([field, column]) => {
      const expected = findNearest(field, sheetFields);
      if (!(sheetFields as readonly string[]).includes(field))
        throw new Refusal(
          `Unexpected "${field}" in the map, expected ${expected === undefined ? `one of ${sheetFields.join(', ')}` : `"${expected}"`}.`,
        );
      if (typeof column !== 'string' && typeof column !== 'number')
        throw new Refusal(
          `Unexpected value of "${field}" in the map, expected the name of a column.`,
        );
      return [field, String(column)];
    }),
  );
}
