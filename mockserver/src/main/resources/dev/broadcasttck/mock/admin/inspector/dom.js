// Elements made of texts: what a frame holds is never read as HTML.

export const byId = (id) => document.getElementById(id)

/** An element with attributes and children, which are elements or texts. */
export function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children)
}

const SVG = 'http://www.w3.org/2000/svg'

export function drawn(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children)
}

function fill(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/** `1 socket`, `2 sockets`. */
export const counted = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`

/** Replaces the options behind the first one, and keeps what was chosen. */
export function offer(select, values, said = (value) => value) {
  const chosen = select.value
  const options = values.map((value) => element('option', { value }, said(value)))
  select.replaceChildren(select.options[0], ...options)
  select.value = values.map(String).includes(chosen) ? chosen : ''
}

/** Says in a form's output what came of it. */
export async function settle(form, work) {
  const output = form.querySelector('output')
  try {
    output.value = await work()
    output.classList.remove('complaint')
  } catch (failure) {
    output.value = failure.message
    output.classList.add('complaint')
  }
}
