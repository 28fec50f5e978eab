import assert from 'node:assert/strict';
import {
  allStates,
  completionNames,
  isAtopOnlyCode,
  matchNameAt,
  nameWords,
  normalizeName,
  stateByAbbreviation,
  stateByCode,
  statesByName,
} from '../../../server/src/reference';

function codesNamed(text: string): number[] {
  return statesByName(text).map(({ code }) => code);
}

describe('a state by its code or abbreviation', () => {
  it('is Belarus for 370, BLR and blr', () => {
    assert.equal(stateByCode(370)?.name, 'Belarus');
    assert.equal(stateByAbbreviation('BLR'), stateByCode(370));
    assert.equal(stateByAbbreviation('blr'), stateByCode(370));
  });

  it('is found for every state', () => {
    for (const state of allStates()) {
      assert.equal(stateByCode(state.code), state);
      assert.equal(stateByAbbreviation(state.abbreviation), state);
    }
  });

  it('is none for what the list lacks', () => {
    for (const code of [0, 1, 369.5, 3700, 8152, NaN]) assert.equal(stateByCode(code), undefined, `${code}`);
    for (const text of ['', 'XYZ', 'Belarus']) assert.equal(stateByAbbreviation(text), undefined, text);
  });

  it('leaves 8152, which ATOP’s data have and the list has not', () => {
    assert.equal(isAtopOnlyCode(8152), true);
    assert.equal(isAtopOnlyCode(370), false);
    assert.equal(isAtopOnlyCode(8151), false);
  });
});

/** Every name that the project promises to know, by the codes of the states that it may mean. */
const PROMISED: Record<string, readonly string[]> = {
  '2': ['US', 'U.S.', 'USA', 'U.S.A.', 'United States', 'United States of America', 'America'],
  '41': ['Hayti'],
  '42': ['Dominican Rep.', 'Santo Domingo'],
  '52': ['Trinidad & Tobago', 'Trinidad'],
  '56': ['St Lucia', 'Saint Lucia'],
  '57': ['Saint Vincent and the Grenadines', 'St. Vincent'],
  '58': ['Antigua and Barbuda', 'Antigua'],
  '60': ['Saint Kitts and Nevis', 'St. Christopher and Nevis'],
  '80': ['British Honduras'],
  '90,91,92,93,94': ['United Provinces of Central America', 'Central American Federation'],
  '92': ['Salvador', 'San Salvador'],
  '100': ['New Granada', 'Gran Colombia', 'Granadine Confederation', 'Colombia (New Granada)'],
  '101': ['Venezuela (Bolivarian Republic of)'],
  '110': ['British Guiana'],
  '115': ['Surinam', 'Dutch Guiana'],
  '135,145': ['Peru-Bolivian Confederation'],
  '140': ['Empire of Brazil'],
  '160': ['Argentine Republic', 'Argentine Confederation', 'Buenos Aires'],
  '200': ['Great Britain', 'UK', 'U.K.', 'England', 'Britain', 'United Kingdom of Great Britain and Ireland'],
  '205': ['Irish Free State', 'Eire'],
  '210': ['Holland', 'The Netherlands', 'Kingdom of the Netherlands'],
  '220': ['French Republic', 'Vichy France'],
  '240': ['Hannover', 'Kingdom of Hanover'],
  '245': ['Kingdom of Bavaria'],
  '255': ['Prussia', 'German Empire', 'Third Reich', 'Germany (Prussia)', 'Nazi Germany'],
  '255,260': ['Germany', 'Federal Republic of Germany', 'Germany, Federal Republic of', 'FRG', 'BRD'],
  '260': ['German Federal Republic', 'West Germany', 'Germany, West', 'West Germany (FRG)'],
  '265': ['German Democratic Republic', 'GDR', 'DDR', 'East Germany'],
  '267': ['Grand Duchy of Baden'],
  '269': ['Kingdom of Saxony'],
  '271': ['Württemberg', 'Wuerttemberg', 'Wuerttemburg', 'Wurttemberg', 'Wurtemberg'],
  '273': ['Hesse-Kassel', 'Hesse-Cassel', 'Hesse Electoral', 'Hesse-Kassel (Electoral)'],
  '273,275': ['Hesse'],
  '275': ['Hesse-Darmstadt', 'Hesse Grand Ducal', 'Hesse-Darmstadt (Ducal)', 'Grand Duchy of Hesse'],
  '280': ['Mecklenburg-Schwerin'],
  '300': ['Austria-Hungary', 'Austrian Empire', 'Austro-Hungarian Empire', 'Austria/Austria-Hungary'],
  '300,305': ['Austria'],
  '305': ['Republic of Austria'],
  '315': ['Czechoslovak Socialist Republic', 'Czecho-Slovakia', 'Czech and Slovak Federal Republic'],
  '316': ['Czechia', 'Czech Rep.'],
  '317': ['Slovak Republic'],
  '325': ['Sardinia', 'Piedmont', 'Piedmont-Sardinia', 'Kingdom of Sardinia', 'Italy/Sardinia'],
  '327': ['States of the Church', 'Pontifical States'],
  '329': ['Naples', 'Kingdom of Naples', 'Kingdom of the Two Sicilies', 'Two Sicilies (Naples)'],
  '332': ['Duchy of Modena'],
  '335': ['Duchy of Parma'],
  '337': ['Grand Duchy of Tuscany'],
  '343': ['North Macedonia', 'FYROM', 'Macedonia (Former Yugoslav Republic of)', 'Macedonia, FYR'],
  '345': [
    'Serbia',
    'Yugoslavia',
    'Kingdom of Serbs, Croats and Slovenes',
    'Kingdom of the Serbs, Croats, and Slovenes',
    'FRY',
    'Serbia and Montenegro',
    'Yugoslavia (Serbia)',
  ],
  '346': ['Bosnia', 'Bosnia-Herzegovina', 'Bosnia & Herzegovina'],
  '350': ['Hellenic Republic', 'Kingdom of Greece'],
  '359': ['Moldavia', 'Moldova, Republic of'],
  '360': ['Rumania', 'Roumania', 'Socialist Republic of Romania'],
  '365': [
    'USSR',
    'U.S.S.R.',
    'Soviet Union',
    'Union of Soviet Socialist Republics',
    'Russian Empire',
    'Russian Federation',
    'RSFSR',
    'Russia (Soviet Union)',
  ],
  '370': [
    'Byelorussia',
    'Belorussia',
    'Byelorussian SSR',
    'White Russia',
    'Republic of Belarus',
    'Belarus (Byelorussia)',
  ],
  '402': ['Cabo Verde'],
  '403': ['São Tomé and Príncipe', 'Sao Tome & Principe'],
  '420': ['The Gambia', 'Gambia, The'],
  '432,433': ['Mali Federation'],
  '434': ['Dahomey'],
  '437': ["Cote d'Ivoire", 'Côte D’Ivoire', "Cote d'Ivoire (Ivory Coast)"],
  '439': ['Upper Volta', 'Burkina Faso (Upper Volta)'],
  '452': ['Gold Coast'],
  '482': ['CAR', 'Central African Rep.', 'Central African Empire'],
  '484': ['Congo-Brazzaville', 'Congo (Brazzaville)', 'Congo, Rep.'],
  '484,490': ['Congo', 'Republic of the Congo'],
  '490': [
    'Zaire',
    'Congo-Kinshasa',
    'DRC',
    'DR Congo',
    'Congo, Dem. Rep.',
    'Congo, Democratic Republic of the',
    'Congo, Democratic Republic of (Zaire)',
  ],
  '510': ['Tanganyika', 'Tanzania/Tanganyika', 'Tanzania, United Republic of'],
  '511': ['Sultanate of Zanzibar'],
  '530': ['Abyssinia'],
  '551': ['Northern Rhodesia'],
  '552': ['Rhodesia', 'Southern Rhodesia', 'Zimbabwe (Rhodesia)'],
  '553': ['Nyasaland'],
  '570': ['Basutoland'],
  '571': ['Bechuanaland'],
  '572': ['Eswatini', 'eSwatini', 'Swaziland (Eswatini)'],
  '580': ['Malagasy Republic', 'Madagascar (Malagasy)'],
  '620': ['Libyan Arab Jamahiriya'],
  '630': ['Persia', 'Iran (Persia)', 'Iran (Islamic Republic of)'],
  '640': ['Ottoman Empire', 'Sublime Porte', 'Turkiye', 'Türkiye', 'Turkey/Ottoman Empire'],
  '651': ['United Arab Republic', 'UAR', 'Egypt (United Arab Republic)'],
  '663': ['Transjordan', 'Trans-Jordan', 'Hashemite Kingdom of Jordan'],
  '670': ['Hejaz', 'Kingdom of the Hejaz and Nejd'],
  '678': ['Yemen Arab Republic', 'North Yemen', 'Yemen (Arab Republic of Yemen)', 'YAR'],
  '678,679,680': ['Yemen'],
  '679': ['Republic of Yemen'],
  '680': [
    'South Yemen',
    'Aden',
    "People's Democratic Republic of Yemen",
    "Yemen, People's Republic of",
    'PDRY',
  ],
  '696': ['UAE', 'U.A.E.', 'Trucial States'],
  '698': ['Muscat and Oman'],
  '703': ['Kyrgyz Republic', 'Kirghizia'],
  '710': ["People's Republic of China", 'PRC', 'Red China', 'Qing Empire'],
  '710,713': ['China', 'Republic of China', 'ROC', 'Nationalist China', 'China, Republic of'],
  '713': ['Formosa', 'Taiwan (Republic of China)'],
  '730,731,732': ['Korea'],
  '731': [
    'North Korea',
    'DPRK',
    "Democratic People's Republic of Korea",
    "Korea, People's Republic of",
    "Korea, Dem. People's Rep.",
  ],
  '732': ['South Korea', 'ROK', 'Republic of Korea', 'Korea, Republic of', 'Korea, South', 'Korea (South)'],
  '775': ['Burma', 'Myanmar (Burma)', 'Burma/Myanmar'],
  '780': ['Ceylon', 'Sri Lanka (Ceylon)'],
  '800': ['Siam', 'Thailand (Siam)'],
  '811': ['Kampuchea', 'Khmer Republic', 'Cambodia (Kampuchea)'],
  '812': ["Lao People's Democratic Republic", 'Lao PDR'],
  '816': ['North Vietnam', 'Vietnam, Democratic Republic of', 'Socialist Republic of Viet Nam'],
  '816,817': ['Vietnam', 'Viet Nam', 'Viet-Nam'],
  '817': ['South Vietnam', 'Republic of Vietnam', 'Vietnam, Republic of'],
  '820': ['Malaya', 'Federation of Malaya'],
  '835': ['Brunei Darussalam'],
  '860': ['Timor-Leste', 'East Timor (Timor-Leste)'],
  '935': ['New Hebrides'],
  '947': ['Ellice Islands'],
  '987': ['Micronesia', 'Federated States of Micronesia', 'Micronesia, Federated States of', 'FSM'],
  '990': ['Western Samoa', 'Samoa/Western Samoa'],
};

describe('a state by its name', () => {
  for (const [codes, names] of Object.entries(PROMISED)) {
    it(`${codes}: ${names.join('; ')}`, () => {
      for (const name of names) assert.equal(codesNamed(name).join(), codes, name);
    });
  }

  it('is found by each name of the table', () => {
    for (const state of allStates()) {
      for (const name of completionNames(state)) {
        assert.ok(statesByName(name).includes(state), `${state.code} ${name}`);
      }
    }
  });

  it('is none for what is no name, or more than one', () => {
    for (const text of ['', 'Atlantis', 'Austria, Hungary', 'Belarus signed', '370', 'BLR', 'Korea, ROC']) {
      assert.deepEqual(codesNamed(text), [], text);
    }
  });
});

/** The names that belong to several states. Any other name that two states bear is a slip in the table. */
const SHARED: Record<string, readonly number[]> = {
  'central america': [90, 91, 92, 93, 94],
  'federal republic of central america': [90, 91, 92, 93, 94],
  'federation of central america': [90, 91, 92, 93, 94],
  'central american federation': [90, 91, 92, 93, 94],
  'united provinces of central america': [90, 91, 92, 93, 94],
  'united states of central america': [90, 91, 92, 93, 94],
  'republic of central america': [90, 91, 92, 93, 94],
  'greater republic of central america': [91, 92, 93],
  'peru bolivian confederation': [135, 145],
  'peru bolivia confederation': [135, 145],
  'peru bolivia': [135, 145],
  'peruvian bolivian confederation': [135, 145],
  germany: [255, 260],
  'federal republic of germany': [255, 260],
  'fr germany': [255, 260],
  'fr of germany': [255, 260],
  frg: [255, 260],
  brd: [255, 260],
  hesse: [273, 275],
  hessen: [273, 275],
  austria: [300, 305],
  senegambia: [420, 433],
  'confederation of senegambia': [420, 433],
  'senegambia confederation': [420, 433],
  'mali federation': [432, 433],
  'federation of mali': [432, 433],
  'sudanese republic': [432, 625],
  congo: [484, 490],
  'republic of congo': [484, 490],
  'ruanda urundi': [516, 517],
  'arab federation': [645, 663],
  'arab union': [645, 663],
  yemen: [678, 679, 680],
  china: [710, 713],
  'republic of china': [710, 713],
  'chinese republic': [710, 713],
  'nationalist china': [710, 713],
  'china, nationalist': [710, 713],
  roc: [710, 713],
  korea: [730, 731, 732],
  vietnam: [816, 817],
  'viet nam': [816, 817],
  annam: [816, 817],
  'empire of annam': [816, 817],
};

describe('the names in the table', () => {
  it('belong to one state each, but for the declared ones', () => {
    const bearers = new Map<string, number[]>();
    for (const state of allStates()) {
      for (const name of completionNames(state)) {
        const normalized = normalizeName(name);
        bearers.set(normalized, [...(bearers.get(normalized) ?? []), state.code]);
      }
    }
    const shared = [...bearers].filter(([, codes]) => codes.length > 1);
    assert.deepEqual(Object.fromEntries(shared), SHARED);
  });

  it('are never empty, a bare number, or padded', () => {
    for (const state of allStates()) {
      for (const name of completionNames(state)) {
        assert.notEqual(normalizeName(name), '', `${state.code}`);
        assert.doesNotMatch(name, /^\d+$|^\s|\s$|\s\s/, `${state.code} ${name}`);
      }
    }
  });

  it('never mean one state where COW’s abbreviations mean another', () => {
    for (const state of allStates()) {
      for (const name of completionNames(state)) {
        const abbreviated = stateByAbbreviation(name);
        assert.ok(abbreviated === undefined || abbreviated === state, `${state.code} ${name}`);
      }
    }
  });

  it('leave few states with COW’s name alone: those that never had another in English', () => {
    const alone = allStates().filter(state => state.otherNames.length === 0);
    assert.deepEqual(
      alone.map(({ name }) => name),
      ['Jamaica', 'St. Lucia'],
    );
  });

  it('begin with COW’s own where they are offered', () => {
    const russia = stateByCode(365);
    assert.ok(russia);
    assert.equal(completionNames(russia)[0], 'Russia');
    assert.ok(completionNames(russia).includes('Soviet Union'));
  });
});

/** The text read as a member list is: names as `365` or `255/260`, other words as they are. */
function read(text: string): string {
  const words = nameWords(text).map(({ word }) => word);
  const parts: string[] = [];
  for (let at = 0; at < words.length;) {
    const match = matchNameAt(words, at);
    parts.push(match ? match.states.map(({ code }) => code).join('/') : JSON.stringify(words[at]));
    at += match?.length ?? 1;
  }
  return parts.join(' ');
}

describe('the longest name at a place in a text', () => {
  const texts: readonly (readonly [why: string, text: string, expected: string])[] = [
    ['a name of several words wins over its first', 'Trinidad & Tobago', '52'],
    ['a name of several words wins over its first', 'Bosnia and Herzegovina', '346'],
    ['a name of several words wins over its first', 'Antigua and Barbuda', '58'],
    ['a name of several words wins over its first', 'Guinea-Bissau', '404'],
    ['a turned name keeps its tail', 'Korea, Republic of, Japan', '732 "," 740'],
    ['a turned name keeps its tail', 'Congo, Democratic Republic of the', '490'],
    ['a comma parts two names', 'Austria, Hungary', '300/305 "," 310'],
    ['a hyphen does not', 'Austria-Hungary', '300'],
    ['`and` parts two names', 'Austria and Hungary', '300/305 "and" 310'],
    ['a name is not cut short', 'China, Republic of Korea, Japan', '710/713 "," 732 "," 740'],
    ['a name is not cut short', 'Yemen, North Korea', '678/679/680 "," 731'],
    ['a name is not cut short', 'Yemen, Arab Republic of Egypt', '678/679/680 "," 651'],
    ['a line’s end parts two names', 'Austria\nHungary', '300/305 "\\n" 310'],
    ['a column’s end parts two names', 'Germany    Prussia', '255/260 "\\n" 255'],
    ['a line’s end does not part one name', 'Papua New\nGuinea', '910'],
    ['a line’s end does not part one name', 'Trinidad\nand Tobago', '52'],
    ['two names of one state are one', 'Russia (Soviet Union)', '365'],
    ['two names of one state are one', 'United Kingdom (U.K.)', '200'],
    ['the second name settles the first', 'Germany (Prussia); Germany (West Germany)', '255 ";" 260'],
    ['the second name settles the first', 'Congo (Democratic Republic of the Congo)', '490'],
    ['two names of two states are two', 'Greece (Turkey)', '350 640'],
    ['the words around are left', '370 Belarus (joined 1996)', '"370" 370 "joined" "1996"'],
  ];
  for (const [why, text, expected] of texts) {
    it(`${JSON.stringify(text)}: ${why}`, () => assert.equal(read(text), expected));
  }

  it('starts where it is asked for, and nowhere else', () => {
    const words = ['signed', 'by', 'soviet', 'union'];
    assert.equal(matchNameAt(words, 0), undefined);
    assert.deepEqual(matchNameAt(words, 2), { states: [stateByCode(365)], length: 2 });
    assert.equal(matchNameAt(words, 3), undefined);
    assert.equal(matchNameAt(words, 4), undefined);
    assert.equal(matchNameAt([], 0), undefined);
  });

  it('takes a few words however often a name is repeated', () => {
    const repeated = (separators: string[]): string[] =>
      Array.from({ length: 100_000 }, () => ['austria', ...separators]).flat();
    assert.equal(matchNameAt(repeated(['\n']), 0)?.length, 1);
    assert.equal(matchNameAt(repeated([]), 0)?.length, 3);
  });
});
