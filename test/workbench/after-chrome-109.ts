/** What came after Chrome 109, the last one that runs on Windows 7 and 8.1: name, version that brought it, how it looks in a script or a style sheet, an example. */
export interface Feature {
  readonly name: string;
  readonly since: number;
  readonly looks: RegExp;
  readonly example: string;
}

const feature = (name: string, since: number, looks: RegExp, example: string): Feature => ({ name, since, looks, example });

export const SCRIPT: readonly Feature[] = [
  feature('Array copies', 110, /\.(?:toSorted|toReversed|toSpliced)\(/, 'a.toSorted()'),
  feature('Array.with', 110, /\.with\(/, 'a.with(0,1)'),
  feature('isWellFormed', 111, /\.(?:isWellFormed|toWellFormed)\(/, 's.isWellFormed()'),
  feature('resizable buffers', 111, /maxByteLength/, 'new ArrayBuffer(1,{maxByteLength:2})'),
  feature('view transitions', 111, /startViewTransition/, 'document.startViewTransition(f)'),
  feature('flag v', 112, /\/[dgimsuy]*v[dgimsuy]*\.(?:test|exec)\(/, '/[a--b]/v.test(s)'),
  feature('popover', 114, /\b(?:show|hide|toggle)Popover|popover[:=]/i, 'e.showPopover()'),
  feature('AbortSignal.any', 116, /AbortSignal\.any/, 'AbortSignal.any(l)'),
  feature('groupBy', 117, /\b(?:Object|Map)\.groupBy/, 'Object.groupBy(a,f)'),
  feature('withResolvers', 119, /\.withResolvers/, 'Promise.withResolvers()'),
  feature('URL.canParse', 120, /\.canParse\(/, 'URL.canParse(s)'),
  feature('fromAsync', 121, /\.fromAsync/, 'Array.fromAsync(g)'),
  feature('sets', 122, /\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference|intersection)\(/, 'a.isSubsetOf(b)'),
  feature(
    'iterator helpers',
    122,
    /Iterator\.from|\.(?:values|keys|entries)\(\)\.(?:map|filter|take|drop|toArray|some|every|find|reduce|forEach|flatMap)\(/,
    'm.values().map(f)',
  ),
  feature('import attributes', 123, /\bimport\b[^;]*\bwith\s*\{\s*type/, 'import a from"./a.json"with{type:"json"}'),
  feature('modifiers in patterns', 125, /\(\?[ims]+(?:-[ims]+)?:/, '/(?i:a)/'),
  feature('Promise.try', 128, /Promise\.try/, 'Promise.try(f)'),
  feature('moveBefore', 133, /\.moveBefore\(/, 'e.moveBefore(a,b)'),
  feature('base64 of bytes', 140, /\.(?:fromBase64|toBase64|toHex|fromHex)\(/, 'b.toBase64()'),
];

export const STYLE: readonly Feature[] = [
  feature('color spaces', 111, /\b(?:color-mix|oklch|oklab|lch|lab|color)\(/, 'a{color:color-mix(in srgb,red,blue)}'),
  feature('rlh', 111, /\d(?:rlh|rex|rch|ric|rcap)\b/, 'a{height:2rlh}'),
  feature('view transitions', 111, /view-transition/, 'a{view-transition-name:b}'),
  feature('nesting', 112, /\{[^{}]*[;{]\s*(?:&|[>+~]|[.#][\w-]+[^;{}]*\{)/, 'a{color:red;&:hover{color:blue}}'),
  feature('linear()', 113, /\blinear\(/, 'a{transition:all 1s linear(0,1)}'),
  feature('text-wrap', 114, /text-wrap/, 'a{text-wrap:balance}'),
  feature('popover', 114, /:popover-open/, 'a:popover-open{color:red}'),
  feature('timelines of scrolling', 115, /animation-timeline|view-timeline|scroll-timeline/, 'a{animation-timeline:scroll()}'),
  feature('subgrid', 117, /subgrid/, 'a{grid-template-columns:subgrid}'),
  feature('starting style', 117, /@starting-style|transition-behavior|allow-discrete/, '@starting-style{a{color:red}}'),
  feature('scope', 118, /@scope/, '@scope (a){b{color:red}}'),
  feature('user-valid', 119, /:user-(?:in)?valid/, 'a:user-invalid{color:red}'),
  feature('scroll bars', 121, /scrollbar-(?:width|color)/, 'a{scrollbar-width:thin}'),
  feature('light-dark', 123, /light-dark\(/, 'a{color:light-dark(red,blue)}'),
  feature('field-sizing', 123, /field-sizing/, 'a{field-sizing:content}'),
  feature('align-content of blocks', 123, /display:\s*block[^}]*align-content/, 'a{display:block;align-content:center}'),
  feature('anchors', 125, /\banchor(?:-size)?\(|anchor-name|position-(?:anchor|area|try)/, 'a{top:anchor(bottom)}'),
  feature('stepped values', 125, /\b(?:round|mod|rem)\(/, 'a{width:round(1px,2px)}'),
  feature('sizes of auto', 129, /interpolate-size|calc-size\(/, 'a{interpolate-size:allow-keywords}'),
  feature('details content', 131, /::details-content/, 'a::details-content{color:red}'),
  feature('text-box', 133, /text-box/, 'a{text-box:trim-both cap alphabetic}'),
];
