import { isOneSlip } from '../../../text/near.ts';

/**
 * The name of which a word (in lower case) is a slip: one letter too many, too few, wrong, or two of them exchanged.
 * Only of long names that no other product's name comes near to.
 */
export function nameNear(word: string): string | undefined {
  if (word.length > longest + 1 || !/^[a-z]{6,}$/.test(word) || exact.has(word) || lookalikes.has(word))
    return undefined;
  const name = nearby.get(word) ?? firstNear(word);
  return name !== undefined && `${name.toLowerCase()}s` !== word && isOneSlip(word, name.toLowerCase())
    ? name
    : undefined;
}

/** Words and names that are one letter away from another name. */
const lookalikes = new Set(['jupiter', 'wikimedia']);

const long =
  `Android Anthropic ChatGPT Cloudflare ControlNet DeepMind DenseNet DistilBERT Docusaurus DreamBooth EfficientNet
  Elasticsearch Facebook GraphQL ImageNet Instagram JavaScript Jupyter Kubernetes LangChain LinkedIn LlamaIndex Matplotlib
  Microsoft Midjourney MobileNet Photoshop PostgreSQL PowerShell Prometheus PyTorch StackBlitz TensorBoard TensorFlow
  Terraform TypeScript WebAssembly Wikipedia WordPress YouTube`.split(/\s+/);
const exact = new Set(long.map((name) => name.toLowerCase()));
const longest = Math.max(...long.map((name) => name.length));
/** Of each name itself and what is left of it without one letter. */
const nearby = new Map(
  long.flatMap((name) => [name.toLowerCase(), ...shortened(name.toLowerCase())].map((key) => [key, name])),
);

function firstNear(word: string): string | undefined {
  for (const key of shortened(word)) {
    const name = nearby.get(key);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** All that is left of a word without one letter; the first letter stays, in which slips are rare. */
function shortened(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at + 1) + word.slice(at + 2));
}
