import { createSearchRoute } from './_search.ts';

export const { getStaticPaths, GET } = createSearchRoute('.pf_index');
