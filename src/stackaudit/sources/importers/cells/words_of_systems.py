"""What people write for the words of a system's facts: English, and common German, French, Dutch and Spanish."""

from __future__ import annotations

from stackaudit.sources.importers.cells.vocabularies import vocabulary

LIFECYCLES = vocabulary("""
    live: active, in use, in production, production, prod, operational, current, currently used, adopted
        implemented, deployed, running, in operation, in service, used, using, yes in use, go live, went live
        fully deployed, rolled out, aktiv, produktiv, in betrieb, in nutzung, im einsatz, in benutzung, genutzt
        aktiv im einsatz, actif, en production, en service, en cours d utilisation, actief, in gebruik, activo
        en uso, vigente, vigentes, en vigor, en vigueur, lopend, laufend, operativo, in produzione
        ~ approved, keep, maintain, strategic, supported, enabled, freigegeben, eingeschrankt freigegeben
        ~ restricted use
        ~ limited use, approved with conditions
    evaluating: evaluation, under evaluation, in evaluation, trial, in trial, free trial, trialing, poc, in poc
        proof of concept, being tested, in testing, pilot, piloting, in pilot, pilot phase, candidate, assessing
        assess, being evaluated, in test, testphase, pilotphase, in pruefung, in prufung, evaluierung, en test
        pilote, proef, in evaluatie, en prueba, en evaluacion
        ~ planned, proposed, requested, under consideration, geplant, prevu, gepland
    sandbox: sandboxed, innovation sandbox, sandbox project
        ~ experiment, experimental
    retiring: to be retired, deprecated, deprecating, sunset, sunsetting, phasing out, phase out, being phased out
        being replaced, to be replaced, to be decommissioned, decommissioning, being decommissioned
        in decommissioning, migrating away, winding down, being retired, in retirement, scheduled for retirement
        end of life planned, wird abgelost, in ablosung, abzulosen, auslaufend, lauft aus, abgekundigt
        en fin de vie, uitfaseren, wordt vervangen
        ~ legacy, end of life, eol, gekundigt, migrating, cancel, remove, phase out planned, notice given
    retired: decommissioned, discontinued, no longer used, no longer in use, not in use, not used, switched off
        removed, offboarded, archived, sunsetted, shut down, turned off, replaced, stillgelegt, abgeschaltet
        ausser betrieb, abgelost, ausgemustert, decommissionne, retire, hors service, buiten gebruik, uitgefaseerd
        retirado, en desuso, wurde abgelost, nicht mehr im einsatz, nicht mehr genutzt, plus utilise
        niet meer in gebruik
        ~ inactive, cancelled, canceled, terminated, obsolete, disabled, expired, churned, inaktiv, inactif
        ~ inactief, inactivo, closed, finalizado, vencido, resilie, beendet, beeindigd, afgelopen, contract ended
    rejected:
        declined, turned down, denied, not approved, nicht freigegeben, nicht genehmigt, evaluated and rejected
        abgelehnt, refuse, rejete, afgewezen
        rechazado
        ~ blocked, banned, prohibited, not allowed
""")

HOSTINGS = vocabulary("""
    saas: software as a service, cloud saas, saas cloud, public saas, vendor hosted, hosted by vendor
        hosted by the vendor, vendor cloud, multi tenant saas, saas multi tenant, saas single tenant
        single tenant saas, cloud hosted saas, web based saas, saas vendor hosted, saas web
        vom anbieter betrieben, saas losung, saas anwendung
        ~ cloud, hosted, public cloud, cloud based, cloud hosted, web based, web, cloud vendor, online
        ~ multi tenant
    paas: platform as a service, paas cloud
        ~ aws, azure, gcp, google cloud, aws hosted, hosted on aws, serverless, cloud platform
    on-premises:
        on premise, on prem, onprem, onpremise, onpremises, self hosted, selfhosted, self managed, self host
        local server, own data center, own data centre, own datacenter, own servers, internal server
        in house hosting, on premise server, local installation, hosted on premise, eigenbetrieb
        im eigenen rechenzentrum, eigenes rechenzentrum, eigener server, selbst gehostet, vor ort
        lokal installiert, sur site, auto heberge, op locatie, en local
        ~ local, lokal, internal, internally hosted, data center, datacenter, data centre, private cloud, iaas
        ~ infrastructure as a service, colocation, desktop, installed, client server
    hybrid: hybrid cloud, mixed, hybride, hibrido, saas and on premise, saas and on prem, on prem and cloud
        cloud and on prem
    agency: run by agency, agency hosted, hosted by agency, run by an agency, managed by agency, external agency
        agentur, von agentur betrieben, agence, bureau
        ~ managed service, outsourced
""")

CRITICALITIES = vocabulary("""
    critical: mission critical, vital, extremely high, very high, highly critical, critical mission critical
        critical system, tier 0, tier zero, kritisch, sehr hoch, unternehmenskritisch, geschaftskritisch
        hochkritisch, critique, kritiek, critico
        ~ essential, business critical, crown jewel, severe, gold, platinum
    high: important, major, high priority, high impact, hoch, wichtig, eleve, elevee, haute, hoog, alto, alta
        ~ significant, core, silver
    medium: moderate, med, mid, average, medium priority, medium impact, mittel, moyen, moyenne, middel, gemiddeld
        medio, media, business operational
        ~ normal, standard, support, bronze, departmental
    low: minor, not critical, non critical, noncritical, uncritical, negligible, unimportant, nice to have
        non essential, low priority, low impact, non business critical, not business critical, unkritisch, gering
        niedrig, tief, sehr tief, sehr niedrig, very low, faible, bas, laag, bajo, baja, niet kritiek, non critique
        ~ administrative, administrative service, convenience, optional
""")

PURCHASES = vocabulary("""
    contract: signed contract, annual contract, contracted, msa, enterprise agreement, framework agreement
        master agreement, enterprise contract, contractual, direct contract, vertrag, rahmenvertrag, jahresvertrag
        contrat, contrato
        ~ order form, subscription agreement, license agreement, reseller
    invoice:
        invoiced, by invoice, on invoice, po, purchase order, invoice po, bank transfer, wire, wire transfer, ach
        bill, billed, order, rechnung, auf rechnung, per rechnung, uberweisung, bestellung, facture, virement
        factuur, overboeking, factura, transferencia, transferencia bancaria, domiciliacion, prelevement, sepa
        lastschrift, sepa lastschrift, domiciliacion bancaria, bankeinzug, direct debit, incasso
    card: credit card, company card, corporate card, corporate credit card, company credit card, cc, p card, pcard
        purchasing card, procurement card, virtual card, debit card, bank card, personal card, team card
        marketing card, department card, visa, amex, american express, mastercard, kreditkarte, firmenkreditkarte
        firmenkarte, carte, carte bancaire, carte de credit, creditcard, tarjeta, tarjeta de credito
    expense: expensed, expense claim, expense report, expenses, reimbursed, reimbursement, personal expense
        out of pocket, t e, spesen, auslage, spesenabrechnung, note de frais, frais, declaratie, gastos, reembolso
    agency: through agency, via agency, agency bill, paid by agency, agentur, uber agentur, agence, via bureau
    marketplace: aws marketplace, azure marketplace, google cloud marketplace, gcp marketplace, cloud marketplace
        app marketplace, app store, salesforce appexchange, appexchange, shopify app store, marktplatz
    free: free plan, free tier, free version, no cost, gratis, kostenlos, gratuit
        ~ freemium, open source, trial
    built: built in house, in house, inhouse, built by us, custom built, self built, home grown, homegrown
        internally built, internally developed, internal development, in house development, eigenentwicklung
        selbst entwickelt, eigenbau, developpement interne
""")

LEGAL_BASES = vocabulary("""
    consent: explicit consent, opt in consent, user consent, einwilligung, consentement, toestemming, consentimiento
        6 1 a, art 6 1 a, art 6 1 a gdpr, art 6 1 a dsgvo, art 6 abs 1 lit a, art 6 abs 1 lit a dsgvo
    contract: performance of contract, performance of a contract, contract performance, contractual necessity
        contractual, vertrag, vertragserfullung, contrat, execution du contrat, ejecucion de un contrato
        ejecucion del contrato, overeenkomst, contrato, 6 1 b
        art 6 1 b, art 6 1 b gdpr, art 6 1 b dsgvo, art 6 abs 1 lit b, art 6 abs 1 lit b dsgvo
    legal-obligation: legal requirement, compliance with legal obligation, compliance with a legal obligation
        rechtliche verpflichtung, obligation legale, wettelijke verplichting, obligacion legal, 6 1 c, art 6 1 c
        art 6 abs 1 lit c, art 6 abs 1 lit c dsgvo
    vital-interests: vital interest, lebenswichtige interessen, 6 1 d, art 6 1 d
    public-task: public interest, offentliches interesse, mission d interet public, 6 1 e, art 6 1 e
    legitimate-interests: legitimate interest, li, berechtigtes interesse, berechtigte interessen, interet legitime
        interets legitimes, gerechtvaardigd belang, interes legitimo, 6 1 f, art 6 1 f, art 6 1 f gdpr
        art 6 1 f dsgvo, art 6 abs 1 lit f, art 6 abs 1 lit f dsgvo
    none: no legal basis, no basis, keine, keine rechtsgrundlage, aucune, geen
""")

CERTIFICATIONS = vocabulary("""
    soc1: soc 1, soc 1 type i, soc 1 type ii, soc 1 type 1, soc 1 type 2, soc1 type ii, soc1 type 2, ssae 18 soc 1
    soc2: soc 2, soc 2 type i, soc 2 type ii, soc 2 type 1, soc 2 type 2, soc2 type i, soc2 type ii, soc2 type 1
        soc2 type 2, soc ii, soc 2 report, soc2 report, soc 2 type ii report, soc 2 t2, soc2 t2, soc 2 ii
    iso27001:
        iso 27001, iso iec 27001, iso 27001 2013, iso 27001 2022, iso27001 2013, iso27001 2022, iso iec 27001 2013
        iso iec 27001 2022, iso 27k1, 27001, din iso 27001, en iso 27001, iso27k
    iso27701: iso 27701, iso iec 27701, 27701
    pci-dss: pci, pci dss, pcidss, pci compliance, pci dss level 1, pci level 1, pci compliant, pci dss 4 0
    hipaa: hipaa compliant, hipaa baa, hipaa attestation
    fedramp: fed ramp, fedramp moderate, fedramp high, fedramp authorized, fedramp low
    c5: bsi c5, c5 type 2, c5 testat, bsi c5 type 2
    tisax: tisax label, tisax al3, tisax al2
    csa-star: csa star level 1, csa star level 2, star, csa
""")

ENVIRONMENTS = vocabulary("""
    production: prod, prd, live, productive, produktion, produktiv, produktivsystem, produccion, productie
    staging: stage, stg, pre production, preproduction, preprod, pre prod, integration, vorproduktion
        ~ uat
    test: testing, qa, testsystem, testumgebung, recette, pruebas
    development: dev, develop, entwicklung, entwicklungssystem, developpement, ontwikkeling, desarrollo
    training: schulung, schulungssystem, formation, opleiding
""")

RENEWALS = vocabulary("""
    yes: auto renew, auto renews, auto renewal, automatic, automatically, automatic renewal, evergreen, rolling
        automatisch
        automatique, automatica, tacite reconduction, stillschweigend
    no: manual, manually, manual renewal, fixed term, no auto renewal, non renewing, one time, manuell, manuelle
        manueel
        expires, fixed
""")
"""Ways in which contracts are renewed, by whether they do so by themselves."""

BUSINESS_FITS = vocabulary("""
    1: unreasonable, very poor, unusable
        ~ poor, bad, schlecht, mauvais, slecht, malo
    2: insufficient
        ~ weak, below average, mangelhaft, insuffisant, onvoldoende, insuficiente
    3: appropriate
        ~ good, adequate, sufficient, satisfactory, gut, bon, goed, bueno, angemessen
    4: perfect
        ~ excellent, very good, sehr gut, excelente, uitstekend
""")
"""Marks for those who use a system, from 1 to 4; architecture tools have a word for each."""

TECHNICAL_FITS = vocabulary("""
    1: inappropriate, very poor
        ~ poor, bad, schlecht, mauvais, slecht, malo
    2: unreasonable
        ~ weak, insufficient, below average, mangelhaft, insuffisant, onvoldoende, insuficiente
    3: adequate
        ~ good, appropriate, sufficient, satisfactory, gut, bon, goed, bueno, angemessen
    4: fully appropriate
        ~ perfect, excellent, very good, sehr gut, excelente, uitstekend
""")
"""Marks for those who run a system, from 1 to 4."""

SUPPORTS = vocabulary("""
    vendor:
        vendor support, supplier, vendor contract, premium support, vendor helpdesk, hersteller, anbieter, editeur
        leverancier, proveedor
    partner: implementation partner, partner support, agency, consultant, reseller, integrator, system integrator
        agentur, dienstleister
    internal: in house, inhouse, own team, own staff, internal team, internal support, internal it, it support
        it helpdesk, helpdesk, intern, interne
    community: community support, forum, community forum, public forum, open source community
    none: no support, unsupported, nobody, keiner, aucun, geen, no
""")

ENCRYPTIONS = vocabulary("""
    at-rest: encrypted at rest, rest, data at rest, at rest aes 256, aes 256 at rest, storage, ruhend
    in-transit:
        encrypted in transit, transit, data in transit, in flight, in motion, tls, ssl, https, tls 1 2, tls 1 3
""")

PERIODS = vocabulary("""
    12: monthly, per month, month, mo, billed monthly, every month, month to month, monatlich, monat, pro monat
        mensuel, mois, maandelijks, maand, mensual
    4: quarterly, per quarter, quarter, vierteljahrlich, quartalsweise, pro quartal, trimestriel, per kwartaal
        trimestral
    2: half yearly, semi annual, semi annually, biannual, biannually, every 6 months, halbjahrlich, semestriel
        halfjaarlijks, semestral
    1: yearly, annual, annually, per year, year, yr, per annum, p a, billed annually, every year, 12 months
        1 year, jahrlich, jahr, pro jahr, annuel, annee, jaarlijks, jaar, anual
""")
"""How often a year a period comes round."""
