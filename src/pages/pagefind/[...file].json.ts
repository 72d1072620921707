import { createSearchRoute } from './_search.ts';

export const { getStaticPaths, GET } = createSearchRoute('.json');
