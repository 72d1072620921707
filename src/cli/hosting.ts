import { renderCaddyfile, renderNginx } from '../build/responseHeaders.ts';
import { getBuildSettings } from '../build/settings.ts';
import { getPort } from './serve.ts';

// Prints what a server needs to serve the built site: `npm run -s hosting -- nginx`, or caddy; from OUT, under
// BASE, at PORT.
const renderers: Readonly<Record<string, typeof renderNginx>> = {
  nginx: renderNginx,
  caddy: renderCaddyfile,
};
const { out, base } = getBuildSettings(process.env, process.cwd());
const render = renderers[process.argv[2] ?? ''];
if (render) {
  process.stdout.write(render({ folder: out, base, port: getPort(process.env.PORT) ?? 8080 }));
} else {
  console.error(
    `Say which server: \`npm run hosting -- ${Object.keys(renderers).join('` or `')}\`.`,
  );
  process.exitCode = 1;
}
