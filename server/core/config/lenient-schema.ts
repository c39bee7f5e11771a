type Schema = Readonly<Record<string, unknown>>;

/**
 * The same schema, for an editor that completes and explains a file with it while the server says what is wrong: whatever the value, it
 * holds. Each part is one of two, as it should be or anything at all; editors look into both for what may stand there.
 */
export function lenientSchema(strict: Schema): Schema {
  const { $schema, $defs = {}, ...root } = strict;
  return { ...($schema ? { $schema } : {}), ...lenient(root), $defs: mapped($defs, lenient) };
}

function lenient(schema: Schema): Schema {
  // What it leads to is lenient itself.
  if ('$ref' in schema) return schema;
  const outside: Record<string, unknown> = {};
  const inside: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (limits.has(keyword) || (keyword === 'additionalProperties' && value === false)) continue;
    if (said.has(keyword)) outside[keyword] = value;
    else inside[keyword] = within(keyword, value);
  }
  if (Object.keys(inside).length === 0) return outside;
  // A value of a list is explained by what stands beside it.
  if ('enum' in schema && schema.description) inside.description = schema.description;
  return { ...outside, anyOf: [inside, {}], ...('default' in schema ? {} : written) };
}

// Says nothing; where VS Code finds it, the colon is written behind the name of what it completes.
const written = { oneOf: [{}] };

function within(keyword: string, value: unknown): unknown {
  if (keyword === 'properties') return mapped(value, lenient);
  if (lists.has(keyword)) return (value as readonly Schema[]).map(lenient);
  return single.has(keyword) ? lenient(value as Schema) : value;
}

function mapped(schemas: unknown, map: (schema: Schema) => Schema): Schema {
  return Object.fromEntries(Object.entries(schemas as Record<string, Schema>).map(([name, one]) => [name, map(one)]));
}

/** What is told and offered whatever stands there, also in place of a wrong value. */
const said = new Set(['title', 'description', 'markdownDescription', 'default', 'defaultSnippets']);
/** What only finds fault. */
const limits = new Set(['required', 'minItems', 'maxItems', 'uniqueItems', 'minLength', 'maxLength', 'pattern']);
const lists = new Set(['anyOf', 'prefixItems']);
const single = new Set(['items', 'additionalProperties']);
