const save = (name: string, content: BlobPart, type: string): void => {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

/** Hands a text to the person as a file; where it goes is the system's question to them. */
export const saveText = (name: string, text: string): void => save(name, text, 'text/plain');

export const saveBytes = (name: string, bytes: Uint8Array<ArrayBuffer>): void =>
  save(name, bytes, 'application/octet-stream');
