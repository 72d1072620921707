/** The part of citation-js that Dateline uses; these versions have no types of their own. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly config: { get(plugin: '@bibtex'): { readonly format: Record<string, boolean> } };
    readonly output: {
      format(name: string, data: readonly unknown[], options?: Record<string, unknown>): unknown;
    };
  };
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
