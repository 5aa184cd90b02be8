/** Fits text into boxes. The width of a text comes from whoever knows the font. */

/** Width in pixels. */
export type Measure = (text: string) => number;

const CUT = '..';

/** `text`, or as much of its beginning as fits, followed by two dots. */
export function fitText(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(text.slice(0, middle) + CUT) <= width) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : text.slice(0, low) + CUT;
}

/**
 * Lines of at most `width`, broken at spaces; a word too long by itself is cut. At most `most` lines, the last one cut.
 */
export function wrapText(text: string, width: number, measure: Measure, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (word === '') continue;
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || measure(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length > most) lines.splice(most - 1, lines.length, lines.slice(most - 1).join(' '));
  return lines.map(each => fitText(each, width, measure));
}

/** The same lines, as narrow as their number allows, so that no word is left alone in the last one. */
export function evenLines(text: string, width: number, measure: Measure, most: number): string[] {
  const lines = wrapText(text, width, measure, most);
  if (lines.length < 2) return lines;
  let low = Math.floor(width / 2);
  let high = width;
  while (low < high) {
    const middle = (low + high) >> 1;
    const narrower = wrapText(text, middle, measure, lines.length + 1);
    if (narrower.length <= lines.length && narrower.every(line => !line.endsWith(CUT))) high = middle;
    else low = middle + 1;
  }
  return wrapText(text, high, measure, most);
}
