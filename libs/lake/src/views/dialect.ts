/** One difference between DuckDB's SQL and that in which PostgreSQL writes a definition. */
interface Difference {
  readonly why: string;
  readonly from: RegExp;
  to(...found: string[]): string;
}

/** Amounts of JSON: the product of two of them has 38 digits, the most that a decimal may have. */
const AMOUNT = 'DECIMAL(19, 6)';

/** All differences that the views need. The order matters: casts come last. */
const DIFFERENCES: readonly Difference[] = [
  {
    why: 'The session is in UTC.',
    from: /date_trunc\('hour'::text, ([^,()]+), 'UTC'::text\)/g,
    to: (_, time = '') => `date_trunc('hour', ${time})`,
  },
  {
    why: 'A select list may not be empty.',
    from: /SELECT\s+FROM/g,
    to: () => 'SELECT 1 FROM',
  },
  {
    why: 'A lateral join has no condition on the left side alone.',
    from: /LEFT JOIN LATERAL \( (SELECT.*?)\) (\w+) ON \(\(([\w.]+ IS NOT NULL)\)\)/gs,
    to: (_, query = '', name = '', condition = '') =>
      `LEFT JOIN LATERAL (SELECT * FROM (${query}) WHERE ${condition}) ${name} ON true`,
  },
  {
    why: 'Elements of a JSON list are unnested.',
    from: /(?:LATERAL )?jsonb_array_elements\(([\w.]+)\) (\w+)\(value\)/g,
    to: (_, list = '', name = '') => `LATERAL (SELECT unnest(CAST(${list} AS JSON[])) AS value) ${name}`,
  },
  {
    why: 'Objects of a JSON list become rows by their fields.',
    from: /(?:LATERAL )?jsonb_to_recordset\(([\w.]+)\) (\w+)\(([^)]*)\)/g,
    to: (_, list = '', name = '', fields = '') =>
      `LATERAL (SELECT ${fields.split(', ').map(fieldOf).join(', ')}
        FROM (SELECT unnest(CAST(${list} AS JSON[])) AS element)) ${name}`,
  },
  {
    why: 'Seconds are a floating-point number there, and a decimal here.',
    from: /EXTRACT\(epoch FROM /g,
    to: () => 'exact_seconds(',
  },
  { why: 'A name that is a keyword there.', from: /\bat\b/g, to: () => '"at"' },
  { why: 'The length of a list has another name.', from: /\bcardinality\(/g, to: () => 'len(' },
  { why: 'A decimal has a fixed number of digits.', from: /::numeric\b/g, to: () => `::${AMOUNT}` },
];

function fieldOf(field: string): string {
  const [name = '', type = ''] = field.split(' ');
  const text = `(element ->> '${name.replaceAll('"', '')}')`;
  return `${type === 'numeric' ? `CAST(${text} AS ${AMOUNT})` : text} AS ${name}`;
}

/** A view's definition by PostgreSQL, for DuckDB. */
export function translate(definition: string): string {
  return DIFFERENCES.reduce((sql, { from, to }) => sql.replace(from, (...found) => to(...found)), definition);
}
