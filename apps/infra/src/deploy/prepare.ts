import { randomBytes } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { DeleteObjectCommand, paginateListObjectsV2, PutObjectCommand } from '@aws-sdk/client-s3';
import type { SSMClient } from '@aws-sdk/client-ssm';
import { readOptions, runCommand, TEXT, UsageError } from '@clickstream/command-line';
import { OS_BUNDLE, OS_BUNDLES } from '@clickstream/machine-setup';
import { stageFrom } from '../config';
import { DEBIAN_IMAGE, parameterFolder, PASSWORDS } from '../parameters';
import type { Stage } from '../stages/stages';
import { oldBundles, type StoredBundle } from './old-bundles';
import { parameterStore, readParameter, writeParameter } from './parameter-store';
import { storedPackages, type StoredPackages } from './stored-packages';

const HELP = `Creates the values in the account that a template must not contain: passwords, pinned images, and Debian's packages for the warehouse.

Usage: npx nx prepare infra [-- --rotate warehouse/etl_writer]

Existing values stay. --rotate gives one role a new password; docs/runbooks/rotate-passwords.md describes the next steps.
Exit codes: 0 complete, 1 failed, 2 wrong usage
`;

/** @returns the name of a password to renew, if any */
function prepareOptions(args: string[]): { readonly rotate: string | undefined } | 'help' {
  const { help, rotate } = readOptions(args, { rotate: TEXT });
  if (help) return 'help';
  if (rotate !== undefined && !passwordNames().includes(rotate))
    throw new UsageError(`--rotate ${rotate} does not exist. Use one of: ${passwordNames().join(', ')}.`);
  return { rotate };
}

/** @returns the exit code */
async function prepare({ rotate }: { readonly rotate: string | undefined }): Promise<number> {
  const stage = stageFrom(process.env);
  const store = parameterStore(stage.region);
  const folder = parameterFolder(stage);
  const done = [
    ...(await makePasswords(store, folder, rotate)),
    ...(await pinImages(store, folder)),
    ...(await uploadPackages(store, stage)),
  ];
  console.log(
    done.length === 0 ? 'Passwords, images and packages are in place.' : `Created: ${done.join(', ')}.`,
  );
  return 0;
}

function passwordNames(): string[] {
  return Object.entries(PASSWORDS).flatMap(([database, roles]) => roles.map((role) => `${database}/${role}`));
}

async function makePasswords(store: SSMClient, folder: string, rotate?: string): Promise<string[]> {
  const made: string[] = [];
  for (const name of passwordNames()) {
    const parameter = `${folder}/${name}`;
    if (name !== rotate && (await readParameter(store, parameter)) !== undefined) continue;
    const key = await readParameter(store, `${folder}/data/key`);
    if (!key) throw new Error(`${folder}/data/key is missing. Deploy the stack Data first.`);
    await writeParameter(store, {
      Name: parameter,
      Type: 'SecureString',
      KeyId: key,
      Value: randomBytes(24).toString('base64url'),
      Overwrite: name === rotate,
    });
    made.push(parameter);
  }
  return made;
}

async function pinImages(store: SSMClient, folder: string): Promise<string[]> {
  const pinned: string[] = [];
  for (const database of Object.keys(PASSWORDS)) {
    const parameter = `${folder}/${database}/image`;
    if ((await readParameter(store, parameter)) !== undefined) continue;
    const image = await readParameter(store, DEBIAN_IMAGE);
    if (!image)
      throw new Error(
        `Parameter ${DEBIAN_IMAGE} does not exist. Put the id of a Debian 13 image into ${parameter}.`,
      );
    await writeParameter(store, { Name: parameter, Type: 'String', Value: image });
    pinned.push(parameter);
  }
  return pinned;
}

async function uploadPackages(store: SSMClient, stage: Stage): Promise<string[]> {
  const packages = await storedPackages(stage, store);
  if (!packages)
    throw new Error(`${parameterFolder(stage)}/data/host-bucket is missing. Deploy the stack Data first.`);
  const { client, Bucket, Key, areThere } = packages;
  if (areThere) {
    await removeOldBundles(packages);
    return [];
  }
  if (!existsSync(OS_BUNDLE)) throw new Error(`${OS_BUNDLE} is missing. Run npx nx os-bundle infra.`);
  await client.send(
    new PutObjectCommand({
      Bucket,
      Key,
      Body: createReadStream(OS_BUNDLE),
      ContentLength: statSync(OS_BUNDLE).size,
    }),
  );
  return [`s3://${Bucket}/${Key}`];
}

/** Only while the account has the current bundle: nothing is removed by a deployment that fails. */
async function removeOldBundles({ client, Bucket, Key }: StoredPackages): Promise<void> {
  const found: StoredBundle[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix: OS_BUNDLES }))
    for (const { Key: key, LastModified: storedAt } of Contents)
      if (key !== undefined && storedAt !== undefined) found.push({ key, storedAt });
  for (const key of oldBundles(found, Key, new Date())) {
    await client.send(new DeleteObjectCommand({ Bucket, Key: key }));
    console.log(`Removed s3://${Bucket}/${key}: older than 90 days, and not among the five newest.`);
  }
}

void runCommand({
  help: HELP,
  failure: 'The account is not prepared',
  read: prepareOptions,
  run: prepare,
});
