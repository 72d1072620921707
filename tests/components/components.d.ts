// What a component is to Oxlint, which cannot read it; `astro check` can, and asks its own file first.
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
