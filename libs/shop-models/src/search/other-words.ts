import { indexWords } from './search-words';

/**
 * Other words of shoppers for the words of the catalogue, in one direction: a headset is found by
 * "headphones", while a laptop with a headphone port is not a headset. Words of one language are
 * found by their accents being dropped; those here are other words.
 */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  laptop: 'notebook computer',
  monitor: 'screen display',
  mouse: 'mice',
  headset: 'headphone earphone',
  earbud: 'earphone headphone airpod in-ear',
  keyboard: 'keypad',
  webcam: 'camera cam',
  microphone: 'mic',
  speaker: 'loudspeaker sound',
  charger: 'adapter adaptor power supply',
  station: 'dock',
  hub: 'adapter dongle',
  ssd: 'drive disk hard storage',
  backpack: 'bag rucksack',
  sleeve: 'case bag pouch',
  mat: 'pad mousepad deskpad',
  stand: 'holder riser',
  arm: 'mount holder',
  bar: 'lamp lighting',
  memory: 'ram',
  storage: 'ssd disk drive',
  processor: 'cpu chip',
  graphics: 'gpu card vga',
  panel: 'screen',
  '1920x1080': '1080p fhd full hd',
  '1920x1200': 'fhd full hd',
  '2560x1440': '1440p qhd 2k',
  '3840x2160': '2160p uhd 4k',
};

const BY_WORD = new Map(
  Object.entries(OTHER_WORDS).map(([word, others]) => [indexWords(word)[0] ?? word, others]),
);

/** Other words for the words of a text. */
export function otherWordsFor(text: string): string {
  return indexWords(text)
    .flatMap((word) => BY_WORD.get(word) ?? [])
    .join(' ');
}
