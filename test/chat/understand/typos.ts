type Slip = (text: string, random: () => number) => string;

const pick = (places: number[], random: () => number) => places[Math.floor(random() * places.length)];
const places = (text: string, fits: RegExp) =>
  Array.from({ length: text.length }, (_, at) => text.charAt(at)).flatMap((char, at) => (fits.test(char) ? [at] : []));

/** What fingers do on a small keyboard. Each takes one place at random; digits stay as they are. */
export const SLIPS: Readonly<Record<string, Slip>> = {
  'tone mark dropped': (text, random) => {
    const at = pick(places(text, /[่-๋]/), random);
    return at === undefined ? text : text.slice(0, at) + text.slice(at + 1);
  },
  'letter doubled': (text, random) => {
    const at = pick(places(text, /[ก-ฮa-z]/i), random);
    return at === undefined ? text : text.slice(0, at + 1) + text.slice(at);
  },
  'neighbours swapped': (text, random) => {
    const at = pick(places(text.slice(0, -1), /[ก-๎a-z]/i), random);
    if (at === undefined || !/[ก-๎a-z]/i.test(text[at + 1]!)) return text;
    return text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2);
  },
  'spaces left out': (text) => (/[a-z]/i.test(text) ? text : text.replaceAll(/(?<!\d) | (?!\d)/g, '')),
};
