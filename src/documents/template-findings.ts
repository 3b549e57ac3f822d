/** Faults of templates as findings with their place. */
import { type Finding, finding, type Place } from '../model/index.ts';
import type { LayoutFault } from '../typeset/index.ts';
import type { TemplateFault } from './template-fault.ts';

/** Characters of a table's widths that are told. */
const SHOWN_WIDTHS = 80;

export function templateFinding(fault: TemplateFault): Finding {
  const at: Place = { file: fault.file, pointer: '', line: fault.line, column: fault.column };
  switch (fault.kind) {
    case 'syntax': {
      const { problem, found, expected, message, block, openedAt } = fault;
      const opened = block === undefined || openedAt === undefined ? {} : { block, openedAt };
      return finding('TEMPLATE_SYNTAX', 'stop', { problem, found, expected, message, ...opened }, { at });
    }
    case 'element':
      return finding('TEMPLATE_UNKNOWN_ELEMENT', 'stop', { name: fault.name, nearest: fault.nearest }, { at });
    case 'attribute':
      return finding('TEMPLATE_UNKNOWN_ATTRIBUTE', 'stop', { element: fault.element, name: fault.name, nearest: fault.nearest }, { at });
    case 'value':
      return finding(
        'TEMPLATE_ATTRIBUTE_VALUE',
        'stop',
        { element: fault.element, name: fault.name, value: fault.value, expected: fault.expected },
        { at },
      );
    case 'required':
      return finding('TEMPLATE_ATTRIBUTE_ABSENT', 'stop', { element: fault.element, name: fault.name }, { at });
    case 'place':
      return finding('TEMPLATE_MISPLACED', 'stop', { name: fault.name, parent: fault.parent }, { at });
    case 'text':
      return finding('TEMPLATE_STRAY_TEXT', 'stop', { parent: fault.parent, text: fault.text }, { at });
    case 'unclosed':
      return finding('TEMPLATE_TAG_MISMATCH', 'stop', { name: fault.name, found: fault.found }, { at });
    case 'foreign':
    case 'forbidden':
      return finding('TEMPLATE_FORBIDDEN', 'stop', { text: fault.text }, { at });
    case 'unescaped':
      return finding('TEMPLATE_UNESCAPED', 'stop', { text: fault.text }, { at });
    case 'helper':
      return finding('TEMPLATE_UNKNOWN_HELPER', 'stop', { name: fault.name, nearest: fault.nearest }, { at });
    case 'field':
      return finding('TEMPLATE_UNKNOWN_FIELD', 'stop', { name: fault.name, nearest: fault.nearest }, { at });
    case 'partial':
      return finding('TEMPLATE_UNKNOWN_PARTIAL', 'stop', { name: fault.name, nearest: fault.nearest }, { at });
    case 'loop':
      return finding('TEMPLATE_PARTIAL_LOOP', 'stop', { chain: fault.chain }, { at });
    case 'word':
      return finding('TEMPLATE_UNKNOWN_WORD', 'stop', { name: fault.name, nearest: fault.nearest }, { at });
    case 'helperValue':
      return finding('TEMPLATE_HELPER_VALUE', 'stop', { helper: fault.helper, expected: fault.expected }, { at });
    case 'limit':
      return finding('TEMPLATE_LIMIT', 'stop', { what: fault.what, limit: fault.limit }, { at });
    default:
      return fault satisfies never;
  }
}

export function layoutFinding(fault: LayoutFault, file: string): Finding {
  const at: Place = { file };
  if (fault.kind === 'width') {
    const { problem, millimetres, available } = fault;
    const widths = fault.widths.slice(0, SHOWN_WIDTHS);
    return finding('TEMPLATE_TABLE_WIDTH', 'stop', { problem, widths, millimetres, available }, { at });
  }
  if (fault.kind === 'qr') {
    const { characters, size, available } = fault;
    return finding('TEMPLATE_QR', 'stop', { characters, size, available }, { at });
  }
  return finding('TEMPLATE_TABLE_CELLS', 'stop', { expected: fault.expected, found: fault.found }, { at });
}
