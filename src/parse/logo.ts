import type { Logo } from '../model/look.ts';
import type { SourceText } from './sourceText.ts';

const mostRatio = 10;

/** Returns the mark of a site, an SVG that says its size and does nothing; what else it is, is reported. */
export function parseLogo(source: SourceText): Logo | null {
  const { text } = source;
  const root = /<svg\b[^>]*>/i.exec(text);
  const refuse = (index: number, found: string, expected: string) => {
    const before = text.slice(0, index).split('\n');
    const at = source.at(before.length, (before.at(-1)?.length ?? 0) + 1);
    source.report('logo-value', at, { found, expected });
    return null;
  };
  if (!root) return refuse(0, 'file without an <svg>', 'an SVG');
  // A picture in a page runs no script; opened by its own address it might.
  const active =
    /<script\b|<foreignObject\b|\son\w+\s*=|(?:href|src)\s*=\s*["'](?!#|data:image)/i.exec(text);
  if (active)
    return refuse(
      active.index,
      active[0].trim(),
      'an SVG without scripts, pages and outside addresses',
    );
  const ratio = readRatio(root[0]);
  if (ratio === null || ratio > mostRatio)
    return refuse(
      root.index,
      ratio === null ? '<svg> without a size' : `<svg> ${Math.round(ratio)} times as wide as high`,
      `a viewBox such as "0 0 120 24", at most ${mostRatio} times as wide as high`,
    );
  return { svg: text, ratio };
}

function readRatio(tag: string): number | null {
  const box =
    /\bviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*["']/i.exec(tag);
  const [width, height] = box
    ? [Number(box[1]), Number(box[2])]
    : ['width', 'height'].map((name) =>
        Number(
          new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`, 'i').exec(tag)?.[1],
        ),
      );
  return width && height ? width / height : null;
}
