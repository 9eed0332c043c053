/** Eight hex digits that make the ids of lines that take another's place their own. */
export const newSuffix = (): string => crypto.randomUUID().slice(0, 8);
