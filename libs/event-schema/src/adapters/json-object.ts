/** A JSON object as it was parsed. */
export type JsonObject = Readonly<Record<string, unknown>>;
