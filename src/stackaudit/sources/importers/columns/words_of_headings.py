"""What the single words of headings are about, and what several of them state together, in five languages."""

CONCEPTS = """
    system: system, tool, app, application, software, product, service, platform, saas, solution, program, anwendung
        applikation, appl, programm, losung, dienst, produkt, outil, logiciel, applicatie, systeem, herramienta
        aplicacion, sistema, producto, programa, servicio, plataforma, solucion, systeme, produit, werkzeug, pakket
    name: name, bezeichnung, nom, naam, nombre, title, titel, titre, titulo
    cost: cost, fee, spend, spending, charge, expense, kosten, gebuhr, ausgabe, betrag, cout, montant, depense, bedrag
        uitgave, coste, costo, gasto, importe, amount, budget
    price: price, preis, prix, precio, prijs, tarif, tarifa
    year: year, yearly, annual, annually, annum, pa, jahr, jahrlich, jhrl, jahrl, an, annuel, annuelle, annee
        jaar, jaarlijk, jaarlijkse, ano, anual
    month: month, monthly, mtl, monat, monatlich, mois, mensuel, mensuelle, maand, maandelijk, maandelijkse, mensual
    quarter: quarter, quarterly, quartal, trimestre, trimestriel, trimestriell, kwartaal, trimestral
    money: usd, eur, gbp, chf, sek, nok, dkk, pln, cad, aud, inr, jpy, net, gross, netto, brutto, ht, ttc, mwst, ust
        vat, tva, btw, iva, excl, exkl, incl, inkl, excluding, including, zzgl, hor, sin, con, tsd, teur, keur, k
    contract: contract, subscription, agreement, vertrag, abonnement, abo, contrat, contrato, suscripcion
        overeenkomst, term, laufzeit
    license: license, lizenz, licencia, licentie
    seat: seat, sitz, platz, sitzplatz
    end: end, expiry, expire, expiring, ende, ablauf, enddatum, bis, endet, ablaufend, fin, echeance, expiration, einde
        eind, tot, afloop, vencimiento, expira, caducidad, termination, until
    begin: start, begin, beginn, debut, inicio, effective, vanaf, aanvang, ingang
    renewal: renewal, renew, verlangerung, renouvellement, verlenging, renovacion, prolongation
    auto: auto, automatic, automatically, automatisch, automatische, automatique, automatica, tacite, tacito
        stilzwijgend, stillschweigend, stillschweigende
    extension: reconduction, reconduccion, verlangert, prorroga
    date: date, datum, fecha, day, tag, dag, dia, jour, deadline
    notice: notice, kundigung, preavi, opzeg, preaviso, cancellation
    period: period, frist, delai, termijn, plazo, duree, duration, dauer, time
    owner: owner, responsible, verantwortlich, verantwortlicher, verantwortliche, verantwortung, verantwortlichkeit
        zustandig, zustandiger, zustandige, zustandigkeit, responsable, beheerder, proprietaire, eigenaar
        verantwoordelijk, verantwoordelijke, propietario, accountable, eigentumer, dri, own, steward
    contact: contact, ansprechpartner, ansprechperson, kontakt, contactpersoon, contacto, poc
    department: department, abteilung, bereich, direction, equipe, equipo, area, afdeling, team, fachbereich
        fachabteilung, departement, departamento, dienststelle, organisationseinheit, unit, division
    business: business, fachlich, fachlicher, fachliche, metier, negocio, functional, funcional, fonctionnel
        functioneel, functionele
    it: it, technical, technisch, technischer, technische, technique, tecnico, si, dsi, ti, informatik, informatique
        informatica, ict, edv, tech, administrator, admin, administrador, beheerder
    criticality: criticality, kritikalitat, criticite, criticidad, kriticiteit, criticaliteit, importance, wichtigkeit
        belang, importancia
    level: level, niveau, stufe, grad, nivel, rating, class, klasse, classe, einstufung, bewertung, score
    sso: sso, saml
    mfa: mfa, 2fa
    sign: authentication, authentifizierung, authentification, authenticatie, autenticacion, anmeldung, connexion
    enabled: enabled, active, activated, aktiv, aktiviert, actif, activado, actief, integration, integrated, connected
        anbindung, status, use
    login: login, account, konto, compte, cuenta, zugang, acce, credential
    shared: shared, geteilt, gemeinsam, gemeinsame, partage, gedeeld, gedeelde, compartida, compartido, share
    hosting: hosting, hosted, hebergement, betrieb, alojamiento, deployment
    manner: type, typ, mode, model, modell, modele, art, modo, modelo, tipo, form, method, methode
    location: location, standort, localisation, ubicacion, locatie, region, residency, land, pay, pais, country
        residence, place, ort, lieu, speicherort
    storage: storage, stored, gespeichert, stocke, stockage, opgeslagen, speicher, server, serveur, servidor
        rechenzentrum, datacenter, almacenado
    data: data, daten, donnee, gegeven, dato, information, informationen
    personal: personal, personenbezogen, personenbezogene, personenbezogener, personen, person, personnel, personnelle
        persoon, persoonlijke, pii
    category: category, kategorie, categorie, categoria, kind, sort, soort, typologie
    affected: affected, betroffen, betroffene, betroffener, concernee, concerne, betrokken, betrokkene, interesado
        datasubject
    held: held, hold, contain, contained, stored, processed, process, processing, verarbeitung, verarbeitet
        traitement, traitee, verwerking, tratamiento, tratado, enthalten, collected, used
    retention: retention, aufbewahrung, bewaartermijn, conservation, conservacion, losch, loschung, suppression
        deletion, bewaar, speicherdauer, aufbewahrungsdauer, loschfrist, effacement
    kept: kept, keep, retained
    agreement: dpa, avv, verwerkersovereenkomst
    signed: signed, executed, unterzeichnet, unterschrieben, signe, ondertekend, firmado, getekend, vorhanden
        abgeschlossen, vom, geschlossen, place, available
    abroad: drittland, drittstaat
    transfer: transfer, ubermittlung, transfert, doorgifte, transferencia
    purpose: purpose, zweck, finalite, doel, objeto, proposito, einsatz, einsatzgebiet, einsatzzweck, verwendung
        verwendungszweck, objet, waarvoor, wofur, finalidad, usage, beschreibung, description, descripcion
        omschrijving
    count: number, anzahl, anz, nombre, nb, numero, aantal, count, quantity, qty, menge, cantidad, cantidade, total
    user: user, nutzer, benutzer, utilisateur, gebruiker, usuario, anwender
    active: active, aktiv, actif, actief, activo
    bought: purchased, bought, paid, gekauft, achetee, comprada, contracted, contratada, aangekocht
    vendor: vendor, supplier, manufacturer, hersteller, anbieter, lieferant, editeur, fournisseur, leverancier
        proveedor, fabricante, counterparty, publisher, provider
    lifecycle: lifecycle, lebenszyklu, levenscyclu, ciclo
    state: status, statut, etat, estado, state, zustand, stage, phase, fase
    used: used, use, utilizada, utilisee, gebruikt, nutzen, nutzung, eingesetzt, eingesetzte, genutzt, genutzte
        verwendet, verwendete, utilise, gebruikte, utilizado
    when: when, wann, quand, wanneer, cuando
    who: who, wer, qui, wie, quien
    what: what, was, wat, que
    where: where, wo, ou, waar, donde
    howlong: howlong
    pays: pay, bezahlt, paie, betaalt, paga
    main: main, primary, principal, haupt, hauptsachlich, interno, interne, interner, intern, internal
    running: run, running, operating, laufend, recurring, recurrente, recurrent
    law: gdpr, dsgvo, rgpd, avg
    next: next, nachste, nachster, prochain, prochaine, proxima, proximo, volgende
    request: requesting, anfordernd, anfordernde, solicitante, requester, demandeur, demandeuse, aanvragende
"""
"""Concepts with the words that name them, in lower case, without accents and in the singular."""

FILLERS = frozenset(
    """
    a the of for fur pour para doe in on at to by with wir es man wij nous lauft gultig valid and or per is are do
    does we our this all de der die das den dem des du d la le les l el los las van voor het een en et und y zu zum
    zur im am je pro par por mit est sont aux al del s
    """.split()
)
"""Words that leave open nothing of what a heading states."""

PHRASES = {
    "single sign on": "sso",
    "multi factor": "mfa",
    "two factor": "mfa",
    "2 factor": "mfa",
    "two step": "mfa",
    "2 step": "mfa",
    "end of life": "eol",
    "life cycle": "lifecycle",
    "how long": "howlong",
    "data center": "datacenter",
    "data centre": "datacenter",
    "data subject": "datasubject",
    "av vertrag": "avv",
    "auftragsverarbeitungsvertrag": "avv",
    "data processing agreement": "dpa",
    "p a": "pa",
    "n o": "number",
    "no of": "number",
}
"""Several words, or one, with the word that stands for them."""

RULES = """
    name: system + name held; used system; what system + it; system
    cost.annual: cost year + money license contract system count running; price year + money contract system
        money year
    cost.monthly: cost month + money license contract system count running; price month + money contract system
        money month
    cost.quarterly: cost quarter + money license contract system
    cost.some: cost + money license contract system; price + money contract system
    cost.renews: contract end + date system; contract renewal + date; end date; renewal date; when renewal + it
        license end + date; license renewal + date; end contract renewal + date; renewal system + date
        renewal next + date contract
    cost.auto_renews: auto renewal + contract; extension auto + contract; extension + contract
    cost.notice: notice period + contract date; notice date period
    bought.on: contract begin + date; begin date; bought date + system contract
    bought.department: department request
    owner.business: owner business + system department; contact business + system
    owner.technical: owner it + system department; contact it + system; department it
    owner.some: owner + system name main; owner who + it system
    owner.department: department + business; department owner + system
    bought.by: who bought + it system
    cost.paid_by: who pays + it system
    service.criticality: criticality + level business system
    security.sso: sso + sign enabled system manner; sign manner
    security.mfa: mfa + sign enabled system login
    security.shared_accounts: shared login
    hosting: hosting + manner system
    regions: location data + storage hosting system; location hosting + data system; location storage + data
        where storage + data; where hosting + data system; where held + data
    data.categories: category personal data + held; personal data held; category data + held
    data.personal: personal data + held system law
    data.subjects: affected + category personal; category affected personal
    data.retention: retention + period data personal date; howlong kept + data; howlong held + data
        howlong storage + data
    privacy.agreement: agreement + signed date law
    privacy.transfer: abroad transfer + data; abroad + data
    description: purpose + system held contract used; what it; what purpose
    cost.seats: count license + bought; count seat + bought; license bought; seat bought
    cost.seats_used: active user + count
    vendor: vendor + name system; contract vendor
    lifecycle: lifecycle + state system; state system; state contract; state + lifecycle system
"""
"""What concepts state together: all before a plus must be there, what is behind it may be; others must not."""
