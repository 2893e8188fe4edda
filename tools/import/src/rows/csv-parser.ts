const SEPARATORS = [',', ';', '\t'];

/**
 * A parser that takes text piece by piece and returns complete records. A quoted field may contain
 * separators and line feeds.
 */
export class CsvParser {
  private rest = '';
  private separator: string | undefined;

  push(text: string): string[][] {
    this.rest += text;
    const end = this.endOfLastRecord();
    if (end === 0) return [];
    const complete = this.rest.slice(0, end);
    this.rest = this.rest.slice(end);
    return this.recordsOf(complete);
  }

  /** The record that has no line feed after it. */
  end(): string[][] {
    const complete = this.rest;
    this.rest = '';
    return this.recordsOf(complete);
  }

  /** The position after the last line feed that is not within quotes. */
  private endOfLastRecord(): number {
    let end = 0;
    let isQuoted = false;
    for (let at = 0; at < this.rest.length; at++) {
      const character = this.rest[at];
      if (character === '"') isQuoted = !isQuoted;
      else if (character === '\n' && !isQuoted) end = at + 1;
    }
    return end;
  }

  private recordsOf(text: string): string[][] {
    if (text.trim() === '') return [];
    const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    this.separator ??= separatorOf(plain);
    const pattern = FIELD[this.separator];
    if (!pattern) throw new Error('A separator has its pattern.');
    const records: string[][] = [];
    let record: string[] = [];
    for (const [, quoted, bare = '', end] of plain.matchAll(pattern)) {
      record.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
      if (end === this.separator) continue;
      if (record.length > 1 || record[0] !== '') records.push(record);
      record = [];
    }
    return records;
  }
}

/**
 * One field with what ends it. An empty match at the very end is not a field, because `end` must
 * match something or the end comes once.
 */
const FIELD: Readonly<Record<string, RegExp>> = Object.fromEntries(
  SEPARATORS.map((separator) => [
    separator,
    new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`, 'g'),
  ]),
);

/** The most frequent separator in the first line. */
function separatorOf(text: string): string {
  const [firstLine = ''] = text.split('\n', 1);
  const countOf = (separator: string) => firstLine.split(separator).length;
  return SEPARATORS.reduce((best, separator) => (countOf(separator) > countOf(best) ? separator : best));
}
