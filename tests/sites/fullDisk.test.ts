import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build, createFolder, readSite, root, type Ended } from './buildInto.ts';
import { buildClean } from './faults.ts';
import { buildOnce, copySite } from './sharedSites.ts';

const harbour = join(root, 'tests/sites/harbour/content');
const { PATH = '', HOME = '' } = process.env;

/** Runs a script of bash with an environment of its own, perhaps in namespaces of its own where it may mount. */
function runScript(script: string, env: Readonly<Record<string, string>>, isApart = false): Ended {
  const bash = ['bash', '--norc', '-ec', script];
  const args = isApart ? ['unshare', '-rm', ...bash] : bash;
  return spawnSync('env', args, { cwd: root, encoding: 'utf8', env: { PATH, HOME, ...env } });
}

/** Returns a folder with a copy of the harbour's content, and the same edited. */
function createContents(): { folder: string; content: string; edited: string } {
  const folder = createFolder();
  const [content, edited] = [join(folder, 'content'), join(folder, 'edited')];
  for (const copy of [content, edited]) cpSync(harbour, copy, { recursive: true });
  const digest = join(edited, 'articles/post.md');
  const text = readFileSync(digest, 'utf8');
  writeFileSync(digest, text.replaceAll('The quay closes', 'The quay is shut'));
  return { folder, content, edited };
}

const buildCommand = `"${process.execPath}" "${join(root, 'src/cli/build.ts')}"`;

// Namespaces of one's own to mount a small disk in are not allowed everywhere.
const mounts = runScript('mount -t tmpfs -o size=1m tmpfs /mnt', {}, true).status === 0;

describe('a build that cannot write', () => {
  test('leaves the site as it was at whatever step a file grows too large, and the next build is right', async () => {
    const { folder, edited } = createContents();
    const out = copySite(await buildOnce({ CONTENT: harbour }), folder);
    const [before, link] = [readSite(out), readlinkSync(out)];
    // A limit on a file's size (KiB) fails like a full disk, and everywhere: at the notes of what was parsed,
    // at the pages, at the search index, at the manifests.
    for (const limit of [0, 4, 8, 12]) {
      const script = `ulimit -f ${limit}; exec ${buildCommand}`;
      const { status, stderr } = runScript(script, { CONTENT: edited, OUT: out });
      expect(status, `${limit} KiB`).not.toBe(0);
      expect(stderr, `${limit} KiB`).not.toBe('');
      expect(readSite(out), `${limit} KiB`).toEqual(before);
      expect(readlinkSync(out)).toBe(link);
    }
    expect(build({ CONTENT: edited, OUT: out })).toMatchObject({ status: 0, stderr: '' });
    expect(readSite(out)).toEqual(await buildClean(edited));
    expect(readSite(out)).not.toEqual(before);
  });

  test.skipIf(!mounts)(
    'leaves the site as it was when the disk is full, or may only be read (skipped where no disk may be mounted)',
    async () => {
      const { folder, content, edited } = createContents();
      const disk = join(folder, 'disk');
      const seen = join(folder, 'seen');
      mkdirSync(disk);
      mkdirSync(seen);
      // The site and its state are on a disk of 16 MiB, filled up but for so many KiB before each build.
      const script = `
        mount -t tmpfs -o size=16m tmpfs "$DISK"
        ${buildCommand} > "$SEEN/first.log"
        cp -RL "$OUT/." "$SEEN/before"
        export CONTENT="$EDITED"
        for left in 0 8 24 64; do
          free=$(df --output=avail -k "$DISK" | tail -1)
          head -c $(( (free - left) * 1024 )) /dev/zero > "$DISK/filler"
          if ${buildCommand} > "$SEEN/$left.log" 2>&1; then echo "$left built"; else echo "$left failed"; fi
          cp -RL "$OUT/." "$SEEN/$left"
          rm "$DISK/filler"
        done
        mount -o remount,ro "$DISK"
        if ${buildCommand} > "$SEEN/ro.log" 2>&1; then echo "ro built"; else echo "ro failed"; fi
        cp -RL "$OUT/." "$SEEN/ro"
        mount -o remount,rw "$DISK"
        ${buildCommand} > "$SEEN/mended.log"
        cp -RL "$OUT/." "$SEEN/mended"`;
      const env = {
        DISK: disk,
        SEEN: seen,
        OUT: join(disk, 'dist'),
        CONTENT: content,
        EDITED: edited,
      };
      const { status, stdout, stderr } = runScript(script, env, true);
      expect(status, stderr).toBe(0);
      expect(stdout.trim().split('\n')).toEqual(
        ['0', '8', '24', '64', 'ro'].map((left) => `${left} failed`),
      );
      const before = readSite(join(seen, 'before'));
      for (const left of ['0', '8', '24', '64', 'ro']) {
        expect(readSite(join(seen, left)), left).toEqual(before);
        expect(readFileSync(join(seen, `${left}.log`), 'utf8'), left).toContain('was not changed');
      }
      expect(readSite(join(seen, 'mended'))).toEqual(await buildClean(edited));
    },
  );

  test.skipIf(process.getuid?.() === 0)(
    'says that a folder may not be written to (skipped for root, who may write everywhere)',
    () => {
      const { folder, content } = createContents();
      const parent = join(folder, 'closed');
      mkdirSync(parent);
      chmodSync(parent, 0o555);
      const { status, stderr } = build({ CONTENT: content, OUT: join(parent, 'dist') });
      expect(status).toBe(1);
      expect(stderr).toContain('could not be written');
    },
  );
});

describe('a list of addresses that cannot be written', () => {
  test.skipIf(!mounts)(
    'is as it was, nothing is left beside it, and the next publish works (skipped where no disk may be mounted)',
    () => {
      const { folder, content } = createContents();
      const disk = join(folder, 'disk');
      mkdirSync(disk);
      // The content is on a disk of 1 MiB without any room; so it is for a rename.
      const script = `
        mount -t tmpfs -o size=1m tmpfs "$DISK"
        cp -R "$FROM" "$CONTENT"
        before=$(ls -A "$CONTENT" | sort | tr '\\n' ' ')
        head -c 2000000 /dev/zero > "$DISK/filler" || true
        publish() { "${process.execPath}" "${join(root, 'src/cli/publish.ts')}"; }
        rename() { "${process.execPath}" "${join(root, 'src/cli/rename.ts')}" event quay-closed quay-shut; }
        for command in publish rename; do
          if $command > "$SEEN.$command" 2>&1; then echo "$command worked"; else echo "$command failed"; fi
        done
        [ "$before" = "$(ls -A "$CONTENT" | sort | tr '\\n' ' ')" ] && diff -r "$FROM" "$CONTENT" && echo same
        rm "$DISK/filler"
        publish > /dev/null && grep -c '^/' "$CONTENT/permalinks.txt"`;
      const env = {
        DISK: disk,
        FROM: content,
        CONTENT: join(disk, 'content'),
        OUT: join(folder, 'dist'),
        SEEN: join(folder, 'seen'),
      };
      const { status, stdout, stderr } = runScript(script, env, true);
      expect(status, stdout + stderr).toBe(0);
      const lines = stdout.trim().split('\n');
      expect(lines.slice(0, 3)).toEqual(['publish failed', 'rename failed', 'same']);
      expect(Number(lines[3])).toBeGreaterThan(20);
      for (const command of ['publish', 'rename']) {
        const said = readFileSync(join(folder, `seen.${command}`), 'utf8');
        expect(said).toMatch(
          /could not be written: the disk is full\. Make room and try again\. Nothing was changed\./,
        );
        expect(said).not.toMatch(/^\s+at /m);
      }
    },
  );
});
