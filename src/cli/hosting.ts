import { readOutsideHosts } from '../builder/readOutsideHosts.ts';
import { renderCaddyfile, renderNginx } from '../hosting/responseHeaders.ts';
import { getBuildSettings, readPort } from '../builder/settings.ts';
import { runCommand } from './runCommand.ts';

// The server configurations for the built site: its files from OUT, under BASE, at PORT.
const renderers: Readonly<Record<string, typeof renderNginx>> = {
  nginx: renderNginx,
  caddy: renderCaddyfile,
};

/**
 * Prints a server's configuration, such as `npm run -s hosting -- nginx`, or caddy. Returns the exit code.
 */
function printHosting(): number {
  const { out, base, content } = getBuildSettings(process.env, process.cwd());
  const port = readPort(process.env.PORT) ?? 8080;
  const render = renderers[process.argv[2] ?? ''];
  if (!render) {
    console.error(
      `Missing server name: run \`npm run hosting -- ${Object.keys(renderers).join('` or `')}\`.`,
    );
    return 1;
  }
  process.stdout.write(render({ folder: out, base, port, outside: readOutsideHosts(content) }));
  return 0;
}

process.exitCode = await runCommand(printHosting);
