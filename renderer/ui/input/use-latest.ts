import { type RefObject, useLayoutEffect, useRef } from 'react';

/** The newest value for code that runs outside rendering, such as a listener that must not be put on again. */
export const useLatest = <Value>(value: Value): Readonly<RefObject<Value>> => {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
};
