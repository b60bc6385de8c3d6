"""Words that many bear beside a product: of the words in the catalogue's names, those that dictionaries and maps know.

A name made of nothing else says little about who was paid: a Buffer or a Loom need not be software. Names that no
dictionary has are coined, and their bearers few.
"""

from __future__ import annotations

ORDINARY = frozenset(
    """
    abacus abas able ably abnormal absence absorb abstract access accessibility account accounting accounts accurate
    achievers acid acoustic acquire acquisition acrobat across action actions activations active acuity adam adapt
    adaptive adjust administration advance advanced advantage advertise advertising advice advisor advocacy advocate
    affiliate affinity affirm after agencies agents agile agility agora aikido airbase airbnb airflow airship alerts
    alight align aligned allegro alliance ally almanac aloha alta altair alto alyce amaze amazon ambassador america
    american amex amplify amplitude amundsen anaconda analysis analytic anchor android annex annoying answer answers
    anthology antivirus anywhere apache aperture apis apollo appear applaud apple application applications
    appointments approval approved apsis aqua archer architect archon arctic argo aria arkose array arrow arrows
    articulate artifact artisan aruba ascend ascent ashby aspect aspire assemble assess asset assets assist assistant
    associates association asterisk astro astronomer athena athos atlas atrium attack attendee attentive attest
    attribution audacity audience audiences audition aura aurora authentication authenticator authorize authors
    automate automation autonomous autopilot avast avid avis aviso award awards awareness awesome axiom axle axon
    azure back background backlight backlog backstage backup backups bamboo bandwidth bank banking banzai barclays
    bard bardeen barracuda base basis bastion beacons beanstalk beautiful beck bedrock beekeeper beeline beeswax bench
    benchmark bending benefit benefits best better betterment bevy biases bigeye bill billing bionic birch bird black
    blackberry blackboard blameless blender blissfully blob block blog blogger blue bluejeans blueprint bluesky
    bluestone board boards bods bolt booking bookings bookkeeping books bookstack boomerang boost boss bounce bouncer
    boundary bounty bowes bradstreet brain braintree branch brand brands bravo braze breadcrumbs breathe breeze breezy
    bridge bright brim brink broadcaster browser bubble buddy budgeting buffer build builder bullet bullhorn bunny
    bureau burp business butter byrd cachet cadence cadency cake calamari calendar call calling calm campaign
    campaigns campfire canary canny canto canvas capella capillary capital capsule captivate carbon card care carlo
    carlson carma carrot cart carta cartel cascade casper cassandra castor catalog catalyst cato causal cello census
    center centra central centre centric centro ceros certain certificate certification certify chain chameleon
    channel channels chanty charles charlie charts chase chat check checkout checks cheetah chef chili choice choices
    chorus chroma chromatic chrome chronicle cinema circle cisco citibank citigroup citizens civic clarity class
    classic classroom classy claude clay clean clearwater cleo clerk click client climate clinic clio close cloud
    clover club clubhouse clutch coalesce cobalt cobblestone cockpit cockroach cocoon coda code coefficient cognition
    cognitive cohere collaboration collate collection collective command commanders commento comments commerce
    commercial commission commissions common communication communications communities community comodo company compare
    compensation competitions competitive complete compliance component compose composer compute computer computing
    concord concrete concur conductor confiant configuration configure configured confluence confluent conga connect
    connected connections connectively consensus consent console consolidation consortium constant constructor consul
    consumer contact container content contently contract contracts contrast control converge conversation
    conversational conversion convert conveyor cookie copper copy coral cordial core corma cornerstone corporate
    corporation cortex cosmos cost costar count coupler courier craft crash crayon crazy creative creator creators
    crimson crisp critical crossbeam crow crowd crystal cube culpepper culture cumulus cursor custom customer
    customers customized cypress daily data database davis days dear decagon decibel decision deem defend defender
    definitive delighted delivery dell deluxe demand demo department deploy deputy descartes design designer designs
    desk desktop desktops detection determination deutsche deutsches developer development device devo diagrams
    digital digits dijk diligent dimensions direct directory disciple disco discord discourse discovery disney display
    distil distribution divvy dock docker docs doctor document documentation documents domain domains domino domo
    donut doodle door doppler dovetail draw drift drip drive drone droplets druid duck duda duet duplicate dust
    dynamic dynamics eagle earth ease easy ebay eclipse edenred edge edition editor education edwards effects
    efficient egress eightfold einstein elastic electronic elegant element elementary elements elevar elevate elite
    elmo email embrace emma emotive employ employee employer employers employment empower enchant encrypt endeavor
    endpoint engage engagement engine engines enterprise enterprises entities entity entra entrust environment
    envision envoy epidemic epos epsilon equity error erwin essential essentials estuary ethics etsy etta eureka
    european evaluation event events everest every everywhere evidence evinced evolution exact excel exchange exec
    expectations expense experience experiences experiment experimentation experiments explore explorer express
    extended extreme eyes fabric facelift fact factor factorial factors factory factual faire falcon faraday fargo
    fathom feathery feature featured federal fedex feed feedback fellow fertility fidelity fides field fields files
    final finale finance financial finder fingerprint firebox fireflies firefly firepower firewall first firstbase
    fishbowl fitness five flags flare flashpoint fleet flex flight flink float flock floodlight flourish flow fluent
    fluid flurry flywheel focus folk follow font fonts forecast forecasting forensics foresee forethought form forma
    formation formidable forms forums foundation foundry foursquare foxy frame framer frappe frase freelance
    freelancer freewheel friendly fringe frog from front frontier fruits fulfillment full functional funding funnel
    fuse fusion future galaxy gallery gamma gatekeeper gateway gather gatsby gauges gelato gemini general generation
    generator genesis genially genie getty ghost gifts gimp ginger gladly gleam glean glide glint global globe glue
    goals gong goody gorgias governance government grade grain granola graph graphics graphite grasshopper
    gravitational gravity great greenbone greenhouse grid grin grip groove group groups grow growth guest guide
    guidebook guided guideline gumball guru gusto halo hand handshake hangouts happy harbor hardware harmonic
    harmonize harmony harness harvest harvey haven health healthcare heap heartbeat heartland heat height helium helix
    hello helm help hemingway here hermes hero hewlett hexagon high higher hightail hike hill hippo hire hitachi hive
    hiver holdings home homebase homeland honeycomb honeywell hook hoovers horizon host hosted hosting hotel house
    hover hsbc hubs hugo hull hulu human hunch hunter huntress hybrid hybris hyper hyperion icons idea ideals
    identities identity ides ignite iliad illustrator image images impact imply imprint improvements incentive
    incident indeed index indicative indigo indirect industries infer infinity inflow influence influencer info
    informa informatica information infra infrastructure inline innovation insider insight insights insomnia instantly
    institute intake integral integrate integrated integration integrator integrity intel intelligence intelligent
    interact interaction interactive intercept intercom interest intermedia internal international internet interviews
    interwoven intranet intruder intuit intuition inventory invest invisible invoice invoiced invoices involve iridize
    iris iron ironclad issuer itunes jacquard japan jasper jekyll jellyfish jive joan jobber jobs jolly jones jostle
    journey journeys judge junction june jungle juniper juro kangaroo kantar katana keen keeper kendra ketch kettle
    kevel keyhole keynote keyword keywords kibo kinetic kirby kite knack knock knowledge kong kroll kronos labs
    lacework ladder lago lake lambda landing language lark later lattice laude launch lavender layer lead leads learn
    learning lease leave leeway lefty legal lemon less level levels lever lexis liberated libre license lifeworks
    liftoff lighthouse lightning lilt lily lime limelight limited line lineage linear link linux liquid listen listing
    listings lists lite litera lithium litmus live livre lobster local localize logic logitech loki looker loom loop
    loops loss lotus lovable loyalty lucca lucid lucky luigi lumen lumos lyft lynda lyra maas machine machines madcap
    made madison maestro magazine magnolia mail majestic make maker malt manage managed management manager mandrill
    manhattan manifest manipulation manta manual manufacturing maps marigold marin marker market marketing marketplace
    markup marvel mass massive master mastercard masterclass match material math matrix matters maven maximizer maze
    measure measured mechanics media medium medius medusa meet meeting meetings megaphone melissa meltwater memory
    mend mental mention mercado mercer merchant merchants mercury merge meridian merrill mesh message messaging
    messenger meta metallic metric metrics metronome micro micros mighty mimi minds mine miner miro mist mistral moat
    mobile mobility mockups mode modeler modern modus mollie momentum monday monetize mongo monitor monitoring monkey
    monotype monster monte moody moreover morgan morningstar mortgage mosaic moss motion motive motorola mountain
    movable mozart muck mule multilingual multiplier mural muse mutiny name namely nation native nativo nature navan
    navigator nectar need neon nessus network networking networks neurons news newsletter nexis next nextdoor nexus
    nice nielsen nifty nightfall nimble ninety ninja nitro noble node nokia nooks nord north northern notarization
    notebook notebooks notes notification notified notion noun nuance nudge number numbers numeral numeric nutshell
    objective observability observable observe obsidian obviously ocean octane octopus office official olivia omnicom
    online opal open operations optimal optimize optimizer option oracle orange orbis orca orchestra orchestration
    order orion osano otter otto outgrow outlaw outline outlook outplay outreach overflow oyster pack package packard
    packer packet paddle page pages pago paid paladin palette palo panda pandora panoply pantheon panther papaya paper
    parabola paradox paragon parcel parse partner partners partnership party pass passageways password passwords
    pastel path patriot pave payable payload payment payments payouts paypal payroll peachtree pecan peer pega people
    percolate percy perfect perforce performance periscope perk perpetua perplexity persona personalization
    personalize personas personify phenom phone photo phrase piano pics pigment pilot ping pinpoint pipelines piper
    pitch pitcher pitney pivotal pixel placer places plaid plain plains plan plane planet planner planning platform
    plausible play playable playbooks player playlist playwright plugin plugins plus podia podio podium point points
    polar polaris pole poll pond pool pope poplar port portable portal porter portfolio portfolios posit post postal
    postie postman postmark postmaster postscript powell power powered practical precisely precision predict
    predictive prefect premiere premium prep prepare prescient present preset presto prevalent prevention prime primer
    print printing priority prism prisma prismatic privacy privado private privilege privileged privy process
    procurement product productivity products professional profile profiles profit profound program programmable
    progress project projects prolific prometheus proof prophecy proposals pros prospect protect protection proton
    prototyping proxy public publications publish publisher publishers publishing pulley pulsar pulse puppet pure
    purple purslane purview pusher putty puzzel puzzle pylon pyramid python quaderno qualified quality quantum quay
    quest question queue quick quid quiz quotient rack radar radian radius rails railway raiser rakuten rally ramp
    rancher range ranger rank ranking rapid rasa ratings rattle raven reach read reader ready real really recapture
    recast receipt recharge reciprocity recite recognition reconciliation reconvert recorded recover recruit recruiter
    recruiting redis redpoint redshift redwood reference referral referrals refine refiner refract regie registrar
    registry regus reilly relational relationship relativity relay relic remark remedy remote remove render replicate
    replication reply reporter reporting reports repos repository reprise reputation request rescue research resend
    reservation resolve resolver resource respond respondent response responsive responsum restaurant results retail
    retention rethink retirement retool return returns reuters reveal revel revenue reverb review reviews revive
    revolution revue reward rewards rewind rich ricoh riddle rill rillet ripple rippling rise risk rival river
    riverside robin robyn rock rocket rockwell roger roku room rooms rootstock route rows roxhill royal rubicon ruby
    ruler rumble runway safari safe safeguard sage salary sale sales salsify salt samsung sana sanity sans santa
    saturday sauce sawtooth scala scale scheduling schema schwarz science sciences scoop scoring scout scratchpad
    screaming screen screening scribe scripted scrive seamless search searchlight second secret secrets secure
    security seeder seek segment seismic select selenium self sell seller selling semantics semaphore send sender
    sense sentient sentinel sentry sequel serengeti series serif server service services sesame shaker shares sheets
    shield shift shifts ship shogun shop shopper shopping shops short shortcut shorthand side siemens sierra sifflet
    sift sight sigma sign signage signal signals signature signatures silicon simon simple simply sine single singular
    singularity site sites sketch skills skype slab slack slides small smart smartly smarty smash smile snap snappy
    snipe snow snowflake snowplow soapbox soci social socio socket soda software soldo solutions sonar sound soup
    source sourcing spanner spanning spark sparrow spend spherical sphinx spider spiff spike spinach spinnaker spirit
    splash split sponsored spoons sports spot spotify spreadsheets spree sprig spring springboard sprout square
    squared stack stacker staircase stamped stamps standard stanley staples star starburst stark stata states static
    station statistical statistics stats status steep stemma step sterling steward sticker stitch stock stoplight
    storage store storefront stores storm storybook storyline strada strata strategic strategy strato streak stream
    streaming streams street strike strikingly strings stripe studio studios sublime subscription subscriptions
    subversion success sugar suite sumo superhuman supernormal supplier supply support surfe surfer surge survey
    surveys swag swagger swat sweet swell swift swipe swiss swordfish symphonic symphony synapse sync syndication
    system systems tabs tackle tagger tags taiga tailor tailwind talent talk tally talon tango target tars tasks tasty
    taxi teachable team teams teamwork technologies technology teem telegram temple tempo tenable tenders tensor
    terminal terminus termly terraform terret test testimonial testing text thales thanks themes third thomson thought
    threads threat thrive thunderbird ticket ticketmaster tide tiger tiller tilt time timely timescale tines tito
    toast together tonic tool toolbox tools tooth topics torii tosca total tower town track tracker tracking traction
    trade train training traject transactional transcend transfer transform transistor translate translation
    translations translator transparent transportation traps travel traveler traveller travis tray treasure treasury
    tremendous tremor trend trends tribe trillium triple triton trolley tropic trovata true trumpet trust trusted
    tugboat tune tungsten turnstile twist twitch twitter typeface typo uber ultimate umbrella unica unified union unit
    unite united unito unity universal unleash unleashed unravel unruly unternehmen unthread upland uptempo upwind
    urban user utterances vacation vagrant valence validity valley vanilla vanta vantage vault vector vectorized
    velocity vena vend vendor verb verification verified verifies verify verizon vero vertex vertice vespa vibe vibes
    video view viral virtual visa visibility vision visitor visitors vista visual vitally viva vocal voice
    vulnerability wagtail walls walmart walnut warehouse warmly warp warrior wasabi washington watson wave webmaster
    webmasters website websites weights welcome weld wells west western whale when where whereby whimsical white
    whiteboard wicked widen wiki window windows windsor windsurf wire wireless wise wish wolf wolfram wombat wonder
    woodpecker word work workable workbench workbooks workday workforce workplace workshop workspace workspaces world
    wrangler write writer writers wunderkind xenon yahoo yammer yelp yield yonder your zeit zephyr zero zeta zinc zoom
    """.split(),
)
