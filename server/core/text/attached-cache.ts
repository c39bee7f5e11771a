/** One thing that is kept beside an object as long as the object lives. */
export interface AttachedCache<Owner extends object, Value> {
  get(owner: Owner): Value | undefined;
  set(owner: Owner, value: Value): void;
}

/** A hidden property: for the thousands of objects of a page a WeakMap costs more time than what it would save. */
export function createAttachedCache<Owner extends object, Value>(): AttachedCache<Owner, Value> {
  const key = Symbol('slot');
  type Held = { [key]?: Value };
  return {
    get: (owner) => (owner as Held)[key],
    set: (owner, value) => {
      (owner as Held)[key] = value;
    },
  };
}
