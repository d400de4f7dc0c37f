/**
 * What the page at `admin/` runs: Sveltia CMS, in Chinese, with the configuration beside it.
 */

import { article, record } from './formats.js';

const PREFERENCES = 'sveltia-cms.prefs';

if (!localStorage.getItem(PREFERENCES)) {
  localStorage.setItem(PREFERENCES, JSON.stringify({ locale: 'zh-CN' }));
}
// Imported when the language is set: it is looked for while the module loads.
const [{ default: cms }, response] = await Promise.all([
  import('@sveltia/cms'),
  fetch('config.json'),
]);
cms.registerCustomFormat('record', 'yml', record);
// The ending of the name is what makes it fit files that end in `.md`.
cms.registerCustomFormat('article-frontmatter', 'md', article);
cms.init({ config: await response.json() });
