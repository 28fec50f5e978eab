import { strictEqual } from 'node:assert';
import { newFindingsIn, seedAnswering } from '../support/findings';
import { membersIn } from './cases';

/** Lists of members as coders write them, each with the codes that they hold. */
const LISTS: readonly (readonly [list: string, codes: string])[] = [
  [
    'USA (2), Canada (20), Belgium (211); Greece (350) and Turkey (640) acceded 18 February 1952; West Germany (260) 1955; Spain (230) 1982; Poland (290), Hungary (310) and the Czech Republic (316) 1999',
    '2 20 211 350 640 260 230 290 310 316',
  ],
  ['2 – USA; 20 – Canada; 200 – UK', '2 20 200'],
  ['200 United Kingdom\n651 Egypt\nIraq 645 joined 1955', '200 651 645'],
  ['Pre-World War I Germany (255), 300 Austria-Hungary', '255 300'],
  ['300 Austria-Hungary and 325 Italy', '300 325'],
  ['365, 710', '365 710'],
  ['365 & 710', '365 710'],
  ['365/710', '365 710'],
  ['365-710', '365 710'],
  ['365 and 710', '365 710'],
  ['365; 710', '365 710'],
  ['365 710', '365 710'],
  ['365,710', '365 710'],
  [
    '2, 20, 200, 210, 211, 212, 220, 235, 325, 385, 390, 395 (original members), 350 and 640 (1952), 260 (1955), 230 (1982)',
    '2 20 200 210 211 212 220 235 325 385 390 395 350 640 260 230',
  ],
  ['U.S. (2) and Philippines (840)', '2 840'],
  ['USA (002) UK (200)', '2 200'],
  ['200 UK; 365 USSR', '200 365'],
  ['Argentina – 160; Brazil – 140; Uruguay – 165', '160 140 165'],
  ['ARG 160, BRA 140', '160 140'],
  ['160 ARG, 140 BRA', '160 140'],
  ['160 (Argentina), 140 (Brazil)', '160 140'],
  ['(160) Argentina, (140) Brazil', '160 140'],
  [
    '365 Russia\n710 China\n703 Kyrgyzstan\n702 Tajikistan\n705 Kazakhstan\n704 Uzbekistan (joined June 15, 2001)\nShanghai Cooperation Organization',
    '365 710 703 702 705 704',
  ],
  ['*Egypt 651 withdrew in 1979, readmitted 1989\n620 Libya', '651 620'],
  ['Syria (652) left 1961\nEgypt (651)', '652 651'],
  [
    'Founding members (1945): 651 Egypt, 652 Syria, 663 Jordan, 645 Iraq, 670 Saudi Arabia, 660 Lebanon, 678 Yemen',
    '651 652 663 645 670 660 678',
  ],
  ['State   COW code   Entry   Exit\nEgypt   651   1945   1979\nSyria   652   1945', '651 652'],
  ['345 Yugoslavia (Serbia) signed June 4, 1913\n350 Greece', '345 350'],
  ['255 Germany (Prussia)\n300 Austria-Hungary (Austria)', '255 300'],
  [
    '240 Hanover, 245 Bavaria, 255 Prussia, 267 Baden, 269 Saxony, 271 Wuerttemburg, Hesse-Cassel 273, Hesse-Darmstadt 275, 280 Mecklenburg-Schwerin, and 300 Austria',
    '240 245 255 267 269 271 273 275 280 300',
  ],
  ['France (220), and the UK (200), and Russia (365)', '220 200 365'],
  ['Germany (255)/Austria-Hungary (300)', '255 300'],
  ['UK(200), USSR(365)', '200 365'],
  ['200-UK, 365-USSR', '200 365'],
  ['200/UK\n365/USSR', '200 365'],
  ['UK=200; USSR=365', '200 365'],
  ['UK-200, USSR-365', '200 365'],
  ['COW codes: 200, 220', '200 220'],
  ['Country codes 200 and 220', '200 220'],
  ['Mongolia (712) & USSR (365)', '712 365'],
  ['200 UK & 220 France', '200 220'],
  ['365 USSR, 710 PRC', '365 710'],
  ['731 North Korea and 365 Soviet Union', '731 365'],
  ['2 United States\n732 Republic of Korea', '2 732'],
  ['2 U.S.\n713 Taiwan (Republic of China)', '2 713'],
  ['817 South Vietnam, 811 Cambodia, and 812 Laos (protocol states)', '817 811 812'],
  ['200 United Kingdom (Great Britain)\n230 Spain\n235 Portugal', '200 230 235'],
  ['Serbia (345)\nMontenegro (341)', '345 341'],
  ['365 Russia; 640 Ottoman Empire', '365 640'],
  ['200 England, 365 Russia, 255 Prussia, 300 Austria', '200 365 255 300'],
  ['325 Piedmont/Sardinia\n220 France', '325 220'],
  ['329 Two Sicilies\n300 Austria', '329 300'],
  ['355 Bulgaria, 345 Serbia', '355 345'],
  ['100 Colombia (Gran Colombia); 70 Mexico', '100 70'],
  ['100 Colombia\n130 Ecuador (as of 1854)', '100 130'],
  ['160 Argentina (Corrientes, Entre Rios)\n165 Uruguay', '160 165'],
  ['160 Argentine Confederation, 140 Empire of Brazil, 165 Oriental Republic of Uruguay', '160 140 165'],
  [
    '135 Peru\n145 Bolivia\n155 Chile (acceded 1866)\n130 Ecuador (acceded January 30, 1866)',
    '135 145 155 130',
  ],
  ['365 Soviet Union (signed 23 August 1939)\n255 Germany (signed 23 August 1939)', '365 255'],
  ['220 France (Signed 10/21/25)\n290 Poland (Signed 10/21/25)', '220 290'],
  ['700 Afghanistan; 365 USSR; 640 Turkey; 630 Iran (Persia); 645 Iraq', '700 365 640 630 645'],
  ['See list below:\n200 United Kingdom\n900 Australia\n920 New Zealand', '200 900 920'],
  ['Same as 3150 plus:\n31 Bahamas\n80 Belize', '31 80'],
  ['2 us\n200 uk', '2 200'],
  ['2 USA (6/28/1950)\n40 Cuba (12/9/1948; withdrew 1962)', '2 40'],
  ['434 Benin\n439 Burkina Faso\n437 Cote d’Ivoire\n436 Niger\n461 Togo (1966)', '434 439 437 436 461'],
  ['434 Dahomey\n439 Upper Volta\n437 Ivory Coast\n436 Niger\n', '434 439 437 436'],
  ['Twenty-one American republics: 2 USA, 40 Cuba, 41 Haiti', '2 40 41'],
  ['Original members (2 USA, 20 Canada, 200 UK); later members (350 Greece, 640 Turkey)', '2 20 200 350 640'],
  ['Turkey (640, joined\nFebruary 24, 1955), Iraq (645)', '640 645'],
  ['484 Congo\n490 Democratic Republic of the Congo (Zaire)', '484 490'],
  ['484 Congo (Brazzaville)\n490 Congo (Kinshasa)', '484 490'],
  ['678 North Yemen\n651 Egypt\n652 Syria (UAR)', '678 651 652'],
  ['651 United Arab Republic\n678 Yemen', '651 678'],
  ['652 UAR/Syria\n663 Jordan', '652 663'],
  ['Egypt 651, UAR / Syria 652', '651 652'],
  ['510 Tanganyika/Zanzibar\n500 Uganda', '510 500'],
  ['652 UAR (Syria)\n663 Jordan', '652 663'],
  ['663 Jordan; UAR [Syria] 652', '663 652'],
  ['651 Syria (UAR)\n663 Jordan', '651 663'],
  ['UAR (Syria) (652), Jordan (663)', '652 663'],
  ['652: United Arab Republic\n(Syria)\n663: Jordan', '652 663'],
  ['510 Tanganyika (Zanzibar), 500 Uganda', '510 500'],
  ['345 Yugoslavia (Serbia), 365 Russia (USSR), 255 Germany (Prussia)', '345 365 255'],
  ['265 Germany (GDR); 316 Czechoslovakia (Czech Republic); 369 USSR (Ukraine)', '265 316 369'],
  ['France and UK (220, 200)', '220 200'],
  ['The United States and Japan (2 and 740)', '2 740'],
  ['France, UK, Russia (220; 200; 365)', '220 200 365'],
  ['France & UK: 220 & 200', '220 200'],
  ['France, UK, Russia: 220, 200, 365', '220 200 365'],
  ['France\nUK\nRussia\n220\n200\n365', '220 200 365'],
  ['FRN, UKG (220, 200)', '220 200'],
  ['France FRN 220\nUnited Kingdom UKG 200', '220 200'],
  ['220 FRN France 200 UKG United Kingdom', '220 200'],
  ['220 France FRN; 200 United Kingdom UKG', '220 200'],
  ['220 FRN - France; 200 UKG - United Kingdom', '220 200'],
  ['220\tFRN\tFrance\n200\tUKG\tUnited Kingdom', '220 200'],
  ['France,FRN,220\nUnited Kingdom,UKG,200', '220 200'],
  ['365 Russia, USSR; 710 China', '365 710'],
  ['220 France (1)\n200 UK (2)\n(1) acceded in 1904', '220 200'],
  ['140 Brazil\nRepublic of Central America\n(90) – withdrew in 1979\n220 France', '140 90 220'],
  ['France (220) [1], UK (200) [2]', '220 200'],
  ['220 France, 200 UK. Poland did not sign.', '220 200'],
  ['220 France, 200 UK. Italy (325) was invited but Spain never signed', '220 200 325'],
  ['Guarantors: 220 France, 200 UK; guaranteed: 350 Greece', '220 200 350'],
  ['Side A: 220 France; Side B: 255 Germany', '220 255'],
  ['Phase I: 220 France, 200 UK. Phase II: 365 Russia', '220 200 365'],
  ['Phase 1: 220 France, 200 UK; Phase 2: 365 Russia', '220 200 365'],
  ['220 Kingdom of the French, 345 Jugo-Slavia, 438 Guinée', '220 345 438'],
  ['360 RPR, 290 PPR', '360 290'],
  ['Germany 255 (Prussia), Syria 652 (UAR)', '255 652'],
  ['Germany (255) (Prussia), France (220)', '255 220'],
  ['652 Syria/UAR (Egypt)\n663 Jordan', '652 663'],
  ['666 Israel\n2 United States of America', '666 2'],
  [
    '365 Russian Federation\n371 Republic of Armenia\n370 Republic of Belarus\n705 Republic of Kazakhstan\n703 Kyrgyz Republic\n702 Republic of Tajikistan\n704 Republic of Uzbekistan',
    '365 371 370 705 703 702 704',
  ],
  ['Belarus – 370, Kazakhstan – 705', '370 705'],
  ['Belarus, 370; Kazakhstan, 705', '370 705'],
  ['Belarus 370 Kazakhstan 705', '370 705'],
  ['Belarus: 370\nKazakhstan: 705', '370 705'],
  ['The Republic of Belarus (370) and the Republic of Kazakhstan (705)', '370 705'],
  ['Member 1: 370 Belarus\nMember 2: 705 Kazakhstan', '370 705'],
  ['mem1: 370\nmem2: 705', '370 705'],
  ['a) 370 Belarus\nb) 705 Kazakhstan', '370 705'],
  ['i. 370 Belarus\nii. 705 Kazakhstan', '370 705'],
  ['1) Belarus (370)\n2) Kazakhstan (705)', '370 705'],
  ['370 Belarus vs. 705 Kazakhstan', '370 705'],
  ['370 Belarus with 705 Kazakhstan', '370 705'],
  ['370 Belarus + 705 Kazakhstan', '370 705'],
  ['370 Belarus | 705 Kazakhstan', '370 705'],
  ['Belarus (ccode 370), Kazakhstan (ccode 705)', '370 705'],
  ['Belarus (COW #370), Kazakhstan (COW #705)', '370 705'],
  ['Belarus (COW code: 370), Kazakhstan (COW code: 705)', '370 705'],
  ['370 Belarus 1/17/96\n705 Kazakhstan 1/17/96', '370 705'],
  ['370 Belarus (1996-2006)\n705 Kazakhstan (1996–present)', '370 705'],
  ['370 Belarus 1996-2006\n705 Kazakhstan 1996-', '370 705'],
  ['370 Belarus [1996]\n705 Kazakhstan [1996]', '370 705'],
  ['370 Belarus*\n705 Kazakhstan**\n* signed later', '370 705'],
  ['370 Belarus1\n705 Kazakhstan2', '370 705'],
  ['"370 Belarus"\n"705 Kazakhstan"', '370 705'],
  [
    '255 Germany, 300 Austria-Hungary, 325 Italy (joined 1882), 360 Romania (acceded October 30, 1883)',
    '255 300 325 360',
  ],
  ['Norway 385, Sweden 380, Denmark 390', '385 380 390'],
  ['200 United Kingdom (until 1956), 651 Egypt', '200 651'],
  ['Nicaragua (93)\nHonduras (91)\nEl Salvador (92)\nGuatemala (90)\nCosta Rica (94)', '93 91 92 90 94'],
  ['Germany 255 (as Prussia), Russia 365, Austria 300 (as Austria-Hungary)', '255 365 300'],
  ['Czechoslovakia 315 (until December 31, 1992), Czech Republic 316, Slovakia 317', '315 316 317'],
  ['359 Moldova; 360 Romania.', '359 360'],
  ['Original signatories: 475 Nigeria, 452 Ghana; later members: 402 Cape Verde (1977)', '475 452 402'],
  ['200 U.K.\n220 France\n260 W. Germany', '200 220 260'],
  ['United Kingdom (200) on behalf of Australia (900) and New Zealand (920)', '200 900 920'],
  ['325 Italy and 305 Austria and 310 Hungary', '325 305 310'],
  ['305 Austria, Hungary 310, Italy 325', '305 310 325'],
  ['385 Norway\n\n380 Sweden\n\n390 Denmark', '385 380 390'],
  ['20 Canada 2 USA', '20 2'],
  ['2 US, 20 Canada', '2 20'],
  ['United States 2, Canada 20', '2 20'],
  ['United States, 2\nCanada, 20', '2 20'],
  ['USA 2\nCAN 20', '2 20'],
  ['Egypt 651, Syria 652, Iraq 645. Iraq signed April 17, 1963.', '651 652 645'],
  ['Denmark (390), 3 other Nordic states (Sweden 380; Norway 385; Finland 375)', '390 380 385 375'],
  ['Sultanate of Oman (698); Iran (630)', '698 630'],
  ["365 USSR\n355 People's Republic of Bulgaria", '365 355'],
  ['365 U.S.S.R. 310 Hungarian People’s Republic', '365 310'],
  ['265 GDR, 365 USSR', '265 365'],
  ['260 Germany (West), 220 France', '260 220'],
  ['710 China (People’s Republic), 365 USSR', '710 365'],
  ['710 China, PRC; 490 Dem. Rep. Congo', '710 490'],
  ['710 China (PR); 731 Korea (DPR)', '710 731'],
  ['816 Vietnam (DRV/SRV), 812 Laos', '816 812'],
  ['775 Burma (Myanmar); 710 China', '775 710'],
  [
    'Turkey (640), Iraq (645), UK (200, joined April 5, 1955), Pakistan (770, joined September 23, 1955), Iran (630, joined Nov. 3, 1955)',
    '640 645 200 770 630',
  ],
  ['Turkey (640; February 24, 1955), Iraq (645; February 24, 1955)', '640 645'],
  ['Saudi Arabia - 670 (1945), Yemen Arab Republic - 678 (1945)', '670 678'],
];

describe('two names that a stroke joins', () => {
  const slips = (list: string): readonly string[] =>
    newFindingsIn(seedAnswering(4, list))
      .filter(({ severity }) => severity !== 'information')
      .map(({ rule }) => rule);

  it('are two members where no code says otherwise', () => {
    const { entries } = membersIn('France/Russia');
    strictEqual(entries.map(({ state }) => state?.code).join(' '), '220 365');
    strictEqual(slips('France/Russia').join(' '), 'missing-cow-code missing-cow-code');
  });

  it('are wrong where the code is neither’s', () => {
    strictEqual(slips('663 UAR/Syria\n2 USA')[0], 'cow-code-name-mismatch');
  });
});

describe('what is noticed in lists all the same', () => {
  for (const [list, ...noticed] of [
    ['220 France, France\n2 USA', 'missing-cow-code: France', 'duplicate-member: France'],
    [
      '220 France\nFrench Republic\n2 USA',
      'missing-cow-code: French Republic',
      'duplicate-member: French Republic',
    ],
    ['Ruritania: 220\n2 USA', 'unknown-state: Ruritania'],
    ['Belarrus: 370\n2 USA', 'unknown-state: Belarrus'],
    ['220 France with Spain as observer', 'missing-cow-code: Spain'],
    ['220 France (2) USA (20) Canada'],
  ] as const) {
    it(list.replaceAll('\n', ' / '), () => {
      const found = newFindingsIn(seedAnswering(4, list)).filter(
        ({ severity }) => severity !== 'information',
      );
      strictEqual(found.map(({ rule, text }) => `${rule}: ${text}`).join('; '), noticed.join('; '));
    });
  }
});

describe('a name in brackets behind another', () => {
  const alarms = (list: string): readonly string[] =>
    newFindingsIn(seedAnswering(4, list)).map(({ rule, text }) => `${rule}: ${text}`);

  it('does not save a code that is neither’s', () => {
    strictEqual(alarms('663 UAR (Syria)\n2 USA')[0], 'cow-code-name-mismatch: 663 UAR');
  });

  it('is a remark where no code stands beside them', () => {
    const { entries } = membersIn('Syria (UAR), 663 Jordan');
    strictEqual(entries.map(({ state }) => state?.code).join(' '), '652 663');
  });

  it('tells of two states with one name which is meant, so that the other’s code is wrong', () => {
    strictEqual(
      alarms('255 Germany (West Germany)\n2 USA')[0],
      'cow-code-name-mismatch: 255 Germany (West Germany)',
    );
  });

  it('tells which of two states is meant where no code does', () => {
    const { entries } = membersIn('Germany (GMY), United Kingdom (UKG)');
    strictEqual(entries.map(({ state }) => state?.code).join(' '), '255 200');
  });

  it('keeps its own code where pairs are run together', () => {
    const { entries } = membersIn('484 (Congo) 490 (Zaire) 2 (USA)');
    strictEqual(entries.map(({ name }) => name?.text).join(' '), 'Congo Zaire USA');
  });
});

describe('lists of members as coders write them', () => {
  for (const [list, codes] of LISTS) {
    it(list.replaceAll('\n', ' / '), () => {
      const { entries } = membersIn(list);
      strictEqual(entries.map(({ state }) => state?.code ?? 'unknown').join(' '), codes);
      const noticed = newFindingsIn(seedAnswering(4, list)).filter(
        ({ severity }) => severity !== 'information',
      );
      strictEqual(noticed.map(({ message }) => message).join(' '), '');
    });
  }
});
