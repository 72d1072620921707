// Only the parser: the whole package loads a database of all CSS, which nothing here needs.
declare module 'css-tree/parser' {
  export { parse as default } from 'css-tree';
}
