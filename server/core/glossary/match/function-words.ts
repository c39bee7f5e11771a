/** English words that a good translation often drops: pronouns, articles, prepositions, auxiliaries, conjunctions. */
export const functionWords: ReadonlySet<string> = new Set(
  (
    'i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers ' +
    'herself it its itself they them their theirs themselves one ones this that these those who whom whose which what ' +
    'a an the some any each every either neither both all no none other others another such same ' +
    'in on at by for from to of with without within into onto over under between among through during before after ' +
    'about against above below up down off out as like per via ' +
    'be am is are was were been being have has had having do does did doing can could may might must shall should will would ' +
    'and or but nor so yet if then else than because while when where why how not only also very just there here'
  ).split(' '),
);
