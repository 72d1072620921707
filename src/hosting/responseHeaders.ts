import type { Addresses } from '../views/page/addresses.ts';
import { listOutsideHosts, type OutsideHosts } from '../views/page/lookView.ts';

// The response headers of each file in one table, from which `_headers`, the server snippets and `npm start`
// are made. Browsers enforce a policy in a header and one in the page together: the header says what a page
// cannot (who may frame it) and nothing about styles, whose hashes are in the page. So nothing here
// contradicts a page.

export type { OutsideHosts };

/** The default: pages contact no host but their own. */
export const noHosts = listOutsideHosts(null);

/** Headers by name. */
export type Headers = Readonly<Record<string, string>>;

/** A part of the site: its folders, where `*` is any one folder, and the headers of the files in them. */
interface Part {
  readonly folders: readonly string[];
  readonly headers: Headers;
}

/** The headers of every file. */
const commonHeaders: Headers = {
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy':
    'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
};

/** A header that varies by folder, with its value anywhere else. */
interface Varying {
  readonly name: string;
  readonly parts: readonly Part[];
  readonly otherwise: string | null;
}

/**
 * Returns the headers that vary. The parts of a header never overlap, because hosts join the values of two
 * rules.
 */
function listVarying(outside: OutsideHosts): readonly Varying[] {
  return [
    {
      name: 'Content-Security-Policy',
      parts: [
        // Any page may frame a card.
        {
          folders: ['embed'],
          headers: { 'Content-Security-Policy': printPolicy({ framed: true }) },
        },
        // The search index is read by WebAssembly, in the page and in its worker.
        {
          folders: ['pagefind', 'search'],
          headers: { 'Content-Security-Policy': printPolicy({ wasm: true, outside }) },
        },
      ],
      otherwise: printPolicy({ outside }),
    },
    {
      name: 'Cache-Control',
      parts: [
        // The names in these folders contain a content hash.
        {
          folders: [
            '_astro',
            'fonts',
            'pagefind/fragment',
            'pagefind/index',
            // A search index in several parts.
            'pagefind/*/fragment',
            'pagefind/*/index',
          ],
          headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
        },
      ],
      otherwise: 'public, max-age=300',
    },
    {
      name: 'Access-Control-Allow-Origin',
      // Scripts on other sites may read the data.
      parts: [{ folders: ['data', 'oembed'], headers: { 'Access-Control-Allow-Origin': '*' } }],
      otherwise: null,
    },
  ];
}

/** Returns a pattern that matches the paths of the files in a folder. */
function toPattern(folder: string): RegExp {
  return new RegExp(`^${folder.replaceAll('*', '[^/]+')}/`);
}

function printPolicy({ wasm = false, framed = false, outside = noHosts }): string {
  return [
    // A card has an inline script, whose hash is in the policy of the page itself.
    ...(framed
      ? []
      : [
          [
            'script-src',
            "'self'",
            ...(wasm ? ["'wasm-unsafe-eval'"] : []),
            ...outside.scripts,
          ].join(' '),
        ]),
    `worker-src ${wasm ? "'self'" : "'none'"}`,
    ['connect-src', "'self'", ...outside.connect].join(' '),
    "img-src 'self'",
    "font-src 'self'",
    "media-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    ...(framed ? [] : ["frame-ancestors 'none'"]),
  ].join('; ');
}

/** Returns the response headers of a file, by its path below the site's root. */
export function getHeaders(path: string, outside: OutsideHosts = noHosts): Headers {
  const own = listVarying(outside).map(({ name, parts, otherwise }): [string, string | null] => {
    const part = parts.find(({ folders }) =>
      folders.some((folder) => toPattern(folder).test(path)),
    );
    return [name, part?.headers[name] ?? otherwise];
  });
  return {
    ...commonHeaders,
    ...Object.fromEntries(own.filter((entry): entry is [string, string] => entry[1] !== null)),
  };
}

/** Maximum number of years with a rule each in `_headers`. */
const MAX_YEARS = 20;

/**
 * Returns the text of `_headers`, which many static hosts read, for the files of a site. If several rules set
 * one header, some hosts join the values and some use the last, so no two rules here set the same header for
 * one address.
 */
export function renderHeadersFile(
  paths: readonly string[],
  at: Addresses,
  outside: OutsideHosts = noHosts,
): string {
  const folders = new Set(
    paths.flatMap((path) => (path.includes('/') ? [path.slice(0, path.indexOf('/'))] : [])),
  );
  const years = [...folders].filter((folder) => /^\d{4}$/.test(folder));
  // Some hosts allow a hundred rules: many years share one rule for each first digit.
  const patterns = new Set(
    [...folders].map((folder) =>
      years.length > MAX_YEARS && years.includes(folder) ? `${folder.slice(0, 1)}*` : `${folder}/*`,
    ),
  );
  // The files beside the home page; names that begin with an underscore belong to the host.
  const files = paths.filter((path) => /^[^_/][^/]*$/.test(path) && path !== 'index.html').sort();
  const rules = new Map<string, Headers>([[at.file('*'), commonHeaders]]);
  const say = (path: string, headers: Headers) =>
    rules.set(path, { ...rules.get(path), ...headers });
  for (const { name, parts, otherwise } of listVarying(outside)) {
    const own = parts.flatMap((part) => part.folders);
    for (const part of parts)
      for (const folder of part.folders.flatMap((one) => listMatching(one, paths)))
        say(at.file(`${folder}/*`), part.headers);
    if (otherwise === null) continue;
    say(at.home, { [name]: otherwise });
    for (const file of files) say(at.file(file), { [name]: otherwise });
    for (const pattern of [...patterns].sort())
      if (!own.some((one) => `${one}/`.startsWith(pattern.slice(0, -1))))
        say(at.file(pattern), { [name]: otherwise });
  }
  return [...rules]
    .map(([path, headers]) =>
      [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join(
        '\n',
      ),
    )
    .join('');
}

/** Returns the folders that match a pattern: hosts support an asterisk only at the end. */
function listMatching(folder: string, paths: readonly string[]): string[] {
  if (!folder.includes('*')) return [folder];
  const pattern = toPattern(folder);
  const found = new Set(paths.flatMap((path) => pattern.exec(path)?.[0].slice(0, -1) ?? []));
  return [...found].sort();
}

/** The media types of the site's files, by file extension. */
const mediaTypes: Readonly<Record<string, string>> = {
  bib: 'application/x-bibtex',
  css: 'text/css',
  csv: 'text/csv',
  html: 'text/html',
  ico: 'image/x-icon',
  ics: 'text/calendar',
  js: 'text/javascript',
  json: 'application/json',
  png: 'image/png',
  ris: 'application/x-research-info-systems',
  sqlite: 'application/vnd.sqlite3',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
  xml: 'application/xml',
};

/**
 * Returns the media type of a file by its extension, with its charset, or undefined for an extension that the
 * site does not use.
 */
export function getMediaType(path: string): string | undefined {
  const type = mediaTypes[path.slice(path.lastIndexOf('.') + 1)];
  if (type === undefined || /^image\/(?!svg)|^font|sqlite/.test(type)) return type;
  return `${type}; charset=utf-8`;
}

/** Returns the media types that need a charset; nginx adds one to HTML by itself. */
function listCharsetTypes(): string[] {
  return Object.entries(mediaTypes).flatMap(([ending, type]) =>
    type !== 'text/html' && getMediaType(`.${ending}`)?.includes('charset') ? [type] : [],
  );
}

/** Where a server finds the built site, its base path (a slash at both ends), and the port it listens on. */
export interface ServerSettings {
  readonly folder: string;
  readonly base: string;
  readonly port: number;
  /** The hosts that pages may contact; none by default. */
  readonly outside?: OutsideHosts;
}

/** Returns the nginx snippet to include in its `http` block. */
export function renderNginx({ folder, base, port, outside = noHosts }: ServerSettings): string {
  const varying = listVarying(outside);
  const maps = varying.map(({ name, parts, otherwise }) =>
    [
      `map $uri ${toVariable(name)} {`,
      `  default "${otherwise ?? ''}";`,
      ...parts.map(
        ({ folders, headers }) =>
          `  ~^${base}(?:${folders.join('|').replaceAll('*', '[^/]+')})/ "${headers[name] ?? ''}";`,
      ),
      '}',
      '',
    ].join('\n'),
  );
  const types = Object.entries(mediaTypes).map(([ending, type]) => `    ${type} ${ending};`);
  const headers = [
    ...Object.entries(commonHeaders).map(
      ([name, value]) => `  add_header ${name} "${value}" always;`,
    ),
    ...varying.map(({ name }) => `  add_header ${name} ${toVariable(name)} always;`),
  ];
  return `# Dateline behind nginx: include this in the http block. Generated by \`npm run hosting -- nginx\`.
# brotli_static needs Debian's libnginx-mod-http-brotli-static; without it, remove that line.

${maps.join('\n')}
server {
  listen ${port};
  server_tokens off;
  absolute_redirect off;

  types {
${types.join('\n')}
  }
  default_type application/octet-stream;
  charset utf-8;
  charset_types ${listCharsetTypes().join(' ')};

  # Compressed copies, written by \`COMPRESS=true npm run build\`.
  gzip_static on;
  brotli_static on;
  gzip_vary on;

${headers.join('\n')}

  error_page 404 ${base}404.html;
  # These files are for other hosts.
  location ~ ^${base}_(?:headers|redirects)$ {
    return 404;
  }
  location ${base} {
    alias ${folder}/;
  }
}
`;
}

/** Returns the Caddyfile for a built site. */
export function renderCaddyfile({ folder, base, port, outside = noHosts }: ServerSettings): string {
  const varying = listVarying(outside);
  const lines = varying.flatMap(({ name, parts, otherwise }) => {
    const paths = (folders: readonly string[]) => folders.map((one) => `${base}${one}/*`).join(' ');
    const label = name.toLowerCase();
    const own = parts.flatMap((part, index) => [
      `\t@${label}-${index} path ${paths(part.folders)}`,
      `\theader @${label}-${index} ${name} "${part.headers[name] ?? ''}"`,
    ]);
    const rest = [
      `\t@${label} not path ${paths(parts.flatMap((part) => part.folders))}`,
      `\theader @${label} ${name} "${otherwise ?? ''}"`,
    ];
    return otherwise === null ? own : [...own, ...rest];
  });
  const all = Object.entries(commonHeaders).map(([name, value]) => `\theader ${name} "${value}"`);
  const types = Object.keys(mediaTypes).flatMap((ending) => [
    `\t@${ending} path *.${ending}`,
    `\theader @${ending} Content-Type "${getMediaType(`.${ending}`) ?? ''}"`,
  ]);
  return `# Dateline behind Caddy. Generated by \`npm run hosting -- caddy\`.
:${port} {
\troot * ${folder}
${[...all, ...lines].join('\n')}

\t# Media types of the site's files.
${types.join('\n')}

\t# Compressed copies, written by \`COMPRESS=true npm run build\`.
\thandle_path ${base}* {
\t\tfile_server {
\t\t\thide _headers _redirects
\t\t\tprecompressed br gzip
\t\t}
\t}
\thandle {
\t\terror 404
\t}
\thandle_errors {
\t\t@missing expression \`{http.error.status_code} == 404\`
\t\thandle @missing {
\t\t\trewrite * /404.html
\t\t\tfile_server
\t\t}
\t}
}
`;
}

function toVariable(name: string): string {
  return `$dateline_${name.toLowerCase().replaceAll('-', '_')}`;
}
