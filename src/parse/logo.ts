import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Logo } from '../model/look.ts';
import type { SourceText } from './sourceText.ts';

const maxRatio = 10;
const svg = 'http://www.w3.org/2000/svg';

/** The fault of a logo, with the parser's line and column. */
interface Fault {
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly expected: string;
}

/** Returns a site's logo, an SVG with a stated size and no active content. Reports anything else. */
export function parseLogo(source: SourceText): Logo | null {
  const read = readSvg(source.text);
  if ('ratio' in read) return { svg: source.text, ratio: read.ratio };
  const { line, column, found, expected } = read;
  source.report('logo-value', source.at(line, column), { found, expected });
  return null;
}

/** Returns an SVG's width divided by its height, or the first fault that makes it unusable. */
function readSvg(text: string): { readonly ratio: number } | Fault {
  const parser = new SaxesParser({ xmlns: true, position: true });
  let fault: Fault | undefined;
  let ratio: number | undefined;
  // The start of the current tag.
  let start = { line: 1, column: 1 };
  const refuse = (found: string, expected: string) => (fault ??= { ...start, found, expected });
  parser.on('opentagstart', ({ name }) => {
    start = { line: parser.line, column: Math.max(1, parser.column - name.length - 1) };
  });
  parser.on('opentag', (tag) => {
    if (ratio === undefined) {
      if (tag.local !== 'svg' || tag.uri !== svg) {
        refuse(`<${tag.name}>`, `an SVG with xmlns="${svg}", so that browsers recognise it`);
        return;
      }
      ratio = readRatio(tag) ?? 0;
      if (ratio === 0) refuse('<svg> without a size', sizeExpected);
      else if (ratio > maxRatio)
        refuse(`<svg> ${Math.round(ratio)} times as wide as it is high`, sizeExpected);
    }
    const active = findActive(tag);
    if (active !== undefined)
      refuse(active, 'an SVG without scripts, embedded pages or external addresses');
  });
  parser.on('error', ({ message }) => {
    // The parser reports its own position.
    start = { line: parser.line, column: Math.max(1, parser.column) };
    refuse(`XML (${message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')})`, 'a complete SVG');
  });
  parser.write(text).close();
  return fault ?? { ratio: ratio ?? 0 };
}

const sizeExpected = `a viewBox such as "0 0 120 24", at most ${maxRatio} times as wide as it is high`;

/**
 * Returns the active or external content of a tag. It does nothing in an embedded picture, but might when the
 * file is opened directly.
 */
function findActive({ name, local, attributes }: SaxesTagNS): string | undefined {
  if (/^(?:script|foreignObject)$/i.test(local)) return `<${name}`;
  const found = Object.values(attributes).find(
    (one) =>
      /^on/i.test(one.local) ||
      (/^(?:href|src)$/i.test(one.local) && !/^(?:#|data:image)/i.test(one.value.trim())),
  );
  return found && `${found.name}="${found.value}"`;
}

function readRatio({ attributes }: SaxesTagNS): number | null {
  const get = (name: string) => attributes[name]?.value.trim() ?? '';
  const [, , ...box] = get('viewBox')
    .split(/[\s,]+/)
    .map(Number);
  const [width, height] =
    box.length === 2
      ? box
      : ['width', 'height'].map((name) => Number(get(name).replace(/px$/, '') || NaN));
  return width && height && width > 0 && height > 0 ? width / height : null;
}
