/** Elements made of text: what comes from outside is never read as HTML. */

/**
 * @param {string} tag
 * @param {Readonly<Record<string, string | boolean | undefined>>} attributes `false` and undefined leave an attribute out
 * @param {...(Node | string)} children strings become text
 * @returns {HTMLElement}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(id);
  return element;
}

/**
 * @param {HTMLElement} element
 * @param {string} name
 * @param {string | undefined} value undefined takes it away
 */
export function setOrDrop(element, name, value) {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
