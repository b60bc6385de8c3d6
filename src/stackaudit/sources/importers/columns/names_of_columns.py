"""What columns are called in lists of systems, by what they state; the names that say it best come first."""

SYSTEM_COLUMNS = """
    name: tool name, app name, application name, system name, software name, product name, service name
        platform name, solution name, saas name, saas application, saas app, saas tool, name of tool
        name of system, name of application, tool application, application tool, system application, tool system
        application system, anwendungsname, name der anwendung, systemname, toolname, produktname, anwendung, name
        title, tool, app, application, system, software, product, service, platform, saas, solution, display name
        label, program, package, technology, programm, softwarename, werkzeug, applikation, losung, dienst, outil
        logiciel, nom, nom de l application, nom de l outil, solution saas, nom du logiciel, applicatie
        applicatienaam, naam, systeem, herramienta, aplicacion, nombre, programa, sistema, bezeichnung
        systembezeichnung, martech tool, marketing tool, it system, tool service, service tool, app tool
        application service, saas product, subscription, it service
        product service, service product, name of software, saas vendor product, it asset, business application
        vendor application, vendor product, software title, tool platform, platform tool
    product: catalogue product, catalog product, product, product name, produkt, underlying product, base product
    vendor: vendor, vendor name, supplier, supplier name, provider, provider name, manufacturer, publisher
        software vendor, hersteller, anbieter, lieferant, herstellername, editeur, fournisseur, leverancier
        proveedor, fabricante, software provider, saas vendor, maker, company vendor, anbieter hersteller
        vendor company, software publisher, saas provider, third party, contract partner, vertragspartner
        rel application to provider, contracting party, auftragsverarbeiter, data processor, sous traitant
        encargado del tratamiento, verwerker
    aliases: alias, aliases, also known as, aka, other names, alternative names, former name, former names
        previous name, synonyms, old name, formerly
    category: category, categories, function, business function, capability, business capability, functional area
        tool category, software category, kategorie, funktion, categorie, fonction, categoria, software type
        tool type, use case category, martech category, domain category, product category, functie, subcategory
        capability area, stack category, tool function, application category, type of tool, type of software
        software kategorie
        stack layer, layer, functional category, solution category, rel application to business capability
    description: description, short description, app description, purpose, business purpose, use case, use cases
        usage description, what for, what it does, what is it used for, what is it for, what we use it for
        used for, usage, business use, primary use, primary use case, summary, beschreibung, zweck, einsatzzweck
        verwendungszweck, verwendung, nutzung, description de l outil, utilisation, usage principal, finalite
        omschrijving, beschrijving, doel, gebruik, descripcion, uso, proposito, about, details
        function description, what do we use it for, why we use it, job to be done, kurzbeschreibung
        why we have it, why do we have it, why we use it, what does it do, primary function, main use, main purpose
        reason for use
    notes: notes, note, comments, comment, remarks, remark, additional notes, further notes, bemerkung, bemerkungen
        anmerkung, anmerkungen, notizen, kommentar, kommentare, commentaire, commentaires, remarques, opmerking
        opmerkingen, notas, comentarios, observaciones, additional information, hinweis, hinweise, general notes
    environment: environment, env, instance type, stage, umgebung, environnement, omgeving, entorno, instance
    brand: brand, brands, market, business line, marke, marque, merk, marca, brand market, markt
    url: login url, login link, sign in url, access url, access link, app url, application url, url, web address
        link, login page, login, website, web site, site url, webseite, website url, homepage, anmelde url, lien
        site web, adresse web, enlace, sitio web, tool url, link to tool, vendor website, product url, webadresse
        vendor url
    public: customer facing, client facing, public facing, external facing, publicly visible, public
        employee or customer facing, internal or external, internal external, internal or customer facing
        user facing, audience, visible to customers, externally accessible, internet facing customer, kundenzugang
        extern sichtbar, facing
    owner.business:
        business owner, business system owner, business application owner, owner business, fachverantwortlicher
        fachlicher owner, fachliche verantwortung, verantwortliche abteilung, business sponsor
        business unit owner, business contact, fachbereich, executive sponsor, proprietaire metier, responsable metier
        business eigenaar, responsable de negocio, business responsible, executive owner, functional owner
        functioneel eigenaar, fachlich verantwortlich, business owner team, business owner name, sponsor
    owner.some:
        owner, system owner, application owner, app owner, tool owner, product owner, service owner, owned by
        owner name, ownership, main owner, primary owner, internal owner, responsible, accountable, dri
        eigentumer, verantwortlich, verantwortlicher, responsable, proprietaire, eigenaar, propietario
        systemverantwortlicher, systeemeigenaar
    owner.department:
        owner team, team owner, group owner, owning team, owner group, owner department, department owner
        owning department, department, dept, team, business unit, division, function owner, abteilung, bereich
        departement, departement proprietaire, service metier, afdeling, departamento, equipo, org unit
        organisational unit, organizational unit, group, owning group, department team, team department
        primary department, department owned by, responsible team, responsible department, zustandige abteilung
        used by department, main department
        used by team, home department, department using, primary team
    owner.technical:
        technical owner, tech owner, it owner, technical contact, tech lead, technical lead, technical responsible
        it contact, it responsible, it admin, system administrator, admin team, administration team
        administered by, managed by, maintained by, system admin, tool admin, admin, administrator
        it system owner, owner technical, owner it, it custodian, technical custodian, support team
        technischer owner, technischer verantwortlicher, technisch verantwortlich, it verantwortlicher
        it verantwortung, technische verantwortung, proprietaire technique, responsable technique
        technisch eigenaar, responsable tecnico, propietario tecnico, technical system owner, run by, operated by
        betrieben von, betreuung, technical team, it team, technical owner team, administrador
        beheerder, betrieb, technical owner name, app admin, it ansprechpartner
    bought.by: bought by, purchased by, buyer, procured by, acquired by, ordered by
        gekauft von, beschafft von, eingekauft von
        besteller, achete par, acheteur, gekocht door, aangekocht door, comprado por
        purchase owner, purchaser, procurement owner, bestellt von
    bought.department: purchasing department, purchasing team, requesting department, einkaufende abteilung
    bought.approved_by:
        approved by, approver, approvers, approval by, approved by team, approved by teams, signed off by
        genehmigt von, freigegeben von, approuve par, goedgekeurd door, aprobado por, approval
    bought.it_agreed:
        approved by it, it approved, it approval, it approval date, it sign off, it agreed, it reviewed
        reviewed by it, it review, known to it, sanctioned, it sanctioned, it freigabe, freigabe it
        von it genehmigt, it genehmigt, von it freigegeben, approuve par la dsi, validation dsi, approuve par l it
        door it goedgekeurd, aprobado por it, approved by it yes no
        sanctioned status, sanctioned by it, sanction status, it approval status
    bought.how: payment method, paid by, payment type, how paid, method of payment, payment, paid via, paid with
        purchase method, purchase type, procurement method, zahlungsart, zahlungsweise, bezahlt per
        mode de paiement, moyen de paiement, betaalmethode, betaalwijze, metodo de pago, forma de pago
        purchase channel, procurement channel, how purchased, how bought, beschaffungsweg, billing method
    bought.on: purchase date, date purchased, purchased on, bought on, date of purchase, contract start
        contract start date, start date, acquired on, acquisition date, kaufdatum, date bought, gekauft am
        vertragsbeginn, vertragsstart, date d achat, debut du contrat, aankoopdatum, startdatum contract
        fecha de compra, inicio del contrato, subscription start, subscription start date, first purchased
        start of contract, customer since, angeschafft am, beschafft am, purchased
    cost.annual:
        annual cost, yearly cost, cost per year, annual spend, yearly spend, annual contract value, acv, arr
        annual price, annual fee, annual subscription, cost annual, cost year, cost a year, costs per year
        annual license cost, annual licence cost, annual budget, annualised cost, annualized cost, annual value
        yearly price, yearly fee, spend per year, annual amount, total annual cost, jahrliche kosten
        kosten pro jahr, jahreskosten, jahrespreis, kosten p a, kosten jahr, jahresgebuhr, cout annuel
        cout par an, prix annuel, depense annuelle, jaarlijkse kosten, kosten per jaar, jaarkosten, coste anual
        costo anual, precio anual, gasto anual, tco annual, annual run cost, price per year
        yearly cost of ownership, annual recurring cost, annual total, contract value per year, kosten jahrlich
        annual run rate, estimated annual cost, annual software cost, cost p a, spend annual, actual annual cost
        lizenzkosten pro jahr, lizenzkosten jahrlich
        spend last 12 months, last 12 months spend, 12 month spend, trailing 12 month spend, t12m spend, ltm spend
        annualised spend, annualized spend, spend ltm, annual recurring spend, run rate annual
        annual subscription cost
    cost.monthly:
        monthly cost, cost per month, monthly spend, monthly price, monthly fee, mrr, cost month, cost monthly
        cost a month, costs per month, monthly subscription, spend per month, price per month, monatliche kosten
        kosten pro monat, kosten monatlich, monatspreis, monatskosten, cout mensuel, cout par mois, prix mensuel
        maandelijkse kosten, kosten per maand, maandkosten, coste mensual, costo mensual, price monthly
        precio mensual, gasto mensual, avg monthly spend, average monthly cost, monthly amount, kosten monat
        monthly bill
    cost.quarterly:
        quarterly cost, cost per quarter, quarterly spend, quarterly price, quarterly fee, kosten pro quartal
        cout trimestriel, coste trimestral
    cost.some: cost, costs, price, spend, amount, fee, fees, contract value, total cost, total spend, budget
        subscription cost, license cost, licence cost, software cost, kosten, preis, lizenzkosten, betrag, cout
        couts, prix, montant, prijs, bedrag, coste, costo, precio, importe, expense, value, recurring cost
        subscription fee, current cost, contract amount, spending, license fee, licence fee, contract cost
        tool cost, gebuhr, gebuhren
    cost.currency:
        currency, currency code, cost currency, contract currency, wahrung, devise, monnaie, valuta, moneda, ccy
        cur
    cost.period: billing cycle, billing period, billing frequency, billing, payment frequency, payment cycle
        billing interval, cost period, billing term, abrechnungszeitraum, abrechnung, zahlungsintervall
        zahlungsrhythmus, frequence de facturation, periodicite, facturatieperiode, betaalfrequentie
        frecuencia de facturacion, invoice frequency, payment interval, price period, cost interval
        cost frequency, payment schedule, payment period, turnus
        billed, billing cadence
    cost.seats: seats, licenses, licences, seats purchased, licenses purchased, licences purchased, purchased seats
        purchased licenses, purchased licences, users purchased, number of seats, number of licenses
        number of licences, seat count, license count, licence count, total seats, total licenses, total licences
        paid seats, contracted seats, lizenzen, anzahl lizenzen, anzahl der lizenzen, gekaufte lizenzen
        licences achetees, nombre de licences, no of seats, no of licenses, no of licences, aantal licenties
        licenties, licencias, numero de licencias, licensed users, paid users, licensed seats, platze
        seats bought, seat quantity, license quantity, contracted licenses, contracted users, user licenses
        user licences, seats licensed, seats contracted, licenses owned, entitlements
    cost.seats_used:
        active users, seats used, used seats, licenses used, licences used, used licenses, used licences
        assigned seats used, monthly active users, mau, users active, active seats, active licenses, seats in use
        licenses in use, in use seats, aktive nutzer, genutzte lizenzen, aktive benutzer, utilisateurs actifs
        licences utilisees, actieve gebruikers, gebruikte licenties, usuarios activos, licencias usadas
        actual users, current users active, seats active, utilised seats, utilized seats, utilized licenses
        users last 30 days, users last 90 days, active users 30 days, active users 90 days
        active users last 30 days, active users last 90 days
    cost.seats_counted: seats counted, usage as of, usage date, usage counted on, users counted on, seats counted on
    cost.renews: renewal date, renewal, renews, renews on, renew date, next renewal, next renewal date, contract end
        contract end date, end date, contract expiry, contract expiration, contract expiration date
        contract expires, expiry date, expiry, expiration date, expiration, expires, expires on, contract renewal
        contract renewal date, subscription end, subscription end date, contract ends, end of contract, term end
        term end date, licence expiry, license expiry, license expiration, vertragsende, verlangerung
        verlangerungsdatum, vertragsverlangerung, laufzeit bis, ablaufdatum, lauft bis, gultig bis, vertrag bis
        date de renouvellement, renouvellement, fin du contrat, fin de contrat, echeance, date d echeance
        verlengdatum, verlenging, einddatum contract, einddatum, contract einddatum, fecha de renovacion
        renovacion, fin del contrato, vencimiento, valid until, contract until, renewal on, license renewal date
        licence renewal date, renewal due, renewal due date, subscription renewal date, laufzeitende
        vertragslaufzeit bis
    cost.notice: notice period, notice, cancellation notice, termination notice, cancellation period, notice days
        notice period days, days notice, cancellation notice period, termination notice period, kundigungsfrist
        preavis, delai de preavis, opzegtermijn, plazo de preaviso, preaviso, notice required, renewal notice
        renewal notice period, notice to cancel, notice term, cancellation terms, non renewal notice
    cost.auto_renews:
        auto renewal, auto renew, auto renews, autorenewal, autorenew, automatic renewal, automatically renews
        renews automatically, evergreen, automatische verlangerung, verlangert sich automatisch
        verlangert automatisch, auto verlangerung, renouvellement automatique, tacite reconduction
        automatische verlenging, stilzwijgende verlenging, renovacion automatica, ?renewal type, ?renewal terms
        ?renewal method, ?type of renewal, ?renewal status
    cost.paid_by:
        cost centre, cost center, costcentre, costcenter, budget owner, budget holder, budget, paying department
        paid from, charged to, budget department, kostenstelle, budgetverantwortlicher, kostentrager
        centre de cout, centre de couts, cost owner, kostenplaats, centro de coste, centro de costes
        centro de costo, budget team, cost centre name, cost center name, department budget, department charged
        paid by department, paying team, budgeting department, bezahlt von, kostenubernahme
    lifecycle: status, lifecycle, life cycle, lifecycle status, lifecycle stage, lifecycle phase, state, app status
        usage status, current status, deployment status, system status, tool status, lebenszyklus
        lebenszyklusphase, statut, etat, estado, fase, phase, contract status, adoption status, operational status
        in use, status lifecycle, cycle de vie, levenscyclus, ?stage, ?approval status, ?freigabestatus
        ?release status
    since: live since, live date, in use since, since, go live, go live date, golive, golive date, launch date
        launched
        introduced, date introduced, implemented on, implementation date, in betrieb seit, produktiv seit
        eingefuhrt am, seit, en service depuis, in gebruik sinds, desde, in production since, used since
        date live
        einfuhrungsdatum, einfuhrung, date de mise en service, mise en service, fecha de puesta en marcha
        ingebruikname, deployment date, implemented
    ends: sandbox end, trial end, trial ends, trial end date, pilot end, pilot end date, retirement date
        decommission date, decommissioning date, sunset date, retire date, switch off date, planned retirement
        planned end, abschaltung, abschaltdatum, testende, retire by, planned decommission date, date de retrait
        ?lifecycle end of life, retirement planned, decommission on, planned decommissioning, ablose geplant
        stilllegung
    end_of_life:
        end of life, end of support, eol, eol date, end of life date, end of support date, eos, vendor end of life
        support ends, support ende, support end, vendor support ends
    hosting: hosting, hosting model, hosting type, deployment, deployment model, deployment type, delivery model
        hosted, hosted on, hosting environment, betriebsmodell, hosting modell, betriebsart, hebergement
        mode d hebergement, bereitstellung, deployment mode, cloud or on prem, on prem or cloud, hostingmodel
        alojamiento, modelo de despliegue, saas or on prem, saas on prem, saas on premise, cloud on prem
        cloud on premise, application type, app type, install type, service model, cloud model, type, architecture
        system type
        tags hosting, install type
    hosting.saas:
        saas, is saas, saas yes no, is it saas, saas y n, cloud service, cloud, cloud based, software as a service
        saas tool, saas losung, cloudbasiert
    regions: region, regions, data residency, hosted in, data location, data region, data centre location
        data center location, data center region, hosting region, hosting location, hosting country
        data hosting location, server location, datacenter, data center, data centre, storage location
        location of data, data storage location, serverstandort, standort der daten, datenstandort
        hosting standort, hosting land, rechenzentrum, speicherort, lieu d hebergement, localisation des donnees
        localisation donnees, pays d hebergement, datalocatie, regio, region de datos, ubicacion de los datos
        country of hosting, data hosted in, where is data stored, where data is stored, data storage region
        data storage, data geography, data hosting region
    data.categories: data category, data categories, data type, data types, personal data categories, types of data
        kinds of data, data collected, collected data, data held, data stored, data processed, stored data
        categories of data, categories of personal data, personal data types, pii types, personal data collected
        data elements, data classes, datenarten, datenkategorien, datenkategorie, art der daten
        personenbezogene daten art, categories de donnees, types de donnees, donnees traitees, soorten gegevens
        categorieen gegevens, gegevens, tipos de datos, categorias de datos, data, type of data
        personal data stored, customer data types, pii elements, what data, which data, data in system, daten
        donnees, datos, personal data processed, pii fields
    data.personal: pii, personal data, contains pii, contains personal data, stores pii, stores personal data
        processes personal data, processes pii, handles pii, has pii, holds personal data, holds pii
        personal information, pii yes no, gdpr relevant, gdpr data, personal data yes no, processing personal data
        personenbezogene daten, pbd, dsgvo relevant, verarbeitet personenbezogene daten, donnees personnelles
        donnees a caracter personnel, donnees a caractere personnel, persoonsgegevens, datos personales
        personal data processed yes no, pii data, contains pii data, gdpr, personal data y n, processes pii data
        contains customer pii
    data.subjects:
        data subject, data subjects, categories of data subjects, data subject categories, people affected
        betroffene, betroffene personen, personengruppen, betroffenengruppen, personnes concernees, betrokkenen
        interesados, categories of individuals, whose data, data subject types
    data.records:
        records, number of records, record count, no of records, contacts, number of contacts, contact count
        profiles, anzahl datensatze, datensatze, nombre d enregistrements, aantal records, numero de registros
        data volume records, total records
    data.master_of:
        master of, master for, system of record for, golden record for, master data for, source of truth for
        fuhrendes system fur, master data, golden record, source of truth, leading system for
    data.retention:
        retention, retention period, data retention, data retention period, aufbewahrungsfrist, aufbewahrung
        loschfrist, speicherdauer, duree de conservation, conservation, bewaartermijn, plazo de conservacion
        data kept for, deletion period
    data.cleaned: last data cleanup, last cleaned, data cleaned, last deduplication, last cleanup
    privacy.agreement: dpa, dpa signed, dpa date, dpa in place, data processing agreement, data protection agreement
        data processing agreement signed, dpa signed on, dpa status, processing agreement, av vertrag, avv
        auftragsverarbeitungsvertrag, adv, avv vorhanden, avv vom, accord de traitement, dpa signe
        verwerkersovereenkomst, acuerdo de tratamiento, contrato de encargo, data processing addendum
        gdpr agreement, avv abgeschlossen, av vertrag vom, avv datum, dpa executed, data processing agreement date
        gdpr dpa, contrat de sous traitance rgpd
    privacy.legal_basis:
        legal basis, lawful basis, legal grounds, basis for processing, rechtsgrundlage, base legale
        base juridique, rechtsgrond, base legal, base juridica, lawful basis for processing
        legal basis for processing, gdpr legal basis
    privacy.transfer: transfer safeguard, transfer mechanism, transfer basis, international transfer mechanism
        transfer safeguards, transferencias internacionales, sccs, data transfer mechanism
        international transfer safeguards, garantien drittland
        drittlandtransfer, transfert hors ue, safeguard for transfer
    security.sso:
        sso, single sign on, sso enabled, sso in use, sso yes no, saml, sso saml, saml sso, sso method, sso type
        sso provider, authentication, authentication method, authentication type, auth, auth method, login method
        sign in method, sign on, sign on method, sign on mode, login type, idp, identity provider, behind sso
        sso configured, sso integrated, sso connected, in okta, okta, in sso, connected to okta, via okta
        sso status, anmeldung, anmeldeverfahren, authentifizierung, authentification, methode d authentification
        authenticatie, aanmeldmethode, autenticacion, metodo de autenticacion, logon method, how do users log in
        sso anbindung, azure ad, entra id, entra, access method, login via, ?integration method
        ?provisioning method, ?connection method, signin method, user authentication, sso active, single signon
        oauth sso
        ?logins, ?login, ?sign in, ?access method, ?how to log in
    security.mfa:
        mfa, 2fa, multi factor authentication, two factor authentication, mfa enabled, 2fa enabled, mfa enforced
        2fa enforced, mfa required, two factor, multi factor, zwei faktor, zwei faktor authentifizierung
        double authentification, authentification forte, tweestapsverificatie, doble factor, 2 factor, mfa 2fa
        2fa mfa, mfa yes no, mfa status, second factor, 2 factor authentication, tfa, zweiter faktor
        multifactor authentication, multifaktor, mfa active
    security.shared_accounts:
        shared account, shared accounts, shared login, shared logins, generic account, generic accounts
        shared credentials, gemeinsame konten, geteilte accounts, gemeinsamer zugang, compte partage
        comptes partages, gedeelde accounts, cuenta compartida, sammelkonto, sammelaccount
    security.audit_log:
        audit log, audit logs, audit logging, audit trail, logging, protokollierung, journal d audit, auditlog
        activity log, audit log enabled
    security.encrypted: encryption, encrypted, data encryption, verschlusselung, chiffrement, versleuteling, cifrado
        encryption at rest and in transit
    security.monitoring: security monitoring, siem, siem connected, threat monitoring, logs in siem
    security.backup:
        backup, backups, backed up, backup in place, datensicherung, sauvegarde, copia de seguridad, backup yes no
        external backup
    security.certifications:
        certification, certifications, certificates, security certifications, compliance certifications
        vendor certifications, certificate, zertifikate, zertifizierung, zertifizierungen, certificeringen
        certificaciones, certs, security certs, attestations, iso soc, vendor certification, soc 2 iso
        security certification, vendor compliance
    security.reviewed:
        security review, security review date, last security review, security reviewed, security assessment
        security assessment date, last security assessment, vendor risk assessment, risk assessment date
        last risk assessment, vendor review date, security check, security reviewed on, infosec review
        date of security review, sicherheitsprufung, letzte sicherheitsprufung, revue de securite
        beveiligingsreview, revision de seguridad, security audit date, pentest date, last security audit
        vendor security review
    security.admins: number of admins, admin count, admins, number of administrators, administrators, anzahl admins
        admin users, no of admins, admin accounts
    security.keys: api keys in use, service accounts, has api keys
    security.key_custodian: key custodian, key owner, key holder
    service.criticality: criticality, business criticality, critical tier, tier, system tier, service tier, app tier
        criticality tier, criticality level, importance, priority, kritikalitat, criticite, kriticiteit
        criticidad, business impact, impact, impact level, system criticality, criticality rating
        business importance, wichtigkeit, prioritat, importance level, schutzbedarf verfugbarkeit, bia, bia rating
        risk tier, application tier, asset criticality, criticality class, kritisch stufe, availability tier
        disaster recovery tier, business critical tier
    service.is_critical:
        business critical, mission critical, is critical, critical, critical system, geschaftskritisch, kritisch
        critique, bedrijfskritisch, critico, business critical yes no, kritisches system
    service.uptime:
        sla uptime, uptime, availability, sla, uptime sla, availability sla, guaranteed uptime, verfugbarkeit
        disponibilite, beschikbaarheid, disponibilidad, promised uptime, sla percent, sla availability
    service.support:
        support, support type, supported by, support by, support model, support level
        supported by whom, support provider
        who supports
    service.monitored:
        monitored, monitoring, uptime monitoring, availability monitoring, uberwacht, supervise, bewaakt
    service.on_call: on call, on call team, oncall, oncall team, bereitschaft, pager team
    service.status_page: status page, has status page, statusseite
    fit.business:
        business fit, business value, functional fit, business rating, fachlicher nutzen, business satisfaction
        business score
        functional suitability, business suitability
    fit.technical: technical fit, technical quality, technical rating, technische eignung, technical score
        technical suitability, it fit
    fit.rated: rated on, rating date, last rated
    exit.export:
        data export, export possible, exportable, data export possible, datenexport, export of data, exit possible
        data portability
    if_gone:
        if gone, impact if gone, impact if unavailable, what if it is gone, impact of loss, consequence of failure
        what happens if it goes down, auswirkung bei ausfall
    verified.on: last verified, verified on, last reviewed, last updated, last checked, last confirmed, review date
        reviewed on, last review, last review date, last update, updated, updated on, date verified
        zuletzt gepruft, zuletzt aktualisiert, gepruft am, letzte prufung, stand, derniere verification
        derniere mise a jour, laatst gecontroleerd, laatst bijgewerkt, ultima verificacion, ultima revision, as of
        verified, last validated, validated on, last modified, last audit date, last attested, attested on
    verified.by: verified by, reviewed by, last reviewed by, confirmed by, checked by, validated by, updated by
        gepruft von, verifie par, gecontroleerd door, verificado por, attested by, last updated by
    sends_to: sends data to, sends to, outbound to, feeds, feeds into, pushes to, outbound integrations
        outgoing integrations, downstream, downstream systems, data to, exports to, data sent to, sendet an
        ubergibt daten an, liefert an, envoie vers, stuurt naar, envia a, outputs to, output to, syncs to
        target systems, writes to
    receives_from:
        receives data from, receives from, inbound from, fed by, fed from, pulls from, inbound integrations
        incoming integrations, upstream, upstream systems, data from, imports from, data received from
        empfangt von, erhalt daten von, bezieht daten von, recoit de, ontvangt van, recibe de, input from
        source systems, syncs from, reads from
"""
"""A `?` stands before names that need not be about the fact: the cells must bear them out."""
