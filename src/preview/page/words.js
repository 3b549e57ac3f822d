/** What the page says, in the language of the command line. */

/** @type {Readonly<Record<string, string>>} */
let words = {};

export async function loadWords() {
  words = await (await fetch('words.json')).json();
  document.documentElement.lang = word('language');
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = word(element.getAttribute('data-word') ?? '');
  for (const element of document.querySelectorAll('[data-word-label]')) {
    const text = word(element.getAttribute('data-word-label') ?? '');
    element.setAttribute('aria-label', text);
    element.setAttribute('title', text);
  }
}

/**
 * @param {string} key
 * @param {Readonly<Record<string, string | number>>} parts what stands for `{name}`
 */
export function word(key, parts = {}) {
  return Object.entries(parts).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, String(value)), words[key] ?? key);
}
