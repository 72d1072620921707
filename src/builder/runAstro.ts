import type { AstroInlineConfig } from 'astro';

/**
 * Runs Astro's own build of the project in `root`, quietly and without telemetry. Throws whatever Astro, a
 * page or an integration throws.
 */
export async function runAstro(config: AstroInlineConfig & { root: string }): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  // Loaded here, because most builds need no Astro.
  const { build } = await import('astro');
  const before = process.cwd();
  // Astro puts compiled files below its working folder.
  process.chdir(config.root);
  try {
    await build({ logLevel: 'warn', ...config });
  } finally {
    process.chdir(before);
  }
}
