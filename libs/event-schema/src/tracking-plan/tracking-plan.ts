import { Type, type TObject, type TSchema } from '@sinclair/typebox';
import { EVENT_NAMES, GA4_NAMES } from '../event-names';
import { CustomEventSchema, EVENTS } from '../events';
import { LIMITS, SCHEMA_VERSION } from '../limits';
import { EnvelopeSchema } from '../schemas/envelope';

/** The contract as one JSON Schema (draft 2020-12): an event is one of these. */
export function trackingPlanSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Clickstream events, version ${SCHEMA_VERSION}`,
    anyOf: [...EVENT_NAMES.map((name) => EVENTS[name].schema), customEventSchema()],
  };
}

/**
 * In the published schema a custom event must not have a name of the contract, or every fault would
 * pass.
 */
function customEventSchema(): TSchema {
  const { eventName, ...rest } = CustomEventSchema.properties;
  return Type.Object(
    { eventName: { ...eventName, not: { enum: EVENT_NAMES } }, ...rest },
    { title: CustomEventSchema.title, description: CustomEventSchema.description },
  );
}

/** The contract as a page for people, in Markdown. */
export function trackingPlanPage(): string {
  const overview = EVENT_NAMES.map(
    (name) => `| [\`${name}\`](#${name}) | ${EVENTS[name].description} | ${ga4(name)} |`,
  );
  const details = EVENT_NAMES.map((name) => {
    const rows = fieldRows(EVENTS[name].payload);
    const fields = rows.length > 0 ? table(rows) : 'No fields in addition to the envelope.';
    return `### ${name}\n\n${EVENTS[name].description}\n\n${fields}`;
  });
  return (
    [
      '# Tracking plan',
      `Version ${SCHEMA_VERSION} of the contract, written from \`libs/event-schema\` by ` +
        '`npx nx run event-schema:tracking-plan`. Do not edit it by hand: a test compares the two.\n' +
        'The same as JSON Schema: [tracking-plan.schema.json](tracking-plan.schema.json).',
      `A request holds at most ${LIMITS.maxEvents} events and ${LIMITS.maxBodyBytes / 1024} KB. ` +
        'Money is an integer in the smallest unit of its currency. Fields that are not listed are kept as they come.',
      '## Events',
      ['| event | sent when | GA4 name |', '| --- | --- | --- |', ...overview].join('\n'),
      `Any other name that matches \`${CustomEventSchema.properties.eventName.pattern}\` is a custom event: ` +
        'it carries the envelope and free `properties`.',
      '## Envelope: fields of every event',
      table(fieldRows(EnvelopeSchema)),
      '## Fields of each event',
      ...details,
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
}

function ga4(name: (typeof EVENT_NAMES)[number]): string {
  const known = GA4_NAMES[name];
  if (known === null) return '–';
  if (typeof known === 'string') return `\`${known}\``;
  return Object.entries(known)
    .map(([when, named]) => `\`${named}\` (${when})`)
    .join(', ');
}

function table(rows: readonly string[]): string {
  return ['| field | required | type | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function fieldRows(schema: TObject, path = '', depth = 0): string[] {
  return Object.entries(schema.properties).flatMap(([name, field]) => {
    const value = withoutNull(field);
    const required = schema.required?.includes(name) ? 'yes' : '';
    const row = `| \`${path}${name}\` | ${required} | ${typeName(value)} | ${meaning(value)} |`;
    const parts = value['type'] === 'object' && value['properties'] !== undefined && depth < 1;
    return parts ? [row, ...fieldRows(value as TObject, `${path}${name}.`, depth + 1)] : [row];
  });
}

function withoutNull(field: TSchema): TSchema {
  const options: TSchema[] | undefined = field['anyOf'];
  if (options === undefined || !options.some((option) => option['type'] === 'null')) return field;
  const [only] = options.filter((option) => option['type'] !== 'null');
  return only ?? field;
}

function typeName(field: TSchema): string {
  const options: TSchema[] | undefined = field['anyOf'];
  if (options !== undefined) return options.map((option) => `\`${option['const']}\``).join(', ');
  if (field['type'] === 'array') return `array of ${field['items'].type}`;
  return field['format'] ?? field['type'] ?? 'any';
}

function meaning(field: TSchema): string {
  return field.description ?? field['items']?.description ?? '';
}
