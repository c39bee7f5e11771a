import { isOneSlip } from '../../../text/edit-distance.ts';

/**
 * The name that a word (in lower case) misspells: one letter too many, missing or wrong, or two swapped. Only for long
 * names that no other product's name resembles.
 */
export function nameNear(word: string): string | undefined {
  if (word.length > longest + 1 || word.length < 6) return undefined;
  // The first letter is seldom wrong.
  const candidates = byLetter.get(word.charCodeAt(0));
  if (!candidates || exact.has(word) || lookalikes.has(word) || !/^[a-z]+$/.test(word)) return undefined;
  for (const name of candidates) {
    const lower = name.toLowerCase();
    if (Math.abs(lower.length - word.length) <= 1 && isOneSlip(word, lower)) {
      return `${lower}s` === word ? undefined : name;
    }
  }
  return undefined;
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
const byLetter = new Map<number, string[]>();
for (const name of long) {
  const letter = name.toLowerCase().charCodeAt(0);
  byLetter.set(letter, [...(byLetter.get(letter) ?? []), name]);
}
