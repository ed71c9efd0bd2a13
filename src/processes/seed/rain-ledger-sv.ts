import type { EntryWords } from './entry'

export const rainLedgerInSwedish: EntryWords = {
  motivation:
    'för att ha lärt höglandets byar att mäta sitt eget vatten och fördela det utifrån kunskap som alla kan kontrollera',
  short: [
    'Marisol Quenta är lärare på det bolivianska höglandet och gav varje familj en plåtmugg, en linjal och en anteckningsbok. Det som 1998 började som läxa för en enda klass har blivit Andernas längsta serie av nederbördsmätningar gjorda av vanliga människor.',
    'Kooperativet Regnboken växte fram ur hennes klassrum och samlar i dag in mätvärden från mer än fyrahundra hushåll. Varje värde skrivs ned inför andra, läses upp på månadsmötet och förs in i en bok som vilken granne som helst får slå upp. När två byar är oense om en kanal öppnar de boken innan de höjer rösten.',
    'Boken har påverkat beslut långt utanför högplatån. Dess siffror fick distriktet att flytta en planerad damm till en dal där regnet verkligen faller, och odlare använder dem för att avgöra när quinoan ska sås och när det är klokare att vänta.',
    'Genom att lita på att människor kan iaktta sin egen mark har Marisol Quenta och Regnboken visat att kunskap som delas från början kan bevara freden.',
  ],
  long: [
    {
      heading: 'Ett klassrum där taket läckte',
      paragraphs: [
        'Under sitt första år som lärare arbetade Marisol Quenta i ett hus där taket läckte på tre ställen. Hon ställde en hink under varje läcka, och en blöt morgon undrade en elev vilken hink som skulle bli full först. Klassen gissade, mätte och diskuterade fram till lunch. När regntiden var över kunde barnen på millimetern säga hur mycket regn som hade fallit på deras bänkar.',
        'Hon märkte att siffrorna spred sig. Föräldrar som aldrig hade besökt skolan kom för att fråga vad hinkarna hade visat, eftersom de just skulle så. Den officiella mätaren stod nio mil bort på andra sidan en bergskam, och dess siffror nådde byn en månad för sent.',
        'Året därpå bad hon varje familj att hänga en plåtmugg på en stolpe, på avstånd från träd och väggar, och att låta ett barn läsa av den vid soluppgången. Fyrtioen familjer gick med på det. En farmor som inte kunde skriva slog i stället knutar på ett snöre, och hennes snöre är än i dag bokens första sida.',
      ],
    },
    {
      heading: 'Boken som alla får öppna',
      paragraphs: [
        'Kooperativet grundades 1998 med en regel som aldrig har ändrats: inget mätvärde är hemligt, och inget mätvärde rättas utan att den som rättar skriver sitt namn. Varje sida visar vad som först skrevs, vad som skrevs senare och varför.',
        'På månadsmötet läses siffrorna upp, hushåll för hushåll. Fel upptäcks eftersom grannar känner varandras åkrar. En mugg som visar dubbelt så mycket som muggen bredvid får besök samma eftermiddag, och oftast visar det sig att en get har druckit ur den eller att ett barn har vattnat blommor.',
        'En statlig ingenjör som 2006 kom för att pröva boken jämförde ett halvår av dess sidor med en automatisk station. Han rapporterade att byns bok saknade färre dagar än hans eget instrument, som hade träffats av blixten.',
      ],
    },
    {
      heading: 'När kanalen torkade ut',
      paragraphs: [
        'Under torkan 2010 slutade två byar som delade en kanal att tala med varandra. Båda var säkra på att den andra tog vatten om natten. Kooperativet föreslog att de skulle mäta kanalen tillsammans, i båda ändar, varje timme i tio dygn, med en avläsare från vardera byn vid varje mätare.',
        'Mätningarna visade att ingen stal. En tredjedel av vattnet sipprade bort genom en sprucken sträcka mellan byarna, på mark som ingen av dem använde. De lagade den tillsammans på åtta dagar, och avtalet som de skrev under på den nionde är bara två meningar långt.',
        'Sedan dess har kooperativet kallats till elva sådana tvister. Det sänder avläsare, aldrig domare. Marisol Quenta brukar säga att människor sällan behöver få höra vad som är rättvist, så länge de ser på samma siffra.',
      ],
    },
    {
      heading: 'Det som barnen behöll',
      paragraphs: [
        'Mer än tvåtusen barn har läst av en mugg för bokens räkning. Några har blivit ingenjörer, agronomer och lärare; de flesta har blivit grannar som vet hur man prövar ett påstående innan man för det vidare.',
        'Numera lånar kooperativet ut sin metod hellre än sin personal. En by som ber om hjälp får en låda med fyrtio muggar, en tom bok och besök av två avläsare som stannar en säsong. Därefter tillhör boken dem som skriver i den.',
        'Marisol Quenta undervisar fortfarande fyra förmiddagar i veckan. Skolans tak är lagat, utom på ett ställe ovanför den bakersta raden, där klassen röstade för att behålla läckan.',
      ],
    },
  ],
  laureates: [
    {
      knownName: 'Marisol Quenta',
      fullName: 'Marisol Quenta',
      givenName: 'Marisol',
      familyName: 'Quenta',
      sortKey: 'Quenta, Marisol',
      birth: { place: 'El Alto, Bolivia' },
      education:
        'Utbildade sig till grundskollärare i Oruro 1989–1992. Läste senare hydrologi på distans vid sidan av undervisningen.',
    },
    {
      knownName: 'Regnboken',
      fullName: 'Kooperativet Regnboken',
      sortKey: 'Regnboken',
      basedIn: 'Oruro, med mätstationer i elva av höglandets distrikt',
      headquarters: { city: 'Oruro' },
    },
  ],
}
