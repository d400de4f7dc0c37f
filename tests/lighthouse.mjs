// Lighthouse over several pages, in one browser: node lighthouse.mjs CHROMIUM RUNS PARTS URL...
// PARTS are names of categories, by commas. Prints a JSON list, one item a page and run.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const [chromePath, runs, parts, ...urls] = process.argv.slice(2);
const MEASURED = ['cumulative-layout-shift', 'total-byte-weight', 'largest-contentful-paint', 'total-blocking-time'];

function told(url, { audits, categories }) {
  const values = Object.values(categories);
  const wrong = values.flatMap((category) => category.auditRefs)
    .filter(({ id, weight }) => weight && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => ({ id, seen: (audits[id].details?.items ?? []).slice(0, 5) }));
  return {
    url,
    scores: Object.fromEntries(values.map(({ id, score }) => [id, Math.round(score * 100)])),
    measured: Object.fromEntries(MEASURED.map((id) => [id, audits[id]?.numericValue])),
    wrong,
  };
}

const chrome = await launch({
  chromePath,
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
const options = { port: chrome.port, logLevel: 'error', onlyCategories: parts.split(','), disableFullPageScreenshot: true, onlyAudits: MEASURED.slice(0, 2) };
const found = [];
for (const url of urls) {
  for (let run = 0; run < Number(runs); run++) {
    const { lhr } = await lighthouse(url, options);
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    found.push(told(url, lhr));
  }
}
await chrome.kill();
console.log(JSON.stringify(found));
