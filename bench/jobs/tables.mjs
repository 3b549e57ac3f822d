/** A filled document as plain data, for an engine that is not ours: the same texts, columns and sizes, taken from our own markup. */

import { parseMarkup } from '../../dist/documents/markup.js';
import { compiled } from '../../dist/documents/template-use.js';
import { wholeView } from '../../dist/documents/views/index.js';
import { normaliseText } from '../../dist/model/index.js';

/**
 * @param {import('../../dist/documents/index.js').RenderInput} input
 * @param {import('../../dist/model/index.js').DocumentId} id
 * @returns {Promise<readonly object[]>} blocks in order: `{ kind, text }`, and `{ kind: 'table', widths, head, rows }`
 */
export async function plainBlocks(input, id) {
  const document = input.pack.pack.documents.find((one) => one.id === id) ?? { id, title: id };
  const template = await compiled(input.pack.template(id), input.pack);
  const { root, faults } = parseMarkup(template.render(wholeView(document, input), (value) => normaliseText(value).text));
  if (!root || faults.length > 0) throw new Error(`${id}: ${JSON.stringify(faults.slice(0, 3))}`);
  return root.children.filter((child) => typeof child !== 'string').map(block);
}

function block({ name, attributes, children }) {
  if (name !== 'table') return { kind: name, text: textOf(children) };
  const parts = children.filter((child) => typeof child !== 'string');
  const cells = (row) => row.children.filter((child) => typeof child !== 'string').map(cell);
  return {
    kind: 'table',
    widths: attributes.widths.split(' '),
    head: parts.filter((part) => part.name === 'head').flatMap(cells),
    rows: parts.filter((part) => part.name === 'row').map((row) => ({ height: Number(row.attributes.height ?? 0), cells: cells(row) })),
  };
}

function cell({ attributes, children }) {
  return { text: textOf(children), span: Number(attributes.span ?? 1), align: attributes.align ?? 'left' };
}

function textOf(children) {
  return children.map((child) => (typeof child === 'string' ? child : child.name === 'br' ? '\n' : textOf(child.children))).join('');
}
