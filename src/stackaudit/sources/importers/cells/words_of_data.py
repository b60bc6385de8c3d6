"""What people call kinds of data, groups of people, and regions."""

from __future__ import annotations

from stackaudit.model.language.taxonomy import DATA_CATEGORIES
from stackaudit.sources.importers.cells.plain import words
from stackaudit.sources.importers.cells.vocabularies import Vocabulary, vocabulary

_DATA = vocabulary("""
    user: personal data, pii, personal information, personally identifiable information
        personal identifiable information, personenbezogene daten, donnees personnelles, persoonsgegevens
        datos personales
    user.name: name, names, full name, full names, first and last name, person name, person names, customer name
        customer names, employee name, employee names, contact name, contact names, name surname, nachname
        vor und nachname, nom, naam, namen, nombre
    user.name.first: first name, first names, given name, vorname, prenom, voornaam
    user.name.last: last name, last names, surname, family name, nachnamen, achternaam, apellido
    user.contact: contact data, contact details, contact information, contact info, contacts, customer contact data
        customer contacts, business contact data, business contact details, kontaktdaten, kontakte, coordonnees
        contactgegevens, datos de contacto
    user.contact.email:
        email, emails, e mail, e mails, email address, email addresses, e mail address, e mail addresses
        mail address, mail, customer email, customer email address, employee email address, work email
        business email, company email, corporate email, personal email, personal email address, e mail adresse
        e mail adressen, adresse e mail, adresse mail, e mailadres, correo electronico
    user.contact.phone_number:
        phone, phones, phone number, phone numbers, phone no, telephone, telephone number, telephone numbers
        mobile number, mobile, mobile phone, cell phone, telefon, telefonnummer, numero de telephone
        telefoonnummer, telefono
    user.contact.address:
        address, addresses, postal address, postal addresses, home address, home addresses, mailing address
        street address, shipping address, billing address, delivery address, physical address, anschrift, adresse
        adressen, lieferadresse, adres, direccion
    user.contact.organization:
        company, company name, company names, company org name, organisation, organization, employer, firma
        entreprise, bedrijf, empresa
    user.job_title: job title, job titles, job role, position title, jobtitel, berufsbezeichnung, functie
        ~ title, role, titles
    user.account.username:
        username, user name, usernames, user names, login name, user id, benutzername, gebruikersnaam
        ~ login
    user.authorization.credentials:
        credentials, login credentials, access credentials, api credentials, zugangsdaten
    user.authorization.password: password, passwords, passwort, passworter, mot de passe
    user.device.ip_address: ip address, ip addresses, ip, ips, ip adresse, ip adressen, adresse ip, ip adres
    user.device.cookie_id: cookie id, cookie ids, cookie identifiers
    user.device.cookie: cookie, cookies, cookie data, web cookies
    user.device.device_id: device id, device ids, device identifiers, advertising id, gerate id
    user.device: device data, device information, device info, device metadata, geratedaten
    user.behavior:
        behaviour, behavior, behavioural data, behavioral data, user behaviour, user behavior, website behaviour
        website behavior, engagement data, click behaviour, click data, verhaltensdaten, nutzungsverhalten
        comportement
    user.behavior.browsing_history:
        browsing history, browsing behaviour, browsing behavior, web browsing, page views, clickstream
        surfverhalten
    user.behavior.purchase_history:
        purchase history, order history, purchases, buying history, kaufhistorie, bestellhistorie
        historique d achat, aankoopgeschiedenis
    user.behavior.search_history: search history, search queries
    user.telemetry: telemetry, telemetry data
    user.payment:
        payment data, payment details, payment information, payment info, zahlungsdaten, donnees de paiement
        betaalgegevens, datos de pago
    user.financial.bank_account:
        bank account, bank details, bank account details, banking details, bank data, iban, bankverbindung
        bankdaten, rib, cuenta bancaria, datos bancarios, compte bancaire, bankrekening
    user.financial.credit_card:
        credit card, credit cards, credit card data, credit card numbers, card data, cardholder data
        kreditkartendaten
    user.health_and_medical:
        health data, medical data, health information, medical records, phi, gesundheitsdaten, donnees de sante
        gezondheidsgegevens
    user.biometric: biometric data, biometrics, biometrie
    user.demographic: demographics, demographic data, demographic information, demografische daten
    user.demographic.gender: gender, sex, geschlecht, genre, geslacht
    user.demographic.age_range: age, age range, age group, alter
    user.demographic.date_of_birth:
        date of birth, dob, birthday, birth date, birthdate, geburtsdatum, date de naissance, geboortedatum
        fecha de nacimiento
    user.demographic.language: preferred language
    user.demographic.marital_status: marital status, spouse
    user.location: location, location data, geolocation, standortdaten, standort, localisation, locatie
    user.location.imprecise: city level location, approximate location
    user.location.precise: gps, gps data, precise location, exact location
    user.government_id:
        government id, national id, id number, tax id, tax ids, ssn, social security number, id documents
        steuer id, dni, documento de identidad, ausweisnummer
    user.government_id.passport_number: passport, passport number, passport numbers
    user.social: social media data, social profiles, social media profiles, social ids, social media handles
        social handles
    user.content: user content, user generated content, messages, chat messages, chat logs, chat transcripts
        call recordings, call logs, recordings, conversation data, correspondence
    user.content.self_image: photo, photos, profile photo, profile picture, pictures of people, foto, fotos
    user.privacy_preferences:
        consents, consent records, consent data, opt ins, opt outs, privacy preferences, marketing permissions
        einwilligungen
    user.workplace:
        hr data, employee data, employment data, personnel data, personaldaten, mitarbeiterdaten, donnees rh
        personeelsgegevens
    user.unique_id:
        unique id, unique ids, unique identifier, customer id, customer ids, visitor id, user identifiers
    user.unique_id.pseudonymous: pseudonymous id, pseudonymous ids, pseudonymous data, pseudonymised data
    sales: sales data, crm data, pipeline, deals, deal data, sales figures, sales records, vertriebsdaten
        verkaufsdaten
    order: orders, order data, sales orders, bestellungen, bestelldaten, auftrage, auftragsdaten, commandes
        bestellingen, pedidos
    product: products, product data, product catalogue, product catalog, product information, produktdaten, produkte
        artikelstamm, produits, productgegevens
    price: prices, pricing, pricing data, price list, price lists, preise, prijzen, precios
    inventory: inventory data, inventory levels, stock, stock data, stock levels, lagerbestand, bestande
    campaign: campaigns, campaign data, campaign results, campaign performance, marketing campaigns, kampagnen
        kampagnendaten, campagnes, campanas
    content-asset: content assets, media assets, digital assets, assets, images, videos, creative assets, creatives
        marketing content, marketing assets, bilder
        ~ content
    analytics: web analytics, analytics data, usage statistics, usage data, statistics, web traffic, traffic data
        metrics, reports, reporting data, kpis, performance data
    finance: accounting data, accounting, bookkeeping, finance data, ledger, general ledger, financial records
        buchhaltung, buchhaltungsdaten, finanzdaten
        ~ financial data, financial, financial information, financials
    invoice: invoices, invoice data, supplier invoices, billing data, billing, billing information, rechnungen
        rechnungsdaten, factures, facturen, facturas
    contract-document:
        contracts, contract documents, contract data, contract information, signed contracts, agreements, vertrage
        vertragsdaten, contrats, contracten, contratos
    supplier: suppliers, supplier data, supplier master data, vendor data, lieferantendaten, donnees fournisseurs
    logistics:
        logistics data, shipping data, shipping, shipments, deliveries, delivery data, tracking numbers, logistik
    source-code: code, repositories, code repositories, quellcode, code source
    configuration: config, configuration data, settings
    aggregate:
        aggregated data, aggregate data, aggregates, aggregated statistics, anonymised statistics, anonymised data
        anonymized data
    opportunity: opportunities, opportunity data
    lead-score: lead scores, lead scoring, scores
    system.operations: logs, log data, system logs, monitoring data, audit logs, operational data, protokolldaten
    system.authentication: authentication data, authentication logs, login data
""")

DATA = Vocabulary(
    {words(key): key for key in DATA_CATEGORIES if words(key) not in _DATA.likely}
    | {phrase: kind.removeprefix("user.") for phrase, kind in _DATA.sure.items()},
    {phrase: (kind.removeprefix("user."), doubt) for phrase, (kind, doubt) in _DATA.likely.items()},
)
"""Kinds of data, by the language's own keys and by what people call them."""

SUBJECTS = vocabulary("""
    customer:
        customers, client, clients, consumer, consumers, end customer, end customers, existing customers, buyer
        buyers, shopper, shoppers, kunde, kunden, kundinnen und kunden, endkunden, klant, klanten, cliente
        clientes
        ~ user, users, end users, subscribers, members, contacts, account, suscriptores, abonnenten, abonnes
    prospect: prospects, lead, leads, prospective customers, potential customers, interessent, interessenten
        potenzielle kunden, prospecten, prospectos
    employee: employees, staff, team member, team members, worker, workers, personnel, workforce, colleagues
        internal users, internal staff, mitarbeiter, mitarbeitende, mitarbeiterinnen, beschaftigte, salarie
        salaries, employes, medewerker, medewerkers, empleado, empleados
    job_applicant:
        applicant, applicants, job applicants, candidate, candidates, job candidates, bewerber, bewerberinnen
        candidat, candidats, sollicitanten, candidatos
    visitor: visitors, website visitors, website visitor, web visitors, site visitors, event visitors, besucher
        websitebesucher, visiteur, visiteurs, bezoekers, visitantes
    anonymous_user: anonymous users, anonymous visitors
    supplier_vendor:
        supplier, suppliers, supplier contacts, vendor, vendors, service providers, lieferant, lieferanten
        fournisseur, fournisseurs, leveranciers, proveedores
        ~ partner, partners, business partners, resellers
    consultant: consultants, contractor, contractors, freelancer, freelancers, external staff, berater, externe
    citizen_voter: citizens, voters, citizen, voter
    patient: patients, patienten
    passenger: passengers, travellers, travelers
    shareholder: shareholders, investors, investor
    trainee: trainees, interns, apprentices
    next_of_kin: relatives, dependents, family members
    commuter: commuters
""")

REGIONS = vocabulary("""
    eu: europe, european union, eu region, eu only, eu cloud, eu hosted, eu servers, eu data center
        eu data centre, eu datacenter, eu1, eu central, eu west, eu west 1, eu west 3, eu central 1, eu north 1
        eu south 1, europe west, europe west 1, europe west 3, west europe, north europe, europa
        europaische union, eu rechenzentrum, ue, union europeenne, europese unie
    eea: ewr, eer, european economic area, eu eea, eea eu
    us: usa, united states, united states of america, u s, u s a, us only, us region, us data center, us east
        us west, us central, us east 1, us east 2, us west 1, us west 2, us central 1, eastus, east us, west us
        na1, vereinigte staaten, etats unis, verenigde staten, estados unidos
    uk: united kingdom, gb, great britain, england, u k, uk south, uk west, eu west 2, grossbritannien
        royaume uni, verenigd koninkrijk, reino unido
    ch: switzerland, schweiz, suisse, zwitserland, suiza
    de: germany, frankfurt, deutschland, allemagne, duitsland, alemania
    fr: france, paris, frankreich, frankrijk, francia
    nl: netherlands, the netherlands, holland, amsterdam, niederlande, pays bas, nederland, paises bajos
    ie: ireland, dublin, irland, irlande, ierland, irlanda
    es: spain, spanien, espagne, spanje, espana
    it: italy, italien, italie, italia
    at: austria, osterreich, autriche, oostenrijk
    be: belgium, belgien, belgique, belgie, belgica
    se: sweden, stockholm, schweden, suede, zweden, suecia
    dk: denmark, danemark, danmark, denemarken, dinamarca
    fi: finland, finnland, finlande, finlandia
    no: norway, norwegen, norvege, noorwegen, noruega
    pl: poland, polen, pologne, polonia
    pt: portugal
    lu: luxembourg, luxemburg
    cz: czech republic, czechia, tschechien
    ca: canada, kanada
    au: australia, sydney, australien, australie
    nz: new zealand, neuseeland
    jp: japan, tokyo, japon
    sg: singapore, singapur, singapour
    in: india, indien, inde
    br: brazil, brasilien, brasil
    cn: china
    il: israel
    apac: asia pacific, asia, asien
    global: worldwide, world, multi region, multiple regions, weltweit, mondial, wereldwijd
""")
