/**
 * Every limit of the contract, in one place. Lengths are in characters unless the name says bytes.
 */
export const LIMITS = {
  /** Events in one request. */
  maxEvents: 500,
  /** Bytes of one request's body, once decoded. */
  maxBodyBytes: 256 * 1024,
  /**
   * Bytes of a request of another tracker, which cannot be configured to send less: Segment sends
   * up to 500 KB.
   */
  maxThirdPartyBodyBytes: 512 * 1024,
  /** Text of a clicked element; longer text is cut by the tracker. */
  maxElementText: 160,
  /** Ids that the shop or the browser sets. */
  maxId: 200,
  /** Names and other short text. */
  maxText: 1_000,
  /** Page addresses. */
  maxUrl: 8_192,
  /** Lines of a cart, an order or a list: orders of a wholesaler have a thousand. */
  maxItems: 2_000,
  /**
   * JSON that a request states once and each of its events repeats: more would turn a small body
   * into a huge object.
   */
  maxShared: 10_000,
} as const;

/** The version of the contract that this code writes. Older versions keep loading. */
export const SCHEMA_VERSION = 1;
