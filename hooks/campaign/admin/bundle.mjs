/**
 * Bundles Sveltia CMS for the site itself: `node bundle.mjs ROOT FOLDER`.
 *
 * Everything that its page loads comes from the site, and only what is used here is in it:
 * Chinese (and English, to which it falls back), no map, no highlighting of code. The same packages
 * give the same bytes, since names are hashes of contents and nothing else goes in.
 */

import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [root, folder] = process.argv.slice(2);
const HERE = dirname(fileURLToPath(import.meta.url));
const PACKAGE = join(root, 'node_modules/@sveltia/cms');
const esbuild = createRequire(join(root, 'package.json'))('esbuild');

/** What is not used here: colours of code, maps, drawings, React for previews, other languages. */
const UNUSED = /^(@shikijs|leaflet|terra-draw|svgo|\.\/chunks\/(shiki|react-dom)|\.\.\/locales)/;
const USED = '../locales/zh-CN.json';

const assets = await readdir(join(PACKAGE, 'npm/assets'));

/**
 * The font's file in the package, as a page at `admin/` names it.
 *
 * @param {string} name
 */
function font(name) {
  const found = assets.filter((file) => file.startsWith(name) && file.endsWith('.woff2'));
  if (found.length !== 1) {
    throw new Error(`${name}: ${found.length} fonts in the package, and not 1`);
  }
  return `assets/${found[0]}`;
}

/**
 * Texts of the package that lead elsewhere, and what stands in their place. Each is there exactly
 * once: another version of the package ends the build here, and somebody has to look.
 */
const FONTS = 'https://cdn.jsdelivr.net/fontsource/fonts';
const REPLACED = [
  ['`data:image/svg+xml;base64,${btoa(DSe)}`', '`../assets/favicon.svg`'],
  [`${FONTS}/source-sans-3:vf@5.3.0/latin-wght-normal.woff2`, font('source-sans-3')],
  [`${FONTS}/noto-mono@5.3.0/latin-400-normal.woff2`, font('noto-mono')],
  [`${FONTS}/material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2`, font('material-symbols')],
  ['https://www.githubstatus.com/api/v2/status.json', 'status.json'],
  // No notice in another language, and no advertisement, stands over what a clerk does.
  ['if(await c9(`newLanguageCta`))return;', 'return;'],
  ['j(n,!await c9(`mobileCta`))', 'j(n,!1)'],
  [/`ar,bg,ca,[\w,-]+,zh-CN,zh-TW`/, '`zh-CN`'],
];

/** @param {string} text */
const replaced = (text) => {
  let result = text;
  for (const [before, after] of REPLACED) {
    const parts = result.split(before);
    if (parts.length !== 2) {
      throw new Error(`${before}: ${parts.length - 1} in the package, and not 1`);
    }
    result = parts.join(after);
  }
  return result;
};

/** @param {string} path */
const json = async (path) => JSON.parse(await readFile(path, 'utf8'));

/**
 * Fills in what a translation lacks, group by group.
 *
 * @param {Record<string, any>} texts
 * @param {Record<string, any>} lacking
 */
const completed = (texts, lacking) => {
  const result = { ...texts };
  for (const [key, value] of Object.entries(lacking)) {
    const isGroup = typeof value === 'object';
    result[key] = isGroup ? completed(result[key] ?? {}, value) : (result[key] ?? value);
  }
  return result;
};

const trimmed = {
  name: 'trimmed',
  setup(build) {
    const nothing = { contents: 'export default {};', loader: 'js' };
    build.onResolve({ filter: UNUSED }, ({ path }) =>
      path === USED ? undefined : { path: 'nothing', namespace: 'unused' },
    );
    build.onLoad({ filter: /.*/, namespace: 'unused' }, () => nothing);
    build.onLoad({ filter: /cms[\\/]npm[\\/]index\.js$/ }, async ({ path }) => ({
      contents: replaced(await readFile(path, 'utf8')),
      loader: 'js',
    }));
    build.onLoad({ filter: /cms[\\/]locales[\\/]zh-CN\.json$/ }, async ({ path }) => {
      const texts = completed(await json(path), await json(join(HERE, 'zh-cn.json')));
      return { contents: JSON.stringify(texts), loader: 'json' };
    });
  },
};

await mkdir(folder, { recursive: true });
await esbuild.build({
  entryPoints: { cms: join(HERE, 'entry.js') },
  outdir: folder,
  absWorkingDir: root,
  nodePaths: [join(root, 'node_modules')],
  alias: { '@sveltia/cms': PACKAGE },
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  chunkNames: '[name]-[hash]',
  legalComments: 'linked',
  logLevel: 'error',
  plugins: [trimmed],
});
await cp(join(PACKAGE, 'npm/assets'), join(folder, 'assets'), {
  recursive: true,
  filter: (path) => !path.endsWith('.map'),
});
await writeFile(join(folder, 'status.json'), '{"status":{"indicator":"unknown"}}\n');
