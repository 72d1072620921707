// The parser alone: the whole package reads a list of all of CSS at run time, which nothing here asks for.
declare module 'css-tree/parser' {
  export { parse as default } from 'css-tree';
}
