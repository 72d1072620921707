import type { AstroInlineConfig } from 'astro';

/**
 * Runs Astro's own build of the project in `root`, quietly and without telemetry. Throws what Astro, a page or an
 * integration throws.
 */
export async function runAstro(config: AstroInlineConfig & { root: string }): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  // Loaded here, as most builds need none of it.
  const { build } = await import('astro');
  const before = process.cwd();
  // Astro keeps what it compiles below the folder it runs in.
  process.chdir(config.root);
  try {
    await build({ logLevel: 'warn', ...config });
  } finally {
    process.chdir(before);
  }
}
