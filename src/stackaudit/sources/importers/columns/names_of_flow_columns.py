"""What columns are called in lists of integrations, by what they state; the names that say it best come first."""

FLOW_COLUMNS = """
    from: from, source, source system, from system, sender, origin, source app, source application, source tool
        producer, von, quelle, quellsystem, sendesystem, de, depuis, systeme source, van, bron, bronsysteem, desde
        origen, sistema origen, data source, sending system, system a, provider system, upstream system, upstream
        source name, from app, from tool, sendendes system, out of
    to: to, target, target system, to system, destination, destination system, receiver, sink, target app
        target application, target tool, consumer, nach, ziel, zielsystem, an, empfanger, systeme cible, cible
        vers, naar, doel, doelsysteem, hacia, destino, sistema destino, data target, receiving system, system b
        consumer system, downstream system, downstream, target name, to app, to tool, empfangendes system, into
    via: via, integration platform, middleware, ipaas, through, platform, connector platform, uber, tool used
        integration tool, carried by, connector tool, middleware tool
    name: name, integration, integration name, flow, flow name, interface, interface name, schnittstelle
        schnittstellenname, connection, connection name, data flow, interfaz, koppeling, flux, integration title
        title, nom du flux, nombre, bezeichnung, datenfluss
    data: data, data type, data types, data exchanged, payload, data transferred, data objects, objects, entities
        data synced, what data, information, content, daten, datenarten, ubertragene daten, donnees
        donnees echangees, gegevens, datos, data categories, data shared, data flow content, object
        what is synced, what flows, data elements, inhalt, inhalte, contenu, inhoud, contenido
    method: method, integration method, integration type, type, mechanism, technology, protocol, transport
        connection type, how, interface type, technik, methode, technologie, art, art der schnittstelle
        ubertragungsart, mode, type de flux, metodo, tipo, transfer method, connector type, integration technology
        means, approach, pattern
    direction: direction, flow direction, richtung, sens, sens du flux, richting, direccion, one way or two way
        one way two way, data direction, sync direction, bidirectional
    runs: frequency, schedule, runs, sync frequency, interval, cadence, how often, refresh rate, timing, rhythm
        haufigkeit, frequenz, turnus, intervall, frequence, frequentie, frecuencia, update frequency
        run frequency, sync schedule, periodicity, periodicite, latency, sync interval, rhythmus
    last_ran: last ran, last run, last sync, last synced, last successful run, last execution, letzter lauf
        zuletzt gelaufen, dernier passage, laatste run, ultima ejecucion, last success
    owner: owner, owned by, integration owner, responsible, responsible team, team, owner team, technical owner
        verantwortlich, verantwortlicher, proprietaire, responsable, eigenaar, propietario, maintained by
        owning team, managed by, interface owner, zustandig, contact
    encrypted:
        encrypted, encryption, encrypted in transit, verschlusselt, verschlusselung, chiffre, versleuteld, cifrado
        tls
    monitored: monitored, monitoring, alerting, alerts, uberwacht, uberwachung, supervise, gemonitord, monitorizado
        monitored yes no
    verified: verified, last verified, verified on, last reviewed, last checked, reviewed, review date, gepruft
        zuletzt gepruft, verifie, gecontroleerd, last updated
    notes: notes, note, comments, comment, remarks, description, purpose, details, bemerkung, bemerkungen
        beschreibung, kommentar, zweck, commentaire, opmerking, opmerkingen, notas, descripcion, use case
        business purpose
"""
