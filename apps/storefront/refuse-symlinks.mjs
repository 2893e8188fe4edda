// Fails when a folder contains a symbolic link: the bundler of Amplify Hosting has failed on links
// in the output of a Next build (aws-amplify/amplify-hosting#4074). Usage: node refuse-symlinks.mjs
// <folder>
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '.next'] = process.argv.slice(2);
const links = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isSymbolicLink())
  .map((entry) => join(entry.parentPath, entry.name));

if (links.length > 0) {
  console.error(
    `${folder} holds ${links.length} symbolic links, which the hosting cannot take: ${links.slice(0, 5).join(', ')}`,
  );
  process.exitCode = 1;
}
