// Fails when a folder contains a symbolic link: the bundler of Amplify Hosting has failed on links
// in the output of a Next build (aws-amplify/amplify-hosting#4074). Usage: node refuse-symlinks.mjs
// <folder>. What the development mode leaves in its `dev` is not part of a build, and has links.
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const [folder = '.next'] = process.argv.slice(2);
const links = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isSymbolicLink())
  .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  .filter((path) => path.split(sep)[0] !== 'dev');

if (links.length > 0) {
  console.error(
    `${folder} holds ${links.length} symbolic links, which the hosting cannot take: ${links.slice(0, 5).join(', ')}`,
  );
  process.exitCode = 1;
}
