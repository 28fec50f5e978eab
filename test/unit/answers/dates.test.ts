import { deepStrictEqual, ok } from 'node:assert';
import { monthName, weekday } from '../../../server/src/answers';
import { read, seed, seedAnswering } from '../syntax/realSheet';
import { datesIn, shownDates } from './cases';

/**
 * Texts and the dates in them, each as `words = day`, `= first..last`, `= ca. …`; `? what is open and the
 * possible days`; `! what is wrong -> what was meant`.
 */
const FORMS: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  'a day': [
    ['January 17, 1996', 'January 17, 1996 = 1996-01-17'],
    ['17 January 1996', '17 January 1996 = 1996-01-17'],
    ['Jan. 17, 1996', 'Jan. 17, 1996 = 1996-01-17'],
    ['Jan 17 1996', 'Jan 17 1996 = 1996-01-17'],
    ['JANUARY 17, 1996', 'JANUARY 17, 1996 = 1996-01-17'],
    ['january 17, 1996', 'january 17, 1996 = 1996-01-17'],
    ['January 17,1996', 'January 17,1996 = 1996-01-17'],
    ['January 17 1996', 'January 17 1996 = 1996-01-17'],
    ['January  17 ,  1996', 'January 17 , 1996 = 1996-01-17'],
    ['17th January 1996', '17th January 1996 = 1996-01-17'],
    ['17th of January, 1996', '17th of January, 1996 = 1996-01-17'],
    ['the 17th of January 1996', '17th of January 1996 = 1996-01-17'],
    ['January 17th, 1996', 'January 17th, 1996 = 1996-01-17'],
    ['January the 17th, 1996', 'January the 17th, 1996 = 1996-01-17'],
    ['17. January 1996', '17. January 1996 = 1996-01-17'],
    ['17-Jan-1996', '17-Jan-1996 = 1996-01-17'],
    ['17-January-1996', '17-January-1996 = 1996-01-17'],
    ['17 Jan. 1996', '17 Jan. 1996 = 1996-01-17'],
    ['17/Jan/1996', '17/Jan/1996 = 1996-01-17'],
    ['17-Jan.-1996', '17-Jan.-1996 = 1996-01-17'],
    ['17.Jan.1996', '17.Jan.1996 = 1996-01-17'],
    ['1.Jan.1996', '1.Jan.1996 = 1996-01-01'],
    ['17.I.1996', '17.I.1996 = 1996-01-17'],
    ['17. IX. 1996', '17. IX. 1996 = 1996-09-17'],
    ['17/XII/1996', '17/XII/1996 = 1996-12-17'],
    ['17-IV-1996', '17-IV-1996 = 1996-04-17'],
    ['the 5th day of May, 1902', '5th day of May, 1902 = 1902-05-05'],
    ['Jan-17-1996', 'Jan-17-1996 = 1996-01-17'],
    ['Jan/17/1996', 'Jan/17/1996 = 1996-01-17'],
    ['Jan.17.1996', 'Jan.17.1996 = 1996-01-17'],
    ['1996-01-17T12:00', '1996-01-17 = 1996-01-17'],
    ['1996-01-17T12:00:00Z', '1996-01-17 = 1996-01-17'],
    ['1996-01-17T12:00:00+01:00', '1996-01-17 = 1996-01-17'],
    ['1996-01-17 12:00', '1996-01-17 = 1996-01-17'],
    ['17-Jan-1996 12:00', '17-Jan-1996 = 1996-01-17'],
    ['1996-01-17', '1996-01-17 = 1996-01-17'],
    ['1996/01/17', '1996/01/17 = 1996-01-17'],
    ['1996.01.17', '1996.01.17 = 1996-01-17'],
    ['1996 January 17', '1996 January 17 = 1996-01-17'],
    ['1996, January 17', '1996, January 17 = 1996-01-17'],
    ['1/17/1996', '1/17/1996 = 1996-01-17'],
    ['17.1.1996', '17.1.1996 = 1996-01-17'],
    ['1-17-1996', '1-17-1996 = 1996-01-17'],
    ['3/3/1996', '3/3/1996 = 1996-03-03'],
    ['06/06/1921', '06/06/1921 = 1921-06-06'],
    ['6-6-1921', '6-6-1921 = 1921-06-06'],
    ['1921-6-6', '1921-6-6 = 1921-06-06'],
    ['31/12/1999', '31/12/1999 = 1999-12-31'],
    ['12/31/1999', '12/31/1999 = 1999-12-31'],
    ['6June1921', '6June1921 = 1921-06-06'],
    ['June6,1921', 'June6,1921 = 1921-06-06'],
    ['6 Jun 1921', '6 Jun 1921 = 1921-06-06'],
    ['Octob. 3, 1839', 'Octob. 3, 1839 = 1839-10-03'],
    ['3 Decemb. 1839', '3 Decemb. 1839 = 1839-12-03'],
    ['Sept. 3, 1939', 'Sept. 3, 1939 = 1939-09-03'],
    ['February 29, 2000', 'February 29, 2000 = 2000-02-29'],
    ['October 6th 1838', 'October 6th 1838 = 1838-10-06'],
    ['Sunday, June 6, 1921', 'June 6, 1921 = 1921-06-06'],
    ['(June 6, 1921)', 'June 6, 1921 = 1921-06-06'],
    ['"June 6, 1921"', 'June 6, 1921 = 1921-06-06'],
    ['June 6, 1921.', 'June 6, 1921 = 1921-06-06'],
    ['June 6,1921(France)', 'June 6,1921 = 1921-06-06'],
  ],
  'a month, a year, a period': [
    ['June 1844', 'June 1844 = 1844-06-01..1844-06-30'],
    ['June, 1844', 'June, 1844 = 1844-06-01..1844-06-30'],
    ['June of 1844', 'June of 1844 = 1844-06-01..1844-06-30'],
    ['Jun. 1844', 'Jun. 1844 = 1844-06-01..1844-06-30'],
    ['June-July 1844', 'June-July 1844 = 1844-06-01..1844-07-31'],
    ['June to July 1844', 'June to July 1844 = 1844-06-01..1844-07-31'],
    ['1844', '1844 = 1844-01-01..1844-12-31'],
    ['1844-1846', '1844-1846 = 1844-01-01..1846-12-31'],
    ['1844–46', '1844–46 = 1844-01-01..1846-12-31'],
    ['1844 - 1846', '1844 - 1846 = 1844-01-01..1846-12-31'],
    ['1844/45', '1844/45 = 1844-01-01..1845-12-31'],
    ['1990-95', '1990-95 = 1990-01-01..1995-12-31'],
    ['??/06/1844', '06/1844 = 1844-06-01..1844-06-30'],
    ['??.6.1844', '6.1844 = 1844-06-01..1844-06-30'],
    ['XX/06/1844', '06/1844 = 1844-06-01..1844-06-30'],
    ['6/??/1844', '1844 = 1844-01-01..1844-12-31'],
    ['xx/xx/1844', '1844 = 1844-01-01..1844-12-31'],
    ['??/??/1844', '1844 = 1844-01-01..1844-12-31'],
    ['1844-06-??', '1844-06-?? = 1844-06-01..1844-06-30'],
    ['1844-06-XX', '1844-06-XX = 1844-06-01..1844-06-30'],
    ['1844-06-00', '1844-06-00 = 1844-06-01..1844-06-30'],
    ['1844-00-00', '1844-00-00 = 1844-01-01..1844-12-31'],
    ['00/06/1844', '00/06/1844 = 1844-06-01..1844-06-30'],
    ['6/0/1844', '6/0/1844 = 1844-06-01..1844-06-30'],
    ['00/00/1844', '00/00/1844 = 1844-01-01..1844-12-31'],
    ['mid-1844', '1844 = 1844-01-01..1844-12-31'],
    ['January 17-19, 1996', 'January 17-19, 1996 = 1996-01-17..1996-01-19'],
    ['January 17–19, 1996', 'January 17–19, 1996 = 1996-01-17..1996-01-19'],
    ['January 17 - 19, 1996', 'January 17 - 19, 1996 = 1996-01-17..1996-01-19'],
    ['January 17 to 19, 1996', 'January 17 to 19, 1996 = 1996-01-17..1996-01-19'],
    ['January 17 and 19, 1996', 'January 17 and 19, 1996 = 1996-01-17..1996-01-19'],
    ['June 6th and 7th, 1921', 'June 6th and 7th, 1921 = 1921-06-06..1921-06-07'],
    ['17-19 January 1996', '17-19 January 1996 = 1996-01-17..1996-01-19'],
    ['January 17 - February 3, 1996', 'January 17 - February 3, 1996 = 1996-01-17..1996-02-03'],
    ['January 17-February 3, 1996', 'January 17-February 3, 1996 = 1996-01-17..1996-02-03'],
    ['17 January - 3 February 1996', '17 January - 3 February 1996 = 1996-01-17..1996-02-03'],
  ],
  'an approximate date': [
    ['ca. 1844', '1844 = ca. 1844-01-01..1844-12-31'],
    ['ca 1844', '1844 = ca. 1844-01-01..1844-12-31'],
    ['c. 1844', '1844 = ca. 1844-01-01..1844-12-31'],
    ['c.1844', '1844 = ca. 1844-01-01..1844-12-31'],
    ['ca.1844', '1844 = ca. 1844-01-01..1844-12-31'],
    ['circa 1844', '1844 = ca. 1844-01-01..1844-12-31'],
    ['about June 1844', 'June 1844 = ca. 1844-06-01..1844-06-30'],
    ['approximately June 3, 1844', 'June 3, 1844 = ca. 1844-06-03'],
    ['around 1844', '1844 = ca. 1844-01-01..1844-12-31'],
  ],
  'a day in two calendars': [
    ['June 20/July 2, 1890', 'June 20/July 2, 1890 = 1890-06-20..1890-07-02'],
    ['20 June/2 July 1890', '20 June/2 July 1890 = 1890-06-20..1890-07-02'],
    ['20 June (2 July) 1890', '20 June (2 July) 1890 = 1890-06-20..1890-07-02'],
    ['June 20 (July 2), 1890', 'June 20 (July 2), 1890 = 1890-06-20..1890-07-02'],
    ['12/24 March 1854', '12/24 March 1854 = 1854-03-12..1854-03-24'],
    ['12 (24) March 1854', '12 (24) March 1854 = 1854-03-12..1854-03-24'],
    ['March 12/24, 1854', 'March 12/24, 1854 = 1854-03-12..1854-03-24'],
    ['March 12 (24), 1854', 'March 12 (24), 1854 = 1854-03-12..1854-03-24'],
    ['20/31 January 1854', '20/31 January 1854 = 1854-01-20..1854-01-31'],
    ['31 January/12 February 1854', '31 January/12 February 1854 = 1854-01-31..1854-02-12'],
    ['July 2 (June 20), 1890', 'July 2 (June 20), 1890 = 1890-06-20..1890-07-02'],
    ['2 July [20 June] 1890', '2 July [20 June] 1890 = 1890-06-20..1890-07-02'],
    ['July 2/June 20, 1890', 'July 2/June 20, 1890 = 1890-06-20..1890-07-02'],
    ['June 20 [July 2], 1890', 'June 20 [July 2], 1890 = 1890-06-20..1890-07-02'],
    ['March 12 [24], 1854', 'March 12 [24], 1854 = 1854-03-12..1854-03-24'],
    ['December 30/January 11, 1855', 'December 30/January 11, 1855 = 1854-12-30..1855-01-11'],
    ['January 11 (December 30), 1855', 'January 11 (December 30), 1855 = 1854-12-30..1855-01-11'],
    ['May 5/June 20, 1890', 'May 5/June 20, 1890 = 1890-05-05..1890-06-20'],
    ['Nov. 9/21, 1874', 'Nov. 9/21, 1874 = 1874-11-09..1874-11-21'],
  ],
  'several dates': [
    [
      'January 17, 1996 to February 3, 1997',
      'January 17, 1996 = 1996-01-17',
      'February 3, 1997 = 1997-02-03',
    ],
    ['January 17, 1996-February 3, 1997', 'January 17, 1996 = 1996-01-17', 'February 3, 1997 = 1997-02-03'],
    ['January 17 and February 3, 1996', 'January 17 = 1996-01-17', 'February 3, 1996 = 1996-02-03'],
    ['June 20, July 2, 1890', 'June 20 = 1890-06-20', 'July 2, 1890 = 1890-07-02'],
    ['between 1844 and 1846', '1844 = 1844-01-01..1844-12-31', '1846 = 1846-01-01..1846-12-31'],
    [
      '1921, 1926, 1931',
      '1921 = 1921-01-01..1921-12-31',
      '1926 = 1926-01-01..1926-12-31',
      '1931 = 1931-01-01..1931-12-31',
    ],
    [
      'Renewed in 1921, 1926 and 1931.',
      '1921 = 1921-01-01..1921-12-31',
      '1926 = 1926-01-01..1926-12-31',
      '1931 = 1931-01-01..1931-12-31',
    ],
    ['2 times: June 6, 1921; June 6, 1926', 'June 6, 1921 = 1921-06-06', 'June 6, 1926 = 1926-06-06'],
    ['1: June 6, 1921, by exchange of notes', 'June 6, 1921 = 1921-06-06'],
    [
      'March 4, 1947 (France, UK); February 18, 1952 (Greece, Turkey)',
      'March 4, 1947 = 1947-03-04',
      'February 18, 1952 = 1952-02-18',
    ],
    [
      'April 4, 1949 (Belgium, Canada, Denmark); October 22, 1951 (Greece, Turkey); May 9, 1955 (W. Germany)',
      'April 4, 1949 = 1949-04-04',
      'October 22, 1951 = 1951-10-22',
      'May 9, 1955 = 1955-05-09',
    ],
    [
      'December 1844-January 1845',
      'December 1844 = 1844-12-01..1844-12-31',
      'January 1845 = 1845-01-01..1845-01-31',
    ],
    ['Members in 1949: 2, 20', '1949 = 1949-01-01..1949-12-31'],
  ],
  'over a line end': [
    ['January\n17, 1996', 'January 17, 1996 = 1996-01-17'],
    ['January 17,\n1996', 'January 17, 1996 = 1996-01-17'],
    ['17\nJanuary\n1996', '17 January 1996 = 1996-01-17'],
    ['January 17,\n\n\n1996', 'January 17, 1996 = 1996-01-17'],
  ],
  'no such day': [
    ['February 30, 1996', 'February 30, 1996 ! no-such-day -> February 29, 1996'],
    ['February 29, 1900', 'February 29, 1900 ! no-such-day -> February 28, 1900'],
    ['April 31, 1950', 'April 31, 1950 ! no-such-day -> April 30, 1950'],
    ['31 April 1950', '31 April 1950 ! no-such-day -> 30 April 1950'],
    ['April 31', 'April 31 ! no-such-day -> April 30'],
    ['September 31st, 1939', 'September 31st, 1939 ! no-such-day -> September 30, 1939'],
    ['June 31, 1844', 'June 31, 1844 ! no-such-day -> June 30, 1844'],
    ['January 0, 1996', 'January 0, 1996 ! no-such-day -> January 1, 1996'],
    ['January 32, 1996', 'January 32, 1996 ! no-such-day -> January 31, 1996'],
    ['January 45, 1996', 'January 45, 1996 ! no-such-day'],
    ['February 28-30, 1996', 'February 28-30, 1996 ! no-such-day'],
    ['April 31 - May 2, 1950', 'April 31 - May 2, 1950 ! no-such-day'],
    ['31.II.1996', '31.II.1996 ! no-such-day -> February 29, 1996'],
    ['13/14/1996', '13/14/1996 ! no-such-day'],
    ['29/02/1900', '29/02/1900 ! no-such-day -> February 28, 1900'],
    ['2/29/1900', '2/29/1900 ! no-such-day -> February 28, 1900'],
    ['2/30/04', '2/30/04 ! no-such-day -> February 29, 2004'],
    ['00/13/1844', '00/13/1844 ! no-such-day'],
    ['1996-13-01', '1996-13-01 ! no-such-day'],
    ['1996-02-30T12:00', '1996-02-30 ! no-such-day -> 1996-02-29'],
    ['30-Feb-1996', '30-Feb-1996 ! no-such-day -> 29 February 1996'],
    ['1996-02-30', '1996-02-30 ! no-such-day -> 1996-02-29'],
  ],
  'a slip in its words': [
    ['Januray 17, 1996', 'Januray 17, 1996 ! misspelt-month -> January 17, 1996'],
    ['Janaury 17, 1996', 'Janaury 17, 1996 ! misspelt-month -> January 17, 1996'],
    ['Feburary 2, 1996', 'Feburary 2, 1996 ! misspelt-month -> February 2, 1996'],
    ['17 Feburary 1996', '17 Feburary 1996 ! misspelt-month -> 17 February 1996'],
    ['Setpember 3, 1939', 'Setpember 3, 1939 ! misspelt-month -> September 3, 1939'],
    ['Decmeber 1, 1939', 'Decmeber 1, 1939 ! misspelt-month -> December 1, 1939'],
    ['Agust 1, 1939', 'Agust 1, 1939 ! misspelt-month -> August 1, 1939'],
    ['Ocotber 1939', 'Ocotber 1939 ! misspelt-month -> October 1939'],
    ['Marh 4, 1947', 'Marh 4, 1947 ! misspelt-month -> March 4, 1947'],
    ['January 17, 199', 'January 17, 199 ! bad-year'],
    ['January 17, 19966', 'January 17, 19966 ! bad-year'],
  ],
  'a month in another language': [
    ['17 janvier', '17 janvier ! foreign-month -> 17 January'],
    ['17 janvier 1996', '17 janvier 1996 ! foreign-month -> 17 January 1996'],
    ['1er janvier 1996', '1er janvier 1996 ! foreign-month -> 1 January 1996'],
    ['le 17 août 1844', '17 août 1844 ! foreign-month -> 17 August 1844'],
    ['17. Januar 1996', '17. Januar 1996 ! foreign-month -> 17 January 1996'],
    ['3 März 1854', '3 März 1854 ! foreign-month -> 3 March 1854'],
    ['17 de enero de 1996', '17 de enero de 1996 ! foreign-month -> 17 January 1996'],
    ['17 gennaio 1996', '17 gennaio 1996 ! foreign-month -> 17 January 1996'],
    ['mai 1996', 'mai 1996 ! foreign-month -> May 1996'],
    ['Dezember 1912', 'Dezember 1912 ! foreign-month -> December 1912'],
  ],
  'open to several readings': [
    ['6/30/04', '6/30/04 ? century 1804-6-30 1904-6-30 2004-6-30'],
    ['1/2/1996', '1/2/1996 ? order 1996-1-2 1996-2-1'],
    ['1/2/96', '1/2/96 ? century 1896-1-2 1896-2-1 1996-1-2 1996-2-1 2096-1-2 2096-2-1'],
    ["January 17, '96", "January 17, '96 ? century 1896-1-17 1996-1-17 2096-1-17"],
    ["Jan 17 '96", "Jan 17 '96 ? century 1896-1-17 1996-1-17 2096-1-17"],
    ['17-Jan-96', '17-Jan-96 ? century 1896-1-17 1996-1-17 2096-1-17'],
    ['17-Jan-96 signed', '17-Jan-96 ? century 1896-1-17 1996-1-17 2096-1-17'],
    ['17/Jan/96', '17/Jan/96 ? century 1896-1-17 1996-1-17 2096-1-17'],
    ['17.Jan.96', '17.Jan.96 ? century 1896-1-17 1996-1-17 2096-1-17'],
    ['Jan-17-96', 'Jan-17-96 ? century 1896-1-17 1996-1-17 2096-1-17'],
    ['29-Feb-04', '29-Feb-04 ? century 1804-2-29 1904-2-29 2004-2-29'],
    ['6 Jun 21', '6 Jun 21 ? century 1821-6-6 1921-6-6 2021-6-6'],
    ['January 17', 'January 17 ? year'],
    ['17 January', '17 January ? year'],
    ['Jan. 17', 'Jan. 17 ? year'],
    ["Jan '96", "Jan '96 ? century"],
    ['Jan. ’96', 'Jan. ’96 ? century'],
    ["January '04", "January '04 ? century"],
    ['Jan. 96', 'Jan. 96 ? century'],
    ['July 4th', 'July 4th ? year'],
    ['4th of July', '4th of July ? year'],
  ],
  'in prose': [
    ['Still in effect according to Belarus MFA (6/30/04)', '6/30/04 ? century 1804-6-30 1904-6-30 2004-6-30'],
    ['Version 4.0: In effect as of December 27, 2017 according', 'December 27, 2017 = 2017-12-27'],
    ['Treaty of 1996', '1996 = 1996-01-01..1996-12-31'],
    ['In 1996 the parties', '1996 = 1996-01-01..1996-12-31'],
    ['Marsh 1999: 45', '1999 = 1999-01-01..1999-12-31'],
    ['(Marsh 1999)', '1999 = 1999-01-01..1999-12-31'],
    ['Langer 1962, 5; Marsh 1999, p. 45', '1962 = 1962-01-01..1962-12-31', '1999 = 1999-01-01..1999-12-31'],
    ['Article 20, 1996 edition', '1996 = 1996-01-01..1996-12-31'],
    ['12 months (Article 3), 1996', '1996 = 1996-01-01..1996-12-31'],
    ['January 17, 1996, 12 states', 'January 17, 1996 = 1996-01-17'],
    ["1996's", '1996 = 1996-01-01..1996-12-31'],
    ['1996 - 01 - 17', '1996 = 1996-01-01..1996-12-31'],
    ['since 1996', '1996 = 1996-01-01..1996-12-31'],
  ],
  'no date': [
    ['may'],
    ['Art. 12'],
    ['may 96 states'],
    ['Articl. 96'],
    ['Article 12'],
    ['Resolution 1373'],
    ['UNTS no. 35237 (2038:23)'],
    ['2038:23'],
    ['1,500 troops'],
    ['1500 troops'],
    ['2000 troops'],
    ['10,000'],
    ['+375 17 222 1996'],
    ['(555) 123-1996'],
    ['555-1996'],
    ['http://x/2004/06/30'],
    ['http://x/2004-06-30/a.html'],
    ['page 1844'],
    ['pp. 1844-1850'],
    ['$1996'],
    ['1996%'],
    ['no. 1996'],
    ['None'],
    ['NA'],
    ['0'],
    ['6 months'],
    ['30 days'],
    ['May 17, 12 states'],
    ['18151120'],
    ['1-Bis-96'],
    ['Art-12-1996'],
    ['Article 12.I.1996'],
    ['12.XIV.1996'],
    ['http://x/17-Jan-96/a.html'],
    ["'96"],
    ['1840s'],
    ['Resolution 1973'],
  ],
};

describe('dates as coders write them', () => {
  for (const [kind, cases] of Object.entries(FORMS)) {
    describe(kind, () => {
      for (const [text, ...expected] of cases) {
        it(text.replaceAll('\n', ' / '), () => deepStrictEqual(shownDates(text), expected));
      }
    });
  }
});

/** Days on which treaties were signed, from the Congress of Vienna on. */
const TREATY_DAYS = [
  [1815, 6, 9],
  [1815, 9, 26],
  [1815, 11, 20],
  [1827, 7, 6],
  [1833, 7, 8],
  [1834, 4, 22],
  [1840, 7, 15],
  [1854, 3, 12],
  [1856, 4, 15],
  [1879, 10, 7],
  [1882, 5, 20],
  [1891, 8, 27],
  [1902, 1, 30],
  [1904, 4, 8],
  [1907, 8, 31],
  [1912, 2, 29],
  [1920, 8, 14],
  [1925, 10, 16],
  [1939, 8, 23],
  [1940, 9, 27],
  [1947, 3, 4],
  [1948, 2, 29],
  [1949, 4, 4],
  [1951, 9, 1],
  [1955, 5, 14],
  [1961, 7, 11],
  [1979, 12, 31],
  [1996, 1, 17],
  [2000, 2, 29],
  [2018, 12, 31],
] as const;

const ABBREVIATED = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const ORDINALS: Readonly<Record<number, string>> = {
  1: 'st',
  2: 'nd',
  3: 'rd',
  21: 'st',
  22: 'nd',
  23: 'rd',
  31: 'st',
};

type WrittenForm = (year: number, month: number, day: number) => string;

const WRITTEN: readonly WrittenForm[] = [
  (y, m, d) => `${monthName(m)} ${d}, ${y}`,
  (y, m, d) => `${d} ${monthName(m)} ${y}`,
  (y, m, d) => `${monthName(m)} ${d} ${y}`,
  (y, m, d) => `${monthName(m)} ${d}${ORDINALS[d] ?? 'th'}, ${y}`,
  (y, m, d) => `${d}${ORDINALS[d] ?? 'th'} of ${monthName(m)}, ${y}`,
  (y, m, d) => `${ABBREVIATED[m - 1]}. ${d}, ${y}`,
  (y, m, d) => `${d} ${ABBREVIATED[m - 1]} ${y}`,
  (y, m, d) => `${d}-${ABBREVIATED[m - 1]}-${y}`,
  (y, m, d) => `${y} ${monthName(m)} ${d}`,
  (y, m, d) => `${monthName(m).toUpperCase()} ${d}, ${y}`,
  (y, m, d) => `${monthName(m)}\n${d},\n${y}`,
  (y, m, d) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
];

describe('the days of known treaties in every form', () => {
  for (const [year, month, day] of TREATY_DAYS) {
    const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    it(iso, () => {
      for (const write of WRITTEN) {
        const written = write(year, month, day);
        for (const around of [
          '@',
          '@ (France)',
          'Signed on @, at Paris.',
          '(@)',
          '- @',
          '1. @',
          '@\n@',
          '@; @',
        ]) {
          const text = around.replaceAll('@', written);
          const dates = datesIn(text);
          deepStrictEqual(
            dates.map(date => [
              date.kind,
              date.text,
              'first' in date && date.first,
              'first' in date && date.last,
            ]),
            around
              .split('@')
              .slice(1)
              .map(() => ['date', written, iso, iso]),
            text,
          );
          for (const date of dates) ok(text.slice(date.start, date.end) === written);
        }
      }
    });
  }
});

describe('dates of the real sheet', () => {
  it('as its questions give them', () => {
    const datesOf = (number: number): string[] => {
      const answer = read(seed).answerTo(number);
      return answer?.reading.kind === 'dates' ? answer.reading.dates.map(date => date.text) : [];
    };
    deepStrictEqual(datesOf(3), ['January 17, 1996']);
    deepStrictEqual(datesOf(13), []);
    deepStrictEqual(datesOf(14), ['6/30/04', 'December 27, 2017']);
    deepStrictEqual(datesOf(60), ['August 18, 2004']);
  });
  it('not within its addresses', () => {
    const answer = read(
      seedAnswering(14, 'June 1844 http://x.org/news?y=1996 or http://x.org/1996_03/a'),
    ).answerTo(14);
    deepStrictEqual(answer?.reading.kind === 'dates' && answer.reading.dates.map(date => date.text), [
      'June 1844',
    ]);
  });
  it('fall on their weekdays', () => {
    deepStrictEqual(weekday({ year: 1996, month: 1, day: 17 }), 'Wednesday');
    deepStrictEqual(weekday({ year: 1815, month: 6, day: 9 }), 'Friday');
  });
});
