import { describe, expect, test } from 'vitest';
import { parseLogo } from '../../../src/parse/logo.ts';
import { SourceText } from '../../../src/parse/sourceText.ts';

const xmlns = 'xmlns="http://www.w3.org/2000/svg"';

function parse(text: string) {
  const source = new SourceText('logo.svg', text);
  const logo = parseLogo(source);
  const said = source.problems.map(({ at, message }) => `${at.line}:${at.column} ${message}`);
  return { ratio: logo?.ratio, said: said.join('\n') };
}

describe('parseLogo(source)', () => {
  test('accepts a picture by its viewBox, else by its size', () => {
    for (const text of [
      `<svg ${xmlns} viewBox="0 0 120 24"><path d="M0 0h9v9z"/></svg>`,
      `<?xml version="1.0"?>\n<!DOCTYPE svg>\n<svg ${xmlns} width="10px" height="2"/>`,
      `<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="-3,-1 5 1"/>`,
      `<svg ${xmlns} xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 5 1"><use xlink:href="#a"/><image href="data:image/png;base64,AA"/><title>one = on</title></svg>`,
    ])
      expect(parse(text), text).toEqual({ ratio: 5, said: '' });
  });

  test('reports the fault and its location', () => {
    const refuse = (text: string) => {
      const { ratio, said } = parse(text);
      expect(ratio, text).toBeUndefined();
      return said;
    };
    expect(refuse('<svg viewBox="0 0 9 3"></svg>')).toMatch(
      /^1:1 Unexpected <svg>, expected an SVG with xmlns=/,
    );
    expect(refuse('A logo')).toMatch(/^1:\d+ Unexpected XML \(.*\), expected a complete SVG/);
    expect(refuse('')).toMatch(/^1:\d+ Unexpected XML/);
    expect(refuse(`<svg ${xmlns} viewBox="0 0 9 3">\n <path d="M0`)).toMatch(
      /^2:\d+ Unexpected XML/,
    );
    expect(refuse(`<svg ${xmlns}/>`)).toContain('<svg> without a size');
    expect(refuse(`<svg ${xmlns} viewBox="0 0 0 0"/>`)).toContain('<svg> without a size');
    expect(refuse(`<svg ${xmlns} viewBox="0 0 220 20"/>`)).toContain(
      '11 times as wide as it is high',
    );
    const inside = (body: string) => refuse(`<svg ${xmlns} viewBox="0 0 9 3">\n  ${body}\n</svg>`);
    expect(inside('<script/>')).toMatch(/^2:3 Unexpected <script, /);
    expect(inside('<foreignObject/>')).toMatch(/^2:3 Unexpected <foreignObject, /);
    expect(inside('<path onload="x()"/>')).toMatch(/^2:3 Unexpected onload="x\(\)", /);
    expect(inside('<image href="https://other.example/a.png"/>')).toContain(
      'https://other.example',
    );
    expect(inside('<a href=" javascript:x()"/>')).toContain('javascript:x()');
  });
});
