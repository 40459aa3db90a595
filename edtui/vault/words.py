"""512 Dutch words for recovery sheets and seals: common, kind, told apart by four letters.

No two begin with the same four letters, and no two differ by one letter only. A word stands for
nine bits. The list belongs to the file format: never change it or its order.
"""

from typing import Final

BITS: Final = 9

_TEXT: Final = """
aardbei abdij adelaar adres advies agenda ahorn akkoord album alles alpen amandel ambacht
ananas anijs anjer ansicht antenne antiek appel april arcade arend aroma artiest atelier
atlas avond azuur baard baken bakker balans balkon bamboe banaan banjo basis bazuin beeld
begin behang beker belofte beton bezem bezoek binnen biscuit bizon blauw bloem bokaal
bolhoed bonbon bosbes boter bowlen braam brief brood bruin buffel buigen bundel burcht
bureau cabaret cactus cadeau camera camping caravan cello cement centrum chocola cider
cijfer cirkel cirque citroen cocon concert contact couplet crayon cursus cyclus dadel
dagboek dakpan dapper decor delta denken diamant dienst dille diner distel dobber dochter
dokter dolfijn domein donder douche draak dragen drempel dromen droom druif dukaat dynamo
eerlijk eiland ekster elfje emmer energie engel enorm envelop episode erker etage examen
export extra fabel fakkel familie fanfare fazant feest fiedel fiets figuur finale fjord
fluit fluweel foelie fonds fontein forel frank fregat fries functie fusie galerij garen
gazon gebak gebouw gedicht geluk gember genot gerst gevel gewei gezin gieter gilde giraf
gitaar gloed gondel gordijn graan grens groen grutto gulden gunst gymzaal hagel hamer haven
havik heide hekwerk helpen hemel herder herfst heuvel hobby hoepel hommel honing hoofd
horizon hotel hulst humor hyacint hymne ijsbeer ijzer imker impuls index inham insect
inzicht ivoor jacht jager januari japon jasmijn jeans jeugd jogger jolig juichen juweel
kaars kachel kajak kanaal kaneel karper kater kelder kermis kervel ketel keuken kever kievit
kiezel kijken kikker kiosk klaver kleur klimop kloof knuffel koala koffer kokos kolom komeet
komijn kopje koraal koster kranig kreeft krijt kroon kruik kubus kudde kussen kwartet
kwispel lagune laurier lawine leeuw legende lelie lenig lente lepel leraar lezen libel
liefde lijst likeur limoen linde linzen liter logica loket loods lopen lotus lucht lunch
lyriek maart machine magneet maling mango mantel markt marmer masker matroos mazurka media
melodie merel metaal meubel middag mikado miljoen mimosa minuut mirakel model moesson mokka
molen monnik morgen mortel mossel mosterd motor mozaiek museum muziek mystiek naald narcis
natuur nectar negen netwerk neurien nicht nieuws niveau noord noten novelle nuance nuchter
nummer nylon oceaan octaaf offerte okapi oktober oliebol olifant olijf omslag onweer oogst
oorbel opaal opera orakel oranje oregano orgel orkaan otter pagina pakket paleis panda
papier paprika parel passer pastei patroon pauze pecan pedaal pelgrim penseel peper perzik
piano pilaar pinguin pioen piraat plaat plafond plein pluim podium poets polder pompoen
poort porie potlood prins proef pudding pupil puzzel pyjama raadsel radar radijs raket
raster ratel reiger relief remedie rendier ridder ritme rivier robijn roeien rogge roman
route rubber rucola rugzak ruimte saffier salade salie sandaal sauna schaap scherm schip
school schuur seizoen serre sesam sfeer sieraad signaal sikkel simpel singel siroop sjaal
sleutel slinger sloot smaak snaar snavel sneeuw snoep sonate sopraan spant specht spelen
spiegel spons spreeuw sprong spruit staart stevig stilte stoel straat struik stuur suiker
sultan tafel talent tamboer tandem tante tapijt tarwe tegel teken tempel terras textiel
tijger toeter tomaat tunnel twaalf venkel veulen vijver vinger visser vlecht vriend vrucht
waaier walvis wandel warmte wekker welkom wereld winkel witlof zilver zingen zomer zuivel
zwaluw
"""

WORDS: Final = tuple(_TEXT.split())
