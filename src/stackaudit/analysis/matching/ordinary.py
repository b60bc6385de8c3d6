"""Words that many bear beside a product: of the words in the catalogue's names, those that dictionaries and maps know.

A name made of nothing else says little about who was paid: a Buffer or a Loom need not be software. Names that no
dictionary has are coined, and their bearers few.
"""

from __future__ import annotations

ORDINARY = frozenset(
    """
    abacus abas able ably abnormal absence absorb abstract abstracts academy accelerated access accessibility account
    accounting accounts accurate achievers acid acorn acoustic acquire acquisition acrobat across action actions
    activations active acuity adam adapt adaptive addison adjust administration advance advanced advantage advertise
    advertising advice advisor advocacy advocate aerospace affiliate affinity affirm africa after agencies agency
    agenda agents agile agility agora aikido airbase airbnb airflow airship airtime aisle aleph alert alerts alfred
    alianza alight align aligned allegro alliance allies allocate alloy ally almanac aloha alpha alta altair alto alyce
    amaze amazing amazon ambassador amelia america american amex amped amplify amplitude amundsen anaconda analyse
    analysis analytic anatomy anchor android animate animation animator annex annoying answer answers antagonist
    anthology antidote antivirus anton anywhere apache aperture apis apollo appear applaud applause apple applicaa
    application applications applied appointments approach approval approved apricot apsis aqua aragon arbor archer
    architect archiv archive archiver archiving archon arctic arcus arena argo aria arkose around array arrow arrows
    arthur articulate artifact artisan artwork aruba ascend ascent ashby aspect aspire assemble assembly assess
    assessment asset assets assist assistant assistive associates association assure asterisk astra astro astronomer
    astute athena athos atlas atrium attack attendee attentive attest atticus attribution audacity audience audiences
    audio audioboom audition augment aura aurora authentication authenticator authorize authors automate automation
    automotive autonomous autopilot autor avast avenza avid avis aviso award awards awareness awesome axiom axle axon
    aztec azure back background backlight backlog backstage backup backups badger balloon bamboo banana bandwidth bank
    banking banner banzai barbour barclays bard bardeen barracuda bartender base basin basis bastion beacon beacons
    beanstalk beasts beautiful beaver beck bedrock beekeeper beeline beeswax begonia bench benchmark bending benefit
    benefits bentley beratungsgesellschaft best better betterment bevy beyond biases bigeye bill billing billy binary
    bionic birch bird birdie bjorn black blackberry blackboard blackbox blackrock blameless bland blender blindside
    blissfully blob block blocks blog blogger blossom blue bluejeans blueprint bluesky bluestone board boards bods
    boekhouden bolt bones bonfire bonsai booking bookings bookkeeping books bookstack boomerang boomtown boost boosta
    boris boss bounce bouncer boundary bounty bowes bradstreet brain brainstorm braintree branch brand brands bravo
    braze brazos breadcrumbs breathe breeze breezy bricks bridge bridgeman bright brightly briljant brim brink brisk
    bristol broadcaster brothers brown browse browser bubble buddy budgeting buffer build builder built bullet bullhorn
    bundesdruckerei bundles bunny bureau burning burp business butter butterfly byrd cabinet cachet cactus cadence
    cadency caesar cake calamari calendar caliper call calling calm camera campaign campaigner campaigns campfire
    campus canada canary candid candy canny canon canopy canto canvas capacities capella capillary capita capital
    capsule captions captivate capture carbon card care caret carlo carlson carma carrot cart carta cartel cartesia
    cartoon cascade casebook casper cassandra castor catalog catalyst cato causal causeway cedar cello census center
    centra central centre centred centric centro century cerberus ceros certain certificate certification certify
    cezanne chain chalk chameleon champ channel channels chanty chaos character charles charlie chart charts chase chat
    check checkbox checkmark checkout checks cheetah chef cherry chief childcare chili choice choices chorus chroma
    chromatic chrome chronicle church cinema circle circuit cirrus cisco citibank citigroup citizen citizens civic
    civil clarity class classic classroom classy claude clay clean clear clearwater cleo clerk clever click clicker
    clicks client climate clinic clio clipart clipping clock clockwise close cloud clover club clubhouse clutch coacha
    coalesce cobalt cobblestone cockpit cockroach coconut cocoon coda code coefficient cognition cognitive cohere coins
    collaboration collate collection collections collective collins combo comet command commander commanders commento
    comments commerce commercial commission commissions common commonplace communication communications communities
    community comodo company compare compensation competitions competitive complete compliance component compose
    composer comprehensive comptabilite compute computer computing concept concepts concludis concord concrete concur
    conductor confiant configuration configure configured confluence confluent conga connect connected connections
    connectively consensus consent console consolidation consortium constant constellation construct construction
    constructor consul consultants consulting consumer conta contact container content contently continuum contract
    contracts contrast control convene converge conversation conversational conversion convert converter conveyor
    cookie copper copy coral cordial core corma cornerstone corporate corporation cortado cortex cosmos cost costar
    count coupler courier craft crafty crash crayon crayons crazy create creation creative creator creators crick
    crimson crisp critical crona crossbeam crossing crossover crow crowd crystal cube culinary culpepper culture
    cultured cumulus curator current curriculum cursor curve custom customer customers customized cybersecurity cypress
    daily dalton dante data database datasystem davis days dear death decagon decibel decision declaree deem defend
    defender defense defiant definitive degree delighted delivery dell delphi delta deluxe delve demand demo dental
    department deploy deputy descartes design designer designs desk desktop desktops destiny detection detective
    determination deutsche deutsches developer development device devices devin devo devolutions diagrams dialogue
    diary digital digits dijk diligent dimensions dinero direct directory disciple disco discord discourse discovery
    disney display dissolve distil distributed distribution divvy dock docker docs doctor document documentation
    documents dodge dolphin domain domains domino domo donut doodle door doppler dotcom dovetail download downloader
    draft dragon drake draw dream drift drill drip drive driver drone droplets druid druide duck duda duden duet
    duplicate durham dust dynamic dynamics dyslexia eagle earth ease easily easy ebay eclipse edenred edge edina
    editing edition editor edmunds education educational edwards effect effective effects efficient egress eightfold
    eikon einstein ekonomi elastic elearning elections electric electronic electronics elegant element elementary
    elements elevar elevate eleven elicit elite elmo elvis email embarcadero embed embrace emerald emergency emigre
    emma emotive employ employee employer employers employment empower encase enchant encrypt endeavor endpoint engage
    engagement engaging engine engineer engineering engines enhance enter enterprise enterprises entities entity entra
    entrata entrust entry environment envision envoy epidemic epos epsilon equity eraser error erwin escribe esper
    essential essentials estate estuary ethics etsy etta eureka europe european evaluation evans evening event events
    everest every everything everywhere evidence evinced evolution evolve exact examinare excel excellence exchange
    exec expectations expend expense experience experiences experiment experimentation experiments expert explain
    explore explorer express extended extreme eyes fabric fabrica facelift fact factor factorial factors factory facts
    factual faire falcon fantastical faraday fargo faria fashion faster fathom fatture feathery feature featured
    features federal fedex feed feedback fellow fences fergus fertility fiddler fidelio fidelity fides field fields
    files filter final finale finalsite finance financial finanz finder fingerprint firebox fireflies firefly firepower
    fireside firewall fireworks first firstbase fishbowl fitness five fixer flags flair flare flash flashpoint fleet
    flex flexi flight flink float flock floodlight flourish flow fluent fluid fluke flurry flywheel focus folk folks
    follett follow font fonts force forecast forecasting forensic forensics foresee forest forethought forge forklift
    form forma formation formidable formitable forms fortress forum forums foundation foundry foursquare foxy frame
    framer framework frappe frase freelance freelancer freewheel freeze friendly fringe frog from front frontier
    frontline fruits fulcrum fulfillment full function functional funding funnel fuse fusion future gaggle galaxy
    gallery games gamma garage gatekeeper gateway gather gatsby gauges gelato gemini general generation generator
    genesis genially genie genny georges geospatial gerber getty ghost giant gifts gimp ginger gizmos gladly gladstone
    gleam glean glide glint glisser glitch global globe glue glyphs goals golden gong goody gorgias gotcha governance
    government grade grafiti grain granola grant grants graph graphics graphite grass grasshopper gravitational gravity
    graydon great green greenback greenbone greenhouse greenlight grid grilli grin grip gripp groove group groups grow
    growth guardian guava guest guidance guide guidebook guided guideline guitar gumball guru gusto haiku hailey halo
    hand handshake hangouts happy harbor hardware harmonic harmonize harmony harness harvest harvey haven haystack
    headliner health healthcare healthie heap heart heartbeat heartland heat height heimdal heinlein helicon helium
    helix hello helm help hemingway henry here heritage hermes hero herten hewlett hexagon high higher hightail hike
    hill hilti hindenburg hippo hire historical hitachi hive hiver holdings home homebase homeland homerun homestead
    homework honeycomb honeywell hook hoovers hoppe hopper horizon hospitable host hosted hosting hotel hotelier
    hotspot houdini hours house houseful housing hover hsbc hubs huddle hugging hugo hull hulu human humanity hunch
    hunter huntress hustle hybrid hybris hyper hyperion icecream icons idea ideal ideals ideas identifix identities
    identity ideogram ides ignite ignition ikarus iliad ilias illuminate illustrator image imagen imagery images
    imagine imaging imago impact impero imply import imprint improvements incentive incident indeed index indicative
    indigo indirect industries infer infinite infinity inflection inflo inflow influence influencer info informa
    informatica information informationssysteme informatique informer infra infrastructure inline innovation innovative
    input inside insider insight insights insomnia inspiration installer instantly institute instrumentl instruments
    intact intake integral integrate integrated integration integrator integrity intel intelligence intelligent
    interact interaction interactive intercept intercom interest interfaces interfax intermedia internal international
    internet interviews interwoven intranet intruder intuit intuition inventor inventory inventry invest invisible
    invoice invoiced invoices involve ionic ireland iridize iris iron ironclad island issuer iterate itunes jackrabbit
    jacquard jamie japan jasper jeeves jekyll jellyfish jitter jive joan jobber jobs johner johnston joist jolly jones
    joplin jostle journal journalist journey journeys judge juicer julius jumper junction june jungle juniper juris
    juro kairos kaleidoscope kangaroo kantar katana keen keeper kendo kendra ketch kettle kevel keyboard keyhole
    keynote keystone keyword keywords kibo kinetic kirby kite klara kling klippa knack knock knowledge koala komplete
    kong korrektor kramer kroll kronos krystal kurzweil label labels labs lacework ladder lago lake lambda lamplight
    landing landlord landmark landscape language laravel lark later latte lattice laude launch lavender layer lead
    leads learn learning lease leave leeway lefty legal legend leisure leitmotif lemon lemur lenovo leonardo less
    lessor letterhead level levels lever lexis liberated liberty librarian library libre license licensing lifeworks
    liftoff light lightbox lighthouse lightning ligne lilt lily lime limelight limited lindy line lineage linear
    linearity link linux liquid listen listing listings lists lite litera literacy literature lithium litmus little
    live livre lobster local locality localize lockdown logic logitech loket loki london looker loom loop loops loss
    lotus lovable loveland loyalty lucca lucid lucky ludus luigi lumen lumos lunden lyft lynda lyra maas machine
    machines macmillan madcap made madison maestro magazine magic magical magister magnet magnific magnolia mail
    mailbox maintainx majestic make maker malt malware manage managed management manager mandrill mango manhattan
    manifest manipulation manta manual manufacturing manus maple mapper maps marble marigold marin marker market
    marketer marketing marketplace markup marmoset marvel marvelous marvin mass massive master mastercard masterclass
    match material math maths matrix matter matters maven maximizer maze measure measured mechanic mechanical mechanics
    media medical medien medium medius medusa meet meeting meetings megaphone melbourne melissa melody meltwater
    memberships memory mend mental mention mentor mercado mercer merchant merchants mercury merge meridian merlin
    mermaid merrill mesh message messaging messenger meta metallic metric metrics metronome micro micros mighty
    millennium mimi minds mine miner mirage mirko miro missive mist mistral mitchell moat mobile mobility mockups modal
    mode modeler modern modes modus moises mollie momentous momentum momentus monday monetize mongo monica monitor
    monitoring monkey monotype monster montastic monte moody moonshot moreover morgan morningstar mortgage mosaic moss
    motion motive motorola mountain movable mozart muck mule multilingual multimedia multiplier munch municipal munis
    mural muse museum music mutiny mythic name namely names napkin nation national native nativo natural nature navan
    navigator nectar need needles neon nessus network networking networks neurons news newsletter nexis next nextdoor
    nextgen nexus nice niche nielsen nifty nightfall nimble nimbus ninety ninja nitro noble node noise nokia nominet
    nooks nord nordic north northern northgate norton notability notarization notebook notebooks notepad notes
    notification notified notify notion noun nourish nuance nucleo nudge number numbers numeral numeric nutrient
    nutshell objective observability observable observe obsidian obviously ocean octane october octopus odessa office
    official oliver olivia omega omnicom online opal open opera operations optima optimal optimize optimizer option
    oracle orange orbis orca orchestra orchestration order ordnance organic origin originality orion osano osprey otter
    otto outgrow outlaw outline outlook outplay outreach overflow oxford oxygen oyster pacific pack package packard
    packer packet paddle page pages pago paid paint painter paladin palette palo paloma panda pandora panic panoply
    pantheon panther papaya paper papers papyrus parabola paradigm paradox paragon parametric paramount parcel parents
    parish parse partition partner partners partnership party pass passageways passport password passwords pastel path
    pathway patient patreon patriot pave payable payload payment payments payouts paypal payroll peachtree pecan peer
    pega peninsula people percolate percy perfect perfectit perforce performance periscope perk perpetua perplexity
    person persona personalization personalize personas personify phase phenom philips phillips phone photo phrase
    piano pics picture piensa pigeonhole pigment pilot pinewood ping pinnacle pinpoint pipelines piper pitch pitcher
    pitney pivotal pixel pixels pixie placer places plaid plain plains plan plane planet planner planning platform
    platina platinum plausible play playable playbooks player playground playlist playwright pleasant plugin plugins
    plus pocket podcast podia podio podium point points polar polaris pole police policy poll polly polygon pompiers
    pond pool pope poplar populi port portable portal porter portfolio portfolios posit positive post postal postcode
    postcoder postcodes postie postman postmark postmaster postscript powell power powered practical practice precisely
    precision predict predictive prefect premiere premium prep prepare prescient present presentations presenter preset
    preside press presto prevalent prevention primavera prime primer print printing priority prism prisma prismatic
    privacy privado private privilege privileged privy process processing proclaim procreate procurement prodigy
    producer product production productive productivity products professional proff profile profiles profit profound
    program programmable progress project projects projektron prolific promethean prometheus promo prompt proof
    property prophecy proposals pros prospect protean protect protection proteus protexting proton prototypes
    prototyping proud provet provision proxy public publicate publications publish publisher publishers publishing
    pulley pulsar pulse punch puppet pure purple purslane purview pusher putty puzzel puzzle pylon pyramid python
    quaderno qualified quality quantum quark quay quest question queue quick quicken quid quill quipu quire quiz
    quotient rack radar radian radius rails railway raiser raken rakuten rally ramp rancher range ranger rank ranking
    rapid raptor rasa rates ratings rattle raven reach read reader reading ready real really realm reaper reason rebel
    recapture recast receipt recharge reciprocity recite reckon reclaim recognition reconciliation reconvert recorded
    recover recovery recruit recruiter recruiting redis redpoint redshift redwood reference referral referrals refine
    refiner reflect reflector refract regie register registrar registry regnskab regus rehab reilly relational
    relationship relativity relay relevance reliance relic remark remedy remember remind remote remove renaissance
    renato render renewed rental repair replicate replication reply report reporter reporting reports repos repository
    reprise reputation request rescue research reseller resemble resend reservation resolutions resolve resolver
    resource respond respondent respondus response responsive responsum restaurant restaurants results retail retell
    retention rethink retirement retool retrospect return returns reuters reveal revel revenue revenues reverb review
    reviews revive revolution revue reward rewards rewind rhino rhinoceros ribbon rich ricoh riddle rider right rill
    rillet rings ripple rippling rise rising risk rival river riverside robert robin robyn rock rocket rockwell roger
    roku room rooms rootstock rosetta route routing rows roxhill royal rubicon ruby ruler rumble running runway safari
    safe safeguard safety sage sakai salary sale sales sally salsa salsify salt samba samedi samsara samsung sana
    sandbox sanity sanoma sans santa satchel saturday sauce savage sawtooth scala scale schedule scheduling schein
    schema schneider scholar scholarship school schools schul schule schulz schwarz science sciences scoop scooter
    scoring scout scraper scratchpad screaming screen screening scribble scribe scripted scrive scrivener seamless
    search searchlight second secret secrets secure secured securities security seeder seek seesaw segment seismic
    select selenium self sell seller selling semantics semaphore semble send sender seneca sense senso senta sentient
    sentinel sentry sequel sequence serengeti series serif server servers service services sesam sesame session seven
    shaker shape shares sheets shield shift shifts shine shiny ship shirt shockwave shogun shop shopper shopping shops
    shore short shortcut shorthand shorts shortwave shuttle sibelius side sider siemens sierra sifflet sift sight sigma
    sign signage signal signals signature signatures signing silhouette silicon similarity simon simple simplicate
    simplified simply simulation sine sinew single singular singularity site sites sketch sketchbook skills skimmer
    skype skyward slab slack slate slider slides sling small smart smartbox smartly smarty smash smile smith snap
    snappy snipe snooze snow snowflake snowplow soapbox sober soci social socio sociocultural socket soda software
    softworks soldo solera solid solutions sonar sound soup source sourcing south space spaceship spanner spanning
    spark sparrow spatial speech spelling spend spherical sphinx spica spider spiff spike spinach spinnaker spirit
    splash splice spline split spoke sponsored spoons sport sports spot spotify spreadsheets spree sprig spring
    springboard springbrook sprout square squared squirrels stability stack stacker stadia staff stage staircase stairs
    stairways stamped stamps standard stanley staples star starboard starburst stark stars stata states static station
    statistica statistical statistics stats status steep steinberg stellar stemma stencil step sterling sternberg steve
    steward sticker stitch stock stone stoplight storage store storefront stores storm storyboard storybook storyline
    strada stranger strata strategic strategy strato streak stream streaming streamline streams street streit strike
    strikingly strings stripe structures studio studios study sublime subscription subscriptions substance subversion
    success sugar suite sumo superhuman superlative supernormal supernova supplier supply support supremo surfe surfer
    surge surpass survey surveys swag swagger swat sweet swell swift swipe swiss switcher swordfish symphonic symphony
    synapse sync syndication system systemes systemhaus systems table tables tabs tackle tagger tags taiga tailor
    tailwind takeoff talent talk tally talon tanda tango tapestry target tars tasks tasty taxi teachable teacher
    teaching team teams teamwork technologies technology teem telecom telegram telematics temple tempo tenable tenders
    tensor terminal terminus termly terraform terret tessitura test testimonial testing text thales thanks theme themes
    therefore thesis things think third thomson thought threads threat three thrive thunderbird ticket ticketmaster
    tickets tide tiger tiller tilt timberline time timeline timely times timescale timetabler timetables timme tines
    tito toast toddle together tomorrow tonic tool toolbox toolkit tools toolset tooth topaz topics torii tosca total
    touch tower town track tracker tracking traction trade train training traject transact transaction transactional
    transcend transfer transform transistor transit transkription translate translation translations translator
    transmit transparent transportation trapeze traps travel traveler traveller travis tray treasure treasury trellis
    tremendous tremor trend trends tribal tribe trilby trillium triple tripolis trips triton trolley tropic trovata
    true trumpet trust trusted tugboat tulip tune tungsten turley turning turnstile tutor tweet twelve twist twitch
    twitter tyler typeface typeset typing typo uber ultimate ulysses umbrella uncharted undetectable unica unified
    uniform union unit unite united unito unity universal universe university unleash unleashed unlimited unravel
    unreal unruly unternehmen unternehmensberatung unthread untill updraft upkeep upland uptempo uptick upwind uranium
    urban user users utterances vacation vagrant valence validity valley vanderbilt vandyke vanilla vanta vantage vault
    vector vectorized vegas vellum velocity vena vend vendor ventures venue verb verein verification verified verifies
    verify verizon verkehr vermont vernon vero versa versio vertex vertice vespa vibe vibes viceversa victoria video
    view viewpoint vincere vinci viral virtual virtuous virus visa visibility visible vision visitor visitors visits
    vista visual vital vitally viva vivendi vocal voice volunteero voodoo voting voyager vulnerability wagtail walkover
    walls walmart walnut warehouse warmly warp warrior wasabi washington watch watson wave waves weather weave
    webmaster webmasters website websites weights welcome weld wells west western whale when where whereby whimsical
    white whiteboard whitespace whizz wicked widen wideo wiki wilma window windows windsor windsurf winner wire
    wireframe wireless wise wish wizard wolf wolfe wolfram wombat wonde wonder woodpecker word work workable workbench
    workbooks workday workflowy workforce working workplace works workshop workspace workspaces workstation world
    wrangler write writer writers wunderkind xenon xpress yahoo yammer yelp yield yonder your zeit zephyr zero zeta
    zinc zipporah zonal zoner zoom
    """.split(),
)
