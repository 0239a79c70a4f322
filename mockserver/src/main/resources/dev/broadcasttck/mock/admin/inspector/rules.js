// What the critic has remarked, where the mock has one: beside the lines, by rule, and how far rules were met.

import { get } from './api.js'
import { byId, counted, element } from './dom.js'

const KEPT_LINES = 5000
const SHOWN = 100

const byLine = new Map()
const byRule = new Map()
let next = 0

/** What breaks a rule in a line. */
export const remarksOn = (n) => byLine.get(n) ?? []

/** Forgets what was remarked in another journal. */
export function forgetRules() {
  byLine.clear()
  byRule.clear()
  next = 0
}

/** Reads on; answers with the numbers of lines that have remarks now, and up to which line all were read. */
export async function readRules() {
  const page = await get(`/findings?since=${next}`)
  if (page.next < next) {
    forgetRules()
    return readRules()
  }
  next = page.next
  page.findings.forEach(keep)
  while (byLine.size > KEPT_LINES) byLine.delete(byLine.keys().next().value)
  const coverage = page.critic ? (await get('/coverage')).chapters : []
  show(page, coverage)
  return { lines: page.findings.map((finding) => finding.entry), read: page.critic ? page.read : Infinity }
}

function keep(finding) {
  byLine.set(finding.entry, [...remarksOn(finding.entry), finding])
  const { times } = byRule.get(finding.rule) ?? { times: 0 }
  byRule.set(finding.rule, { times: times + 1, last: finding })
}

/** A finding in full: the rule, and what it was held against. */
export function told(finding) {
  const whom = `${finding.level}, binds the ${finding.binds.join(' and ')}`
  return element(
    'div',
    { class: 'remark' },
    element('p', {}, element('strong', {}, finding.rule), ` (${whom}): `, ...prose(finding.text)),
    element('dl', {}, element('dt', {}, 'expected'), element('dd', {}, finding.expected), element('dt', {}, 'actual'), element('dd', {}, finding.actual)),
  )
}

/** A sentence whose words between backticks are code. */
const prose = (text) => text.split('`').map((part, index) => (index % 2 === 1 ? element('code', {}, part) : part))

function show(page, chapters) {
  byId('no-critic').hidden = page.critic
  byId('critic').hidden = !page.critic
  byId('missed').textContent = page.missed > 0 ? `${counted(page.missed, 'line')} were forgotten before they could be read.` : ''
  byId('verdict').textContent = byRule.size === 0 ? 'No rule was seen broken.' : `${counted(byRule.size, 'rule')} seen broken:`
  showRules()
  byId('coverage').replaceChildren(...chapters.map(chapterRow))
}

function showRules() {
  const rules = [...byRule].sort(([, one], [, other]) => other.last.n - one.last.n).slice(0, SHOWN)
  const list = byId('broken')
  const focused = document.activeElement?.dataset?.line
  list.replaceChildren(...rules.map(([rule, { times, last }]) => card(rule, times, last)))
  if (focused !== undefined) list.querySelector(`[data-line="${focused}"]`)?.focus()
}

function card(rule, times, last) {
  const go = element('button', { type: 'button', 'data-line': last.entry, 'aria-label': `Show line ${last.entry}, which breaks ${rule}` }, `Line ${last.entry}`)
  const about = `${last.level}, binds the ${last.binds.join(' and ')}; ${times === 1 ? 'once' : `${times} times`}`
  return element('li', {}, element('span', {}, element('strong', {}, rule), ' ', ...prose(last.text), ' ', element('span', { class: 'quiet' }, about)), go)
}

function chapterRow(chapter) {
  return element(
    'tr',
    chapter.broken > 0 ? { class: 'wrong' } : {},
    element('th', { scope: 'row' }, chapter.title),
    ...[chapter.met, chapter.readable, chapter.rules, chapter.broken].map((number) => element('td', {}, String(number))),
  )
}
