/**
 * The states of the interstate system.
 *
 * Codes, abbreviations, names and days of membership: Correlates of War Project, State System Membership
 * (v2016), https://correlatesofwar.org. The list ends on 2016-12-31; a spell that reaches that day is open.
 * The other names are this project's: what treaties, gazetteers and data sets call, or once called, the state
 * to which COW gives the code.
 */
import type { MembershipSpell, State } from './types';

/**
 * One state a row: `code abbreviation name | spells`, a spell being `first day..last day` or `first day..`
 * while it is open. The indented lines below it hold the state's other names; a semicolon or the line's end
 * closes a name. What the normaliser evens out (case, accents, punctuation, `the`, `&`, `St.`, `Rep.`) and
 * what the index derives (`Korea, Republic of` from `Republic of Korea`; `Russia (Soviet Union)` from its
 * halves) is not written out.
 */
const STATES = `
2 USA United States of America | 1816-01-01..
  US; USA; United States; America; United States of North America; U.S. of America
20 CAN Canada | 1920-01-10..
  Dominion of Canada
31 BHM Bahamas | 1973-07-10..
  Commonwealth of the Bahamas; Bahama Islands; Bahamas Islands
40 CUB Cuba | 1902-05-20..1906-09-25, 1909-01-23..
  Republic of Cuba; Cuban Republic
41 HAI Haiti | 1859-01-01..1915-07-28, 1934-08-15..
  Republic of Haiti; Hayti; Republic of Hayti; Empire of Haiti; Haitian Republic
42 DOM Dominican Republic | 1894-01-01..1916-11-29, 1924-09-29..
  Santo Domingo; San Domingo; Republic of Santo Domingo; Spanish Haiti; Dom. Rep.
51 JAM Jamaica | 1962-08-06..
52 TRI Trinidad and Tobago | 1962-08-31..
  Republic of Trinidad and Tobago; Trinidad; Trinidad-Tobago
53 BAR Barbados | 1966-11-30..
  Barbadoes
54 DMA Dominica | 1978-11-03..
  Commonwealth of Dominica
55 GRN Grenada | 1974-02-07..
  State of Grenada
56 SLU St. Lucia | 1979-02-22..
57 SVG St. Vincent and the Grenadines | 1979-10-27..
  St. Vincent; St. Vincent-Grenadines
58 AAB Antigua & Barbuda | 1981-11-01..
  Antigua; Antigua-Barbuda; State of Antigua and Barbuda
60 SKN St. Kitts and Nevis | 1983-09-19..
  St. Kitts; St. Kitts-Nevis; Federation of St. Kitts and Nevis; St. Christopher
  St. Christopher and Nevis; St. Christopher-Nevis; Federation of St. Christopher and Nevis
  St. Kitts (St. Christopher) and Nevis
70 MEX Mexico | 1831-01-01..
  United Mexican States; Mexican United States; United States of Mexico; Mexican Republic
  Republic of Mexico; Mexican Empire; Empire of Mexico
80 BLZ Belize | 1981-09-21..
  British Honduras
90 GUA Guatemala | 1868-01-01..
  Republic of Guatemala; State of Guatemala
91 HON Honduras | 1899-01-01..
  Republic of Honduras; State of Honduras
92 SAL El Salvador | 1875-01-01..
  Salvador; San Salvador; Republic of El Salvador; Republic of Salvador; State of El Salvador
  State of Salvador
93 NIC Nicaragua | 1900-01-01..
  Republic of Nicaragua; State of Nicaragua
94 COS Costa Rica | 1920-01-01..
  Republic of Costa Rica; State of Costa Rica
95 PAN Panama | 1903-11-03..
  Republic of Panama
100 COL Colombia | 1831-01-01..
  Republic of Colombia; New Granada; Nueva Granada; Republic of New Granada; State of New Granada
  United States of New Granada; Granadine Confederation; United States of Colombia; Gran Colombia
  Great Colombia; Greater Colombia
101 VEN Venezuela | 1841-01-01..
  Republic of Venezuela; Bolivarian Republic of Venezuela; United States of Venezuela; State of Venezuela
  Venezuela, RB
110 GUY Guyana | 1966-05-26..
  British Guiana; Republic of Guyana; Co-operative Republic of Guyana; Cooperative Republic of Guyana
115 SUR Suriname | 1975-11-25..
  Surinam; Republic of Suriname; Republic of Surinam; Dutch Guiana; Netherlands Guiana
130 ECU Ecuador | 1854-01-01..
  Republic of Ecuador; Republic of the Equator; State of Ecuador
135 PER Peru | 1839-01-01..
  Republic of Peru; Peruvian Republic
140 BRA Brazil | 1822-09-07..
  Brasil; Empire of Brazil; Brazilian Empire; Republic of Brazil; Federative Republic of Brazil
  Federal Republic of Brazil; United States of Brazil; Republic of the United States of Brazil
145 BOL Bolivia | 1848-01-01..
  Republic of Bolivia; Bolivian Republic; Plurinational State of Bolivia
150 PAR Paraguay | 1846-01-01..1870-06-20, 1876-06-22..
  Republic of Paraguay
155 CHL Chile | 1839-01-01..
  Chili; Republic of Chile; Republic of Chili
160 ARG Argentina | 1841-01-01..
  Argentine; Argentine Republic; Republic of Argentina; Argentine Confederation; Argentine Federation
  Argentine Nation; Buenos Aires; Buenos Ayres; United Provinces of the Rio de la Plata
  United Provinces of La Plata; United Provinces of South America
165 URU Uruguay | 1882-01-01..
  Republic of Uruguay; Oriental Republic of Uruguay; Eastern Republic of Uruguay
  Oriental State of Uruguay; Oriental Republic; Banda Oriental
200 UKG United Kingdom | 1816-01-01..
  UK; GB; Great Britain; Britain; England; Gt. Britain; Gr. Britain
  United Kingdom of Great Britain and Northern Ireland; United Kingdom of Great Britain and Ireland
  United Kingdom of Great Britain; Great Britain and Northern Ireland; Great Britain and Ireland
  UK of Great Britain; UK of Great Britain and Northern Ireland; British Empire; British Commonwealth
  Northern Ireland; N. Ireland
  United Kingdom of Great Britain and N. Ireland; UK of Great Britain and N. Ireland; Great Britain and N. Ireland
  Gt. Britain and Northern Ireland; Gt. Britain and N. Ireland; Gt. Britain and Ireland
  United Kingdom and Northern Ireland; United Kingdom and N. Ireland; UK and Northern Ireland; UK and N. Ireland
205 IRE Ireland | 1922-12-06..
  Republic of Ireland; Irish Republic; Irish Free State; Eire; Southern Ireland
210 NTH Netherlands | 1816-01-01..1940-07-14, 1945-06-26..
  Holland; Kingdom of the Netherlands; United Netherlands; Kingdom of the United Netherlands
  United Kingdom of the Netherlands; Kingdom of Holland
211 BEL Belgium | 1830-12-20..1940-05-28, 1945-06-26..
  Kingdom of Belgium; Kingdom of the Belgians
212 LUX Luxembourg | 1920-11-15..1940-05-10, 1944-09-10..
  Grand Duchy of Luxembourg; Luxemburg; Grand Duchy of Luxemburg
220 FRN France | 1816-01-01..1942-11-11, 1944-08-25..
  French Republic; Republic of France; French Empire; Kingdom of France; French State; Vichy France
  Kingdom of the French; Free France; Fighting France; French Fourth Republic; French Fifth Republic
221 MNC Monaco | 1993-05-28..
  Principality of Monaco
223 LIE Liechtenstein | 1990-09-18..
  Principality of Liechtenstein
225 SWZ Switzerland | 1816-01-01..
  Swiss Confederation; Swiss Federation; Helvetic Confederation; Swiss Republic
230 SPN Spain | 1816-01-01..
  Kingdom of Spain; Spanish State; Spanish Republic; Republic of Spain; Republican Spain
  Nationalist Spain; Franco Spain; Francoist Spain; Spanish Empire
232 AND Andorra | 1993-07-28..
  Principality of Andorra; Co-Principality of Andorra; Valleys of Andorra
235 POR Portugal | 1816-01-01..
  Portuguese Republic; Republic of Portugal; Kingdom of Portugal; Portuguese Empire
  Kingdom of Portugal and the Algarves; Portugal and the Algarves
240 HAN Hanover | 1837-06-20..1866-07-26
  Hannover; Kingdom of Hanover; Kingdom of Hannover
245 BAV Bavaria | 1816-01-01..1871-01-18
  Kingdom of Bavaria
255 GMY Germany | 1816-01-01..1945-05-08, 1990-10-03..
  Prussia; Kingdom of Prussia; North German Confederation; German Empire; Empire of Germany; Imperial Germany
  German Reich; German Republic; Weimar Republic; Weimar Germany; Third Reich; Nazi Germany; Greater German Reich
  Greater Germany; Unified Germany; United Germany; Reunified Germany
260 GFR German Federal Republic | 1955-05-05..1990-10-02
  Germany; West Germany; Western Germany; W. Germany; Germany, West; GFR; Bonn Germany
265 GDR German Democratic Republic | 1954-03-25..1990-10-02
  GDR; DDR; East Germany; Eastern Germany; E. Germany; Germany, East; Democratic Republic of Germany
267 BAD Baden | 1816-01-01..1871-01-18
  Grand Duchy of Baden
269 SAX Saxony | 1816-01-01..1867-04-17
  Kingdom of Saxony
271 WRT Wuerttemburg | 1816-01-01..1871-01-18
  Württemberg; Wuerttemberg; Württemburg; Würtemberg; Wuertemberg; Würtemburg; Wirtemberg
  Kingdom of Württemberg; Kingdom of Wuerttemberg; Kingdom of Würtemberg
273 HSE Hesse Electoral | 1816-01-01..1866-07-26
  Hesse-Kassel; Hesse-Cassel; Hessen-Kassel; Hessen-Cassel; Kurhessen; Electoral Hesse
  Electorate of Hesse; Hesse-Kassel (Electoral); Hesse-Cassel (Electoral); Electorate of Hesse-Kassel
  Electorate of Hesse-Cassel
275 HSG Hesse Grand Ducal | 1816-01-01..1867-04-17
  Hesse-Darmstadt; Hessen-Darmstadt; Hesse Ducal; Grand Ducal Hesse; Grand Duchy of Hesse
  Hesse-Darmstadt (Ducal); Hesse-Darmstadt (Grand Ducal); Grand Duchy of Hesse-Darmstadt
  Grand Duchy of Hesse and by Rhine; Grand Duchy of Hesse and the Rhine
280 MEC Mecklenburg Schwerin | 1843-01-01..1867-04-17
  Mecklenburg; Grand Duchy of Mecklenburg-Schwerin; Grand Duchy of Mecklenburg
290 POL Poland | 1918-11-03..1939-09-27, 1945-06-28..
  Republic of Poland; Polish Republic; Polish People's Republic; People's Republic of Poland
  Second Polish Republic
300 AUH Austria-Hungary | 1816-01-01..1918-11-12
  Austria; Austrian Empire; Empire of Austria; Imperial Austria; Austro-Hungary; Austro-Hungarian Empire
  Austro-Hungarian Monarchy; Austrian-Hungarian Empire; Austria-Hungarian Empire
  Empire of Austria-Hungary; Dual Monarchy; Habsburg Empire; Hapsburg Empire; Habsburg Monarchy
  Hapsburg Monarchy
305 AUS Austria | 1919-09-10..1938-03-13, 1955-07-27..
  Republic of Austria; Austrian Republic; First Austrian Republic; Federal Republic of Austria
  Federal State of Austria; German Austria; Republic of German Austria
310 HUN Hungary | 1918-11-16..
  Republic of Hungary; Hungarian Republic; Kingdom of Hungary; Hungarian People's Republic
  People's Republic of Hungary; Hungarian Soviet Republic
315 CZE Czechoslovakia | 1918-10-28..1939-03-15, 1945-05-10..1992-12-31
  Czecho-Slovakia; Czechoslovak Republic; Czecho-Slovak Republic; Czechoslovakian Republic
  Republic of Czechoslovakia; Czechoslovak Socialist Republic; Czechoslovakian Socialist Republic
  Socialist Republic of Czechoslovakia; Czech and Slovak Federal Republic
  Czech and Slovak Federative Republic; Czechoslovak Federal Republic; Czechoslovak Federative Republic
  Czech and Slovak Republic; CSR; CSSR; CSFR
316 CZR Czech Republic | 1993-01-01..
  Czechia
317 SLO Slovakia | 1993-01-01..
  Slovak Republic; Republic of Slovakia; Slovak State
325 ITA Italy | 1816-01-01..
  Italian Republic; Republic of Italy; Kingdom of Italy; Fascist Italy; Italian Empire
  Italian Social Republic; Sardinia; Kingdom of Sardinia; Sardinia-Piedmont; Piedmont
  Kingdom of Piedmont; Piedmont-Sardinia; Kingdom of Piedmont-Sardinia; Kingdom of Sardinia-Piedmont
  Savoy; Kingdom of Sardinia and Piedmont
327 PAP Papal States | 1816-01-01..1860-11-05
  Papal State; States of the Church; State of the Church; Church States; Pontifical States
  Pontifical State; Roman States; Roman State; Roman Republic; Holy See; Papacy
329 SIC Two Sicilies | 1816-01-01..1861-02-13
  Kingdom of the Two Sicilies; Naples; Kingdom of Naples; Sicily; Kingdom of Sicily; Naples and Sicily
  Sicilies; Kingdom of Naples and Sicily; Naples-Sicily
331 SNM San Marino | 1992-03-02..
  Republic of San Marino; Most Serene Republic of San Marino
332 MOD Modena | 1842-01-01..1860-03-15
  Duchy of Modena; Modena and Reggio; Modena-Reggio; Duchy of Modena and Reggio
335 PMA Parma | 1851-01-01..1860-03-15
  Duchy of Parma; Parma and Piacenza; Duchy of Parma and Piacenza; Parma, Piacenza and Guastalla
  Duchy of Parma, Piacenza and Guastalla; Parma, Piacenza, and Guastalla
  Duchy of Parma, Piacenza, and Guastalla
337 TUS Tuscany | 1816-01-01..1860-03-15
  Grand Duchy of Tuscany
338 MLT Malta | 1964-09-21..
  Republic of Malta; State of Malta
339 ALB Albania | 1914-01-01..1939-04-07, 1944-11-17..
  Republic of Albania; Albanian Republic; Principality of Albania; Kingdom of Albania
  People's Republic of Albania; Albanian People's Republic; People's Socialist Republic of Albania
  Socialist People's Republic of Albania
341 MNG Montenegro | 2006-06-12..
  Republic of Montenegro; Principality of Montenegro; Kingdom of Montenegro
343 MAC Macedonia | 1993-04-08..
  North Macedonia; Northern Macedonia; N. Macedonia; Macedonia, North; Republic of Macedonia
  Republic of North Macedonia; FYROM; FYR Macedonia; FYR of Macedonia
  Former Yugoslav Republic of Macedonia; Former Yugoslavian Republic of Macedonia
  Former Yugoslav Macedonia
344 CRO Croatia | 1992-01-15..
  Republic of Croatia; Independent State of Croatia; NDH
345 YUG Yugoslavia | 1878-07-13..1941-04-20, 1944-10-20..
  Serbia; Servia; Principality of Serbia; Kingdom of Serbia; Kingdom of Servia; Republic of Serbia
  Jugoslavia; Jugo-Slavia; Kingdom of Yugoslavia; Kingdom of Serbs, Croats and Slovenes
  Kingdom of Serbs, Croats, and Slovenes; Kingdom of the Serbs, the Croats and the Slovenes of Yugoslavia
  Serbs, Croats and Slovenes; Serbs, Croats, and Slovenes; Serb-Croat-Slovene State
  Serb-Croat-Slovene Kingdom; State of Serbs, Croats and Slovenes; State of Serbs, Croats, and Slovenes
  State of Slovenes, Croats and Serbs; State of Slovenes, Croats, and Serbs; SHS
  Democratic Federal Yugoslavia; Federal People's Republic of Yugoslavia
  Federative People's Republic of Yugoslavia; People's Federal Republic of Yugoslavia; FPRY
  Socialist Federal Republic of Yugoslavia; Socialist Federative Republic of Yugoslavia; SFRY
  SFR Yugoslavia; SFR of Yugoslavia; Federal Republic of Yugoslavia; FRY; FR Yugoslavia; FR of Yugoslavia
  Former Yugoslavia; Serbia and Montenegro; Serbia-Montenegro; State Union of Serbia and Montenegro
  Union of Serbia and Montenegro
346 BOS Bosnia and Herzegovina | 1992-04-07..
  Bosnia; Bosnia-Herzegovina; Bosnia-Hercegovina; Bosnia and Hercegovina
  Republic of Bosnia and Herzegovina; BiH
347 KOS Kosovo | 2008-02-20..
  Kosova; Republic of Kosovo; Republic of Kosova
349 SLV Slovenia | 1992-01-15..
  Republic of Slovenia; Slovenian Republic
350 GRC Greece | 1828-01-01..1941-04-23, 1944-10-13..
  Hellenic Republic; Greek Republic; Republic of Greece; Kingdom of Greece; Kingdom of the Hellenes
  Hellenic Kingdom; Hellenic State; Hellas
352 CYP Cyprus | 1960-08-16..
  Republic of Cyprus; Greek Cyprus
355 BUL Bulgaria | 1908-10-05..
  Republic of Bulgaria; Bulgarian Republic; Principality of Bulgaria; Kingdom of Bulgaria
  Tsardom of Bulgaria; People's Republic of Bulgaria; Bulgarian People's Republic
359 MLD Moldova | 1991-12-26..
  Republic of Moldova; Moldavia; Republic of Moldavia; Moldavian SSR; Moldovan SSR
  Moldavian Soviet Socialist Republic; Moldovan Soviet Socialist Republic; SSR of Moldova
  SSR of Moldavia; Moldavian Republic
360 ROM Romania | 1878-07-13..
  Rumania; Roumania; Principality of Romania; Principality of Rumania; Principality of Roumania
  Kingdom of Romania; Kingdom of Rumania; Kingdom of Roumania; Republic of Romania
  People's Republic of Romania; People's Republic of Rumania; Romanian People's Republic
  Rumanian People's Republic; Roumanian People's Republic; Socialist Republic of Romania
  Socialist Republic of Rumania; Moldavia and Wallachia; Moldavia-Wallachia; United Principalities
  United Principalities of Moldavia and Wallachia; Danubian Principalities; Wallachia
365 RUS Russia | 1816-01-01..
  USSR; Soviet Union; Union of Soviet Socialist Republics; Union of Socialist Soviet Republics
  Union of Soviet Republics; SSSR; Russian Empire; Empire of Russia; All the Russias
  Empire of All the Russias; Imperial Russia; Tsarist Russia; Czarist Russia; Russian Republic
  Russian Federation; Federation of Russia; Soviet Russia; RSFSR; Russian SFSR
  Russian Soviet Federative Socialist Republic; Russian Soviet Federated Socialist Republic
  Russian Soviet Federal Socialist Republic; Russian Socialist Federative Soviet Republic
  Russian Socialist Federated Soviet Republic; Russian Socialist Federal Soviet Republic
366 EST Estonia | 1918-02-24..1940-06-16, 1991-09-06..
  Republic of Estonia; Estonian Republic; Esthonia; Republic of Esthonia; Estonian SSR
  Estonian Soviet Socialist Republic
367 LAT Latvia | 1918-11-18..1940-06-16, 1991-09-06..
  Republic of Latvia; Latvian Republic; Latvian SSR; Latvian Soviet Socialist Republic
368 LIT Lithuania | 1918-02-16..1940-06-15, 1991-09-06..
  Republic of Lithuania; Lithuanian Republic; Lithuanian SSR; Lithuanian Soviet Socialist Republic
369 UKR Ukraine | 1991-12-26..
  Republic of Ukraine; Ukrainian Republic; Ukrainian SSR; Ukrainian Soviet Socialist Republic
  Ukrainian Socialist Soviet Republic; Ukraine SSR; Soviet Ukraine; Ukrainian People's Republic
  Ukrainian National Republic; Ukrainian State
370 BLR Belarus | 1991-12-26..
  Republic of Belarus; Byelorussia; Belorussia; Bielorussia; Belarussia; Byelarus; Republic of Byelarus
  White Russia; White Ruthenia; BSSR; Byelorussian SSR; Belorussian SSR; Belarusian SSR
  Byelorussian Soviet Socialist Republic; Belorussian Soviet Socialist Republic
  Belarusian People's Republic
371 ARM Armenia | 1991-12-26..
  Republic of Armenia; Armenian Republic; Democratic Republic of Armenia; Armenian SSR
  Armenian Soviet Socialist Republic
372 GRG Georgia | 1991-12-26..
  Republic of Georgia; Georgian Republic; Democratic Republic of Georgia; Georgian Democratic Republic
  Georgian SSR; Georgian Soviet Socialist Republic
373 AZE Azerbaijan | 1991-12-26..
  Republic of Azerbaijan; Azerbaijan Republic; Azerbaijani Republic; Azerbaijan SSR; Azerbaijani SSR
  Azerbaijan Soviet Socialist Republic; Azerbaijani Soviet Socialist Republic
  Azerbaijan Democratic Republic; Azerbaijan People's Republic; Azerbaidzhan; Azerbaidjan
375 FIN Finland | 1917-12-06..
  Republic of Finland; Kingdom of Finland; Grand Duchy of Finland
380 SWD Sweden | 1816-01-01..
  Kingdom of Sweden; Sweden-Norway; Kingdom of Sweden and Norway; Kingdoms of Sweden and Norway
  United Kingdoms of Sweden and Norway; United Kingdom of Sweden and Norway
385 NOR Norway | 1905-06-07..1940-04-30, 1945-05-07..
  Kingdom of Norway
390 DEN Denmark | 1816-01-01..1940-04-09, 1945-05-07..
  Kingdom of Denmark
395 ICE Iceland | 1944-06-17..
  Republic of Iceland; Kingdom of Iceland
402 CAP Cape Verde | 1975-07-05..
  Cabo Verde; Cape Verde Islands; Cape Verdes; Republic of Cape Verde; Republic of Cabo Verde
403 STP Sao Tome and Principe | 1975-07-12..
  Sao Tome; Sao Tome-Principe; São Tomé e Príncipe; Democratic Republic of Sao Tome and Principe
  St. Thomas and Prince
404 GNB Guinea-Bissau | 1974-09-10..
  Republic of Guinea-Bissau; Guiné-Bissau; Portuguese Guinea
411 EQG Equatorial Guinea | 1968-10-12..
  Republic of Equatorial Guinea; Eq. Guinea; Guinea, Equatorial; Spanish Guinea
420 GAM Gambia | 1965-02-18..
  Republic of the Gambia; Islamic Republic of the Gambia; Gambia Republic
432 MLI Mali | 1960-06-20..
  Republic of Mali; Mali Republic; French Sudan; French Soudan
433 SEN Senegal | 1960-08-20..
  Republic of Senegal; Senegal Republic
434 BEN Benin | 1960-08-01..
  Republic of Benin; People's Republic of Benin; Dahomey; Republic of Dahomey; Kingdom of Dahomey
435 MAA Mauritania | 1960-11-28..
  Islamic Republic of Mauritania; Republic of Mauritania; Mauretania
436 NIR Niger | 1960-10-03..
  Republic of Niger; Niger Republic
437 CDI Ivory Coast | 1960-08-07..
  Côte d'Ivoire; Cote d Ivoire; Republic of the Ivory Coast; Republic of Côte d'Ivoire
  Ivory Coast Republic
438 GUI Guinea | 1958-10-02..
  Republic of Guinea; Guinea-Conakry; Guinea Republic; French Guinea; Guinée
  People's Revolutionary Republic of Guinea; Revolutionary People's Republic of Guinea
439 BFO Burkina Faso | 1960-08-05..
  Upper Volta; Republic of Upper Volta; Voltaic Republic; Haute-Volta; Burkina
450 LBR Liberia | 1920-06-30..
  Republic of Liberia; Liberian Republic
451 SIE Sierra Leone | 1961-04-27..
  Republic of Sierra Leone
452 GHA Ghana | 1957-03-06..
  Republic of Ghana; Gold Coast
461 TOG Togo | 1960-04-27..
  Togolese Republic; Republic of Togo; Togoland; French Togoland
471 CAO Cameroon | 1960-01-01..
  Republic of Cameroon; United Republic of Cameroon; Federal Republic of Cameroon; Cameroun
  Republic of Cameroun; Federal Republic of Cameroun; United Republic of Cameroun; Cameroons; Kamerun
  French Cameroon; French Cameroons
475 NIG Nigeria | 1960-10-01..
  Federal Republic of Nigeria; Federation of Nigeria; Republic of Nigeria
481 GAB Gabon | 1960-08-17..
  Gabonese Republic; Republic of Gabon; Gabon Republic; Gaboon
482 CEN Central African Republic | 1960-08-13..
  CAR; Central Africa; Central African Empire; Republic of Central Africa; Ubangi-Shari; Oubangui-Chari
483 CHA Chad | 1960-08-11..
  Republic of Chad; Tchad; Republic of Tchad
484 CON Congo | 1960-08-15..
  Congo-Brazzaville; Congo Republic; Congo, Republic; Brazzaville Congo; Brazzaville
  Republic of the Congo (Brazzaville); People's Republic of the Congo; French Congo; Middle Congo
490 DRC Democratic Republic of the Congo | 1960-06-30..
  Congo; DRC; DR Congo; D.R. of Congo; Congo-Kinshasa; Congo-Leopoldville; Kinshasa Congo
  Democratic Congo; Democratic Republic of the Congo (Kinshasa); Republic of the Congo (Leopoldville); Democratic Republic Congo
  Zaire; Republic of Zaire; Belgian Congo; Congo Free State; Independent State of the Congo
500 UGA Uganda | 1962-10-09..
  Republic of Uganda; Sovereign State of Uganda
501 KEN Kenya | 1963-12-12..
  Republic of Kenya; British East Africa
510 TAZ Tanzania | 1961-12-09..
  Tanganyika; Republic of Tanganyika; United Republic of Tanzania
  United Republic of Tanganyika and Zanzibar; Tanganyika and Zanzibar; German East Africa
  Tanganyika Territory
511 ZAN Zanzibar | 1963-12-19..1964-04-26
  Sultanate of Zanzibar; People's Republic of Zanzibar; People's Republic of Zanzibar and Pemba
  Zanzibar and Pemba
516 BUI Burundi | 1962-07-01..
  Republic of Burundi; Kingdom of Burundi; Urundi
517 RWA Rwanda | 1962-07-01..
  Republic of Rwanda; Rwandese Republic; Rwandan Republic; Kingdom of Rwanda; Ruanda
520 SOM Somalia | 1960-07-01..
  Somali Republic; Republic of Somalia; Somali Democratic Republic; Federal Republic of Somalia
  Italian Somaliland
522 DJI Djibouti | 1977-06-27..
  Republic of Djibouti; Djibuti; Jibuti; French Somaliland; Afars and Issas
  French Territory of the Afars and Issas; Territory of the Afars and Issas
530 ETH Ethiopia | 1898-01-01..1936-05-05, 1941-05-05..
  Abyssinia; Empire of Ethiopia; Ethiopian Empire; Empire of Abyssinia; Abyssinian Empire
  Kingdom of Ethiopia; Kingdom of Abyssinia; Socialist Ethiopia
  Provisional Military Government of Socialist Ethiopia; People's Democratic Republic of Ethiopia
  Federal Democratic Republic of Ethiopia; Democratic Republic of Ethiopia
531 ERI Eritrea | 1993-05-24..
  State of Eritrea
540 ANG Angola | 1975-11-11..
  Republic of Angola; People's Republic of Angola; Portuguese West Africa
541 MZM Mozambique | 1975-06-25..
  Republic of Mozambique; People's Republic of Mozambique; Moçambique; Portuguese East Africa
551 ZAM Zambia | 1964-10-24..
  Republic of Zambia; Northern Rhodesia
552 ZIM Zimbabwe | 1965-11-11..
  Republic of Zimbabwe; Rhodesia; Southern Rhodesia; Republic of Rhodesia; Zimbabwe-Rhodesia
  Republic of Zimbabwe-Rhodesia
553 MAW Malawi | 1964-07-06..
  Republic of Malawi; Nyasaland
560 SAF South Africa | 1920-01-10..
  RSA; Republic of South Africa; Union of South Africa; S. Africa; South African Union
565 NAM Namibia | 1990-03-21..
  Republic of Namibia; South West Africa; Southwest Africa; German South West Africa
570 LES Lesotho | 1966-10-04..
  Kingdom of Lesotho; Basutoland
571 BOT Botswana | 1966-09-30..
  Republic of Botswana; Bechuanaland
572 SWA Swaziland | 1968-09-06..
  Eswatini; Kingdom of Eswatini; Kingdom of Swaziland
580 MAG Madagascar | 1960-06-26..
  Malagasy; Malagasy Republic; Republic of Madagascar; Democratic Republic of Madagascar
  Kingdom of Madagascar
581 COM Comoros | 1975-12-31..
  Comoro; Comores; Comoro Islands; Union of the Comoros; Republic of the Comoros; State of the Comoros
  Federal Islamic Republic of the Comoros; Federal and Islamic Republic of the Comoros
  Islamic Federal Republic of the Comoros
590 MAS Mauritius | 1968-03-12..
  Republic of Mauritius
591 SEY Seychelles | 1976-06-29..
  Republic of Seychelles; Seychelles Islands; Seychelle Islands
600 MOR Morocco | 1847-01-01..1912-03-30, 1956-03-02..
  Kingdom of Morocco; Empire of Morocco; Sultanate of Morocco; Sherifian Empire; Shereefian Empire
  French Morocco
615 ALG Algeria | 1962-07-05..
  People's Democratic Republic of Algeria; Democratic and Popular Republic of Algeria
  Algerian Democratic and Popular Republic; Republic of Algeria; Algerian Republic; Regency of Algiers
  Algiers
616 TUN Tunisia | 1825-01-01..1881-05-12, 1956-03-20..
  Republic of Tunisia; Tunisian Republic; Kingdom of Tunisia; Tunis; Regency of Tunis; Beylik of Tunis
620 LIB Libya | 1951-12-24..
  Kingdom of Libya; United Kingdom of Libya; United Libyan Kingdom; State of Libya; Libyan Republic
  Libyan Arab Republic; Libyan Jamahiriya; Libyan Arab Jamahiriya; Libya Arab Jamahiriya; Arab Jamahiriya
  Socialist People's Libyan Arab Jamahiriya; People's Socialist Libyan Arab Jamahiriya
  Great Socialist People's Libyan Arab Jamahiriya; Tripolitania; Tripoli
625 SUD Sudan | 1956-01-01..
  Republic of the Sudan; Democratic Republic of the Sudan; Anglo-Egyptian Sudan; Soudan; Sudan Republic
  North Sudan; Sudan, North
626 SSD South Sudan | 2011-07-09..
  Republic of South Sudan; Southern Sudan; S. Sudan; Sudan, South
630 IRN Iran | 1855-01-01..
  Persia; Persian Empire; Empire of Persia; Kingdom of Persia; Imperial State of Persia
  Sublime State of Persia; Islamic Republic of Iran; Imperial Iran; Empire of Iran; Kingdom of Iran
  Imperial State of Iran
640 TUR Turkey | 1816-01-01..
  Türkiye; Republic of Turkey; Republic of Türkiye; Turkish Republic; Ottoman Empire; Ottoman
  Ottoman Turkey; Ottoman State; Ottoman Porte; Porte; Sublime Porte; Sublime Ottoman Porte
  Sublime Ottoman State; Turkish Empire; Empire of Turkey; Imperial Turkey
645 IRQ Iraq | 1932-10-03..
  Irak; Kingdom of Iraq; Republic of Iraq; Iraqi Republic; Mesopotamia
651 EGY Egypt | 1855-01-01..1882-09-15, 1937-05-26..
  UAR; United Arab Republic; Arab Republic of Egypt; Republic of Egypt; Egyptian Republic
  Kingdom of Egypt; Sultanate of Egypt; Khedivate of Egypt; Egypt, Arab Republic
652 SYR Syria | 1946-04-17..1958-02-01, 1961-09-29..
  Syrian Arab Republic; Syria Arab Republic; Republic of Syria; Syrian Republic; Arab Republic of Syria
660 LEB Lebanon | 1946-03-10..
  Lebanese Republic; Republic of Lebanon; Greater Lebanon
663 JOR Jordan | 1946-03-22..
  Transjordan; Trans-Jordan; Kingdom of Jordan; Hashemite Kingdom of Jordan; Hashimite Kingdom of Jordan
  Hashemite Kingdom; Hashemite Jordan Kingdom; Jordan Hashemite Kingdom; Jordanian Hashemite Kingdom
  Hashemite Kingdom of Transjordan; Hashemite Kingdom of Trans-Jordan; Kingdom of Transjordan
  Emirate of Transjordan
666 ISR Israel | 1948-05-14..
  State of Israel
670 SAU Saudi Arabia | 1927-05-20..
  KSA; Saudi; Kingdom of Saudi Arabia; Saudi Arabian Kingdom; Saudi Arab Kingdom; Hejaz; Hedjaz; Hijaz
  Nejd; Najd; Kingdom of Hejaz; Kingdom of the Hedjaz; Kingdom of Nejd; Sultanate of Nejd; Hejaz and Nejd
  Hedjaz and Nejd; Nejd and Hejaz; Hejaz-Nejd; Kingdom of Hejaz and Nejd
  Kingdom of the Hejaz and of Nejd; Kingdom of the Hedjaz and Nejd
  Kingdom of the Hejaz and Nejd and its Dependencies; Kingdom of the Hejaz, Nejd and its Dependencies
  Hejaz, Nejd and Dependencies; Hejaz, Nejd and its Dependencies
678 YAR Yemen Arab Republic | 1926-09-02..1990-05-21
  YAR; North Yemen; Northern Yemen; N. Yemen; Yemen, North; Yemen, Arab Republic; Arab Republic of Yemen
  Yemeni Arab Republic; Kingdom of Yemen; Mutawakkilite Kingdom of Yemen; Mutawakelite Kingdom of Yemen
  Imamate of Yemen; Yemen (Sanaa); Yemen (San'a)
679 YEM Yemen | 1990-05-22..
  Republic of Yemen; Yemeni Republic; Yemen Republic; Unified Yemen; United Yemen
680 YPR Yemen People's Republic | 1967-11-30..1990-05-21
  PDRY; South Yemen; Southern Yemen; S. Yemen; Yemen, South; Democratic Yemen; Yemen, Democratic
  Yemen PDR; PDR Yemen; PDR of Yemen; Yemen, People's Democratic Republic
  People's Democratic Republic of Yemen; Democratic Republic of Yemen; People's Republic of Yemen
  People's Republic of South Yemen; People's Republic of Southern Yemen
  Democratic People's Republic of Yemen; Yemeni People's Democratic Republic; Aden; South Arabia
  Federation of South Arabia
690 KUW Kuwait | 1961-06-19..
  State of Kuwait; Kuwayt; Koweit
692 BAH Bahrain | 1971-08-15..
  Kingdom of Bahrain; State of Bahrain; Bahrein; Bahrayn
694 QAT Qatar | 1971-09-03..
  State of Qatar; Katar
696 UAE United Arab Emirates | 1971-12-02..
  UAE; Emirates; Arab Emirates; Union of Arab Emirates; Federation of Arab Emirates
  State of the United Arab Emirates; Trucial States; Trucial Oman; Trucial Coast
698 OMA Oman | 1971-10-07..
  Sultanate of Oman; Muscat; Sultanate of Muscat; Muscat and Oman; Sultanate of Muscat and Oman
  Oman and Muscat
700 AFG Afghanistan | 1919-08-08..
  Kingdom of Afghanistan; Emirate of Afghanistan; Republic of Afghanistan
  Democratic Republic of Afghanistan; Islamic State of Afghanistan; Islamic Republic of Afghanistan
  Islamic Emirate of Afghanistan; Transitional Islamic State of Afghanistan
701 TKM Turkmenistan | 1991-12-26..
  Republic of Turkmenistan; Turkmenia; Turkmen SSR; Turkmen Republic; Turkmen Soviet Socialist Republic
702 TAJ Tajikistan | 1991-12-26..
  Republic of Tajikistan; Tadzhikistan; Tadjikistan; Tajik SSR; Tadzhik SSR; Tajik Republic
  Tajik Soviet Socialist Republic; Tadzhik Soviet Socialist Republic
703 KYR Kyrgyzstan | 1991-12-26..
  Kyrgyz Republic; Republic of Kyrgyzstan; Kirghizia; Kirgizia; Kyrgyzia; Kirghizstan; Kirgizstan
  Kirgistan; Kirghiz Republic; Kirgiz Republic; Kirghiz SSR; Kirgiz SSR; Kyrgyz SSR
  Kirghiz Soviet Socialist Republic; Kyrgyz Soviet Socialist Republic
704 UZB Uzbekistan | 1991-12-26..
  Republic of Uzbekistan; Uzbek Republic; Uzbek SSR; Uzbek Soviet Socialist Republic
705 KZK Kazakhstan | 1991-12-26..
  Republic of Kazakhstan; Kazakstan; Republic of Kazakstan; Kazakh Republic; Kazakh SSR
  Kazakh Soviet Socialist Republic
710 CHN China | 1860-10-25..
  PRC; People's Republic of China; Chinese People's Republic; PR China; P.R. of China; Communist China
  Red China; Mainland China; China, Mainland; Imperial China; Chinese Empire; Empire of China
  Manchu Empire; Qing China; Qing Empire; Ch'ing China; Ch'ing Empire; Great Qing; Great Qing Empire
  Ta Ching Empire; China, PRC
712 MON Mongolia | 1921-03-13..
  Outer Mongolia; Mongolian People's Republic; People's Republic of Mongolia; Mongolian Republic; MPR
713 TAW Taiwan | 1949-12-08..
  China; Formosa; Free China; Chinese Taipei; Taiwan, Republic of China; Taiwan, ROC
  Taiwan, Province of China; Republic of China on Taiwan
730 KOR Korea | 1887-01-01..1905-11-17
  Corea; Kingdom of Korea; Empire of Korea; Korean Empire; Choson; Joseon; Chosen; Kingdom of Choson
  Kingdom of Joseon
731 PRK North Korea | 1948-09-09..
  Northern Korea; N. Korea; Korea, North; DPRK; Korea, DPRK; DPR Korea; DPR of Korea
  Democratic People's Republic of Korea; Korean People's Democratic Republic
  Korean Democratic People's Republic; People's Democratic Republic of Korea; People's Republic of Korea
  Democratic Republic of Korea
732 ROK South Korea | 1949-06-29..
  ROK; R.O. Korea; Korea, ROK; Republic of Korea; Korean Republic; S. Korea; Korea, South; Southern Korea
740 JPN Japan | 1860-01-01..1945-08-14, 1952-04-28..
  Empire of Japan; Japanese Empire; Imperial Japan; State of Japan
750 IND India | 1947-08-15..
  Republic of India; Indian Republic; Union of India; Indian Union; Dominion of India; British India
  Bharat
760 BHU Bhutan | 1971-09-21..
  Kingdom of Bhutan
770 PAK Pakistan | 1947-08-14..
  Islamic Republic of Pakistan; Republic of Pakistan; Dominion of Pakistan; West Pakistan
771 BNG Bangladesh | 1971-12-16..
  People's Republic of Bangladesh; Bangla Desh; Republic of Bangladesh; East Pakistan
775 MYA Myanmar | 1948-01-04..
  Burma; Union of Burma; Kingdom of Burma; Socialist Republic of the Union of Burma; Union of Myanmar
  Republic of the Union of Myanmar
780 SRI Sri Lanka | 1948-02-04..
  Ceylon; Dominion of Ceylon; Republic of Sri Lanka; Democratic Socialist Republic of Sri Lanka
  Socialist Republic of Sri Lanka
781 MAD Maldives | 1965-07-26..
  Maldive Islands; Maldives Islands; Maldive; Republic of Maldives; Maldivian Republic
  Sultanate of the Maldives
790 NEP Nepal | 1920-01-01..
  Kingdom of Nepal; State of Nepal; Nepaul; Democratic Federal Republic of Nepal
  Federal Democratic Republic of Nepal; Kingdom of Gorkha; Gorkha
800 THI Thailand | 1887-01-01..
  Siam; Kingdom of Siam; Kingdom of Thailand; Thai Kingdom
811 CAM Cambodia | 1953-11-09..
  Kingdom of Cambodia; State of Cambodia; Khmer Republic; Kampuchea; Democratic Kampuchea
  People's Republic of Kampuchea; Royal Government of Cambodia
812 LAO Laos | 1953-10-23..
  Lao; Lao PDR; Laos PDR; LPDR; Lao People's Democratic Republic; Laos People's Democratic Republic
  People's Democratic Republic of Laos; Kingdom of Laos; Lao Kingdom
816 DRV Vietnam | 1954-07-21..
  DRV; DRVN; SRV; North Vietnam; North Viet Nam; Northern Vietnam; N. Vietnam; N. Viet Nam
  Vietnam, North; Viet Nam, North; Socialist Republic of Vietnam; Socialist Republic of Viet Nam
  Democratic Republic of Vietnam; Democratic Republic of Viet Nam; DR Vietnam; DR of Vietnam; SR Vietnam
  SR of Vietnam; Tonkin; Empire of Vietnam; Vietminh; Viet Minh
817 RVN Republic of Vietnam | 1954-06-04..1975-04-30
  RVN; Vietnam; South Vietnam; South Viet Nam; Southern Vietnam; S. Vietnam; S. Viet Nam; Vietnam, South
  Viet Nam, South; Republic of Viet Nam; State of Vietnam; State of Viet Nam; Republic of South Vietnam
  Republic of South Viet Nam; Cochin China; Cochinchina
820 MAL Malaysia | 1957-08-31..
  Malaya; Federation of Malaya; Federation of Malaysia; Malaysian Federation; British Malaya
  Malayan Union; Federated Malay States
830 SIN Singapore | 1965-08-09..
  Republic of Singapore; State of Singapore
835 BRU Brunei | 1984-01-01..
  Brunei Darussalam; State of Brunei; Sultanate of Brunei; Negara Brunei Darussalam
840 PHI Philippines | 1946-07-04..
  Republic of the Philippines; Philippine Republic; Philippine Islands; Commonwealth of the Philippines
  Philippine Commonwealth
850 INS Indonesia | 1949-12-27..
  Republic of Indonesia; United States of Indonesia; Republic of the United States of Indonesia
  Federal Republic of Indonesia; Dutch East Indies; Netherlands East Indies; Netherlands Indies
860 ETM East Timor | 2002-09-27..
  Timor-Leste; Timor; E. Timor; Timor, East; Democratic Republic of Timor-Leste
  Democratic Republic of East Timor; Portuguese Timor
900 AUL Australia | 1920-01-10..
  Commonwealth of Australia
910 PNG Papua New Guinea | 1975-09-16..
  PNG; Papua; New Guinea; Papua and New Guinea; Independent State of Papua New Guinea
  Territory of Papua and New Guinea
920 NEW New Zealand | 1920-01-10..
  NZ; Dominion of New Zealand; Aotearoa
935 VAN Vanuatu | 1981-09-15..
  Republic of Vanuatu; New Hebrides
940 SOL Solomon Islands | 1978-07-07..
  Solomons; Solomon Is.; British Solomon Islands
946 KIR Kiribati | 1999-09-14..
  Republic of Kiribati; Gilbert Islands
947 TUV Tuvalu | 2000-09-05..
  Ellice Islands
950 FIJ Fiji | 1970-10-10..
  Republic of Fiji; Fiji Islands; Republic of the Fiji Islands; Dominion of Fiji
  Sovereign Democratic Republic of Fiji
955 TON Tonga | 1999-09-14..
  Kingdom of Tonga; Tonga Islands; Friendly Islands
970 NAU Nauru | 1999-09-14..
  Republic of Nauru; Pleasant Island
983 MSI Marshall Islands | 1991-09-17..
  RMI; Marshalls; Marshall Is.; Republic of the Marshall Islands
986 PAL Palau | 1994-12-15..
  Belau; Republic of Palau; Republic of Belau; Palau Islands; Pelew Islands
987 FSM Federated States of Micronesia | 1991-09-17..
  FSM; Micronesia; F.S. Micronesia; F.S. of Micronesia; Fed. States of Micronesia
990 WSM Samoa | 1976-12-15..
  Western Samoa; W. Samoa; Independent State of Samoa; Independent State of Western Samoa
  State of Western Samoa; German Samoa
`;

/** Other names that belong to several states alike: their codes, then the names. */
const SHARED_NAMES = `
90 91 92 93 94
  Central America; Federal Republic of Central America; Federation of Central America
  Central American Federation; United Provinces of Central America; United States of Central America
  Republic of Central America
91 92 93
  Greater Republic of Central America
135 145
  Peru-Bolivian Confederation; Peru-Bolivia Confederation; Peruvian-Bolivian Confederation; Peru-Bolivia
255 260
  FRG; BRD; Federal Republic of Germany; FR Germany; F.R. of Germany
273 275
  Hesse; Hessen
420 433
  Senegambia; Confederation of Senegambia; Senegambia Confederation
432 433
  Mali Federation; Federation of Mali
432 625
  Sudanese Republic
484 490
  Republic of the Congo
516 517
  Ruanda-Urundi
645 663
  Arab Federation; Arab Union
678 680
  Yemen
710 713
  ROC; Republic of China; Chinese Republic; Nationalist China; China, Nationalist
731 732
  Korea
816 817
  Viet Nam; Annam; Empire of Annam
`;

const ROW = /^(\d+) ([A-Z]{3}) (.+) \| (.+)$/;

/** The lines at the margin, each with the names in the indented lines below it. */
function blocks(table: string): { readonly head: string; readonly names: string[] }[] {
  const found: { head: string; names: string[] }[] = [];
  for (const line of table.trim().split('\n')) {
    if (line.startsWith(' ')) found.at(-1)?.names.push(...line.split(';').map(name => name.trim()));
    else found.push({ head: line, names: [] });
  }
  return found;
}

function readSpell(text: string): MembershipSpell {
  const [from = '', to = ''] = text.split('..');
  return Object.freeze(to === '' ? { from } : { from, to });
}

function readStates(): readonly State[] {
  const shared = new Map<number, string[]>();
  for (const { head, names } of blocks(SHARED_NAMES)) {
    for (const code of head.split(' ').map(Number)) shared.set(code, [...(shared.get(code) ?? []), ...names]);
  }
  const states = blocks(STATES).map(({ head, names }): State => {
    const [, digits = '', abbreviation = '', name = '', spells = ''] = ROW.exec(head) ?? [];
    const code = Number(digits);
    return Object.freeze({
      code,
      abbreviation,
      name,
      otherNames: Object.freeze([...names, ...(shared.get(code) ?? [])]),
      spells: Object.freeze(spells.split(', ').map(readSpell)),
    });
  });
  return Object.freeze(states);
}

let states: readonly State[] | undefined;

/** All 217 states, in the order of their codes. The table is read on the first call. */
export function allStates(): readonly State[] {
  return (states ??= readStates());
}
