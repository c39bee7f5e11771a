import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isSeq,
  type Node,
  Pair,
  visit,
  YAMLMap,
  YAMLSeq,
} from 'yaml';

/**
 * Returns a function that gives the value of a node with its aliases resolved. The value
 * is undefined if an alias has no target, is circular, or would expand a small file into a
 * large one. `toJS` alone would search the document again for every alias.
 */
export function followingAliases(document: Document): (node: Node) => unknown {
  const targets = new Map<Node, Node | undefined>();
  const anchors = new Map<string, Node>();
  visit(document, {
    Node(_, node) {
      if (isAlias(node)) targets.set(node, anchors.get(node.source));
      else if (node.anchor) anchors.set(node.anchor, node);
    },
  });
  const plainValue = (node: Node): unknown => {
    try {
      return node.toJS(document);
    } catch {
      return undefined;
    }
  };
  if (targets.size === 0) return plainValue;

  let leftOfAll = MAX_IN_ALL;
  return (item) => {
    let left = Math.min(MAX_IN_ONE, leftOfAll);
    const before = left;
    let isBroken = false;
    const written = (node: unknown, isAliased: boolean): unknown => {
      if (isBroken || (isAliased && --left < 0)) isBroken = true;
      if (isBroken || !isNode(node)) return node;
      if (isAlias(node)) {
        const target = targets.get(node);
        isBroken ||= target === undefined;
        return written(target, true);
      }
      if (isMap(node)) {
        const map = new YAMLMap();
        map.items = node.items.map(({ key, value }) => new Pair(written(key, isAliased), written(value, isAliased)));
        return map;
      }
      if (!isSeq(node)) return node;
      const list = new YAMLSeq();
      list.items = node.items.map((one) => written(one, isAliased));
      return list;
    };
    const whole = isCollection(item) ? (written(item, false) as Node) : item;
    leftOfAll -= before - Math.max(0, left);
    return isBroken ? undefined : plainValue(whole);
  };
}

/** How many nodes the aliases of one entry, and of a whole file, may expand to. */
const MAX_IN_ONE = 1000;
const MAX_IN_ALL = 500_000;
