// sharp's lane of the race: `node sharp.mjs PHOTOS FOLDER`, one photo at a time.
// Each size is scaled from the pixels of the next larger one, as ours are: of the ways that
// were tried this takes sharp the least processor time (see README.md).

import { readdirSync } from "node:fs";
import { join, parse } from "node:path";
import sharp from "sharp";

const WIDTHS = [1600, 960, 640, 320];
const WEBP = { quality: 78, effort: 4 };
const JPEG = { quality: 80, progressive: true };

async function derive(photo, target) {
  let source = sharp(photo, { sequentialRead: true }).rotate();
  for (const width of WIDTHS) {
    const { data, info } = await source.resize(width).raw().toBuffer({ resolveWithObject: true });
    const { height, channels } = info;
    const pixels = () => sharp(data, { raw: { width, height, channels } });
    await pixels().webp(WEBP).toFile(`${target}-${width}.webp`);
    await pixels().jpeg(JPEG).toFile(`${target}-${width}.jpg`);
    source = pixels();
  }
}

const [photos, folder] = process.argv.slice(2);
sharp.concurrency(1);
for (const name of readdirSync(photos).sort()) {
  await derive(join(photos, name), join(folder, parse(name).name));
}
