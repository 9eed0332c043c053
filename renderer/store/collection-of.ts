import type { Collection } from '#shared/protocol/pull.ts';

/** The collection a stream's documents belong to: its name up to the audience. */
export const collectionOf = (stream: string): Collection => {
  const [name = ''] = stream.split(':', 1);
  switch (name) {
    case 'products':
    case 'orders':
    case 'stock':
    case 'references':
    case 'statuses':
    case 'exceptions':
      return name;
    default:
      throw new RangeError(`not a stream: ${stream}`);
  }
};
