// `npm run lockfile`, after a dependency was added or changed: completes package-lock.json for all platforms.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withAllPlatforms } from './setup/lockfile.mjs';
import { root } from './setup/places.mjs';

const file = join(root, 'package-lock.json');
const lockfile = JSON.parse(readFileSync(file, 'utf8'));
const packages = withAllPlatforms(lockfile.packages);
const added = Object.keys(packages).length - Object.keys(lockfile.packages).length;
writeFileSync(file, `${JSON.stringify({ ...lockfile, packages }, null, 2)}\n`);
console.log(`✓ package-lock.json names the binaries of all platforms (${added} added)`);
