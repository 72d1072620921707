import { isRightToLeft, type PictureNode, type Style } from './pictureNode.ts';

/**
 * Returns a layout mirrored for right-to-left lines. Text in a left-to-right language keeps its direction.
 */
export function mirrorPicture(node: PictureNode): PictureNode {
  if (node.type === 'image') return node;
  if (node.type === 'text') {
    const style: Style = { ...node.style, textAlign: 'right' };
    const isFromLeft = node.lang !== undefined && !isRightToLeft(node.text);
    return isFromLeft ? { ...node, style } : { ...node, style, dir: 'rtl' };
  }
  const { flexDirection, justifyContent } = node.style;
  return {
    ...node,
    style: {
      ...node.style,
      ...(flexDirection === 'row' ? { flexDirection: 'row-reverse' } : {}),
      ...(justifyContent === 'flex-end' ? { justifyContent: 'flex-start' } : {}),
    },
    children: node.children.map(mirrorPicture),
  };
}
