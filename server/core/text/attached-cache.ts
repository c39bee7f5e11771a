/** A cache with one value per object. The value lives as long as its object. */
export interface AttachedCache<Owner extends object, Value> {
  get(owner: Owner): Value | undefined;
  set(owner: Owner, value: Value): void;
}

/**
 * Stores the value under a hidden property. For the thousands of objects
 * of a page, a WeakMap costs more time than the cache saves.
 */
export function createAttachedCache<Owner extends object, Value>(): AttachedCache<Owner, Value> {
  const key = Symbol('cache');
  type Held = { [key]?: Value };
  return {
    get: (owner) => (owner as Held)[key],
    set: (owner, value) => {
      (owner as Held)[key] = value;
    },
  };
}
