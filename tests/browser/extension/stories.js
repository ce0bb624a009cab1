// Stories for the extension's tests. They are our own; people, places and events in them are invented.

/** A court story without a dateline: its days need the page's date. */
export const HARBOUR = [
  "Mayor Dana Whitcombe said on Tuesday that the Ellery Bridge will reopen next Friday after eleven months of repairs to its cables and deck.",
  "“We tested every cable twice,” Whitcombe told reporters outside the town hall in Port Ellery. “The old span is safe again, and it will stay safe.”",
  "Engineers from Calder Marine inspected the deck in January, and the Ellery Harbour Board approved a further budget for paint and lighting.",
  "Tomas Reyes, who runs a bakery by the eastern ramp, said the closure had cost him a third of his customers.",
];

/** One with a dateline of its own. */
export const TALKS = [
  "MARLOW BAY, June 3, 2025 — Negotiators from Kestria and the Oren Federation met on Monday for a second round of talks on fishing in the northern strait.",
  "“Nobody left the room angry,” said Helena Voss, who leads the Kestrian delegation. She said the next session would take place on Thursday.",
  "The Oren foreign minister, Pavel Dimitrov, called the meeting “a beginning and no more”, and flew back to Orenburg in the evening.",
  "Fishermen in Marlow Bay have waited for an agreement since March 2024, when the two coast guards first stopped each other’s boats.",
];

/** A short one, such as stands before a paywall. */
export const STUB = [
  "The Varga Observatory has found a comet that will pass the Earth in October, its director Ilse Brandt announced on Wednesday in Lund.",
  "“It is bright, and it is early,” Brandt said. The discovery was made by two students from the Technical University of Graz.",
];

/** Entries of a live blog, the newest first. */
export const LIVE = [
  "Rescue teams have reached the last of the three villages cut off by the flood, Governor Amara Diallo said at a news conference in Saltford.",
  "The army has sent two helicopters from its base in Norwick, said Colonel Peter Hale, who commands the rescue.",
  "Schools in Saltford will stay closed until Thursday, the county’s education office announced.",
];

/** A long article, of about as many words as are asked for, in paragraphs that differ. */
export function longStory(/** @type {number} */ words) {
  const people = [
    "Nora Lindqvist",
    "Samuel Okafor",
    "Beatrix Halloran",
    "Jun Takeda",
    "Marisol Fuentes",
    "Edwin Prior",
  ];
  const towns = ["Alderton", "Quayle", "Brackenford", "Sunnmore", "Veldhaven"];
  const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
  const paragraphs = [];
  for (let i = 0, count = 0; count < words; i++) {
    const [person, town, day] = [people[i % people.length], towns[i % towns.length], days[i % days.length]];
    const paragraph =
      `On ${day} the council of ${town} heard its report number ${i + 1} on the state of the old railway. ` +
      `“The tunnel under the hill needs ${i + 2} new pumps before the winter,” ${person} told the members. ` +
      "Most of them agreed that the line should carry passengers again, although nobody could say who would pay for the trains and the stations along it.";
    paragraphs.push(paragraph);
    count += paragraph.split(" ").length;
  }
  return paragraphs;
}
