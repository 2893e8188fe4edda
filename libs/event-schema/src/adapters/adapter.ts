import type { ListedProducts } from './shared/one-for-each-product';
import type { JsonObject, SenderName, SourceEvent } from '../source-event';

/**
 * Reads events of another sender's convention. Each adapter is in `adapters/<name>` with its map,
 * tests and fixtures, and in the list of `adapters/index.ts`.
 *
 * An event may reach an adapter through ingest, which has added our stamp as `_ingest`, or from a
 * bucket that another ingester wrote. Neither function throws, changes the event, or costs more
 * than in proportion to its size.
 */
export interface SenderAdapter {
  readonly name: SenderName;
  /**
   * True when an event is in this convention, by marks that only this convention has. Called in the
   * order of the list.
   */
  recognizes(event: JsonObject): boolean;
  /**
   * Gives an event our names. Values stay as they are: the normaliser cuts texts and reads amounts,
   * times and flags in the same way for every sender.
   */
  toSourceEvent(event: JsonObject): SourceEvent;
  /**
   * The list of products in an event that should be about one product but lists several; undefined
   * for any other event.
   */
  listedProducts?(event: JsonObject): ListedProducts | undefined;
}

/** A request in a sender's form. */
export interface SenderRequest {
  /** Path without the stage and the query, such as `/mp/collect`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** The parsed body. */
  readonly body: unknown;
}

/**
 * The events of a request, each complete: what the request states for all of them is copied into
 * each.
 */
export interface UnpackedRequest {
  /** In the sender's form, recognisable by its adapter. */
  readonly values: readonly unknown[];
  /** The time of sending by the sender's clock. */
  readonly sentAt?: string;
}

/** Unpacks the requests of one sender: `adapters/<name>/unpack-request.ts`. */
export interface RequestUnpacker {
  readonly name: SenderName;
  /** True when this sender posts to the path. */
  handles(path: string): boolean;
  /**
   * The sender's path for a body that can only be from this sender, since shops may post it to
   * another path; undefined for any other body.
   */
  pathOf(body: JsonObject): string | undefined;
  /** @returns null when the body has another form; the answer is then 400 */
  unpack(request: SenderRequest): UnpackedRequest | null;
}
