import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Resource, Template } from '@clickstream/infra';

/** Changes of the templates of a rehearsal, for the list at its end. */
export const TEMPLATE_GAPS: readonly string[] = [
  'tags of keys and parameters: moto reads them in another form than CloudFormation',
  'ids of Cognito and API Gateway: moto creates neither from a template, so their names are published, and the address of the API is that of its stand-in',
  'subscriptions of topics: moto creates one only as a property of its topic, and confirms it by itself',
];

/** Kinds of resources whose tags the emulator cannot read in CloudFormation's form. */
const TAGS_NOT_READ = ['AWS::KMS::Key', 'AWS::SSM::Parameter'];

/** Kinds that the emulator does not create, so that it has no ids and attributes of them. */
const NOT_CREATED = /^AWS::(ApiGatewayV2|Cognito)::/;

/**
 * Removes from the templates of a rehearsal what an emulator cannot process and does not matter for
 * the rehearsal.
 *
 * @param apiUrl address that takes the place of the HTTP API's
 */
export async function removeEmulatorGaps(assembly: string, apiUrl: string): Promise<void> {
  for (const file of (await readdir(assembly)).filter((name) => name.endsWith('.template.json'))) {
    const path = join(assembly, file);
    const template = JSON.parse(await readFile(path, 'utf8')) as Template;
    for (const resource of Object.values(template.Resources)) {
      if (TAGS_NOT_READ.includes(resource.Type)) delete resource.Properties['Tags'];
      if (resource.Type === 'AWS::SNS::Subscription') subscribeInTopic(template, resource);
    }
    const known = withoutIds(template, template, apiUrl);
    await writeFile(path, withoutAngleBrackets(JSON.stringify(known)));
  }
}

function subscribeInTopic(template: Template, { Properties }: Resource): void {
  const { TopicArn, Protocol, Endpoint } = Properties as { TopicArn: { Ref: string } } & Record<
    string,
    unknown
  >;
  const topic = template.Resources[TopicArn.Ref];
  if (topic) topic.Properties['Subscription'] = [{ Protocol, Endpoint }];
}

/** The same value with names instead of references to what the emulator does not create. */
function withoutIds(value: unknown, template: Template, apiUrl: string): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutIds(one, template, apiUrl));
  if (typeof value !== 'object' || value === null) return value;
  const { Ref, 'Fn::GetAtt': attribute } = value as { Ref?: string; 'Fn::GetAtt'?: [string, string] };
  const named = Ref ?? attribute?.[0];
  if (named && NOT_CREATED.test(template.Resources[named]?.Type ?? ''))
    return attribute?.[1] === 'ApiEndpoint' ? apiUrl : named;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, withoutIds(one, template, apiUrl)]),
  );
}

/** The same JSON, for an emulator that copies it into XML unescaped. */
function withoutAngleBrackets(json: string): string {
  return json.replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}
