/** Fills forms of 办案台 as a person does, with a mouse or with keys alone: every value of a form that is wanted is looked for on the screen and entered. */
import type { Locator, Page } from 'playwright-core';

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

export interface Stage {
  readonly step: string;
  readonly stage: number;
  readonly form: string;
  readonly fields: readonly string[];
}

const at = (page: Page, form: string, pointer: string): Locator => page.locator(`[data-form="${form}"][data-pointer="${pointer}"]`).first();

/** What a person does with what is on the screen. */
export interface Hand {
  /** A button or a box. */
  press(target: Locator, key?: 'Enter' | 'Space'): Promise<void>;
  /** Into a field, in place of what stands there; then it is left. */
  enter(target: Locator, text: string): Promise<void>;
  choose(target: Locator, word: string): Promise<void>;
}

async function replace(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

export const KEYS: Hand = {
  async press(target, key = 'Enter') {
    await target.focus();
    await target.page().keyboard.press(key);
  },
  async enter(target, text) {
    await target.focus();
    await replace(target.page(), text);
    await target.page().keyboard.press('Tab');
  },
  async choose(target, word) {
    await target.focus();
    // Arrows go through a closed list.
    const words = await target.locator('option').allTextContents();
    const from = await target.evaluate((list) => (list as unknown as { selectedIndex: number }).selectedIndex);
    const to = words.indexOf(word);
    for (let i = from; i !== to; i += to > from ? 1 : -1) await target.page().keyboard.press(to > from ? 'ArrowDown' : 'ArrowUp');
  },
};

export const CLICKS: Hand = {
  press: (target) => target.click(),
  async enter(target, text) {
    await target.click();
    await replace(target.page(), text);
    // Elsewhere, where nothing is to be pressed.
    await target.page().locator('.page-head h1').click();
  },
  choose: async (target, word) => void (await target.selectOption(word)),
};

/** Everything that a stage asks for and `wanted` holds. */
export async function fillStage(
  page: Page,
  hand: Hand,
  { step, stage, form, fields }: Stage,
  wanted: Readonly<Record<string, Json>>,
): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(`${step}/${stage}`)}`);
  await page.locator(`.stages a[aria-current], .page-head h1`).first().waitFor();
  await saved(page);
  for (const field of fields) if (wanted[field] !== undefined) await fill(page, hand, form, `/${field}`, wanted[field]);
}

export async function saved(page: Page): Promise<void> {
  await page.waitForFunction(`!/没存进去|没有存/.test(document.querySelector('.saved').textContent)`);
}

async function fill(page: Page, hand: Hand, form: string, pointer: string, value: Json): Promise<void> {
  const field = at(page, form, pointer);
  await field.waitFor();
  if (Array.isArray(value) && value.some((entry) => typeof entry === 'object')) return fillList(page, hand, form, pointer, value);
  if (typeof value === 'object' && !Array.isArray(value)) {
    // A group that holds nothing is closed.
    const opening = field.locator(':scope > button');
    if ((await opening.count()) > 0) await hand.press(opening);
    for (const [name, member] of Object.entries(value)) await fill(page, hand, form, `${pointer}/${name}`, member);
    return;
  }
  if (Array.isArray(value)) return fillWords(hand, field, value.map(String));
  const boxes = field.locator('input[type=radio]');
  if ((await boxes.count()) > 0) {
    const word = value === true ? '是' : value === false ? '否' : String(value);
    await hand.press(field.locator(`label:text-is("${word}") input`), 'Space');
  } else if ((await field.locator('select').count()) > 0) await hand.choose(field.locator('select'), String(value));
  else await hand.enter(field.locator('input:not([type=date]), textarea').first(), String(value));
  await standsAt(page, form, pointer, value);
}

/** The field shows what was saved, and says so. */
async function standsAt(page: Page, form: string, pointer: string, value: Json): Promise<void> {
  await page.waitForFunction(
    `(async () => {
      const { forms } = await (await fetch('forms')).json();
      const held = forms.find((one) => one.form === ${JSON.stringify(form)}).value ?? {};
      const found = ${JSON.stringify(pointer)}.split('/').slice(1).reduce((here, name) => here?.[name], held);
      return JSON.stringify(found) === ${JSON.stringify(JSON.stringify(value))};
    })()`,
  );
}

async function fillList(page: Page, hand: Hand, form: string, pointer: string, entries: readonly Json[]): Promise<void> {
  const list = at(page, form, pointer);
  for (const [i, entry] of entries.entries()) {
    // A new form has one entry without values.
    const blank = page.locator(`section.card.slim[data-form="${form}"][data-pointer="${pointer}/${i}"]`);
    if ((await blank.count()) > 0) await hand.press(blank.locator('button'));
    else await hand.press(list.locator('button:has-text("再加一项")').last());
    const open = at(page, form, `${pointer}/${i}`);
    await page.locator(`section.card.open[data-form="${form}"][data-pointer="${pointer}/${i}"]`).waitFor();
    for (const [name, member] of Object.entries(entry as { readonly [name: string]: Json }))
      await fill(page, hand, form, `${pointer}/${i}/${name}`, member);
    await hand.press(open.locator('button:has-text("填好了，收起")').last());
  }
}

async function fillWords(hand: Hand, field: Locator, words: readonly string[]): Promise<void> {
  const text = field.locator('textarea');
  if ((await text.count()) > 0) return hand.enter(text, words.join('\n'));
  for (const word of words)
    await hand.press(field.locator('label', { hasText: new RegExp(`^\\s*${word}(?:　|$)`) }).locator('input'), 'Space');
}
