import { createOutputRoute } from './_outputs.ts';

export const { getStaticPaths, GET } = createOutputRoute('.woff2');
