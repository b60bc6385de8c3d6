"""What people write for the words of an integration's facts."""

from __future__ import annotations

from stackaudit.sources.importers.cells.vocabularies import vocabulary

METHODS = vocabulary("""
    native: native integration, native connector, native sync, native app, built in, built in connector
        out of the box, ootb, standard connector, vendor connector, prebuilt connector, pre built connector
        packaged connector, appexchange package, direct integration native, nativ, natif, standardkonnektor
        ~ connector, plugin, plug in, app, add on, integration, konnektor, direct
    api: rest api, custom api, custom code, api integration, rest, graphql, soap, web service, webservice
        web services, custom integration, custom script, api call, apis, direct api, api script
        custom api integration, schnittstelle api
        ~ webhook, webhooks, script, custom, schnittstelle, http
    ipaas: integration platform, zapier, make com, workato, mulesoft, boomi, dell boomi, tray io, tray, n8n, celigo
        power automate, azure logic apps, logic apps, snaplogic, jitterbit, informatica cloud, integromat
        middleware ipaas
        ~ middleware, esb, make, fivetran, stitch, airbyte
    stream: event stream, streaming, kafka, kinesis, pub sub, pubsub, event bus, message queue, eventstrom
        ~ events, queue
    tag: pixel, tracking pixel, javascript tag, js tag, gtm, google tag manager, tag manager, website tag
        javascript snippet, snippet, tracking code, tracking tag, tracking script, web tag, conversion pixel
        ~ sdk, javascript
    file: csv, sftp, ftp, file transfer, csv export, csv upload, csv import, csv file, csv via sftp, csv over sftp
        flat file, file export, file upload, file import, file drop, files, batch file, excel, excel export
        spreadsheet, sftp file, s3 file, xml file, datei, dateiaustausch, fichier, bestand
        ~ export, import, batch, edi
    manual:
        manually, by hand, copy paste, copy and paste, manual entry, manual upload, manual export, manual process
        typed in, rekeyed, manuell, von hand, handisch, manuel, manuelle, handmatig
        ~ email, e mail
""")

DIRECTIONS = vocabulary("""
    one-way: one way, 1 way, oneway, unidirectional, uni directional, single direction, einseitig, unidirektional
        sens unique, eenrichting, unidireccional
        ~ push
    two-way: two way, 2 way, twoway, bidirectional, bi directional, both ways, both, both directions, 2 way sync
        two way sync, bidirektional, beidseitig, in beide richtungen, bidirectionnel, tweerichting, bidireccional
        ~ sync, synchronised
""")

RHYTHMS = vocabulary("""
    real-time:
        real time, realtime, in real time, instant, instantly, immediate, immediately, continuous, continuously
        event driven, event based, on change, triggered, live, echtzeit, in echtzeit, temps reel, en temps reel
        tiempo real
        ~ near real time, near realtime
    streaming: stream, event stream
    minutes: every few minutes, every 15 minutes, every 15 min, every 15 mins, 15 minutes, 15 min, every 5 minutes
        every 5 min, 5 min, every 10 minutes, every 10 min, 10 min, every minute, alle 15 minuten
        toutes les 15 minutes
        ~ every 30 minutes, every 30 min
    hourly: every hour, each hour, once an hour, per hour, 1h, 60 min, stundlich, horaire, elk uur, cada hora
    daily: every day, each day, once a day, per day, day, nightly, every night, each night, overnight, 24h
        daily batch, nightly batch, daily export, taglich, nachts, nachtlich, quotidien, tous les jours, dagelijks
        diario, diariamente
    weekly: every week, each week, once a week, per week, week, wochentlich, hebdomadaire, wekelijks, semanal
    monthly: every month, each month, once a month, per month, month, monatlich, mensuel, maandelijks, mensual
    quarterly: every quarter, once a quarter, quarter, vierteljahrlich, quartalsweise, trimestriel, elk kwartaal
        trimestral
    yearly: annually, annual, every year, once a year, per year, year, jahrlich, annuel, jaarlijks, anual
""")
