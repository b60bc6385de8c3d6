"""Words that stand on statements beside the name of who was paid, by what they say."""

from __future__ import annotations

TRADE = frozenset(
    """
    abo abonnement abonnements account accounts ad ads advertising annual app apps billing business cloud
    credits domain domains domeinen email enterprise hosting hostings internet jahresabo licence licences
    license licenses licensing lizenz lizenzen member membership monthly online plan plans premium prepaid pro
    professional recurring renew renewal saas seats softw softwar software standard sub subs subscr subscript
    subscription subscriptions team teams topup trial upgrade user users web webhosting website yearly
    """.split(),
)
"""Words of plans and bills: they say what was bought, and never of whom."""

SOFTWARE = frozenset(
    "cloud hosting licence licences license licenses saas softwar software subscr subscription".split()
)
"""Those of them that hardly anybody but the sellers of software uses."""

NOISE = frozenset(
    """
    aktiengesellschaft alto america americas amount amsterdam angeles antwerp apac apr april arizona arlington
    atlanta aug august aus austin australia austria aut aviv bangalore barcelona basel bel belfast belgium
    bellevue bengaluru berkeley berlin bgr bill boston boulder brisbane brno brussels bucharest calif california
    cambridge campbell can canada card cardiff charge charged charges che chennai chicago cologne colorado com
    company connecticut copenhagen cork corp corporation cupertino customer cyp cze dallas dec december delaware
    denmark denver des deu deutschland diego digital dnk dresden dublin duesseldorf durham edinburgh emea esp
    est estonia eur euro europe european feb february fee fees fin finland florida fra france francis francisc
    francisco frankfurt fremont fuerth galway gbp gbr geneva geneve georgia germantown germany gesellschaft gib
    glasgow global gmbh goettingen gothenburg graz grc group gruppe hamburg hannover headquarters help helsinki
    hkg holding holdings hongkong houston hrv http https hun hyderabad illinois inc incorporated ind india
    indiana indianapolis info international intl inv invoice invoices invoicing irel irela ireland irl irvine
    isl isr israel ita italy jan january japan jena jose jpn jul july jun june kansas karlsruhe kgaa kirkland
    koeln krakow kyiv labs latam leeds lehi leipzig lille limerick limited linz lisbon lithuania llc london los
    losangeles ltd ltu lux luxembourg lva lyon madrid malmo malta manchester mar march maryland massachusetts
    mateo may media melbourne menlo miami michigan milan minneapolis minnesota mlt montabaur montreal
    mountainview muenchen munich nashville net netherlands nevada newyork nld nor north nov november nuernberg
    nzl oct october ohg ohio operations order orders oregon org oslo ottawa oxford palo paris payment payments
    paymnt pennsylvania phoenix pittsburgh plc pleasanton pmts pol poland portland portugal prague provo prt pte
    pty pune pymt pymts raleigh rechnung redmond redwood ref reference refund romania rome rotterdam rou
    sacramento san sandiego sandyford sanfrancisco santa sarl sas scottsdale seattle sep sept september service
    services sgp singapore sofia solution solutions spain srl stockholm stuttgart sunnyvale support svk svn
    swe sweden switzerland sydney system systems tallinn tech technol technologies technology tel telaviv tempe
    tennessee texas the tirana toronto ukr unlimited usa usd utah utrecht vancouver vat vienna vilnius virginia
    waltham warsaw warszawa washington wellington wiesbaden wilmington worldwide www yerevan york zealand zurich
    """.split(),
)
"""Words that say nothing of who was paid: forms of companies, places where software houses sit, months, invoices."""

SHOP = frozenset(
    """
    academy adventure airline airlines airport airways animal antiques apartments apotheke arena arms art arts
    association auto autohaus automotive autos bags bahn bakery bank bar barber bbq beauty bed beds bicycle bike
    bikes bistro blinds books bookshop bookstore bowling brewery bridal bros builders building burger bus
    butcher butchers cab cabs cafe cafes caffe cakes camping canteen caravan carpet carpets cars cash castle
    caterers catering cattle ceramics chapel charity chemist chicken childcare chippy church cinema cleaners
    cleaning clinic clothing club coach coaches coffee college conference construction cosmetics costa council
    county court cricket cruise cycles dairy dance decor deli dental dentist diesel diner dinner drinks driving
    dry eats electrical electricals electronics equipment estate estates fabrics farm farms fashion fastenings
    ferry festival fireworks fish fisheries fishing fitness flooring florist florists flower flowers food foods
    football forecourt foundation fruit fuel furniture garage garages garden gardens gas gift gifts glass golf
    goods grill grocers grocery guest gym hair hairdressing hardware haulage health hire holidays horse hospice
    hospital hostel hotel hotels house houses ice inn inns insurance ironmongery jeweller jewellers jewellery
    joinery karate kebab kennels kfc kids kitchen kitchens laundry lawnmower leather leisure library lighting
    locks locksmith locksmiths lodge lounge market marketplace markt massage mcdonalds meat meats medical mill
    mills mini mktp mktplace mktplce mobiles moebel mot motel motor motorcycles motors museum music nails news
    newsagent newsagents nurseries nursery office optician opticians outdoor outdoors paint paintings paints
    parcel parkhaus parking party pet petrol petroleum pets pharmacy photo photography pizza pizzeria plant
    plants plastics playhouse plumbing police pool post prep prescription primary pub pubs railway records
    removals rental rentals repair repairs restaurant restaurante restaurants retail roofing rooms rugby
    saddlery safari salon sandwich sandwiches sauna sawmill school schools scuba secondary shoe shoes shop
    shopping shops showroom skip skips spa spar sport sports stadium stall starbucks station stationers
    stationery store stores students studio subway supermarket supplies surgery sushi sweets swimming tackle
    tailor takeaway tankstelle tavern taxi taxicab taxis tea textiles thai theater theatre ticket tickets tiles
    timber tool tools tours toy toys train trains transport travel tyre tyres uniform uniforms university
    upholstery vacuum vehicle vending veterinary vets village vineyard waitrose warehouse waste wedding weddings
    windows wine wines wood wool yacht yarn yoga zoo
    """.split(),
)
"""Words of trades that sell no software: whoever bears one of them is a shop, whatever its other name."""

TILLS = frozenset("allpay amz cke eb iz izettle justgiving skr sp sq sumup tst tock toast zettle".split())
"""Words before the name of a shop: its till or its box office took the money."""

RESELLERS = frozenset("2checkout 2co cba cbi cleverbridge dri fastspring fs lemsqzy paddle payproglobal ppg".split())
"""Words before the name of a program: houses that sell software for its makers."""

WALLETS = RESELLERS | frozenset("ckc cko gc gocardless klarna mollie nochex payhip paypal pp stripe wp wpy".split())
"""Words before the name of who was paid: a wallet, a processor or a reseller."""

CODES = frozenset("ave cto dnh eig gan gum int lmi mdc smk snc stk web wix xsolla".split())
"""Codes that houses put before the name of what they sell."""

TOP_DOMAINS = frozenset(
    "ai app biz ch cloud co com de dev es eu fr gg in info io it me net nl org se so team tv uk us".split()
)
"""Ends of domains that also stand on statements without their dot."""

BEGINNINGS = frozenset(word[:length] for word in TRADE | NOISE for length in range(3, len(word)))
"""How those words of trade and noise begin, for lines that lost their end."""
