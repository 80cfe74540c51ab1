/** What people may write: names and chat lines, cleaned the same way wherever they come from. */

/** Most characters (code points) of a player's name. */
export const nameLength = 20
/** Most characters (code points) of a party's name. */
export const partyNameLength = 40
/** Most characters (code points) of one chat line. */
export const chatLength = 240
/** Most combining marks that may follow one character: more is a smear across the screen. */
const marksInARow = 2

const emoji = '\\p{Extended_Pictographic}\\ufe0f?[\\u{1f3fb}-\\u{1f3ff}]?'
// Control and format characters, surrogates without a partner, private use, what is drawn as nothing, and blank symbols.
const blank = '\\u2800\\ufffc\\u{13441}\\u{13442}\\u{1d159}'
const hidden = `[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Default_Ignorable_Code_Point}${blank}]`
// Joiners and variation selectors count as hidden, but hold an emoji together: emoji are matched first, and kept.
const emojiOrHidden = new RegExp(`(${emoji}(?:\\u200d${emoji})*)|${hidden}`, 'gu')
const smear = new RegExp(`(\\p{M}{${marksInARow}})\\p{M}+`, 'gu')
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u
/** Taking something out can put together what must be taken out too; it never takes more rounds than these. */
const mostRounds = 6

/**
 * One line of printable text: control, hidden and direction-changing characters removed, white space folded,
 * normalised to NFC, and cut to `length` code points. Empty where nothing of it could be seen.
 */
export function cleanLine(text: string, length: number): string {
  let line = text.slice(0, length * 16)
  for (let round = 0; round < mostRounds; round++) {
    const cleaner = cut(cleanOnce(line), length)
    if (cleaner === line) break
    line = cleaner
  }
  return visible.test(line) ? line : ''
}

function cleanOnce(text: string): string {
  return text
    .replaceAll(/\s/gu, ' ')
    .replaceAll(emojiOrHidden, (_found, kept: string | undefined) => kept ?? '')
    .normalize('NFC')
    .replaceAll(smear, '$1')
    .replaceAll(/ +/g, ' ')
    .trim()
}

/** The number of code points in a text: what the length limits count. */
export function lengthOf(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text
  return [...text].slice(0, length).join('').trim()
}
