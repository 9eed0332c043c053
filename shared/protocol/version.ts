/** Raised whenever a schema below changes what goes over the wire; locked by `version.test.ts`. */
export const PROTOCOL_VERSION = 2;
