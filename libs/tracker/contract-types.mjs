// Writes the types of the contract without the schema library that they are derived from.
import { resolve } from 'node:path';
import ts from 'typescript';

const PROBE = `
import type { EventName, IngestAnswer, PayloadOf, UserLoginState } from '@clickstream/event-schema';
export type EventPayloads = { [N in EventName]: PayloadOf<N> };
export type Login = UserLoginState;
export type Answer = { [K in keyof IngestAnswer]: IngestAnswer[K] };
`;

/** The text of a type, with all types that it consists of. */
function textOf(type, checker) {
  if (type.isUnion()) {
    const parts = type.types.map((part) => textOf(part, checker));
    const text = [...new Set(parts)].join(' | ');
    return text.replace('false | true', 'boolean');
  }
  if (checker.isArrayType(type)) return `(${textOf(checker.getTypeArguments(type)[0], checker)})[]`;
  const isPlain = !(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection));
  if (isPlain) return checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
  const index = checker
    .getIndexInfosOfType(type)
    .map(({ keyType, type: value }) => `[key: ${textOf(keyType, checker)}]: ${textOf(value, checker)}`);
  const fields = type.getProperties().map((field) => {
    const mark = field.flags & ts.SymbolFlags.Optional ? '?' : '';
    return `${field.name}${mark}: ${textOf(checker.getTypeOfSymbol(field), checker)}`;
  });
  return `{ ${[...index, ...fields].join('; ')} }`;
}

/** A compiler host in which the probe is a file of the project, and the probe's name. */
export function hostWithProbe(project, options) {
  const probe = resolve(project, 'src/contract-probe.ts');
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === probe || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === probe ? ts.createSourceFile(name, PROBE, ...rest) : getSourceFile(name, ...rest);
  return { host, probe };
}

/**
 * The declarations that replace `@clickstream/event-schema`, from a program with the probe in it.
 */
export function contractTypes(program, probe) {
  const checker = program.getTypeChecker();
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(probe)));
  const [payloads, login, answer] = ['EventPayloads', 'Login', 'Answer'].map((name) =>
    textOf(checker.getDeclaredTypeOfSymbol(exported.find((symbol) => symbol.name === name)), checker),
  );
  return `/** The fields of each event in addition to its envelope, by its name. */
export interface EventPayloads ${payloads}
export type EventName = keyof EventPayloads;
export type PayloadOf<N extends EventName> = EventPayloads[N];
export type ElementInfo = EventPayloads['click']['element'];
export type UserLoginState = ${login};
export type IngestAnswer = ${answer};
`;
}
