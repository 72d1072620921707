import type { PictureText } from '../../views/sharing/pictureView.ts';

/** The CSS properties that picture layouts use. */
export type Style = Readonly<
  Partial<
    Record<
      | 'width'
      | 'height'
      | 'padding'
      | 'paddingTop'
      | 'gap'
      | 'maxWidth'
      | 'flex'
      | 'flexShrink'
      | 'minHeight'
      | 'fontSize'
      | 'fontWeight'
      | 'lineHeight'
      | 'lineClamp'
      | 'borderRadius',
      number
    > &
      Record<
        | 'display'
        | 'flexDirection'
        | 'flexWrap'
        | 'justifyContent'
        | 'alignItems'
        | 'color'
        | 'backgroundColor'
        | 'fontFamily'
        | 'border'
        | 'overflow'
        | 'textAlign'
        | 'borderTop',
        string
      >
  >
>;

/** A picture's layout, in the renderer's own form. */
export type PictureNode =
  | { readonly type: 'container'; readonly style: Style; readonly children: PictureNode[] }
  | {
      readonly type: 'text';
      readonly text: string;
      readonly style: Style;
      readonly lang?: string;
      readonly dir?: 'rtl';
    }
  | {
      readonly type: 'image';
      readonly src: string;
      readonly width: number;
      readonly height: number;
    };

/** Returns a text in any script, aligned to the side where that script begins. */
export function words({ text, language }: PictureText, style: Style): PictureNode {
  return {
    type: 'text',
    text,
    style,
    ...(language === null ? {} : { lang: language }),
    ...(isRightToLeft(text) ? { dir: 'rtl' } : {}),
  };
}

/** Returns whether a text begins with a right-to-left script; digits and punctuation have no direction. */
export function isRightToLeft(text: string): boolean {
  const [first = ''] = /\p{L}/u.exec(text) ?? [];
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u.test(first);
}

/** Returns a text in the script of the site's language. */
export function line(text: string, style: Style): PictureNode {
  return { type: 'text', text, style };
}

/** Returns a flex container. */
export function box(style: Style, children: PictureNode[]): PictureNode {
  return { type: 'container', style: { display: 'flex', ...style }, children };
}
