/** A form that is text: as the packer writes it, or as people write YAML and JSON. */
import { type Finding, finding } from '../model/index.ts';
import { type ParsedForm, parseYaml } from './_yaml.ts';
import { sizeLimit } from './form-files.ts';
import { formText } from './form-text.ts';
import { PACKED_ROOM } from './limits.ts';
import { parsePackedJson } from './packed-json.ts';
import { wholeFile } from './positions.ts';

/** `name`: bare; `file`: as people call it. */
export function readTextForm(bytes: Uint8Array, name: string, file: string): ParsedForm {
  const { text, lines, findings } = formText(bytes, file);
  if (text === undefined || lines === undefined) return { positions: wholeFile(file), findings };
  const packed = name.endsWith('.json') && mayBeLarge(bytes, name) ? parsePackedJson(text, file, lines) : undefined;
  if (packed) return packed;
  // Of a dossier: larger than what people write, and not as the packer writes it.
  const tooLarge = tooLargeFinding(bytes, name, file);
  if (tooLarge) return { positions: wholeFile(file), findings: [tooLarge] };
  const parsed = parseYaml(text, file, lines);
  if (!file.endsWith('.json') || parsed.value === undefined || isJson(text)) return parsed;
  return { positions: parsed.positions, findings: [...parsed.findings, finding('FORM_NOT_JSON', 'stop', {}, { at: { file } })] };
}

/** YAML lets more pass than JSON; what is called .json is read by others too. Depth was capped before. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Packed, a form takes more room than people need for it; only the list of evidence, which names every file, is as large as a dossier lets it be. */
function mayBeLarge({ length }: Uint8Array, name: string): boolean {
  return name === 'evidence.json' || length <= PACKED_ROOM * sizeLimit(name);
}

export function tooLargeFinding(bytes: Uint8Array, name: string, file: string): Finding | undefined {
  const limit = sizeLimit(name);
  return bytes.length <= limit ? undefined : finding('FORM_TOO_LARGE', 'stop', { size: bytes.length, limit }, { at: { file } });
}
