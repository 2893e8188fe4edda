import { stripVTControlCharacters } from 'node:util';

/** The first line of a message that says something, without the colours of a terminal. */
export function firstLine(message) {
  const lines = stripVTControlCharacters(message ?? '').split('\n');
  return lines.map((line) => line.trim()).find(Boolean) ?? '';
}
